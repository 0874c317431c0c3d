import { expect, test } from "vitest";
import { partsOf, trimmed } from "./trimming";

/** A contest that needs 10 in the sum of the ink of the left half; ink of the right half does not count. */
const SUM = {
  margin: (digit: Float32Array): number => digit.reduce((sum, ink, i) => (i % 28 < 14 ? sum + ink : sum), 0) - 10,
};

/** Returns a change of so much at each pixel of some rectangles. */
function changeOf(
  ...rectangles: readonly (readonly [row: number, column: number, rows: number, columns: number, value: number])[]
) {
  const change = new Float32Array(784);
  for (const [top, left, rows, columns, value] of rectangles) {
    for (let row = top; row < top + rows; row++) change.fill(value, row * 28 + left, row * 28 + left + columns);
  }
  return change;
}

function trim(change: Float32Array): Float32Array {
  const steps = trimmed(SUM, new Float32Array(784), change, 0);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

test("parts that are not needed go, and the rest gets fainter", () => {
  const left = trim(changeOf([2, 2, 5, 4, 0.8], [20, 2, 4, 2, 0.5], [2, 20, 5, 6, 1]));
  const ink = left.reduce((sum, value) => sum + value, 0);
  expect(ink).toBeGreaterThanOrEqual(10);
  expect(ink).toBeLessThanOrEqual(10 + (20 * 0.8) / 64);
  expect(partsOf(left)).toHaveLength(1);
  expect(left[2 * 28 + 2]).toBeGreaterThan(0);
});

test("a change that is all needed stays", () => {
  const change = changeOf([2, 2, 5, 1, 1], [20, 2, 5, 1, 1]);
  expect(trim(change)).toEqual(change);
});

test("corners connect parts, edges of the picture don't", () => {
  const change = changeOf([0, 0, 1, 1, -0.5], [1, 1, 1, 1, -0.5], [5, 27, 1, 1, 0.1], [6, 0, 1, 1, 0.1]);
  expect(partsOf(change).map(({ length }) => length)).toEqual([2, 1, 1]);
});
