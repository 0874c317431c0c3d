/** An answer to "why this answer?", as the page or the notebook kernel has computed it. */

import { text } from "../../../core/text";
import type { DeletionCurve } from "../../../explain/attribution/checks";
import type { Target } from "../../../explain/attribution/question";
import type { Part } from "../../section";

export interface Answer {
  readonly asked: Target;
  readonly method: string;
  readonly digit: Float32Array;
  /** 784 values row by row. */
  readonly values: ArrayLike<number>;
  /** The score of the digit less that of blank paper. */
  readonly whole: number;
  /** Null: it is infinite. */
  readonly completenessError: number | null;
  /** Null: it is still being computed. */
  readonly curve: DeletionCurve | null;
  /** Null: it is still being computed, or was not asked for. */
  readonly check: Check | null;
}

/** The map with random weights. */
export interface Check {
  readonly values: ArrayLike<number>;
  /** Null: there is none. */
  readonly correlation: number | null;
}

/** What the notebook kernel sends. */
export interface KernelHeader {
  /** Of the digit that is on the screen. */
  readonly prediction: number | null;
  readonly probabilities: readonly number[];
  /** Why there is no map, and what to do; empty: there is one, or it is being computed. */
  readonly problem: string;
  /** Null: none is known yet. */
  readonly answer: {
    readonly target: number;
    readonly other: number | null;
    readonly method: string;
    readonly whole: number;
    readonly completeness_error: number | null;
    readonly area: number;
    readonly random_area: number;
    readonly checked: boolean;
    readonly correlation: number | null;
  } | null;
  /** Whether the answer is that of a former digit, question or network. */
  readonly former: boolean;
}

/** Returns the answer in a part of the notebook kernel. */
export function answerOfKernel({ header, arrays }: Part<KernelHeader>): Answer | null {
  const { answer } = header;
  if (!answer) return null;
  const probabilities = Float64Array.from(arrays.float32("probabilities").data);
  const all = Float64Array.from(arrays.float32("random").data);
  const count = probabilities.length;
  const random = Array.from({ length: all.length / count }, (_, at) => all.slice(at * count, (at + 1) * count));
  return {
    asked: { target: answer.target, other: answer.other },
    method: answer.method,
    digit: arrays.float32("digit").data,
    values: arrays.float32("values").data,
    whole: answer.whole,
    completenessError: answer.completeness_error,
    curve: { probabilities, random, area: answer.area, randomArea: answer.random_area },
    check: answer.checked ? { values: arrays.float32("checked").data, correlation: answer.correlation } : null,
  };
}

/** Says what is asked, for example "why 4 and not 9". */
export function questionWords({ target, other }: Target, classes: readonly string[]): string {
  const name = (which: number): string => classes[which] ?? String(which);
  if (other === null) return text("attribution-question", { target: name(target) });
  return text("attribution-question-of-two", { target: name(target), other: name(other) });
}
