/** One row of the probabilities, as text with a role, so that it needs no eyes for colour or length. */

import { element, setText } from "../core/dom";
import { percent } from "../core/numbers";
import { text } from "../core/text";

export class Bar {
  readonly el: HTMLElement;
  private readonly label = element("span", "mnistviz-class");
  private readonly fill = element("span", "mnistviz-fill");
  private readonly number = element("span", "mnistviz-number");

  constructor(onClick: () => void) {
    const track = element("span", "mnistviz-track", [this.fill]);
    this.el = element("div", "mnistviz-bar", [this.label, track, this.number]);
    this.el.setAttribute("role", "meter");
    this.el.setAttribute("aria-valuemin", "0");
    this.el.setAttribute("aria-valuemax", "100");
    this.el.addEventListener("click", onClick);
  }

  /** Sets of which class it tells. */
  name(name: string, spoken: string): void {
    if (!setText(this.label, name)) return;
    this.label.title = name.length > 1 ? name : ""; // it may be cut
    this.el.setAttribute("aria-label", spoken);
  }

  /** @param share null: the paper is blank */
  paint(share: number | null, isPredicted: boolean): void {
    this.fill.style.transform = `scaleX(${share ?? 0})`;
    if (setText(this.number, share === null ? "" : percent(share))) {
      this.el.setAttribute("aria-valuenow", (100 * (share ?? 0)).toFixed(1));
      this.el.setAttribute("aria-valuetext", share === null ? text("no-prediction") : percent(share));
    }
    this.el.classList.toggle("mnistviz-winner", isPredicted);
  }
}
