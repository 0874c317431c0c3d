/**
 * Explains where a number comes from, as in Python (`mnistviz/explain/explanation.py`): `explainUnit` for one unit, `traceUnit`
 * follows its value down to a pixel.
 */

import { significant } from "../core/numbers";
import { text } from "../core/text";
import type { ChainLayer } from "../network/chain";
import type { Forward } from "../network/forward";
import type { Network } from "../network/network";
import { CannotExplain } from "./cannot_explain";
import type { Index } from "./inspection";
import { chainTo, checkIndex, whyNotExplained } from "./kinds";
import { type SoftmaxSteps, softmaxSteps } from "./softmax_steps";
import { sumOf } from "./summation";
import { readTerms, strongestOf } from "./terms";
import { explanationOf, hasWeights, isScaled, type UnitExplanation } from "./unit_explanation";
import { DIGIT, type Values, valuesOf } from "./values";
import { unitName } from "./wording";

/** What an explanation reads of a network. */
export type Explainable = Pick<Network, "layers" | "weightsOf" | "scaleOf">;

/** Maximum distance of a value from the one that the weights give, as a share of the sum of all |products|; see Python. */
const TOLERANCE = 1e-3;

/**
 * Explains the value of one unit: every term, the bias, the activation, and what the unit sees.
 *
 * @throws CannotExplain if there is no such layer or unit, explanations end at the layer, or other weights made the forward pass.
 */
export function explainUnit(network: Explainable, forward: Forward, name: string, index: Index): UnitExplanation {
  const chain = chainTo(network.layers, name);
  const layer = chain.at(-1) as ChainLayer;
  checkIndex(layer, index);
  const problem = whyNotExplained(layer);
  if (problem) throw new CannotExplain(problem);
  const below = valuesOf(forward, chain.at(-2));
  const unit = index.at(-1) ?? 0;
  const [weights, scale] = [network.weightsOf(name), network.scaleOf(name)];
  const bias = weights?.bias.data[unit] ?? scale?.offset[unit] ?? 0;
  const terms = readTerms(layer, below, index, weights?.kernel ?? null, scale?.factor[unit]);
  const softmax = layer.activation === "softmax" ? stepsOf(layer, below, index, weights) : null;
  const explanation = explanationOf(forward, chain, index, terms, bias, softmax);
  checkValue(explanation);
  return explanation;
}

/**
 * Follows the value of one unit down to a pixel, in every layer along the term that counts most.
 *
 * @returns [layer name, index] from the unit to ["digit", [row, column]]. The trace ends earlier at a window that lies wholly in
 *   the padding, and at a unit of a layer that cannot be explained.
 * @throws CannotExplain as `explainUnit` does.
 */
export function traceUnit(network: Explainable, forward: Forward, start: UnitExplanation): readonly [string, Index][] {
  const steps: [string, Index][] = [[start.layer.name, start.index]];
  let explanation = start;
  while (explanation.terms.source.length) {
    const { source, terms } = explanation;
    const index = terms.source[strongestOf(terms)] ?? [];
    steps.push([source, index]);
    const layer = network.layers.find(({ name }) => name === source);
    if (source === DIGIT || (layer && whyNotExplained(layer))) break;
    explanation = explainUnit(network, forward, source, index);
  }
  return steps;
}

/** Refuses blank paper, for which every layer shows its biases and nothing can be traced. */
export function checkInk({ digit }: Forward): void {
  if (!digit.some((value) => value !== 0)) throw new CannotExplain(text("nothing-to-explain"));
}

/** Returns the steps of softmax from what it compares at the place of the unit. */
function stepsOf(
  layer: ChainLayer,
  below: Values,
  index: Index,
  weights: ReturnType<Network["weightsOf"]>,
): SoftmaxSteps {
  if (!weights) return softmaxSteps(Float64Array.from(readTerms(layer, below, index, null).value));
  const place = index.slice(0, -1);
  const { kernel, bias } = weights;
  const logits = Float64Array.from(bias.data, (added, channel) => {
    return sumOf(readTerms(layer, below, [...place, channel], kernel).product) + added;
  });
  return softmaxSteps(logits);
}

/** Refuses other weights than those that made the value: the explanation would be false. */
function checkValue(explanation: UnitExplanation): void {
  const { layer, index, terms, bias, sum, value, softmax } = explanation;
  const expected = {
    linear: sum,
    relu: Math.max(sum, 0),
    softmax: softmax?.probabilities[index.at(-1) ?? 0],
  }[layer.activation];
  if (!(hasWeights(explanation) || isScaled(explanation)) || expected === undefined) return;
  const tolerance = TOLERANCE * (1e-3 + Math.abs(bias) + sumOf(terms.product.map(Math.abs)));
  if (Math.abs(expected - value) <= tolerance) return;
  const unit = unitName(layer.name, index);
  const values = { expected: significant(expected, 6), value: significant(value, 6) };
  throw new CannotExplain(text("forward-pass-of-other-weights", { unit, ...values }));
}
