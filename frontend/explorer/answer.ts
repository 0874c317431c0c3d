/** The network's answer: prediction, confidence, a bar for each class, and a remark if the digit looks unlike any that it knows. */

import { button, element, setText } from "../core/dom";
import { percent } from "../core/numbers";
import { text } from "../core/text";
import { Bar } from "./bar";
import { areDigits, MOST_SHOWN, shownClasses, spokenName, widthOf } from "./classes";
import type { Update } from "./traits";

/** What is known of the classes before anything is drawn. */
export interface Classes {
  readonly names: readonly string[];
  /** Each has a probability of its own, and they need not sum to 1. */
  readonly areIndependent: boolean;
}

const DOUBT = 1500; // milliseconds of rest before a digit is flagged: half a digit is not a digit

export class Answer {
  readonly el: HTMLElement;
  private readonly prediction = element("div", "mnistviz-prediction", [text("draw-a-digit")]);
  private readonly confidence = element("div", "mnistviz-confidence");
  private readonly remark = element("div", "mnistviz-flag", [text("unfamiliar")]);
  private readonly others = element("div", "mnistviz-others");
  private readonly rows: readonly Bar[];
  private shown: readonly number[]; // the class of each row
  private predicted = 0;
  private timer: ReturnType<typeof setTimeout> | undefined; // runs before the digit is flagged

  /** @param explain explains the probability of a class; null: nothing does */
  constructor(
    private readonly classes: Classes,
    private readonly explain: ((which: number) => void) | null,
  ) {
    const { names } = classes;
    this.remark.hidden = true;
    this.shown = shownClasses([], names.length);
    this.rows = this.shown.map((_, row) => new Bar(() => this.choose(row)));
    const isOfDigits = areDigits(names);
    const bars = element(
      "div",
      "mnistviz-bars",
      this.rows.map(({ el }) => el),
    );
    if (names.length > MOST_SHOWN) bars.append(this.others);
    bars.setAttribute("role", "group");
    bars.setAttribute("aria-label", this.label(isOfDigits));
    if (explain) bars.tabIndex = 0;
    bars.addEventListener("keydown", (event) => {
      if (!explain || !/^[0-9]$/.test(event.key)) return;
      this.choose(Number(event.key));
      event.preventDefault();
      event.stopPropagation(); // or the notebook cell would become a heading
    });
    const why = button(text("why"), () => explain?.(this.predicted), text("why-aloud")); // what a bar does, for keyboards
    const verdict = element("div", "mnistviz-verdict", [this.prediction, this.confidence, why]);
    this.el = element("div", "mnistviz-answer", [verdict, bars, this.remark]);
    this.el.classList.toggle("mnistviz-named", !isOfDigits);
  }

  paint({ prediction, confidence, probabilities }: Update): void {
    const { names } = this.classes;
    const isKnown = prediction !== null;
    this.flag(false);
    this.predicted = prediction ?? 0;
    this.prediction.classList.toggle("mnistviz-known", isKnown);
    this.showName(isKnown ? (names[prediction] ?? String(prediction)) : null);
    setText(this.confidence, isKnown ? percent(confidence) : "");
    this.shown = shownClasses(isKnown ? probabilities : [], names.length);
    for (const [row, bar] of this.rows.entries()) {
      const which = this.shown[row] ?? 0;
      bar.name(names[which] ?? "", spokenName(names, which));
      bar.paint(isKnown ? (probabilities[which] ?? 0) : null, which === prediction);
    }
    setText(this.others, this.describeOthers(isKnown ? probabilities : null));
  }

  /** The digit looks unlike those that the network knows: flags it soon, unless another one is painted before. */
  doubt(): void {
    this.flag(false);
    this.timer = setTimeout(() => this.flag(true), DOUBT);
  }

  /** Says the answer in words: in a sentence, and as short as it can be. */
  say({ prediction, confidence }: Update): { answer: string; reading: string } {
    const blank = text("blank-paper");
    if (prediction === null) return { answer: blank, reading: blank };
    const read = { prediction: this.classes.names[prediction] ?? String(prediction), confidence: percent(confidence) };
    return {
      answer: text(this.classes.areIndependent ? "answer-aloud-independent" : "answer-aloud", read),
      reading: text("history-answer", { name: read.prediction, confidence: read.confidence }),
    };
  }

  close(): void {
    clearTimeout(this.timer);
  }

  private flag(isFlagged: boolean): void {
    clearTimeout(this.timer);
    this.remark.hidden = !isFlagged;
  }

  private choose(row: number): void {
    const which = this.shown[row];
    if (which !== undefined) this.explain?.(which);
  }

  private label(isOfDigits: boolean): string {
    if (isOfDigits) return text(this.explain ? "probabilities" : "probabilities-alone");
    const name = this.classes.areIndependent ? text("independent-of-classes") : text("probabilities-of-classes");
    return this.explain ? text("probabilities-and-keys", { name }) : name;
  }

  /** @param name null: the paper is blank */
  private showName(name: string | null): void {
    if (!setText(this.prediction, name ?? text("draw-a-digit"))) return;
    this.prediction.title = name && name.length > 1 ? name : "";
    this.prediction.style.setProperty("--mnistviz-characters", String(widthOf(name ?? "")));
  }

  private describeOthers(probabilities: readonly number[] | null): string {
    const count = this.classes.names.length - this.shown.length;
    if (!probabilities) return text("other-classes", { count });
    const rest = probabilities.filter((_, which) => !this.shown.includes(which));
    if (this.classes.areIndependent) return text("others-at-most", { count, share: percent(Math.max(0, ...rest)) });
    return text("others-together", { count, share: percent(rest.reduce((sum, share) => sum + share, 0)) });
  }
}
