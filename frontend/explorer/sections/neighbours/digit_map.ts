/** The map: every known digit as a point in the colour of its class, and where the digit on the pad has landed. */

import tokens from "../../../../mnistviz/assets/tokens.json";
import { contextOf } from "../../../core/canvas";
import { classColour } from "../../../core/colours";
import { element } from "../../../core/dom";
import { text } from "../../../core/text";

export type Point = readonly [x: number, y: number];

/** What a map is made of. All places are 0..1 of the map's side, x to the right and y down. */
export interface Places {
  /** x and y of each digit. */
  readonly points: Float32Array;
  /** The class of each, 0 to 9. */
  readonly labels: Uint8Array;
  /** x and y of the middle of each class. */
  readonly centres: Float32Array;
}

const CLASSES = 10;
const MARGIN = 12; // CSS pixels around the points: room for a mark at the edge
const POINT = 1.5; // CSS pixels, radius
const NEAR_POINT = 3.5;
const OWN = 8;
const HALO = 3;
const FONT_SIZE = 16;
const DARK = tokens.colours["on-light"].light;
const LIGHT = tokens.colours["on-dark"].light;
const MARK = tokens.colours.mark.light;

export class DigitMap {
  readonly canvas = element("canvas", "mnistviz-digit-map");
  private readonly backdrop = element("canvas"); // what stays while the pen moves
  private places: Places | null = null;
  private own: Point | null = null;
  private near: readonly number[] = [];

  constructor() {
    this.canvas.setAttribute("role", "img");
  }

  /** Takes the places of the known digits. */
  use(places: Places): void {
    this.places = places;
    this.paintBackdrop();
    this.paint();
  }

  /**
   * Shows a digit.
   *
   * @param own where it lies; null: nowhere
   * @param near the numbers of its neighbours
   */
  show(own: Point | null, near: readonly number[]): void {
    this.own = own;
    this.near = near;
    this.paint();
  }

  /** The label of the class whose middle is nearest to the digit; null: there is no digit. */
  get region(): number | null {
    const { own, places } = this;
    if (!own || !places) return null;
    const distances = Array.from({ length: CLASSES }, (_, label) => {
      const [x, y] = pointAt(places.centres, label);
      return Math.hypot(x - own[0], y - own[1]);
    });
    return distances.indexOf(Math.min(...distances));
  }

  /** Fits the pixels to the size on the screen. */
  resize(): void {
    const side = Math.round(this.canvas.clientWidth * density());
    if (!side || side === this.canvas.width) return; // folded, or as before
    for (const canvas of [this.canvas, this.backdrop]) Object.assign(canvas, { width: side, height: side });
    this.paintBackdrop();
    this.paint();
  }

  private paintBackdrop(): void {
    const { places } = this;
    if (!places) return;
    const context = this.start(this.backdrop);
    for (let label = 0; label < CLASSES; label++) {
      context.fillStyle = classColour(label);
      context.beginPath();
      places.labels.forEach((other, number) => {
        if (other === label) this.circle(context, pointAt(places.points, number), POINT);
      });
      context.fill();
    }
    const font = `bold ${FONT_SIZE}px ${getComputedStyle(this.canvas).fontFamily}`;
    Object.assign(context, { font, textAlign: "center", textBaseline: "middle", lineJoin: "round" });
    Object.assign(context, { lineWidth: 2 * HALO, strokeStyle: LIGHT, fillStyle: DARK });
    for (let label = 0; label < CLASSES; label++) {
      const [x, y] = this.onCanvas(pointAt(places.centres, label));
      context.strokeText(String(label), x, y);
      context.fillText(String(label), x, y);
    }
  }

  private paint(): void {
    const { places, own } = this;
    const context = this.start(this.canvas);
    context.drawImage(this.backdrop, 0, 0, this.side, this.side);
    if (!places || !own) return;
    Object.assign(context, { lineWidth: 1.5, strokeStyle: DARK });
    for (const number of this.near) {
      context.fillStyle = classColour(places.labels[number] ?? 0);
      context.beginPath();
      this.circle(context, pointAt(places.points, number), NEAR_POINT);
      context.fill();
      context.stroke();
    }
    for (const [lineWidth, strokeStyle] of [
      [6, LIGHT],
      [3, MARK],
    ] as const) {
      Object.assign(context, { lineWidth, strokeStyle });
      context.beginPath();
      this.circle(context, own, OWN);
      context.stroke();
    }
  }

  /** Blanks a canvas and sets it to paint in CSS pixels. */
  private start(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
    const context = contextOf(canvas);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.scale(density(), density());
    return context;
  }

  private circle(context: CanvasRenderingContext2D, place: Point, radius: number): void {
    const [x, y] = this.onCanvas(place);
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
  }

  private onCanvas([x, y]: Point): Point {
    const room = this.side - 2 * MARGIN;
    return [MARGIN + x * room, MARGIN + y * room];
  }

  private get side(): number {
    return this.canvas.width / density();
  }
}

/** Says by text which class has which colour. */
export function legend(): HTMLElement {
  const classes = Array.from({ length: CLASSES }, (_, label) => {
    const dot = element("span", "mnistviz-class-dot");
    dot.style.background = classColour(label);
    return element("li", "", [dot, String(label)]);
  });
  const list = element("ul", "mnistviz-digit-legend", classes);
  list.setAttribute("aria-label", text("neighbours-legend"));
  return list;
}

function pointAt(points: Float32Array, number: number): Point {
  return [points[2 * number] ?? 0, points[2 * number + 1] ?? 0];
}

function density(): number {
  return window.devicePixelRatio || 1;
}
