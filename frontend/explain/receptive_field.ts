/** Which pixels a unit sees, as in Python (`mnistviz/explain/receptive_field.py`). Geometry only, no weights. */

import type { Span } from "../core/strip/geometry";
import { DIGIT_SIDE } from "../ink/framing_steps";
import { axisOf, type ChainLayer, type Shape } from "../network/chain";
import type { Index } from "./inspection";
import { WHOLE } from "./kinds";
import { unravel } from "./values";

/** The part of the digit that a unit sees; both spans are empty if it sees nothing. */
export interface Field {
  readonly rows: Span;
  readonly columns: Span;
}

type Places = ReadonlySet<number>;

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
  if (WHOLE.includes(layer.kind)) return [range(below[0]), range(below[1]), places.at(-1) ?? new Set()];
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
