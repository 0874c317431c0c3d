/** What a unit adds up, for every kind of layer, as in Python (`mnistviz/explain/terms.py`). */

import type { Tensor } from "../core/codec";
import type { ChainLayer } from "../network/chain";
import type { Index } from "./inspection";
import { MAXIMA, MEANS } from "./kinds";
import { windowPlaces } from "./receptive_field";
import { unravel, type Values, valueAt } from "./values";

/**
 * What a unit adds up: one entry for each term, in the order of the window (row, column, channel) or of the units.
 *
 * Values in the padding are 0 and left out. A layer without weights gets weights that say what it does: a mean weighs all
 * values of its window alike, a maximum weighs the winner 1 and the others 0, softmax starts from its own logit (the others, with
 * which it compares, have weight 0), and every other layer passes on one value with weight 1.
 */
export interface Terms {
  /** What is read from the layer below. */
  readonly source: readonly Index[];
  readonly value: Float32Array;
  readonly weight: Float32Array;
  readonly product: Float64Array;
}

/**
 * Returns the terms of one unit.
 *
 * @param below what the layer reads.
 * @param kernel of a convolution or dense layer: see `Network.weightsOf`.
 * @param factor of a layer that scales each value.
 */
export function readTerms(
  layer: ChainLayer,
  below: Values,
  index: Index,
  kernel: Tensor<"float32"> | null,
  factor = 1,
): Terms {
  if (MAXIMA.includes(layer.kind) || MEANS.includes(layer.kind)) return poolTerms(layer, below, index);
  if (kernel && layer.window) return filterTerms(layer, below, index, kernel);
  const shape = mapShape(below);
  const unit = index.at(-1) ?? 0;
  if (kernel || layer.activation === "softmax") {
    const place = index.slice(0, -1);
    const source = Array.from({ length: shape.at(-1) ?? 0 }, (_, channel) => [...place, channel]);
    const [, units = 1] = kernel?.shape ?? [];
    return termsOf(below, source, (term) => (kernel ? (kernel.data[term * units + unit] ?? 0) : Number(term === unit)));
  }
  return termsOf(below, [layer.kind === "Flatten" ? unravel(unit, shape) : index], () => factor);
}

/**
 * Returns the number of the term that counts most: the largest |product|, and among equal ones the largest |weight|, so the
 * winner of a maximum leads, even if all products are 0. Then the first one.
 */
export function strongestOf({ product, weight }: Terms): number {
  let strongest = 0;
  for (let term = 1; term < product.length; term++) {
    const lead = Math.abs(product[term] ?? 0) - Math.abs(product[strongest] ?? 0);
    const isHeavier = Math.abs(weight[term] ?? 0) > Math.abs(weight[strongest] ?? 0);
    if (lead > 0 || (lead === 0 && isHeavier)) strongest = term;
  }
  return strongest;
}

/** Returns what a filter multiplies; filters in groups read some of the channels. */
function filterTerms(layer: ChainLayer, below: Values, index: Index, { shape, data }: Tensor<"float32">): Terms {
  const [row, column, filter] = index as readonly [number, number, number];
  const [filters, each, height, width] = shape as readonly [number, number, number, number];
  const groups = Math.floor((mapShape(below).at(-1) ?? 1) / each);
  const first = Math.floor((filter * groups) / filters) * each;
  const columns = partsInside(layer, below, 1, column);
  const source: Index[] = [];
  const weights: number[] = [];
  for (const [y, top] of partsInside(layer, below, 0, row)) {
    for (const [x, left] of columns) {
      for (let channel = 0; channel < each; channel++) {
        source.push([y, x, first + channel]);
        weights.push(data[((filter * each + channel) * height + top) * width + left] ?? 0);
      }
    }
  }
  return termsOf(below, source, (term) => weights[term] ?? 0);
}

function poolTerms(layer: ChainLayer, below: Values, index: Index): Terms {
  const channel = index.at(-1) ?? 0;
  const along = (axis: 0 | 1) =>
    layer.window
      ? partsInside(layer, below, axis, index[axis] ?? 0).map(([place]) => place)
      : [...Array(below.shape[axis]).keys()];
  const columns = along(1);
  const source = along(0).flatMap((row) => columns.map((column) => [row, column, channel]));
  if (MEANS.includes(layer.kind)) return termsOf(below, source, () => 1 / source.length);
  const values = source.map((place) => valueAt(below, place));
  const winner = values.indexOf(Math.max(...values));
  return termsOf(below, source, (term) => Number(term === winner));
}

/** Returns the places of the window along one axis that are not in the padding, each with its part of the kernel. */
function partsInside(
  layer: ChainLayer,
  below: Values,
  axis: 0 | 1,
  position: number,
): readonly (readonly [number, number])[] {
  const parts = windowPlaces(layer, below.shape, axis, position).map((place, part) => [place, part] as const);
  return parts.filter(([place]) => place >= 0 && place < (below.shape[axis] ?? 0));
}

function termsOf(below: Values, places: readonly Index[], weigh: (term: number) => number): Terms {
  const source = below.shape.length === 2 ? places.map((place) => place.slice(0, 2)) : places;
  const [value, weight] = [new Float32Array(source.length), new Float32Array(source.length)];
  const product = new Float64Array(source.length);
  source.forEach((place, term) => {
    value[term] = valueAt(below, place);
    weight[term] = weigh(term);
    product[term] = (value[term] ?? 0) * (weight[term] ?? 0);
  });
  return { source, value, weight, product };
}

function mapShape({ shape }: Values): readonly number[] {
  return shape.length === 2 ? [...shape, 1] : shape;
}
