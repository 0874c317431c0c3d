import { describe, expect, test } from "vitest";
import { expectedByPython } from "../testing/agreement";
import { wordsOf } from "./edit_words";
import { type Edits, edited } from "./edits";
import { type ChainLayer, Network } from "./network";

interface Expected {
  readonly layers: ChainLayer[];
  readonly edits: Edits;
  readonly changes: readonly string[];
}

const { header, arrays: all } = expectedByPython<{ networks: Expected[] }>(import.meta.url);

/** What sums of float32 in another order can differ by: absolute, or relative to the largest of the layer. */
const TOLERANCE = 1e-5;

describe.each(header.networks.map((network, number) => ({ number, ...network })))(
  "network $number",
  ({ number, layers, edits, changes }) => {
    const arrays = all.of(String(number));
    const original = new Network(layers, arrays.of("chain"));
    const network = edited(original, edits);

    test("its arrays are those of Python", () => {
      for (const name of arrays.of("edited").names) {
        expect([name, network.array(name)?.data]).toEqual([name, arrays.float32(`edited/${name}`).data.slice()]);
      }
    });

    test("every layer has Python's values", () => {
      const digits = arrays.float32("digits");
      const [count = 0, pixels = 0] = digits.shape;
      const passes = Array.from({ length: count }, (_, i) =>
        network.run(digits.data.subarray(i * pixels, (i + 1) * pixels)),
      );
      for (const { name } of layers) {
        const expected = arrays.float32(`values/${name}`).data;
        const own = passes.flatMap((pass) => [...(pass.get(name) ?? [])]);
        const largest = Math.max(1, ...own.map(Math.abs));
        const differences = own.map((value, i) => Math.abs(value - (expected[i] ?? 0)) / largest);
        expect([name, own.length, Math.max(...differences) < TOLERANCE]).toEqual([name, expected.length, true]);
      }
    });

    test("the edits have Python's words", () => {
      expect(edits.map((edit) => wordsOf(edit, original))).toEqual(changes);
    });
  },
);
