/** Convolutions: all filters over all positions. */

import { type Axis, axisOf, type ChainLayer, type Shape } from "./chain";

/** A kernel in the order (filter, input channel of its group, row, column), and one bias for each filter. */
export interface Weights {
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
}

/** Adds the products of one filter's window with one padded plane to the sums of all positions. */
type Slide = (sums: Float64Array, start: number, plane: Float64Array, kernel: Float32Array, at: number) => void;

/**
 * Returns a convolution that adds up in float64.
 *
 * Goes plane by plane, so that it can leave out planes that are wholly 0, as many are behind a ReLU.
 *
 * @returns a function from the values below to the sums (filter, row, column), which it overwrites at each call.
 */
export function convolution(
  layer: ChainLayer,
  input: Shape,
  { kernel, bias }: Weights,
): (values: Float32Array) => Float64Array {
  const [rows, columns] = [axisOf(layer, input, 0), axisOf(layer, input, 1)];
  const slide = slideOf(rows, columns);
  const channels = (input[2] ?? 1) / layer.groups;
  const filters = bias.length / layer.groups;
  const window = rows.window * columns.window;
  const positions = rows.size * columns.size;
  const planes = Array.from({ length: input[2] ?? 1 }, () => new Float64Array(rows.padded * columns.padded));
  const sums = new Float64Array(positions * bias.length);
  return (values) => {
    const isBlank = planes.map((plane, channel) => fill(plane, values, channel, rows, columns));
    for (let filter = 0; filter < bias.length; filter++) {
      const start = filter * positions;
      sums.fill(bias[filter] as number, start, start + positions);
      const first = Math.floor(filter / filters) * channels;
      for (let channel = 0; channel < channels; channel++) {
        if (isBlank[first + channel]) continue;
        const plane = planes[first + channel] as Float64Array;
        slide(sums, start, plane, kernel, (filter * channels + channel) * window);
      }
    }
    return sums;
  };
}

/** Copies one channel into its padded plane; returns whether it is wholly 0. */
function fill(plane: Float64Array, values: Float32Array, channel: number, rows: Axis, columns: Axis): boolean {
  let from = channel * rows.below * columns.below;
  let isBlank = true;
  for (let row = 0; row < rows.below; row++) {
    let to = (rows.before + row) * columns.padded + columns.before;
    for (let column = 0; column < columns.below; column++) {
      const value = values[from++] as number;
      plane[to++] = value;
      if (value !== 0) isBlank = false;
    }
  }
  return isBlank;
}

function slideOf(rows: Axis, columns: Axis): Slide {
  const isDense = [rows, columns].every(({ window, stride, dilation }) => window === 3 && stride * dilation === 1);
  return isDense ? slideThree(rows.size, columns.size, columns.padded) : slideAny(rows, columns);
}

function slideAny(rows: Axis, columns: Axis): Slide {
  return (sums, start, plane, kernel, at) => {
    for (let i = 0; i < rows.window; i++) {
      for (let j = 0; j < columns.window; j++) {
        const weight = kernel[at + i * columns.window + j] as number;
        for (let row = 0; row < rows.size; row++) {
          const top = row * rows.stride + i * rows.dilation;
          let from = top * columns.padded + j * columns.dilation;
          let to = start + row * columns.size;
          for (let column = 0; column < columns.size; column++, from += columns.stride) {
            sums[to] = (sums[to] as number) + weight * (plane[from] as number);
            to++;
          }
        }
      }
    }
  };
}

/** The usual window of 3 x 3, from place to place, unrolled: three times as fast. */
function slideThree(rows: number, columns: number, width: number): Slide {
  return (sums, start, plane, kernel, at) => {
    const [a, b, c] = [kernel[at] as number, kernel[at + 1] as number, kernel[at + 2] as number];
    const [d, e, f] = [kernel[at + 3] as number, kernel[at + 4] as number, kernel[at + 5] as number];
    const [g, h, k] = [kernel[at + 6] as number, kernel[at + 7] as number, kernel[at + 8] as number];
    let to = start;
    for (let row = 0; row < rows; row++) {
      let [top, middle, bottom] = [row * width, (row + 1) * width, (row + 2) * width];
      let [p, q] = [plane[top++] as number, plane[top++] as number];
      let [r, s] = [plane[middle++] as number, plane[middle++] as number];
      let [t, u] = [plane[bottom++] as number, plane[bottom++] as number];
      for (let column = 0; column < columns; column++) {
        const [x, y, z] = [plane[top++] as number, plane[middle++] as number, plane[bottom++] as number];
        const sum = a * p + b * q + c * x + d * r + e * s + f * y + g * t + h * u + k * z;
        sums[to] = (sums[to] as number) + sum;
        to++;
        p = q;
        q = x;
        r = s;
        s = y;
        t = u;
        u = z;
      }
    }
  };
}
