/** The network's answer: prediction, confidence, ten bars, and a remark if the digit looks unlike any that it knows. */

import { button, element, setText } from "../core/dom";
import { percent } from "../core/numbers";
import { text } from "../core/text";
import type { Update } from "./traits";

const CLASSES = 10;

export class Answer {
  readonly el: HTMLElement;
  private readonly prediction = element("div", "mnistviz-prediction", [text("draw-a-digit")]);
  private readonly confidence = element("div", "mnistviz-confidence");
  private readonly remark = element("div", "mnistviz-flag", [text("unfamiliar")]);
  private readonly rows: readonly Bar[];
  private predicted = 0;

  /** @param explain explains the probability of a digit; null: nothing does */
  constructor(explain: ((digit: number) => void) | null) {
    this.remark.hidden = true;
    this.rows = Array.from({ length: CLASSES }, (_, digit) => new Bar(digit, () => explain?.(digit)));
    const bars = element(
      "div",
      "mnistviz-bars",
      this.rows.map(({ el }) => el),
    );
    bars.setAttribute("role", "group");
    bars.setAttribute("aria-label", text(explain ? "probabilities" : "probabilities-alone"));
    if (explain) bars.tabIndex = 0;
    bars.addEventListener("keydown", (event) => {
      if (!explain || !/^[0-9]$/.test(event.key)) return;
      explain(Number(event.key));
      event.preventDefault();
      event.stopPropagation(); // or the notebook cell would become a heading
    });
    const why = button(text("why"), () => explain?.(this.predicted), text("why-aloud")); // what a bar does, for keyboards
    const verdict = element("div", "mnistviz-verdict", [this.prediction, this.confidence, why]);
    this.el = element("div", "mnistviz-answer", [verdict, bars, this.remark]);
  }

  paint({ prediction, confidence, probabilities }: Update): void {
    const isKnown = prediction !== null;
    this.predicted = prediction ?? 0;
    this.prediction.classList.toggle("mnistviz-known", isKnown);
    setText(this.prediction, isKnown ? String(prediction) : text("draw-a-digit"));
    setText(this.confidence, isKnown ? percent(confidence) : "");
    for (const [digit, row] of this.rows.entries()) {
      row.paint(isKnown ? (probabilities[digit] ?? 0) : null, digit === prediction);
    }
  }

  /** Flags the digit as unlike those that the network knows, or takes that back. */
  flag(isFlagged: boolean): void {
    this.remark.hidden = !isFlagged;
  }
}

/** One row of the probabilities, as text with a role, so that it needs no eyes for colour or length. */
class Bar {
  readonly el: HTMLElement;
  private readonly fill = element("span", "mnistviz-fill");
  private readonly number = element("span", "mnistviz-number");

  constructor(digit: number, onClick: () => void) {
    const label = element("span", "mnistviz-class", [String(digit)]);
    const track = element("span", "mnistviz-track", [this.fill]);
    this.el = element("div", "mnistviz-bar", [label, track, this.number]);
    this.el.setAttribute("role", "meter");
    this.el.setAttribute("aria-label", text("digit-of-bar", { digit }));
    this.el.setAttribute("aria-valuemin", "0");
    this.el.setAttribute("aria-valuemax", "100");
    this.el.addEventListener("click", onClick);
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
