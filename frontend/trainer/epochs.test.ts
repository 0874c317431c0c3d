import { expect, test } from "vitest";
import { batchOf, distanceOf, epochOf, type Kept, stepOf } from "./epochs";

const KEPT: readonly Kept[] = [
  [0, 0],
  [4, 40],
  [8, 80],
  [9, 90],
];

test("every kept epoch is a step, and the present weights are the last", () => {
  expect([0, 4, 8, 9, null].map((epoch) => stepOf(KEPT, epoch))).toEqual([0, 1, 2, 3, 4]);
  expect([0, 1, 2, 3, 4].map((step) => epochOf(KEPT, step))).toEqual([0, 4, 8, 9, null]);
});

test("an epoch that is not kept is no step", () => {
  expect(stepOf(KEPT, 5)).toBe(4);
  expect(batchOf(KEPT, 5)).toBeNull();
  expect(stepOf([], null)).toBe(0);
});

test("an epoch is a place on the curves", () => {
  expect(batchOf(KEPT, 8)).toBe(80);
  expect(batchOf(KEPT, 0)).toBe(0);
});

test("the distance tells which epochs are kept", () => {
  expect(distanceOf(KEPT)).toBe(4);
  expect(distanceOf(KEPT.slice(0, 2))).toBe(1);
  expect(distanceOf([])).toBe(1);
});
