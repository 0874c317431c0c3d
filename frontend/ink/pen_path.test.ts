import { expect, test } from "vitest";
import { type Drawing, extend, type Point, undo } from "./drawing";
import { PenPath, shrink } from "./pen_path";

const spiral = Array.from({ length: 2000 }, (_, i): Point => {
  const angle = i / 40;
  return [140 + 2 * angle * Math.cos(angle), 140 + 2 * angle * Math.sin(angle)];
});
const drawing: Drawing = { strokes: [spiral.slice(0, 1000), spiral.slice(1000)], brush: 22 };

function inkOf(path: PenPath): Float32Array {
  return path.ink(0.1, 2.4, 28);
}

test("a path that grew leaves the same ink as one that is made at once", () => {
  const path = new PenPath();
  let growing: Drawing = { strokes: [spiral.slice(0, 1)], brush: 22 };
  for (const point of spiral.slice(1, 1000)) {
    growing = extend(growing, [point]);
    path.update(growing);
  }
  const finished = new PenPath().update(drawing);
  expect(inkOf(path.update(drawing))).toEqual(inkOf(finished));
  expect([path.low, path.span]).toEqual([finished.low, finished.span]);
});

test("undo and another drawing start over", () => {
  const path = new PenPath().update(drawing);
  expect(inkOf(path.update(undo(drawing)))).toEqual(inkOf(new PenPath().update(undo(drawing))));
  const other: Drawing = { strokes: [[[3, 4]]], brush: null };
  expect(inkOf(path.update(other))).toEqual(inkOf(new PenPath().update(other)));
  path.update({ strokes: [], brush: 5 });
  expect([path.isBlank, path.brush, path.low, path.span]).toEqual([true, 5, [0, 0], [0, 0]]);
  expect(inkOf(path)).toEqual(new Float32Array(784));
});

test("a dot has no span, however little the pen trembled", () => {
  const path = new PenPath().update({ strokes: [[[0, 0] as const, [5e-324, 0] as const]], brush: null });
  expect(path.span).toEqual([0, 0]);
  expect(Math.max(...inkOf(path))).toBe(1);
});

test("pixels are averages of their subpixels", () => {
  expect(shrink(Float32Array.from([0, 1, 2, 3, 4, 5, 6, 7]), 2, 4, 2)).toEqual(Float32Array.from([2.5, 4.5]));
});
