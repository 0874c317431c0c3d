import { describe, expect, test } from "vitest";
import { expectedByPython } from "../testing/agreement";
import { type Forward, forwardOf } from "./forward";
import { type ChainLayer, Network } from "./network";

interface Expected {
  readonly layers: ChainLayer[];
  readonly predictions: (number | null)[];
}

const { header, arrays: all } = expectedByPython<{ networks: Expected[] }>(import.meta.url);

/** What sums of float32 in another order can differ by: absolute, or relative to values above 1. */
const TOLERANCE = 1e-5;

/** Returns the difference of two values: absolute, or relative to a value above 1. */
function difference(own: number | undefined, value: number | undefined): number {
  if (own === undefined || value === undefined) return Number.POSITIVE_INFINITY;
  return Math.abs(own - value) / Math.max(1, Math.abs(value));
}

describe.each(header.networks.map(({ layers, predictions }, number) => ({ number, layers, predictions })))(
  "network $number",
  ({ number, layers, predictions }) => {
    const arrays = all.of(String(number));
    const network = new Network(layers, arrays.of("chain"));
    const digits = arrays.float32("digits");
    const [count = 0, pixels = 0] = digits.shape;
    const passes: Forward[] = Array.from({ length: count }, (_, i) => {
      const digit = digits.data.subarray(i * pixels, (i + 1) * pixels);
      return forwardOf(digit, network.run(digit));
    });

    test.each(layers.map(({ name, kind }) => [name, kind]))("%s (%s) has Python's values", (name) => {
      const [units, values, whole] = [
        arrays.get(`units/${name}`, "int32"),
        arrays.float32(`values/${name}`),
        arrays.float32(`whole/${name}`),
      ];
      const [perDigit = 0, size = 0] = [units.shape[1], whole.shape[1]];
      let most = 0;
      units.data.forEach((unit, i) => {
        const own = passes[Math.floor(i / perDigit)]?.activations.get(name)?.[unit];
        most = Math.max(most, difference(own, values.data[i]));
      });
      expect(passes[0]?.activations.get(name)).toHaveLength(size);
      whole.data.forEach((value, i) => {
        const own = passes[Math.floor(i / size)]?.activations.get(name)?.[i % size];
        most = Math.max(most, difference(own, value));
      });
      expect(most).toBeLessThan(TOLERANCE);
    });

    test("predicts what Python predicts", () => {
      expect(passes.map(({ prediction }) => prediction)).toEqual(predictions);
    });
  },
);
