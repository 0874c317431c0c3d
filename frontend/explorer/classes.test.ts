import { expect, test } from "vitest";
import { areDigits, shownClasses, spokenName, widthOf } from "./classes";

const DIGITS = [..."0123456789"];

test("only the ten digits in their order are digits", () => {
  expect(areDigits(DIGITS)).toBe(true);
  expect(areDigits(DIGITS.slice(0, 9))).toBe(false);
  expect(areDigits([...DIGITS].reverse())).toBe(false);
  expect(areDigits(["zero", ...DIGITS.slice(1)])).toBe(false);
});

test("a class is spoken as a digit or by its name", () => {
  expect(spokenName(DIGITS, 3)).toBe("digit 3");
  expect(spokenName(["cat", "dog"], 1)).toBe("class dog");
});

test("up to ten classes keep their order; of more the most probable ones are shown, equal ones in their order", () => {
  expect(shownClasses([0.1, 0.7, 0.2], 3)).toEqual([0, 1, 2]);
  expect(shownClasses([], 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const probabilities = Array.from({ length: 12 }, (_, which) => (which === 11 ? 0.6 : which === 4 ? 0.3 : 0.01));
  expect(shownClasses(probabilities, 12)).toEqual([11, 4, 0, 1, 2, 3, 5, 6, 7, 8]);
  expect(shownClasses([], 12)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]); // blank paper
});

test("a long name with spaces takes two lines", () => {
  expect(widthOf("7")).toBe(1);
  expect(widthOf("ice cream")).toBe(6);
  expect(widthOf("a b")).toBe(3);
  expect(widthOf("hippopotamus")).toBe(12);
});
