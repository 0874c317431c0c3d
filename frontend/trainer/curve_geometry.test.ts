import { expect, test } from "vitest";
import { dotsPath, gridPath, linePath, markPath, type Point, topOf, withoutZeros } from "./curve_geometry";

/** All numbers of a path, in pairs. */
function placesOf(path: string): number[][] {
  const numbers = [...path.matchAll(/-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
  return Array.from({ length: numbers.length / 2 }, (_, i) => numbers.slice(2 * i, 2 * i + 2));
}

test("the scale begins at 0 and contains every value", () => {
  expect(topOf([], [])).toBe(1);
  expect(topOf([0.2, 0.1], [[0, 0.9]])).toBe(1);
  expect(topOf([2.4, 0.1], [[0, 2.3]])).toBe(2.4);
  expect(topOf([2.4, 0.1], [[0, 2.6]])).toBe(2.6);
});

test("a curve goes from left to right, and large values are above", () => {
  const points: Point[] = [
    [0, 2],
    [50, 1],
    [200, 0],
  ];
  expect(linePath(points, 200, 2)).toBe("M0.00 0.00L25.00 50.00L100.00 100.00");
  expect(linePath([], 200, 2)).toBe("");
});

test("a curve follows a straight line on both axes", () => {
  const points = Array.from({ length: 11 }, (_, i): Point => [30 * i, 0.1 * i]);
  for (const [i, [x = 0, y = 0]] of placesOf(linePath(points, 600, 4)).entries()) {
    expect(x).toBeCloseTo((i * 30 * 100) / 600, 1);
    expect(y).toBeCloseTo(100 - (0.1 * i * 100) / 4, 1);
  }
});

test("validations are dots", () => {
  const points: Point[] = [
    [0, 0.1],
    [10, 0.9],
  ];
  expect(dotsPath(points, 20, 1)).toBe("M0.00 90.00h0M50.00 10.00h0");
});

test("nothing is divided by 0 before the first batch", () => {
  expect(dotsPath([[0, 0.5]], 0, 1)).toBe("M0.00 50.00h0");
});

test("a batch is marked over the whole height, where its validation is", () => {
  expect(markPath(10, 40)).toBe("M25.00 0V100");
  expect(dotsPath([[10, 1]], 40, 1)).toBe("M25.00 0.00h0");
  expect(markPath(0, 0)).toBe("M0.00 0V100");
  expect(markPath(null, 40)).toBe("");
});

test("the grid has five lines over the whole width", () => {
  expect(gridPath()).toBe("M0 0H100M0 25H100M0 50H100M0 75H100M0 100H100");
});

test("ends of a scale are short", () => {
  expect(["0.00", "1.00", "2.30", "2.34", "10.00", "0.0 %", "100.0 %"].map(withoutZeros)).toEqual([
    "0",
    "1",
    "2.30",
    "2.34",
    "10",
    "0 %",
    "100 %",
  ]);
});
