/**
 * The microscope: inspects one unit of a forward pass, where its value comes from, and what the next layer makes of it. In Python:
 * `mnistviz/explain/inspection.py`, and `pack_inspection` in `mnistviz/jupyter/explorer/sections/microscope.py`.
 */

import type { Tensor } from "../core/codec";
import { text } from "../core/text";
import { PAPER_SIDE, type Placement, pointOf } from "../ink/framing_steps";
import type { Forward } from "../network/forward";
import { CannotExplain } from "./cannot_explain";
import type { Explainable } from "./explanation";
import { checkInk, explainUnit, traceUnit } from "./explanation";
import type { Explained, Index, Inspection, Softmax, Stop, Strongest, StrongTerm, Window } from "./inspection";
import { ACTIVATIONS, whyNotExplained } from "./kinds";
import type { Field } from "./receptive_field";
import type { SoftmaxSteps } from "./softmax_steps";
import {
  account,
  fieldOf,
  hasWeights,
  placesOf,
  receptiveFieldText,
  type UnitExplanation,
  winnerOf,
} from "./unit_explanation";
import { DIGIT, valueAt, valuesOf } from "./values";
import { number, unitName } from "./wording";

/** Terms of a dense unit that are shown for either sign. */
const STRONGEST = 6;

/** What the page shows of a unit. */
export interface Inspected {
  readonly header: Inspection;
  /** (3, row, column, channel) for values, weights and products, if the unit reads a window. */
  readonly terms: Tensor<"float32"> | null;
}

/**
 * Inspects one unit. If it cannot be explained, the result says why: a live view must not stop for it.
 *
 * @param index (row, column, channel), or (unit).
 * @param isTracing whether to trace the value down to the digit.
 * @param onPaper where the digit lies on the paper.
 */
export function inspect(
  network: Explainable,
  forward: Forward,
  layer: string,
  index: Index,
  isTracing: boolean,
  onPaper: Placement,
): Inspected {
  try {
    checkInk(forward);
    const explanation = explainUnit(network, forward, layer, index);
    const path = isTracing ? stopsOf(network, forward, explanation) : [];
    const header = { ...headerOf(network, forward, explanation, onPaper), path };
    return { header: { ...header, ...origin(explanation, forward) }, terms: packedTerms(explanation) };
  } catch (error) {
    if (!(error instanceof CannotExplain)) throw error;
    return { header: { layer, index, name: unitName(layer, index), problem: error.message }, terms: null };
  }
}

function headerOf(network: Explainable, forward: Forward, explanation: UnitExplanation, onPaper: Placement): Explained {
  const { layer, index, value, source } = explanation;
  const field = fieldOf(explanation);
  return {
    layer: layer.name,
    index,
    problem: "",
    name: unitName(layer.name, index),
    value: number(value),
    account: account(explanation),
    sees: text("explanation-sees", { field: receptiveFieldText(field) }),
    // biome-ignore lint/suspicious/noThenProperty: the same name as in Python
    then: thenText(network, forward, explanation),
    source,
    weighted: hasWeights(explanation),
    field,
    pad: onPad(field, onPaper),
    path: [],
  };
}

/** Returns how the value is computed: by softmax, from a window, from many units, or from one. */
function origin(explanation: UnitExplanation, forward: Forward): Partial<Explained> {
  const { layer, terms, softmax } = explanation;
  if (softmax) return { softmax: softmaxTexts(softmax) };
  if (layer.window) return { window: windowOf(explanation) };
  if (terms.source.length > 1) return { strongest: strongest(explanation, forward) };
  return { origin: terms.source[0] ?? [] };
}

function stopsOf(network: Explainable, forward: Forward, explanation: UnitExplanation): readonly Stop[] {
  return traceUnit(network, forward, explanation).map(([layer, index]) => {
    const values = valuesOf(forward, layer === DIGIT ? undefined : network.layers.find(({ name }) => name === layer));
    return { layer, index, name: unitName(layer, index), value: number(valueAt(values, index)) };
  });
}

/** Says what the activation layer above makes of the value; nothing if there is none. */
function thenText(network: Explainable, forward: Forward, { chain, index, value }: UnitExplanation): string {
  const above = network.layers[chain.length];
  if (!above || !ACTIVATIONS.includes(above.kind) || whyNotExplained(above)) return "";
  const made = { layer: above.name, value: number(valueAt(valuesOf(forward, above), index)) };
  if (above.activation === "softmax") return text("then-softmax", { ...made, count: above.shape.at(-1) ?? 0 });
  return text("then-activation", { ...made, activation: above.activation, input: number(value) });
}

/** Returns left, top, right and bottom of a part of the digit in pad pixels, clipped to the pad. */
function onPad({ rows, columns }: Field, onPaper: Placement): Explained["pad"] {
  const [left, top] = pointOf(onPaper, rows[0], columns[0]);
  const [right, bottom] = pointOf(onPaper, rows[1], columns[1]);
  const clip = (place: number) => Math.min(Math.max(place, 0), PAPER_SIDE);
  return [clip(left), clip(top), clip(right), clip(bottom)];
}

function windowOf(explanation: UnitExplanation): Window {
  const { source } = explanation.terms;
  const isDigit = explanation.source === DIGIT;
  const along = (axis: number) => [...new Set(source.map((place) => place[axis] ?? 0))];
  const channels = isDigit ? [0] : along(2);
  return { rows: along(0), columns: along(1), channels, winner: winnerOf(explanation) };
}

/** Returns values, weights and products of a window. */
function packedTerms(explanation: UnitExplanation): Tensor<"float32"> | null {
  const { layer, terms, softmax } = explanation;
  if (softmax || !layer.window) return null;
  const { rows, columns, channels } = windowOf(explanation);
  const shape = [3, rows.length, columns.length, channels.length];
  return { dtype: "float32", shape, data: Float32Array.of(...terms.value, ...terms.weight, ...terms.product) };
}

function softmaxTexts({ logits, differences, exponentials, probabilities, total }: SoftmaxSteps): Softmax {
  return {
    logits: Array.from(logits, number),
    differences: Array.from(differences, number),
    exponentials: Array.from(exponentials, number),
    probabilities: Array.from(probabilities, number),
    total: number(total),
  };
}

/** Returns the terms that add most and those that take away most, with the feature maps in which they lie. */
function strongest(explanation: UnitExplanation, forward: Forward): Strongest {
  const { value, weight, product } = explanation.terms;
  const [layer, place] = placesOf(explanation, forward);
  const of = (values: ArrayLike<number>, term: number) => values[term] ?? 0;
  const written = (term: number): StrongTerm => ({
    index: place(term),
    name: unitName("", place(term)),
    value: number(of(value, term)),
    weight: number(of(weight, term)),
    product: number(of(product, term)),
  });
  const terms = [...product.keys()];
  const adding = terms.filter((term) => of(product, term) > 0).sort((a, b) => of(product, b) - of(product, a));
  const taking = terms.filter((term) => of(product, term) < 0).sort((a, b) => of(product, a) - of(product, b) || b - a);
  return {
    layer,
    positive: adding.slice(0, STRONGEST).map(written),
    negative: taking.slice(0, STRONGEST).map(written),
  };
}
