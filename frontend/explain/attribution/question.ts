/** `Question`: why a network gives a class to a digit, or why one class and not another; see `mnistviz/explain/question.py`. */

import type { GradientEngine } from "../../network/gradients/gradient_engine";

/** Why a class; and if there is another one, why not that. */
export interface Target {
  readonly target: number;
  readonly other: number | null;
}

/**
 * What is asked about is the score: the logit of the class, or the difference of two logits. Probabilities are not, because each of
 * them depends on all logits, and changes little where the network is sure.
 */
export class Question {
  /** How much each logit counts for the score. */
  private readonly weights: Float64Array;
  private whole: number | null = null; // what `fromBlank` returns

  /**
   * @param logits of the engine: their name
   * @param digit 784 values row by row, 0 paper to 1 ink
   */
  constructor(
    readonly engine: GradientEngine,
    private readonly logits: string,
    readonly digit: Float32Array,
    readonly asked: Target,
  ) {
    this.weights = new Float64Array(engine.valuesOf(logits).length);
    this.weights[asked.target] = 1;
    if (asked.other !== null) this.weights[asked.other] = -1;
  }

  /** The score of the digit less that of blank paper. */
  get fromBlank(): number {
    if (this.whole === null) {
      this.engine.reset();
      const blank = this.score(new Float32Array(this.digit.length));
      this.whole = this.score(this.digit) - blank;
    }
    return this.whole;
  }

  score(digit: ArrayLike<number>): number {
    this.engine.run(digit);
    const values = this.engine.valuesOf(this.logits);
    return this.weights.reduce((sum, weight, at) => (weight ? sum + weight * (values[at] as number) : sum), 0);
  }

  /** Returns the probability of the class. Of two classes, as if there were no others. */
  probability(digit: ArrayLike<number>): number {
    const { target, other } = this.asked;
    if (other !== null) return 1 / (1 + Math.exp(-this.score(digit)));
    this.engine.run(digit);
    return this.engine.probabilities[target] as number;
  }

  /** Returns the gradient of the score at a digit, or with respect to the values of a layer. The next one overwrites it. */
  gradient(digit: ArrayLike<number>, at: string | null = null): Float64Array {
    this.engine.run(digit);
    return this.engine.gradient(this.logits, this.weights, at);
  }

  /** Returns the mean gradient of the score with respect to the pixels, in equal steps from blank paper to the digit. */
  meanGradient(steps: number): Generator<void, Float64Array> {
    return this.engine.meanGradient(this.logits, this.weights, this.digit, steps);
  }
}
