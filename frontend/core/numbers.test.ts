import { expect, test } from "vitest";
import expected from "../expected.json";
import { compact, fixed, grouped, percent, rangeText, rough, rounded, shortest, signed, significant } from "./numbers";
import { useLanguage } from "./text";

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

test("numbers have the signs of the language", () => {
  useLanguage("de");
  expect([shortest(0.5), compact(1234.5), compact(-0.25), rough(0.5), rounded(2, 2), fixed(0.25, 1)]).toEqual([
    ...["0,5", "1230", "-0,25", "0,50", "2,00", "0,2"],
  ]);
  expect([percent(0.9712), signed(-0.5), significant(1.5e-9, 3), rangeText([-1.5], [1.5]), grouped(0.0005)]).toEqual([
    ...["97,1\u00a0%", "\u22120,50", "1,5e-09", "-1,5 .. 1,5", "0,0005"],
  ]);
  useLanguage("en");
  expect(grouped(12345.0005)).toBe("12,345.0005");
});
