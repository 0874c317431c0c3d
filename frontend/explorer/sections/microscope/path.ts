/** The path of a trace: a line over the layers from one unit down to the pixel, walked step by step. */

import { element, fillUp, isStill, setText, svg } from "../../../core/dom";
import type { Stop } from "../../../explain/inspection";

const STEP = 350; // milliseconds
const DOT = 4; // CSS pixels, the radius

/** In CSS pixels. */
export type Point = readonly [x: number, y: number];

/** Returns the points of a path relative to an origin; stops in folded layers have none. */
export function pointsOf(stops: readonly Stop[], locate: (stop: Stop) => Point | null, [left, top]: Point): Point[] {
  const points = stops.map(locate).filter((point) => point !== null);
  return points.map(([x, y]) => [x - left, y - top]);
}

/** Returns points as SVG writes them. */
export function polyline(points: readonly Point[]): string {
  return points.map((point) => point.join(",")).join(" ");
}

export class Path {
  readonly el = svg("svg", "mnistviz-path");
  readonly list = element("ol", "mnistviz-stops");
  private readonly lines: readonly SVGElement[];
  private readonly dots: SVGElement[] = [];
  private stops: readonly Stop[] = [];
  private walked = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param locate returns where a stop is in the window, or null if its layer is folded */
  constructor(private readonly locate: (stop: Stop) => Point | null) {
    this.el.setAttribute("aria-hidden", "true"); // the list in the panel says the same
    this.lines = ["mnistviz-path-edge", "mnistviz-path-line"].map((name) => this.add("polyline", name));
    this.clear();
  }

  clear(): void {
    clearTimeout(this.timer);
    this.stops = [];
    this.walked = 0;
    this.paint();
  }

  /** Shows a path. The first one is walked; while it changes under the pen, it is shown as far as it has been walked. */
  show(stops: readonly Stop[]): void {
    const isNew = !this.stops.length;
    this.stops = stops;
    if (isNew) {
      this.walked = isStill() ? stops.length : 1;
      this.walk();
    } else this.paint();
  }

  private walk(): void {
    this.paint();
    if (this.walked >= this.stops.length) return;
    this.timer = setTimeout(() => {
      this.walked += 1;
      this.walk();
    }, STEP);
  }

  private paint(): void {
    const stops = this.stops.slice(0, this.walked);
    fillUp(this.list, stops.length, () => element("li"));
    stops.forEach(({ name, value }, i) => {
      setText(this.list.children[i] as Element, `${name} = ${value}`);
    });
    this.list.dataset.walked = stops.length && stops.length === this.stops.length ? "all" : "";
    const { left, top } = this.el.getBoundingClientRect();
    const points = pointsOf(stops, this.locate, [left, top]);
    for (const line of this.lines) line.setAttribute("points", polyline(points));
    while (this.dots.length > points.length) this.dots.pop()?.remove();
    while (this.dots.length < points.length) this.dots.push(this.add("circle", "mnistviz-path-dot"));
    points.forEach(([x, y], i) => {
      const place = { cx: x, cy: y, r: DOT };
      for (const [name, value] of Object.entries(place)) this.dots[i]?.setAttribute(name, String(value));
    });
  }

  private add(name: "polyline" | "circle", className: string): SVGElement {
    const node = svg(name, className);
    this.el.append(node);
    return node;
  }
}
