/** One of two answers that are compared: the digit, whose it is, and what was read. */

import { paintInk, paintPicture } from "../../../core/canvas";
import type { Tensor } from "../../../core/codec";
import { element, setText } from "../../../core/dom";
import { percent } from "../../../core/numbers";
import { text } from "../../../core/text";

export interface Answer {
  /** The name of the class; null: the paper is blank. */
  readonly label: string | null;
  readonly confidence: number;
}

export class AnswerCard {
  readonly el: HTMLElement;
  private readonly canvas = element("canvas", "mnistviz-paper");
  private readonly title = element("div");
  private readonly note = element("div", "mnistviz-caption");
  private readonly answer = element("span", "mnistviz-number");

  /** @param name of the digit among the arrays of the section */
  constructor(readonly name: string) {
    this.canvas.setAttribute("aria-hidden", "true"); // what is read in it says enough
    const words = element("div", "", [this.title, this.answer, this.note]);
    this.el = element("div", "mnistviz-compared-answer", [this.canvas, words]);
    this.el.dataset.answer = name;
  }

  /** The answer in words. */
  get reading(): string {
    return this.answer.textContent ?? "";
  }

  show(title: string, note: string, answer: Answer, digit: Tensor<"uint8">, isOtherwise: boolean): void {
    const { label, confidence } = answer;
    setText(this.title, title);
    setText(this.note, note);
    setText(this.answer, label === null ? text("blank-paper") : `${label}, ${percent(confidence)}`);
    this.el.classList.toggle("mnistviz-otherwise", isOtherwise);
    const [height = 1, width = 1, channels] = digit.shape;
    (channels ? paintPicture : paintInk)(this.canvas, digit.data, width, height);
    this.canvas.classList.toggle("mnistviz-paper", !channels);
  }
}
