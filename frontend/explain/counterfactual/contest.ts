/** `Contest`: one class of a network against all others, forwards and backwards; see `mnistviz/explain/contest.py`. */

import { text } from "../../core/text";
import type { GradientEngine } from "../../network/gradients/gradient_engine";
import { CannotExplain } from "../cannot_explain";

export class Contest {
  /** How often a digit was sent through the network, or followed back. */
  passes = 0;
  private readonly output: string; // the name of what is compared

  /** @param target the number of the class */
  constructor(
    private readonly engine: GradientEngine,
    private readonly target: number,
  ) {
    this.output = engine.logits ?? (engine.layers.at(-1)?.name as string);
    engine.reset();
  }

  /**
   * Returns by how much the logit of the class is above the largest other one, negative where it is below. A network that does not
   * end in softmax or sigmoid has no logits, so its outputs are compared. Throws if they are not finite.
   *
   * @param digit 784 values row by row, 0 paper to 1 ink
   */
  margin(digit: Float32Array): number {
    this.passes += 1;
    this.engine.run(digit);
    const values = this.engine.valuesOf(this.output);
    const margin = Math.fround((values[this.target] as number) - this.largestOther(values));
    if (!Number.isFinite(margin)) throw new CannotExplain(text("change-not-finite"));
    return margin;
  }

  /**
   * Returns how the margin of the last digit changes with each pixel; the next call overwrites it.
   *
   * All other classes count, each by its share among them (softmax), and not only the largest: where several are about as large, the
   * way past one of them would only lead to the next.
   */
  gradient(): Float64Array {
    this.passes += 1;
    const values = this.engine.valuesOf(this.output);
    const largest = this.largestOther(values);
    const upstream = Float64Array.from(values, (value, at) => (at === this.target ? 0 : -Math.exp(value - largest)));
    const total = upstream.reduce((sum, value) => sum - value, 0);
    for (let at = 0; at < upstream.length; at++) upstream[at] = (upstream[at] as number) / total;
    upstream[this.target] = 1;
    return this.engine.gradient(this.output, upstream);
  }

  private largestOther(values: Float32Array): number {
    return values.reduce((most, value, at) => (at === this.target ? most : Math.max(most, value)), -Infinity);
  }
}
