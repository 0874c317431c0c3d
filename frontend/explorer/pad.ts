/** The pad: a canvas on which the page inks what is on the paper, and the keyboard's pen. */

import tokens from "../../mnistviz/assets/tokens.json";
import { contextOf } from "../core/canvas";
import { element } from "../core/dom";
import { text } from "../core/text";
import { type Drawing, newInk, type Stroke } from "../ink/drawing";
import { type Framing, type Image, PAPER_SIDE } from "../ink/framing_steps";
import { type Scene, shownIn } from "../ink/scene";
import type { Surface } from "./surface";

const INK = tokens.colours.ink.light; // the dark theme inverts the whole pad
const FAINT = 0.15; // opacity of ink that was drawn after the moment that is shown

export class Pad {
  readonly el = element("div", "mnistviz-pad");
  private surface: Surface | null = null;
  private inked: Drawing | null = null; // null: the canvas is not what the scene says
  private picture: Framing | null = null;
  private isNow = true;
  private readonly cursor = element("div", "mnistviz-pen");

  constructor() {
    this.cursor.hidden = true;
    const ghost = element("div", "mnistviz-ghost", [text("draw-here")]);
    ghost.setAttribute("aria-hidden", "true"); // the canvas has a name
    this.el.append(ghost, this.cursor);
  }

  /** Puts a canvas into the pad. */
  use(surface: Surface): void {
    const { canvas } = surface;
    this.surface = surface;
    this.inked = null;
    canvas.tabIndex = 0;
    canvas.setAttribute("role", "application");
    canvas.setAttribute("aria-label", text("pad-keys"));
    this.el.prepend(canvas);
  }

  /** Inks what is new, or everything if the scene is another one. */
  show(scene: Scene): void {
    if (!this.surface) return;
    const { context } = this.surface;
    const { drawing, picture } = shownIn(scene);
    const isNow = scene.moment === null;
    this.el.classList.toggle("mnistviz-past", !isNow);
    const isContinued = isNow && this.isNow && this.inked?.brush === drawing.brush && this.picture === picture;
    let pieces = this.inked && isContinued ? newInk(this.inked, drawing) : null;
    if (pieces && !pieces.length) return;
    if (!pieces) {
      begin(context, drawing.brush ?? 1);
      if (picture) showPicture(context, picture);
      if (!isNow) inkFaintly(context, scene.drawing);
      this.el.classList.toggle("mnistviz-lit", picture?.steps.at(-1)?.image.channels !== undefined);
      pieces = [...drawing.strokes];
    }
    for (const piece of pieces) ink(context, piece);
    this.inked = drawing;
    this.picture = picture;
    this.isNow = isNow;
    this.surface.show();
  }

  /** Shows where the keyboard's pen is; null hides it. */
  readonly point = (place: readonly [x: number, y: number] | null, isDown: boolean): void => {
    this.cursor.hidden = !place;
    if (!place) return;
    const [x, y] = place.map((at) => `${(100 * at) / PAPER_SIDE}%`);
    Object.assign(this.cursor.style, { left: x, top: y });
    this.cursor.classList.toggle("mnistviz-down", isDown);
  };
}

function begin(context: CanvasRenderingContext2D, brush: number): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  const { width, height } = context.canvas;
  context.clearRect(0, 0, width, height);
  context.scale(width / PAPER_SIDE, height / PAPER_SIDE);
  context.lineCap = context.lineJoin = "round";
  context.strokeStyle = context.fillStyle = INK;
  context.lineWidth = brush;
}

function ink(context: CanvasRenderingContext2D, piece: Stroke): void {
  const [first, ...others] = piece;
  if (!first) return;
  context.beginPath();
  if (others.length) {
    context.moveTo(...first);
    for (const point of others) context.lineTo(...point);
    context.stroke();
  } else {
    context.arc(...first, context.lineWidth / 2, 0, 2 * Math.PI); // a line without length leaves no ink
    context.fill();
  }
}

/** Inks what was drawn after the moment that is shown; what was drawn before comes on top. */
function inkFaintly(context: CanvasRenderingContext2D, { strokes }: Drawing): void {
  context.globalAlpha = FAINT;
  for (const stroke of strokes) ink(context, stroke);
  context.globalAlpha = 1;
}

/** Shows a digit, or a picture that is fed as it is, as large as it fits. Its pixels stay sharp. */
function showPicture(context: CanvasRenderingContext2D, { steps, onPaper }: Framing): void {
  const image = steps.at(-1)?.image;
  if (!image) return;
  const { rows, columns } = image;
  const { scale, left, top } = onPaper;
  const small = element("canvas");
  Object.assign(small, { width: columns, height: rows });
  paintSmall(contextOf(small), image);
  context.imageSmoothingEnabled = false;
  context.drawImage(small, left, top, scale * columns, scale * rows);
}

/** Paints each value as one pixel. Ink lies on paper that shows through. */
function paintSmall(context: CanvasRenderingContext2D, { rows, columns, data, channels }: Image): void {
  const pixels = new ImageData(columns, rows);
  for (let place = 0; place < rows * columns; place++) {
    const values = data.subarray(place * (channels ?? 1), (place + 1) * (channels ?? 1)).map((value) => 255 * value);
    const [red = 0, green = red, blue = red] = values;
    pixels.data.set(channels ? [red, green, blue, 255] : [0, 0, 0, red], 4 * place);
  }
  context.putImageData(pixels, 0, 0);
  if (channels) return;
  context.globalCompositeOperation = "source-in"; // keeps the opacity
  context.fillStyle = INK;
  context.fillRect(0, 0, columns, rows);
}
