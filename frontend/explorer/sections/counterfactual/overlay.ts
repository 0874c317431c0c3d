/** Marks on the pad where ink is to be added or removed: lines as wide as the pen, over what is drawn. */

import { svg } from "../../../core/dom";
import { PAPER_SIDE } from "../../../ink/framing_steps";

/** Both ends of a line, in pad pixels. */
export type Line = readonly [x1: number, y1: number, x2: number, y2: number];

export class Overlay {
  private readonly el = svg("svg", "mnistviz-suggestion");

  constructor() {
    this.el.setAttribute("viewBox", `0 0 ${PAPER_SIDE} ${PAPER_SIDE}`);
    this.el.setAttribute("aria-hidden", "true"); // words say the same
  }

  /** @param width of the lines, in pad pixels */
  show(pad: HTMLElement, kind: "add" | "remove", lines: readonly Line[], width: number): void {
    this.el.dataset.kind = kind;
    this.el.replaceChildren(
      ...lines.map((line) => lineOf(line, "mnistviz-suggested-ink", width)),
      ...lines.map((line) => lineOf(line, "mnistviz-suggested-line", kind === "add" ? width / 5 : width)),
    );
    if (this.el.parentElement !== pad) pad.append(this.el);
  }

  hide(): void {
    this.el.remove();
  }
}

function lineOf(line: Line, className: string, width: number): SVGLineElement {
  const made = svg("line", className);
  for (const [i, name] of ["x1", "y1", "x2", "y2"].entries()) made.setAttribute(name, String(line[i]));
  made.setAttribute("stroke-width", String(width));
  return made;
}
