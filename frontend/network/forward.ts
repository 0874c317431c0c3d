/** The record of one digit's way through a network: the counterpart of `mnistviz/network/forward_pass.py`. */

import type { Activations } from "./network";

/** One digit and everything that a network computed from it. */
export interface Forward {
  /** 784 values row by row, 0 paper to 1 ink. */
  readonly digit: Float32Array;
  readonly activations: Activations;
  /** Of each class; they sum to 1. */
  readonly probabilities: Float32Array;
  /** The most probable class 0 to 9; null for blank paper. */
  readonly prediction: number | null;
  /** The probability of the prediction; 0 for blank paper. */
  readonly confidence: number;
}

/** Makes the record. The last layer has the probabilities, whatever its name. */
export function forwardOf(digit: Float32Array, activations: Activations): Forward {
  const probabilities = [...activations.values()].at(-1) ?? new Float32Array(0);
  const most = Math.max(...probabilities);
  const isBlank = digit.every((value) => value === 0);
  return {
    digit,
    activations,
    probabilities,
    prediction: isBlank ? null : probabilities.indexOf(most),
    confidence: isBlank ? 0 : most,
  };
}
