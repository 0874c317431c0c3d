/** Pools: one value for each window, or for each whole map. */

import { type Axis, axisOf, type ChainLayer, type Operation, planesOf, type Shape } from "./chain";

/** Returns a pool. Only values inside the map count; padding does not. */
export function pool(layer: ChainLayer, input: Shape): Operation {
  const [rows, columns] = [axisOf(layer, input, 0), axisOf(layer, input, 1)];
  const reduce = layer.kind === "MaxPooling2D" ? maximum : mean;
  const channels = input[2] ?? 1;
  const [tops, lefts] = [spansOf(rows), spansOf(columns)];
  return (values) => {
    const output = new Float32Array(channels * rows.size * columns.size);
    let at = 0;
    for (let channel = 0; channel < channels; channel++) {
      const start = channel * rows.below * columns.below;
      for (const [top, bottom] of tops) {
        for (const [left, right] of lefts) {
          output[at++] = reduce(
            values,
            start + top * columns.below,
            start + bottom * columns.below,
            columns.below,
            left,
            right,
          );
        }
      }
    }
    return output;
  };
}

/** Returns a pool over each whole map. */
export function globalPool(layer: ChainLayer, input: Shape): Operation {
  const { rows, columns, channels } = planesOf(input);
  const reduce = layer.kind === "GlobalMaxPooling2D" ? maximum : mean;
  const size = rows * columns;
  return (values) =>
    Float32Array.from({ length: channels }, (_, channel) =>
      reduce(values, channel * size, (channel + 1) * size, columns, 0, columns),
    );
}

/** Returns the first place and the one after the last of each window, inside the map. */
function spansOf({ size, below, window, stride, before }: Axis): [number, number][] {
  return Array.from({ length: size }, (_, position) => {
    const start = position * stride - before;
    return [Math.max(start, 0), Math.min(start + window, below)];
  });
}

/** Returns the largest value in the columns `left` to `right` of the rows that start from `top` to `bottom`. */
function maximum(
  values: Float32Array,
  top: number,
  bottom: number,
  width: number,
  left: number,
  right: number,
): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let row = top; row < bottom; row += width) {
    for (let i = row + left; i < row + right; i++) {
      const value = values[i] as number;
      if (value > most) most = value;
    }
  }
  return most;
}

/** Returns the mean of the same values. */
function mean(values: Float32Array, top: number, bottom: number, width: number, left: number, right: number): number {
  let sum = 0;
  for (let row = top; row < bottom; row += width) {
    for (let i = row + left; i < row + right; i++) sum += values[i] as number;
  }
  return sum / (((bottom - top) / width) * (right - left));
}
