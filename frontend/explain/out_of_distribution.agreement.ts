import { expect, test } from "vitest";
import { forwardOf } from "../network/forward";
import { expectedByPython, largestDifference } from "../testing/agreement";
import { looksLikeADigit, outOfDistributionScore } from "./out_of_distribution";

const { arrays } = expectedByPython<object>(import.meta.url);
const scores = arrays.get("scores", "float64").data;
const statistics = arrays.of("statistics");
const passes = Array.from(scores, (_, number) => {
  const layers = [["dense", "units"] as const, ["logits", "logits"] as const];
  const activations = layers.map(([layer, name]) => {
    const { data, shape } = arrays.float32(name);
    const size = shape[1] ?? 0;
    return [layer, data.subarray(number * size, (number + 1) * size)] as const;
  });
  return forwardOf(new Float32Array(784).fill(1), new Map(activations));
});

test("the scores are Python's", () => {
  const own = passes.map((forward) => outOfDistributionScore(forward, statistics));
  expect(largestDifference(own, scores)).toBeLessThan(1e-4);
});

test("the same drawings are flagged as in Python", () => {
  const flagged = Array.from(scores, (score) => score > 1);
  expect(passes.map((forward) => !looksLikeADigit(forward, statistics))).toEqual(flagged);
  expect(flagged.filter(Boolean).length).toBeGreaterThan(500);
});
