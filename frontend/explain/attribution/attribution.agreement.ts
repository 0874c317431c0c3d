import { describe, expect, test } from "vitest";
import { GradientEngine } from "../../network/gradients/gradient_engine";
import type { ChainLayer } from "../../network/network";
import { expectedByPython, largestDifference } from "../../testing/agreement";
import { ask, attribute, checkDeletion } from "./attribution";
import { rankCorrelation } from "./checks";

interface ExpectedMap {
  readonly method: string;
  readonly error: number;
  readonly area: number;
  readonly random: number;
}

interface Expected {
  readonly layers: ChainLayer[];
  readonly questions: { readonly target: number; readonly other: number | null; readonly maps: ExpectedMap[] }[];
}

const { header, arrays } = expectedByPython<{ networks: Expected[]; correlations: (number | null)[] }>(import.meta.url);

/** Absolute, or relative to the largest value of a map above 1. */
const TOLERANCE = 1e-4;
/** Of a share of the score, whose two parts Python computes in float32. */
const ROUNDING = 1e-3;
/** Of a probability, if pixels of the same value come in another random order: some networks skip pixels. */
const SWAPPED = 1e-2;
/** Between the means of ten random orders and of ten others. */
const RANDOM = 0.1;

/** Runs to the end. */
function result<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const questions = header.networks.flatMap(({ layers, questions: all }, number) => {
  const engine = new GradientEngine(layers, arrays.of(`${number}/chain`));
  return all.map((asked, at) => ({ engine, number, at, ...asked }));
});

describe.each(questions)(
  "network $number, digit $at, why $target and not $other",
  ({ engine, number, at, ...asked }) => {
    const question = ask(engine, arrays.float32(`${number}/digits/${at}`).data, asked);

    test.each(asked.maps)("$method", ({ method, error, area, random }) => {
      const truth = arrays.float32(`${number}/maps/${at}/${method}`).data;
      const map = result(attribute(question, method));
      const largest = Math.max(1, ...truth.map(Math.abs));
      expect(largestDifference(map.values, truth) / largest).toBeLessThan(TOLERANCE);
      // The others promise none.
      if (method === "integrated_gradients") expect(Math.abs(map.completenessError - error)).toBeLessThan(ROUNDING);
      const curve = result(checkDeletion(question, { ...map, values: Float64Array.from(truth) }));
      expect(Math.abs(curve.randomArea - random)).toBeLessThan(RANDOM);
      if (!method.includes("gradient")) return; // some of its values are the same, and come in another random order
      expect(
        largestDifference(curve.probabilities, arrays.float32(`${number}/curves/${at}/${method}`).data),
      ).toBeLessThan(SWAPPED);
      expect(Math.abs(curve.area - area)).toBeLessThan(SWAPPED);
    });
  },
);

test("ranks are compared as in Python", () => {
  const { data, shape } = arrays.float32("pairs");
  const size = (shape[1] ?? 0) / 2;
  header.correlations.forEach((correlation, at) => {
    const first = data.subarray(2 * at * size, (2 * at + 1) * size);
    const own = rankCorrelation(first, data.subarray((2 * at + 1) * size, (2 * at + 2) * size));
    if (correlation === null) expect(own).toBeNaN();
    else expect(own).toBeCloseTo(correlation, 9);
  });
});
