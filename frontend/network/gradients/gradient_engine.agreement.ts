import { describe, expect, test } from "vitest";
import { expectedByPython } from "../../testing/agreement";
import type { ChainLayer } from "../network";
import { GradientEngine } from "./gradient_engine";

interface Expected {
  readonly layers: ChainLayer[];
  readonly logits: string | null;
  readonly sums: { readonly of: string; readonly at: string | null }[];
}

const { header, arrays: all } = expectedByPython<{ networks: Expected[] }>();

/** What float32 and float64 can differ by: absolute, or relative to the largest value of a gradient. */
const TOLERANCE = 1e-4;

describe.each(header.networks.map((network, number) => ({ number, ...network })))(
  "network $number",
  ({ number, layers, logits, sums }) => {
    const arrays = all.of(String(number));
    const engine = new GradientEngine(layers, arrays.of("chain"));
    const digits = arrays.float32("digits");
    const [count = 0, pixels = 0] = digits.shape;

    test("has Python's logits", () => expect(engine.logits).toBe(logits));

    test.each(sums.map((sum, at) => [sum.of, sum.at, at] as const))(
      "the gradient of %s at %s is Python's",
      (of, at, which) => {
        const [upstream, gradient] = [arrays.float32(`upstream/${which}`), arrays.float32(`gradient/${which}`)];
        const [weights = 0, size = 0] = [upstream.shape[1], gradient.shape[1]];
        let most = 0;
        for (let digit = 0; digit < count; digit++) {
          engine.run(digits.data.subarray(digit * pixels, (digit + 1) * pixels));
          const own = engine.gradient(
            of,
            Float64Array.from(upstream.data.subarray(digit * weights, (digit + 1) * weights)),
            at,
          );
          const truth = gradient.data.subarray(digit * size, (digit + 1) * size);
          expect(own).toHaveLength(size);
          const largest = Math.max(1, ...truth.map(Math.abs));
          truth.forEach((value, i) => {
            most = Math.max(most, Math.abs((own[i] as number) - value) / largest);
          });
        }
        expect(most).toBeLessThan(TOLERANCE);
      },
    );
  },
);
