/** Dense layers. */

import { planesOf, type Shape } from "./chain";
import type { Weights } from "./convolution";

/**
 * Returns a dense layer that adds up in float64. On maps it works on the channels of each place.
 *
 * Goes input by input, so that it can leave out those that are 0, as many are behind a ReLU.
 *
 * @param weights the kernel in the order (input, unit).
 * @returns a function from the values below to the sums (unit, row, column), which it overwrites at each call.
 */
export function dense(input: Shape, { kernel, bias }: Weights): (values: Float32Array) => Float64Array {
  const { rows, columns, channels } = planesOf(input);
  const places = rows * columns;
  const units = bias.length;
  const sums = new Float64Array(places * units);
  return (values) => {
    for (let unit = 0; unit < units; unit++) sums.fill(bias[unit] as number, unit * places, (unit + 1) * places);
    for (let at = 0; at < channels * places; at++) {
      const value = values[at] as number;
      if (value === 0) continue;
      let weight = Math.floor(at / places) * units;
      for (let to = at % places; to < sums.length; to += places) {
        sums[to] = (sums[to] as number) + value * (kernel[weight++] as number);
      }
    }
    return sums;
  };
}
