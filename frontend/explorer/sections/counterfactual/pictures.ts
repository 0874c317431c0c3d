/** Three pictures: the digit, the change, and the changed digit, with what the network reads. Each value can be read. */

import { codeOf, encodeLayer, PAPER } from "../../../core/colours";
import { element, setText } from "../../../core/dom";
import { compact, percent } from "../../../core/numbers";
import { Strip } from "../../../core/strip/strip";
import { text } from "../../../core/text";
import type { Stage } from "../../stage";

/** A class and its probability. */
export interface Reading {
  readonly label: string;
  readonly share: number;
}

const SIDE = 84; // CSS pixels: three for each of the digit

export class Pictures {
  readonly el: HTMLElement;
  private readonly before: Card;
  private readonly change: Card;
  private readonly after: Card;

  constructor(private readonly stage: Stage) {
    this.before = new Card("digit", text("change-digit"), stage, false);
    this.change = new Card("change", text("change-itself"), stage, true);
    this.after = new Card("changed", text("change-changed"), stage, false);
    this.el = element("div", "mnistviz-change-pictures", [this.before.el, this.change.el, this.after.el]);
  }

  /** @param digits float32 (2, 28, 28): the digit and the changed digit  @param isNoise the colours reach only to its largest change */
  show(digits: Float32Array, readings: readonly (readonly Reading[])[], isNoise: boolean): void {
    const half = digits.length / 2;
    const [digit, changed] = [digits.slice(0, half), digits.slice(half)];
    this.before.showInk(digit, readings[0] ?? []);
    this.after.showInk(changed, readings[1] ?? []);
    const difference = changed.map((value, i) => value - (digit[i] ?? 0));
    this.change.showChange(difference, isNoise, this.stage.colours(true));
  }

  /** What is read in both, in words. */
  get words(): { before: string; after: string } {
    return { before: this.before.words, after: this.after.words };
  }

  recolour(): void {
    this.change.strip.recolour(this.stage.colours(true));
  }

  resize(): void {
    for (const { strip } of [this.before, this.change, this.after]) strip.resize(SIDE, SIDE);
  }
}

class Card {
  readonly el: HTMLElement;
  readonly strip: Strip;
  private readonly lines = element("div", "mnistviz-change-readings");

  constructor(name: string, title: string, stage: Stage, isSigned: boolean) {
    const layer = { name: title, title, shape: [28, 28], signed: isSigned };
    this.strip = new Strip(layer, { point: stage.point });
    const { canvas } = this.strip;
    canvas.setAttribute("aria-label", text("digit-keys", { digit: title }));
    canvas.classList.toggle("mnistviz-paper", !isSigned);
    this.el = element("div", "mnistviz-change-picture", [element("div", "", [title]), canvas, this.lines]);
    this.el.dataset.picture = name;
  }

  get words(): string {
    return [...this.lines.children].map(({ textContent }) => textContent).join(", ");
  }

  showInk(ink: Float32Array, readings: readonly Reading[]): void {
    const codes = Uint8Array.from(ink, (value) => codeOf(value, 1, false));
    this.strip.show(codes, { low: [0], high: [1] }, PAPER);
    this.strip.values = ink;
    const lines = readings.map(({ label, share }) => text("change-reading", { label, share: percent(share) }));
    this.write(lines);
  }

  showChange(change: Float32Array, isNoise: boolean, table: Uint32Array): void {
    const { codes, low, high } = isNoise ? encodeLayer(change, null, true, "layer") : overInk(change);
    this.strip.show(codes, { low, high }, table);
    this.strip.values = change;
    this.write([text("range", { low: compact(low[0] ?? 0), high: compact(high[0] ?? 0) })]);
  }

  private write(lines: readonly string[]): void {
    while (this.lines.children.length < lines.length) this.lines.append(element("div"));
    for (const [i, line] of [...this.lines.children].entries()) setText(line, lines[i] ?? "");
  }
}

/** Encodes a change of ink on the range of ink. */
function overInk(change: Float32Array): { codes: Uint8Array; low: number[]; high: number[] } {
  return { codes: Uint8Array.from(change, (value) => codeOf(value, 1, true)), low: [-1], high: [1] };
}
