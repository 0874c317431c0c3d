import { expect, test } from "vitest";
import expected from "../expected.json";
import { compact, percent, rangeText, shortest, signed } from "./numbers";

test("the shortest text of a float32 is NumPy's", () => {
  for (const [value, short] of expected.shortest as [number, number][]) expect(shortest(value)).toBe(String(short));
});

test("numbers are short", () => {
  expect([1234.5, 0.00012345, -0.5].map(compact)).toEqual(["1230", "0.000123", "-0.5"]);
  expect([0, 0.12345, 1].map(percent)).toEqual(["0.0 %", "12.3 %", "100.0 %"]);
  expect([0.125, -0.004, 123.4].map(signed)).toEqual(["+0.13", "−0.00", "+123"]);
});

test("a range is that of the layer, or the largest of its maps", () => {
  expect(rangeText([-1.2345], [1.2345])).toBe("-1.23 .. 1.23");
  expect(rangeText([0, 0], [0.5, 2])).toBe("per map, at most 0 .. 2");
});
