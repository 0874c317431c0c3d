/** Convolutions: all filters over all positions. */

import { type Axis, axisOf, type ChainLayer, planesOf, type Shape } from "./chain";
import { Kernels } from "./kernels";

/** A kernel in the order (filter, input channel of its group, row, column), and one bias for each filter. */
export interface Weights {
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
}

/** The places that a window reads along one axis, without the padding: as numbers of the window's values, and in the map. */
interface Reach {
  readonly first: number;
  readonly end: number;
  /** Where value 0 of the window lies; below 0 in the padding. */
  readonly start: number;
}

/**
 * Returns a convolution that adds up in float64.
 *
 * Copies the windows of one row of positions side by side, and multiplies them with all filters of a group.
 *
 * @returns a function from the values below to the sums (filter, row, column), which it overwrites at each call.
 */
export function convolution(
  layer: ChainLayer,
  input: Shape,
  { kernel, bias }: Weights,
): (values: Float32Array) => Float64Array {
  const [rows, columns] = [axisOf(layer, input, 0), axisOf(layer, input, 1)];
  const channels = planesOf(input).channels / layer.groups;
  const filters = bias.length / layer.groups;
  const length = channels * rows.window * columns.window;
  const positions = rows.size * columns.size;
  const groups = Array.from({ length: layer.groups }, (_, group) => {
    const first = group * filters;
    return new Kernels(
      kernel.subarray(first * length, (first + filters) * length),
      bias.subarray(first, first + filters),
    );
  });
  const gather = gathering(rows, columns, channels);
  const windows = new Float64Array((columns.size + (columns.size % 2)) * length);
  const sums = new Float64Array(positions * bias.length);
  return (values) => {
    for (let row = 0; row < rows.size; row++) {
      groups.forEach((kernels, group) => {
        gather(windows, values, row, group * channels);
        kernels.multiply(windows, columns.size, sums, group * filters * positions + row * columns.size, positions);
      });
    }
    return sums;
  };
}

type Gather = (windows: Float64Array, values: Float32Array, row: number, firstChannel: number) => void;

/** Returns what copies the windows of a row of positions: (window, channel, row, column). The padding stays 0. */
function gathering(rows: Axis, columns: Axis, channels: number): Gather {
  const [down, across] = [reaches(rows), reaches(columns)];
  const plane = rows.below * columns.below;
  const length = channels * rows.window * columns.window;
  return (windows, values, row, firstChannel) => {
    const { first: top, end: bottom, start } = down[row] as Reach;
    windows.fill(0);
    for (let channel = 0; channel < channels; channel++) {
      for (let i = top; i < bottom; i++) {
        const from = (firstChannel + channel) * plane + (start + i * rows.dilation) * columns.below;
        const to = (channel * rows.window + i) * columns.window;
        for (let window = 0; window < across.length; window++) {
          const { first, end, start: left } = across[window] as Reach;
          for (let j = first; j < end; j++) {
            windows[window * length + to + j] = values[from + left + j * columns.dilation] as number;
          }
        }
      }
    }
  };
}

/** Returns what the window at each position reads along one axis. */
function reaches({ size, below, window, stride, dilation, before }: Axis): Reach[] {
  return Array.from({ length: size }, (_, position) => {
    const start = position * stride - before;
    const first = Math.max(0, Math.ceil(-start / dilation));
    const end = Math.min(window, Math.floor((below - 1 - start) / dilation) + 1);
    return { first, end, start };
  });
}
