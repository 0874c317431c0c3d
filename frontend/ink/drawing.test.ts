import { expect, test } from "vitest";
import { begin, blankDrawing, type Drawing, extend, newInk, pointsOf, undo, withBrush } from "./drawing";

const two = begin(extend(begin(blankDrawing(22), 1, 2), [[3, 4]]), 5, 6);

test("a drawing grows and shrinks by strokes", () => {
  expect(two).toEqual({
    strokes: [
      [
        [1, 2],
        [3, 4],
      ],
      [[5, 6]],
    ],
    brush: 22,
  });
  expect(pointsOf(two)).toBe(3);
  expect(undo(two).strokes).toEqual(two.strokes.slice(0, 1));
  expect(undo(blankDrawing())).toEqual(blankDrawing());
  expect(withBrush(two, null)).toEqual({ ...two, brush: null });
  expect(() => extend(blankDrawing(), [[0, 0]])).toThrow("no stroke");
});

test("new ink is what continues a drawing, found by its values", () => {
  const copy = (drawing: Drawing): Drawing => structuredClone(drawing);
  expect(newInk(two, copy(two))).toEqual([]);
  expect(newInk(copy(two), extend(two, [[7, 8]]))).toEqual([
    [
      [5, 6],
      [7, 8],
    ],
  ]);
  const more = begin(extend(two, [[7, 8]]), 9, 9);
  expect(newInk(copy(two), more)).toHaveLength(2);
  expect(newInk(two, withBrush(two, 3))).toEqual([]);
});

test("another drawing does not continue the old one", () => {
  expect(newInk(two, undo(two))).toBeNull();
  expect(newInk(two, begin(undo(two), 5, 7))).toBeNull();
  expect(newInk(two, { ...two, strokes: [...two.strokes].reverse() })).toBeNull();
  const longerFirst = { ...two, strokes: [[...(two.strokes[0] ?? []), [0, 0] as const], ...two.strokes.slice(1)] };
  expect(newInk(two, longerFirst)).toBeNull();
});
