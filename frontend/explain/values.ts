/** The values of layers and of the digit, and where they lie. */

import { text } from "../core/text";
import { DIGIT_SIDE } from "../ink/framing_steps";
import type { ChainLayer } from "../network/chain";
import type { Forward } from "../network/forward";
import { CannotExplain } from "./cannot_explain";
import type { Index } from "./inspection";
import { quoted } from "./wording";

/** The name of the input among the names of layers. */
export const DIGIT = "digit";
const DIGIT_SHAPE = [DIGIT_SIDE, DIGIT_SIDE];

/** The values of one layer, or of the digit. */
export interface Values {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** Returns the values of a layer, or of the digit if there is no layer. */
export function valuesOf(forward: Forward, layer: ChainLayer | undefined): Values {
  if (!layer) return { name: DIGIT, shape: DIGIT_SHAPE, data: forward.digit };
  const { name, shape } = layer;
  const data = forward.activations.get(name);
  if (data) return { name, shape, data };
  const layers = [...forward.activations.keys()].join(", ");
  throw new CannotExplain(text("no-such-layer", { layer: quoted(name), layers }));
}

/** Returns one value. */
export function valueAt({ shape, data }: Values, index: Index): number {
  return data[placeOf(shape, index)] ?? Number.NaN;
}

/** Returns where a value lies in an array in the order channel, row, column, or unit. */
function placeOf(shape: readonly number[], index: Index): number {
  if (shape.length === 1) return index[0] ?? 0;
  const [rows, columns] = shape as readonly [number, number];
  const [row, column, channel = 0] = index as readonly [number, number, number?];
  return (channel * rows + row) * columns + column;
}

/** Returns the index of a value by its number in the order row, column, channel. */
export function unravel(number: number, shape: readonly number[]): Index {
  const index: number[] = [];
  for (const size of [...shape].reverse()) {
    index.unshift(number % size);
    number = Math.floor(number / size);
  }
  return index;
}
