/** How logits become probabilities, as in Python (`mnistviz/explain/softmax_steps.py`). */

import { sumOf } from "./summation";

/** The way from logits to probabilities as it is really computed: first minus the largest logit, or exp would overflow. */
export interface SoftmaxSteps {
  readonly logits: Float64Array;
  readonly maximum: number;
  /** Logit minus maximum. */
  readonly differences: Float64Array;
  /** exp(logit - maximum), 1 for the most probable class and less for the others. */
  readonly exponentials: Float64Array;
  /** The sum of the exponentials, from 1 to the number of classes. */
  readonly total: number;
  readonly probabilities: Float64Array;
}

/** Takes the steps of softmax. */
export function softmaxSteps(logits: Float64Array): SoftmaxSteps {
  const maximum = Math.max(...logits);
  const differences = logits.map((logit) => logit - maximum);
  const exponentials = differences.map(Math.exp);
  const total = sumOf(exponentials);
  return {
    logits,
    maximum,
    differences,
    exponentials,
    total,
    probabilities: exponentials.map((value) => value / total),
  };
}
