import { expect, test } from "vitest";
import { sumOf } from "./summation";

test.each([
  [3, 0.30000000000000004],
  [19, 1.9000000000000004],
  [200, 20],
  [1000, 100.00000000000001],
])("%i numbers are added up as NumPy does", (count, sum) => {
  expect(sumOf(new Float64Array(count).fill(0.1))).toBe(sum);
});
