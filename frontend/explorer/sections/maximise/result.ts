/** What an ascent has come to: the digit, and what the network makes of it, beside real digits. */

import { paintInk } from "../../../core/canvas";
import type { Arrays } from "../../../core/codec";
import { announcer, button, element, setText } from "../../../core/dom";
import { percent } from "../../../core/numbers";
import { text } from "../../../core/text";
import type { Shown } from ".";
import type { Patches } from "./patches";

const SIDE = 28; // pixels of a digit

export class Result {
  readonly el: HTMLElement;
  private digit: Float32Array<ArrayBuffer> | null = null;
  private name = "";
  private readonly canvas = element("canvas", "mnistviz-paper");
  private readonly frame = element("div", "mnistviz-maximise-field");
  private readonly value = element("div", "mnistviz-maximise-value");
  private readonly compared = element("div");
  private readonly marks = element("div", "mnistviz-caption");
  private readonly reading = element("div");
  private readonly doubt = element("div", "mnistviz-caption");
  private readonly spoken = announcer("mnistviz-said", "polite");

  /**
   * @param patches shows real digits; null: there are none
   * @param feed puts a digit on the pad: 784 values, and the name of the unit that likes it
   */
  constructor(
    private readonly patches: Patches | null,
    feed: (digit: Float32Array<ArrayBuffer>, name: string) => void,
  ) {
    this.canvas.setAttribute("role", "img");
    const picture = element("div", "mnistviz-maximise-picture", [this.canvas, this.frame]);
    const onPad = button(text("maximise-feed"), () => this.digit && feed(this.digit, this.name));
    const words = [this.value, this.compared, this.marks, this.reading, this.doubt, onPad];
    const found = element("div", "mnistviz-maximise-found", [picture, element("div", "", words)]);
    const real = patches?.el ?? element("div", "mnistviz-caption", [text("maximise-without-digits")]);
    const remark = element("div", "mnistviz-caption", [text("maximise-remark")]);
    const sides = element("div", "mnistviz-maximise-sides", [found, real]);
    this.el = element("div", "", [sides, remark, this.spoken]);
    this.el.hidden = true;
  }

  /** Null: there is nothing to show. */
  show(shown: Shown | null, arrays: Arrays, isRunning: boolean): void {
    this.el.hidden = !shown;
    if (!shown) return;
    const { name, value, before, own, share, former } = shown;
    this.name = name;
    this.digit = new Float32Array(arrays.float32("digit").data);
    const codes = Uint8Array.from(this.digit, (ink) => 255 * ink + 0.5);
    paintInk(this.canvas, codes, SIDE, SIDE);
    this.canvas.setAttribute("aria-label", text("maximise-picture", { name }));
    const [top, bottom, left, right] = shown.field.map((place) => (100 * place) / SIDE) as [
      number,
      number,
      number,
      number,
    ];
    Object.assign(this.frame.style, {
      top: `${top}%`,
      left: `${left}%`,
      width: `${right - left}%`,
      height: `${bottom - top}%`,
    });
    setText(this.value, text("maximise-value", { name, value }));
    setText(this.compared, text("maximise-compared", { before, own }));
    const stopped = share < 1 && !isRunning ? text("maximise-stopped", { share: String(Math.round(100 * share)) }) : "";
    setText(this.marks, [stopped, former ? text("maximise-former") : ""].filter(Boolean).join(" "));
    setText(this.reading, readingOf(shown));
    setText(this.doubt, doubtOf(shown));
    this.patches?.show(shown, arrays, isRunning);
  }

  /** Says aloud what was found. */
  describe(shown: Shown): void {
    const { name, value, own } = shown;
    setText(this.spoken, text("maximise-spoken", { name, value, own, reading: readingOf(shown) }));
  }
}

function readingOf({ label, confidence }: Shown): string {
  if (label === null) return text("maximise-reading-blank");
  return text("maximise-reading", { label, confidence: percent(confidence) });
}

function doubtOf({ label, familiar }: Shown): string {
  if (label === null || familiar === null) return "";
  return text(familiar ? "maximise-no-doubt" : "maximise-doubt");
}
