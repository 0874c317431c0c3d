/** The slider through the moments of a drawing. Its right end is now. */

import { element, setText } from "../../../core/dom";
import { text } from "../../../core/text";
import { pointsOf } from "../../../ink/drawing";
import type { Scene } from "../../../ink/scene";

export class MomentSlider {
  readonly el: HTMLElement;
  private readonly range = element("input");
  private readonly value = element("span", "mnistviz-history-value");

  /** @param rewind goes to a moment, in points of the drawing; null: now */
  constructor(rewind: (points: number | null) => void) {
    const { range } = this;
    range.type = "range";
    range.min = "0";
    range.step = "1";
    range.dataset.lmSuppressShortcuts = "true"; // or the arrow keys would go to the notebook
    range.setAttribute("aria-label", text("history-moment"));
    range.addEventListener("input", () => rewind(range.value === range.max ? null : Number(range.value)));
    this.value.setAttribute("aria-hidden", "true"); // the slider says it
    this.el = element("div", "mnistviz-moment-slider", [this.range, this.value]);
  }

  /**
   * @param scene what is on the paper
   * @param answer what the network reads at that moment; empty: it is not computed
   */
  show({ drawing, moment }: Scene, answer: string): void {
    const { range } = this;
    const total = pointsOf(drawing);
    const points = moment ?? total;
    range.max = String(total);
    range.value = String(points);
    const where = { points: String(points), total: String(total) };
    const words = answer ? text("history-point-and-answer", { ...where, answer }) : text("history-point", where);
    range.setAttribute("aria-valuetext", words);
    setText(this.value, words);
  }
}
