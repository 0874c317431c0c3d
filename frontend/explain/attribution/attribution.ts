/** Attribution: which pixels of a digit speak for a class, and which against it. As in Python (`mnistviz/explain/attribution.py`). */

import { text } from "../../core/text";
import type { GradientEngine } from "../../network/gradients/gradient_engine";
import { CannotExplain } from "../cannot_explain";
import { quoted } from "../wording";
import { type DeletionCurve, deletionCurve, randomEngine, rankCorrelation } from "./checks";
import { METHODS, type Method, sumOf } from "./methods";
import { Question, type Target } from "./question";

const SEED = 0; // of random weights

/** How much each pixel speaks for a class, by one method. */
export interface Attribution {
  /** 784 values row by row: above 0 for the class, below 0 against it, in the unit of logits. */
  readonly values: Float64Array;
  /** What the values of integrated gradients add up to but for an error: the score of the digit less that of blank paper. */
  readonly whole: number;
  /** How far they are from that, as a share of it. */
  readonly completenessError: number;
}

/** The same with random weights. */
export interface WeightsCheck {
  readonly values: Float64Array;
  /** Rank correlation -1..1 of both maps on the ink; about 0 is right. NaN if a map is the same everywhere there. */
  readonly correlation: number;
}

/** Returns a question about a network; throws `CannotExplain` if it does not end in softmax or sigmoid. */
export function ask(engine: GradientEngine, digit: Float32Array, asked: Target): Question {
  const { logits, layers } = engine;
  if (logits === null) {
    throw new CannotExplain(text("attribution-without-logits", { layer: quoted(layers.at(-1)?.name ?? "") }));
  }
  return new Question(engine, logits, digit, asked);
}

/** Makes the map of a method (see `METHODS`). Throws `CannotExplain` if the network has no convolution, and the method needs one. */
export function* attribute(question: Question, method: string): Generator<void, Attribution> {
  const values = (yield* methodOf(method)(question)).slice();
  const whole = question.fromBlank;
  const error = whole ? Math.abs(sumOf(values) - whole) / Math.abs(whole) : Number.POSITIVE_INFINITY;
  return { values, whole, completenessError: error };
}

/** See `deletionCurve`. */
export function* checkDeletion(question: Question, { values }: Attribution): Generator<void, DeletionCurve> {
  return yield* deletionCurve(question, values);
}

/**
 * Compares a map with that of a network with random weights of the same shapes (Adebayo et al. 2018, arXiv 1810.03292). Only pixels
 * with ink are compared: paper is 0 in both maps with most methods, so that all pixels together agree whatever the weights are.
 */
export function* checkWeights(question: Question, method: string, map: Attribution): Generator<void, WeightsCheck> {
  const { digit, engine, asked } = question;
  const values = yield* methodOf(method)(ask(randomEngine(engine, SEED), digit, asked));
  const ink = [...digit.keys()].filter((at) => (digit[at] as number) > 0);
  const onInk = (of: Float64Array): number[] => ink.map((at) => of[at] as number);
  return { values, correlation: rankCorrelation(onInk(map.values), onInk(values)) };
}

function methodOf(name: string): Method {
  const method = METHODS[name];
  if (!method) throw new RangeError(name); // the notebook kernel allows only known ones
  return method;
}
