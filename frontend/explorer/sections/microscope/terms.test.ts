import { expect, test } from "vitest";
import { PRODUCTS, ranked, VALUES, WEIGHTS, WindowTerms } from "./terms";

// Values, weights and products of a window of 1x2 with 3 channels, channels last.
const DATA = [1, 2, 3, 4, 5, 6, 1, -1, 0.5, 1, -1, 0.5, 1, -2, 1.5, 4, -5, 3];
const TERMS = new WindowTerms({ dtype: "float32", shape: [3, 1, 2, 3], data: Float32Array.from(DATA) });

test("each channel has its own numbers", () => {
  expect([...TERMS.of(VALUES, 1)]).toEqual([2, 5]);
  expect([...TERMS.of(WEIGHTS, 2)]).toEqual([0.5, 0.5]);
  expect([...TERMS.of(PRODUCTS, 0)]).toEqual([1, 4]);
});

test("colours span all channels", () => {
  expect([TERMS.high(VALUES), TERMS.high(WEIGHTS), TERMS.high(PRODUCTS)]).toEqual([6, 1, 5]);
});

test("channels are ranked by the size of what they contribute", () => {
  expect(TERMS.contributions).toEqual([5, -7, 4.5]);
  expect(ranked(TERMS.contributions)).toEqual([1, 0, 2]);
  expect(ranked([])).toEqual([]);
});
