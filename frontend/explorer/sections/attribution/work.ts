/** The page's own answers: computed when the pen pauses, in slices, one after the other the map, the curve, and the check. */

import { SlicedWork } from "../../../core/sliced_work";
import { text } from "../../../core/text";
import { ask, attribute, checkDeletion, checkWeights } from "../../../explain/attribution/attribution";
import type { Question, Target } from "../../../explain/attribution/question";
import { CannotExplain } from "../../../explain/cannot_explain";
import { GradientEngine } from "../../../network/gradients/gradient_engine";
import type { Network } from "../../../network/network";
import type { Answer } from "./answer";
import { isSameDigit } from "./wish";

/** Milliseconds without a change: somewhat before the pen is said to rest, since slices can be given up at any time. */
const PAUSE = 80;

/** What is to be answered. */
export interface Wish {
  readonly network: Network;
  readonly digit: Float32Array;
  readonly asked: Target;
  readonly method: string;
  /** The map with random weights is wanted, too. */
  readonly checked: boolean;
}

/** What has come of it: an answer that may grow, or why there is none. */
export interface Outcome {
  readonly answer: Answer | null;
  readonly problem: string;
}

export class Work {
  private readonly sliced: SlicedWork;
  private engine: { readonly network: Network; readonly gradients: GradientEngine } | null = null;
  private wish: Wish | null = null; // what is answered, being computed, or waits for the pen
  private outcome: Outcome | null = null; // of that wish; null: there is none yet
  private rest: ReturnType<typeof setTimeout> | undefined;
  /** Whether the outcome is that of the page's own framing, and that of the notebook kernel's is being computed. */
  isRefreshing = false;

  /**
   * @param guarded runs an action, and reports what goes wrong in it
   * @param listener hears of each outcome
   */
  constructor(
    private readonly guarded: (action: () => void) => void,
    private readonly listener: (outcome: Outcome) => void,
  ) {
    this.sliced = new SlicedWork(guarded);
  }

  /** Returns what is known of a wish, and computes what is not, once the pen pauses. */
  follow(wish: Wish): Outcome | null {
    const former = this.wish;
    if (!former || !isSameQuestion(former, wish)) {
      this.stop();
      this.wish = wish;
      const isPen = former !== null && !isSameDigit(former.digit, wish.digit);
      this.rest = setTimeout(() => this.guarded(() => this.begin(wish)), isPen ? PAUSE : 0);
    } else if (!isEqual(former.digit, wish.digit)) {
      // The notebook kernel's digit. Where values in a pool are equal, the smallest difference decides which pixel gets the share.
      clearTimeout(this.rest);
      this.sliced.stop();
      this.wish = wish;
      this.isRefreshing = this.outcome !== null;
      this.rest = setTimeout(() => this.guarded(() => this.begin(wish)));
    } else if (former.checked !== wish.checked) {
      this.wish = wish;
      if (this.outcome && !this.isRefreshing && !this.sliced.isRunning) this.goOn();
    }
    return this.outcome;
  }

  /** Forgets everything. */
  stop(): void {
    clearTimeout(this.rest);
    this.sliced.stop();
    this.wish = this.outcome = null;
    this.isRefreshing = false;
  }

  close(): void {
    this.stop();
    this.sliced.close();
  }

  private begin({ digit, asked, method }: Wish): void {
    try {
      const question = this.question();
      this.run(attribute(question, method), (map) => {
        if (!map.values.every(Number.isFinite)) return this.show(null, text("attribution-not-finite"));
        this.show({ asked, method, digit, ...map, curve: null, check: null });
        this.goOn();
      });
    } catch (error) {
      this.refuse(error);
    }
  }

  /** Computes what is still missing. */
  private goOn(): void {
    const { wish } = this;
    const answer = this.outcome?.answer;
    if (!wish || !answer) return;
    const map = {
      ...answer,
      values: Float64Array.from(answer.values),
      completenessError: answer.completenessError ?? 0,
    };
    const question = this.question();
    if (!answer.curve) {
      this.run(checkDeletion(question, map), (curve) => this.add({ curve }));
    } else if (wish.checked && !answer.check) {
      this.run(checkWeights(question, wish.method, map), ({ values, correlation }) =>
        this.add({ check: { values, correlation: Number.isNaN(correlation) ? null : correlation } }),
      );
    }
  }

  private add(more: Partial<Answer>): void {
    const answer = this.outcome?.answer;
    if (!answer) return;
    this.show({ ...answer, ...more });
    this.goOn();
  }

  private show(answer: Answer | null, problem = ""): void {
    this.outcome = { answer, problem };
    this.isRefreshing = false;
    this.listener(this.outcome);
  }

  /** Runs steps in slices; if they find that there is no answer, that is the outcome. */
  private run<Result>(steps: Generator<void, Result>, done: (result: Result) => void): void {
    this.sliced.start(settled(steps), (result) => {
      if ("error" in result) this.refuse(result.error);
      else done(result.value);
    });
  }

  private refuse(error: unknown): void {
    if (!(error instanceof CannotExplain)) throw error;
    this.show(null, error.message);
  }

  private question(): Question {
    const { network, digit, asked } = this.wish as Wish;
    if (this.engine?.network !== network) {
      this.engine = { network, gradients: new GradientEngine(network.layers, network.arrays) };
    }
    return ask(this.engine.gradients, digit, asked);
  }
}

function* settled<Result>(
  steps: Generator<void, Result>,
): Generator<void, { readonly value: Result } | { readonly error: CannotExplain }> {
  try {
    return { value: yield* steps };
  } catch (error) {
    if (error instanceof CannotExplain) return { error };
    throw error;
  }
}

function isEqual(one: Float32Array, other: Float32Array): boolean {
  return one === other || one.every((value, at) => value === other[at]);
}

function isSameQuestion(one: Wish, other: Wish): boolean {
  const isSame = one.network === other.network && one.method === other.method;
  const isAsked = one.asked.target === other.asked.target && one.asked.other === other.asked.other;
  return isSame && isAsked && isSameDigit(one.digit, other.digit);
}
