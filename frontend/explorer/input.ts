/** The digit that the network gets, and the steps of framing before it, small, with an arrow after each. */

import tokens from "../../mnistviz/assets/tokens.json";
import { paintInk } from "../core/canvas";
import type { Arrays } from "../core/codec";
import { PAPER } from "../core/colours";
import { element, fillUp, setText } from "../core/dom";
import type { Strip } from "../core/strip/strip";
import { text } from "../core/text";
import type { Stage } from "./stage";
import type { Update } from "./traits";

const SIDE = tokens.sizes["digit-shown"]; // three times its pixels
const RANGE = { low: [0], high: [1] };

export class Input {
  readonly el: HTMLElement;
  private readonly steps = element("span", "mnistviz-steps");
  private readonly caption = element("figcaption");
  private digit: Strip;

  constructor(private readonly stage: Stage) {
    this.digit = stage.digit;
    this.el = element("figure", "mnistviz-input", [
      element("div", "mnistviz-caption", [text("network-sees")]),
      element("div", "mnistviz-framing", [this.steps, this.digit.canvas]),
      this.caption,
    ]);
  }

  /** Takes the strip for what an update shows, before marks are put on it. */
  prepare(arrays: Arrays): void {
    this.stage.showDigitOf(arrays.uint8("digit").shape);
    if (this.digit === this.stage.digit) return;
    this.digit.canvas.replaceWith(this.stage.digit.canvas);
    this.digit = this.stage.digit;
    this.resize();
  }

  paintDigit(arrays: Arrays): void {
    this.digit.show(arrays.uint8("digit").data, RANGE, PAPER);
  }

  paintSteps({ steps, centring }: Update, arrays: Arrays): void {
    fillUp(this.steps, steps.length, () => {
      const canvas = element("canvas", "mnistviz-paper");
      canvas.setAttribute("aria-hidden", "true"); // the caption says what was done
      return element("span", "", [canvas, "\u2192"]);
    });
    steps.forEach(({ name, text: what }, i) => {
      const canvas = this.steps.children[i]?.firstChild as HTMLCanvasElement;
      const { shape, data } = arrays.uint8(name);
      paintInk(canvas, data, shape[1] ?? 0, shape[0] ?? 0);
      canvas.title = what;
    });
    setText(this.caption, [...steps.map((step) => step.text), centring].filter(Boolean).join("; "));
  }

  settle(arrays: Arrays): void {
    this.digit.values = arrays.float32("digit").data;
  }

  resize(): void {
    const { rows, columns } = this.digit.sizes;
    const scale = SIDE / Math.max(rows, columns);
    this.digit.resize(scale * columns, scale * rows);
  }
}
