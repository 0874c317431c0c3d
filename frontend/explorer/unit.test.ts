import { expect, test } from "vitest";
import { nameOf, spotOf } from "./unit";

test("an index names a spot of maps, of the digit, or of units", () => {
  expect(spotOf([3, 12, 5])).toEqual({ channels: [5], rows: [3, 4], columns: [12, 13] });
  expect(spotOf([3, 12])).toEqual({ channels: null, rows: [3, 4], columns: [12, 13] });
  expect(spotOf([77])).toEqual({ channels: [77], rows: [0, 1], columns: [0, 1] });
});

test("a unit is named as in Python", () => {
  expect(nameOf("conv1", [3, 12, 5])).toBe("conv1[3, 12, 5]");
});
