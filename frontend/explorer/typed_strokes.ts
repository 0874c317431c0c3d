/** Strokes as numbers, for those who can't draw a line by hand: a field to type them into. What is no point is answered with a sentence. */

import { announcer, button, describeBy, element, setText } from "../core/dom";
import { shorten, text } from "../core/text";
import type { Point, Stroke } from "../ink/drawing";
import { PAPER_SIDE } from "../ink/framing_steps";
import type { PenEvent } from "./paper";

const POINT = /^(\d+(?:\.\d+)?),(\d+(?:\.\d+)?)$/;
const LONGEST_QUOTE = 40; // characters

export class TypedStrokes {
  readonly el: HTMLElement;
  private readonly field = element("input", "mnistviz-entry");
  private readonly problem = announcer("mnistviz-mistake", "alert");

  /** @param act hears what a pen would do that draws these strokes */
  constructor(private readonly act: (event: PenEvent) => void) {
    const { field } = this;
    Object.assign(field, { type: "text", autocomplete: "off", spellcheck: false });
    const how = element("div", "mnistviz-caption", [text("strokes-how", { side: PAPER_SIDE })]);
    describeBy(field, how);
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.draw();
    });
    const label = element("label", "", [text("strokes-field"), field]);
    const row = element("div", "mnistviz-fields", [label, button(text("strokes-draw"), () => this.draw())]);
    const summary = element("summary", "", [element("span", "mnistviz-title", [text("strokes-title")])]);
    this.el = element("details", "mnistviz-layer mnistviz-typed", [summary, how, row, this.problem]);
    // Or Enter would go to the notebook, whose shortcuts match the element in focus, whatever its parents say.
    for (const one of [field, this.el]) one.dataset.lmSuppressShortcuts = "true";
  }

  private draw(): void {
    const strokes = strokesIn(this.field.value);
    const why = typeof strokes === "string" ? strokes : "";
    setText(this.problem, why);
    this.field.setAttribute("aria-invalid", String(why !== ""));
    if (typeof strokes === "string") return;
    for (const [first, ...others] of strokes) {
      if (!first) continue;
      this.act(["down", ...first]);
      for (const point of others) this.act(["move", ...point]);
      this.act(["up"]);
    }
  }
}

/** Returns the strokes of a text, "x,y x,y; x,y ..." in pad pixels; or why there are none, in a sentence. */
export function strokesIn(typed: string): readonly Stroke[] | string {
  const side = PAPER_SIDE;
  const strokes: Point[][] = [];
  const texts = typed
    .replace(/\s*,\s*/g, ",")
    .split(";")
    .map((one) => one.split(/\s+/).filter((word) => word));
  for (const words of texts.filter(({ length }) => length)) {
    const stroke: Point[] = [];
    strokes.push(stroke);
    for (const word of words) {
      const [x, y] = (POINT.exec(word) ?? []).slice(1).map(Number);
      const isOnPad = x !== undefined && y !== undefined && Math.max(x, y) <= side;
      const place = { stroke: String(strokes.length), point: String(stroke.length + 1) };
      if (!isOnPad) return text("strokes-invalid", { ...place, received: shorten(word, LONGEST_QUOTE), side });
      stroke.push([x, y]);
    }
  }
  return strokes.length ? strokes : text("strokes-invalid", { point: "none", stroke: "", received: "", side });
}
