import { expect, test } from "vitest";
import { Arrays, type Tensor } from "../core/codec";
import { forwardOf } from "../network/forward";
import { looksLikeADigit, outOfDistributionScore } from "./out_of_distribution";

const float32 = (shape: readonly number[], ...values: number[]): Tensor => {
  return { dtype: "float32", shape, data: Float32Array.from(values) };
};
const float64 = (shape: readonly number[], ...values: number[]): Tensor => {
  return { dtype: "float64", shape, data: Float64Array.from(values) };
};

/** Two classes of two units: around (0, 0) with one direction along the first unit, around (4, 0) with none. */
const statistics = new Arrays(
  new Map([
    ["means", float32([2, 2], 0, 0, 4, 0)],
    ["directions", float32([2, 1, 2], 1, 0, 0, 0)],
    ["centres", float32([2, 1], 0, 0)],
    ["precisions", float32([2], 2, 1)],
    ["volumes", float32([2], 0.5, 0)],
    ["energies", float64([2, 2], -1, -2, 1, 4)],
    ["weights", float64([3], 0.5, 0.25, -1)],
  ]),
);

function pass(units: readonly number[], logits: readonly number[], ink = 1) {
  const activations = { dense: Float32Array.from(units), logits: Float32Array.from(logits) };
  return forwardOf(new Float32Array(784).fill(ink), new Map(Object.entries(activations)));
}

test("the score weighs the distance from the nearest class and the energy", () => {
  // First class: 2 (1 + 9) - 1 + 0.5 = 19.5. Second one: (9 + 9) = 18. Energy: (-2 + 2) / 4, but for the other logit.
  expect(outOfDistributionScore(pass([1, 3], [-90, 2]), statistics)).toBeCloseTo(0.5 * 18 - 1, 12);
  // First class: 2 - 1 + 0.5 = 1.5. Energy of two logits ln 2: -ln 4, compared with -1 of the first class.
  const score = 0.5 * 1.5 + 0.25 * (1 - Math.log(4)) - 1;
  expect(outOfDistributionScore(pass([1, 0], [Math.LN2, Math.LN2]), statistics)).toBeCloseTo(score, 6);
});

test("a drawing with a score above 1 does not look like a digit, unless the paper is blank", () => {
  expect(looksLikeADigit(pass([1, 0], [0, 0]), statistics)).toBe(true);
  expect(looksLikeADigit(pass([1, 3], [-90, 2]), statistics)).toBe(false);
  expect(looksLikeADigit(pass([1, 3], [-90, 2], 0), statistics)).toBe(true);
});
