/** How far a training is, as text and as a bar. */

import { element, setText } from "../core/dom";
import { text } from "../core/text";

/** What a bar counts, and the keys of its texts: its name, some of all, and none yet. */
export const COUNTED = {
  epochs: { name: "trainer-epoch", some: "epoch-of", none: "no-epoch" },
  batches: { name: "trainer-batch", some: "batch-of", none: "no-batch" },
} as const;

export type Counted = keyof typeof COUNTED;

/** Returns text, value and end of a bar; `all` is 0 before the digits are loaded. */
export function progressOf(counted: Counted, done: number, all: number): { words: string; value: number; max: number } {
  const { some, none } = COUNTED[counted];
  return { words: all ? text(some, { done, all }) : text(none), value: done, max: all || 1 };
}

export class ProgressBar {
  readonly el: HTMLElement;
  private readonly words = element("span");
  private readonly bar = element("progress");

  constructor(private readonly counted: Counted) {
    this.bar.setAttribute("aria-label", text(COUNTED[counted].name));
    this.el = element("div", "", [this.words, this.bar]);
  }

  show(done: number, all: number): void {
    const { words, value, max } = progressOf(this.counted, done, all);
    this.bar.max = max;
    this.bar.value = value;
    setText(this.words, words);
  }
}
