/** Which pixels a unit sees, as in Python (`mnistviz/explain/receptive_field.py`). Geometry only, no weights. */

import type { Span } from "../core/strip/geometry";
import { text } from "../core/text";
import { DIGIT_SIDE } from "../ink/framing_steps";
import { axisOf, type ChainLayer, type Shape } from "../network/chain";
import { CannotExplain } from "./cannot_explain";
import type { Index } from "./inspection";
import { DIGIT, unravel } from "./values";
import { quoted } from "./wording";

export const WEIGHTED = ["Conv2D", "Dense"];
/** A pool whose windows have winners. */
export const MAXIMUM = "MaxPooling2D";
export const POOLS = [MAXIMUM, "AveragePooling2D"];
/** Layers that apply a function to each value, or softmax to each place. */
export const ACTIVATIONS = ["ReLU", "LeakyReLU", "PReLU", "ELU", "Activation", "Softmax"];
/** Layers that pass on their input once the training is over. */
export const IDLE = [
  "Dropout",
  "SpatialDropout2D",
  "AlphaDropout",
  "GaussianDropout",
  "GaussianNoise",
  "ActivityRegularization",
  "Identity",
];
const SUPPORTED = [...WEIGHTED, ...POOLS, "Flatten", ...ACTIVATIONS, ...IDLE];
const MIXING = ["softmax(", "log_softmax", "sparsemax", "glu"]; // activations that read more than one value

/** The part of the digit that a unit sees; both spans are empty if it sees nothing. */
export interface Field {
  readonly rows: Span;
  readonly columns: Span;
}

type Places = ReadonlySet<number>;

/** Returns the layers from the digit up to the one of this name; throws if they are not a chain of supported layers. */
export function chainTo(layers: readonly ChainLayer[], name: string): readonly ChainLayer[] {
  const names = layers.map((layer) => layer.name);
  if (!names.includes(name)) {
    throw new CannotExplain(text("no-such-layer", { layer: quoted(name), layers: names.join(", ") }));
  }
  const chain = layers.slice(0, names.indexOf(name) + 1);
  for (const layer of chain) checkLayer(layer, name);
  return chain;
}

function checkLayer({ name, kind, activation }: ChainLayer, target: string): void {
  const layer = quoted(name);
  if (!SUPPORTED.includes(kind)) {
    throw new CannotExplain(text("layer-not-explained", { layer, kind }));
  }
  if (MIXING.some((start) => activation.startsWith(start))) {
    throw new CannotExplain(text("activation-not-explained", { layer, activation }));
  }
  if (name === DIGIT) {
    throw new CannotExplain(text("layers-not-chained", { target: quoted(target), digit: quoted(DIGIT), layer }));
  }
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
  throw new CannotExplain(text("no-such-unit", { layer: quoted(name), unit, axes, row, column, channel, example }));
}

/**
 * Returns where the window at one position lies along one axis, including the padding: below 0 and beyond the edge. "same"
 * puts an odd place of padding at the end.
 *
 * @param below the shape of what the layer reads.
 * @param axis 0 rows, 1 columns.
 * @param position in the layer's output.
 */
export function windowPlaces(layer: ChainLayer, below: Shape, axis: 0 | 1, position: number): readonly number[] {
  const { window, stride, dilation, before } = axisOf(layer, below, axis);
  return Array.from({ length: window }, (_, part) => position * stride - before + part * dilation);
}

/**
 * Returns the smallest box of the digit around everything that the value of a unit depends on, without padding. With strides or
 * dilation, the unit may not read some pixels in the box.
 *
 * @param chain the layers up to that of the unit.
 */
export function receptiveField(chain: readonly ChainLayer[], index: Index): Field {
  let places: readonly Places[] = index.map((place) => new Set([place]));
  for (let number = chain.length - 1; number >= 0; number--) {
    const layer = chain[number] as ChainLayer;
    places = readPlaces(layer, chain[number - 1]?.shape ?? [DIGIT_SIDE, DIGIT_SIDE, 1], places);
    // A window wholly in the padding along one axis reads nothing along the other.
    if (places.some((axis) => !axis.size)) places = places.map(() => new Set());
  }
  const [rows, columns] = places as readonly [Places, Places];
  return { rows: spanOf(rows), columns: spanOf(columns) };
}

/** Returns the places that a layer reads along each axis of the layer below, for the given places along its own axes. */
function readPlaces(layer: ChainLayer, below: Shape, places: readonly Places[]): readonly Places[] {
  if (layer.window) {
    const along = (axis: 0 | 1): Places => {
      const read = [...(places[axis] ?? [])].flatMap((position) => windowPlaces(layer, below, axis, position));
      return new Set(read.filter((place) => place >= 0 && place < (below[axis] ?? 0)));
    };
    return [along(0), along(1), range(below.at(-1))];
  }
  if (layer.kind === "Flatten") {
    const [units] = places as readonly [Places];
    if (units.size === layer.shape[0]) return below.map(range);
    const indices = [...units].map((unit) => unravel(unit, below));
    return below.map((_, axis) => new Set(indices.map((index) => index[axis] ?? 0)));
  }
  if (layer.kind === "Dense" || layer.activation === "softmax") return [...places.slice(0, -1), range(below.at(-1))];
  return places;
}

function range(size = 0): Places {
  return new Set(Array(size).keys());
}

function spanOf(places: Places): Span {
  return places.size ? [Math.min(...places), Math.max(...places) + 1] : [0, 0];
}
