import { describe, expect, test } from "vitest";
import type { Tensor } from "../../core/codec";
import { expectedByPython, largestDifference } from "../../testing/agreement";
import type { ChainLayer } from "../network";
import { GradientEngine } from "./gradient_engine";

interface Expected {
  readonly layers: ChainLayer[];
  readonly logits: string | null;
  readonly sums: { readonly of: string; readonly at: string | null }[];
}

const { header, arrays: all } = expectedByPython<{ networks: Expected[] }>(import.meta.url);

/** What float32 and float64 can differ by: absolute, or relative to the largest value of a gradient. */
const TOLERANCE = 1e-4;

describe.each(header.networks.map((network, number) => ({ number, ...network })))(
  "network $number",
  ({ number, layers, logits, sums }) => {
    const arrays = all.of(String(number));
    const engine = new GradientEngine(layers, arrays.of("chain"));
    const differences = sums.map(() => 0);

    for (const [digit, pixels] of rowsOf(arrays.float32("digits")).entries()) {
      engine.run(pixels);
      for (const [which, { of, at }] of sums.entries()) {
        const upstream = rowsOf(arrays.float32(`upstream/${which}`))[digit] as Float32Array;
        const truth = rowsOf(arrays.float32(`gradient/${which}`))[digit] as Float32Array;
        const own = engine.gradient(of, Float64Array.from(upstream), at);
        const largest = truth.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
        differences[which] = Math.max(differences[which] ?? Infinity, largestDifference(own, truth) / largest);
      }
    }

    test("has Python's logits", () => expect(engine.logits).toBe(logits));

    test.each(sums.map((sum, which) => [sum.of, sum.at, which] as const))(
      "the gradient of %s at %s is Python's",
      (_of, _at, which) => expect(differences[which]).toBeLessThan(TOLERANCE),
    );
  },
);

/** Returns the rows of a matrix. */
function rowsOf({ data, shape: [count = 0, size = 0] }: Tensor<"float32">): Float32Array[] {
  return Array.from({ length: count }, (_, row) => data.subarray(row * size, (row + 1) * size));
}
