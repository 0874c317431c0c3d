// @vitest-environment happy-dom

import { expect, test } from "vitest";
import { confusionOf, confusionTable } from "./confusion_table";

const THREE_CLASSES = [
  [8, 2, 0],
  [0, 5, 0],
  [1, 1, 2],
];

test("all digits are counted, and those on the diagonal are right", () => {
  const { total, right } = confusionOf(THREE_CLASSES);
  expect([total, right]).toEqual([19, 15]);
});

test("shares are those of the written digit", () => {
  const { squares } = confusionOf(THREE_CLASSES);
  expect(squares.map((row) => row.map(({ share }) => share))).toEqual([
    [0.8, 0.2, 0],
    [0, 1, 0],
    [0.25, 0.25, 0.5],
  ]);
  expect(squares.map((row) => row.map(({ kind }) => kind[0]).join(""))).toEqual(["rwe", "ere", "wwr"]);
});

test("a digit that nobody wrote has no shares", () => {
  const { total, right, squares } = confusionOf([
    [0, 0],
    [0, 3],
  ]);
  expect([total, right]).toEqual([3, 3]);
  expect(squares[0]).toEqual([
    { count: 0, share: 0, kind: "right" },
    { count: 0, share: 0, kind: "empty" },
  ]);
});

test("rows and columns have the names of the classes", () => {
  const table = confusionTable(THREE_CLASSES, ["bar", "disc", "square"], "pictures");
  const words = (selector: string): string[] =>
    [...table.querySelectorAll(selector)].map((one) => one.textContent ?? "");
  expect(words("tbody th")).toEqual(["bar", "disc", "square"]);
  expect(words("thead th").slice(1)).toEqual(["bar", "disc", "square"]);
  expect(words("td").join(" ")).toBe("8 2 0 0 5 0 1 1 2");
  expect(words("caption")).toEqual(["15 of 19 validation pictures are read correctly."]);
});
