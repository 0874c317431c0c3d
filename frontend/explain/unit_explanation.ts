/** The record of where one number comes from, and how it reads, as in Python (`mnistviz/explain/unit_explanation.py`). */

import { text } from "../core/text";
import type { ChainLayer } from "../network/chain";
import type { Forward } from "../network/forward";
import type { Index } from "./inspection";
import { MAXIMA, MEANS, PASSING, SCALING, WEIGHTED } from "./kinds";
import { type Field, receptiveField } from "./receptive_field";
import type { SoftmaxSteps } from "./softmax_steps";
import { sumOf } from "./summation";
import type { Terms } from "./terms";
import { unravel, valueAt, valuesOf } from "./values";
import { number, signedNumber, unitName } from "./wording";

/** Where the value of one unit comes from: value = activation(sum of the products + bias). */
export interface UnitExplanation {
  /** The layers from the first one to that of the unit. */
  readonly chain: readonly ChainLayer[];
  /** The layer of the unit. */
  readonly layer: ChainLayer;
  readonly index: Index;
  readonly terms: Terms;
  /** Is added to the products; 0 if the layer has none. */
  readonly bias: number;
  /** All products and the bias, added up: the value before the activation. */
  readonly sum: number;
  /** The value of the unit, as the network computed it. */
  readonly value: number;
  /** The layer that is read, or "digit". */
  readonly source: string;
  readonly softmax: SoftmaxSteps | null;
}

/** Whether the layer of the unit is a convolution or a dense layer. */
export function hasWeights({ layer }: UnitExplanation): boolean {
  return WEIGHTED.includes(layer.kind);
}

/** Whether the layer of the unit scales each value. */
export function isScaled({ layer }: UnitExplanation): boolean {
  return SCALING.includes(layer.kind);
}

/** Returns the part of the digit that the unit sees. */
export function fieldOf({ chain, index }: UnitExplanation): Field {
  return receptiveField(chain, index);
}

/** Returns the unit of the layer below that is the maximum of the window, the first of equals; null without max pooling. */
export function winnerOf({ layer, terms }: UnitExplanation): Index | null {
  return MAXIMA.includes(layer.kind) ? (terms.source[terms.weight.indexOf(1)] ?? null) : null;
}

/**
 * Returns the layer that is read and a function from a term to its place there. Follows a flat layer back to the maps that it
 * was flattened from, so the terms of a dense unit lie in feature maps.
 */
export function placesOf(
  explanation: UnitExplanation,
  forward: Forward,
): [name: string, place: (term: number) => Index] {
  const { chain, terms, source } = explanation;
  const below = chain.slice(0, -1);
  while (PASSING.includes(below.at(-1)?.kind ?? "")) below.pop();
  if (below.at(-1)?.kind !== "Flatten") return [source, (term) => terms.source[term] ?? []];
  const { name, shape } = valuesOf(forward, below.at(-2));
  return [name, (term) => unravel(terms.source[term]?.[0] ?? 0, shape)];
}

/** Says in one line how the value is calculated, without the value itself. */
export function account(explanation: UnitExplanation): string {
  const { layer, index, terms, softmax, source } = explanation;
  if (hasWeights(explanation)) return accountOfSum(explanation);
  const count = terms.source.length;
  const winner = winnerOf(explanation);
  if (winner) return text("account-of-maximum", { count, unit: unitName(source, winner) });
  if (MEANS.includes(layer.kind)) return text("account-of-mean", { count, layer: source });
  const sum = number(explanation.sum);
  if (softmax) return text("account-of-softmax", { unit: unitName(source, index), sum, ...softmaxValues(softmax) });
  return accountOfOne(explanation);
}

/** A value that is made of one value. */
function accountOfOne(explanation: UnitExplanation): string {
  const { layer, terms, bias, sum, source } = explanation;
  const { activation, kind } = layer;
  const unit = unitName(source, terms.source[0] ?? []);
  if (activation !== "linear") return text("account-of-activation", { activation, value: number(sum), unit });
  if (PASSING.includes(kind)) return text("account-of-passing", { unit, kind });
  if (!isScaled(explanation)) return text("account-of-same-value", { unit });
  const [value, weight] = [number(terms.value[0] ?? 0), signedNumber(terms.weight[0] ?? 0)];
  return text("account-of-scaled", { value, weight, offset: signedNumber(bias), unit });
}

function accountOfSum({ layer, terms, bias, sum, softmax, source }: UnitExplanation): string {
  const products = {
    count: terms.source.length,
    layer: source,
    products: number(sum - bias),
    bias: signedNumber(bias),
  };
  const total = { sum: number(sum) };
  if (softmax) return text("account-of-softmax-of-sum", { ...total, ...products, ...softmaxValues(softmax) });
  if (layer.activation === "linear") return text("account-of-sum", products);
  return text("account-of-activated-sum", { activation: layer.activation, ...total, ...products });
}

function softmaxValues({ maximum, total, logits }: SoftmaxSteps): Record<string, string | number> {
  return { maximum: signedNumber(maximum), total: number(total), logits: logits.length };
}

/** Says what part of the digit a unit sees, for example `rows 8 to 15, columns 12 to 19 of the digit`. */
export function receptiveFieldText({ rows, columns }: Field): string {
  if (rows[0] === rows[1] || columns[0] === columns[1]) return text("receptive-field-empty");
  const [[top, below], [left, beyond]] = [rows, columns];
  return text("receptive-field", { top, bottom: below - 1, left, right: beyond - 1 });
}

/** Returns the explanation of terms that have been read. */
export function explanationOf(
  forward: Forward,
  chain: readonly ChainLayer[],
  index: Index,
  terms: Terms,
  bias: number,
  softmax: SoftmaxSteps | null,
): UnitExplanation {
  const layer = chain.at(-1) as ChainLayer;
  const sum = sumOf(terms.product) + bias;
  const value = valueAt(valuesOf(forward, layer), index);
  return { chain, layer, index, terms, bias, sum, value, source: valuesOf(forward, chain.at(-2)).name, softmax };
}
