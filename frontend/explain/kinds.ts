/**
 * Kinds of layers, which layers lead to a unit, and where explanations end, as in Python (`mnistviz/explain/graph.py`). The page runs
 * chains only.
 */

import { text } from "../core/text";
import type { ChainLayer } from "../network/chain";
import { CannotExplain } from "./cannot_explain";
import type { Index } from "./inspection";
import { DIGIT } from "./values";
import { quoted } from "./wording";

/** Layers with a kernel. */
export const WEIGHTED = ["Conv2D", "DepthwiseConv2D", "Dense"];
/** Layers that scale each value. */
export const SCALING = ["BatchNormalization"];
/** Pools whose windows have winners. */
export const MAXIMA = ["MaxPooling2D", "GlobalMaxPooling2D"];
export const MEANS = ["AveragePooling2D", "GlobalAveragePooling2D"];
/** Pools whose window is the whole map. */
export const WHOLE = ["GlobalMaxPooling2D", "GlobalAveragePooling2D"];
/** Layers that apply a function to each value, or softmax to each place. */
export const ACTIVATIONS = ["ReLU", "LeakyReLU", "PReLU", "ELU", "Activation", "Softmax"];
/** Layers that act in training alone. */
export const PASSING = [
  "Dropout",
  "SpatialDropout2D",
  "AlphaDropout",
  "GaussianDropout",
  "GaussianNoise",
  "ActivityRegularization",
  "Identity",
];
const EXPLAINED = [...WEIGHTED, ...SCALING, ...MAXIMA, ...MEANS, "Flatten", ...ACTIVATIONS, ...PASSING];
const MIXING = ["softmax(", "log_softmax", "sparsemax", "glu"]; // activations that read more than one value

/** Returns the layers from the digit up to the one of this name; throws if there is none, or if one is called as the digit is. */
export function chainTo(layers: readonly ChainLayer[], name: string): readonly ChainLayer[] {
  const names = layers.map((layer) => layer.name);
  if (!names.includes(name)) {
    throw new CannotExplain(text("no-such-layer", { layer: quoted(name), layers: names.join(", ") }));
  }
  const chain = layers.slice(0, names.indexOf(name) + 1);
  if (chain.some((layer) => layer.name === DIGIT)) {
    throw new CannotExplain(text("layer-named-as-digit", { layer: quoted(DIGIT) }));
  }
  return chain;
}

/** Says why explanations end at a layer, and what to do; empty if its units can be explained. */
export function whyNotExplained({ name, kind, activation }: ChainLayer): string {
  const layer = quoted(name);
  if (!EXPLAINED.includes(kind)) return text("layer-not-explained", { layer, kind });
  if (!MIXING.some((start) => activation.startsWith(start))) return "";
  return text("activation-not-explained", { layer, activation });
}

/** Throws if the layer has no such unit. */
export function checkIndex({ name, shape }: ChainLayer, index: Index): void {
  const isInside = (place: number, axis: number) => Number.isInteger(place) && 0 <= place && place < (shape[axis] ?? 0);
  if (index.length === shape.length && index.every(isInside)) return;
  const axes = shape.length === 3 ? "map" : "unit";
  const [row = "0", column = "0"] = axes === "map" ? shape.map((size) => String(size - 1)) : [];
  const channel = String((shape.at(-1) ?? 1) - 1);
  const places = shape.map((size) => Math.floor(size / 2));
  const example = places.length === 1 ? `(${places[0]},)` : `(${places.join(", ")})`;
  const unit = `[${index.join(", ")}]`;
  const allowed = { axes, row, column, channel, shape: shape.join(" x ") };
  throw new CannotExplain(text("no-such-unit", { layer: quoted(name), unit, example, ...allowed }));
}
