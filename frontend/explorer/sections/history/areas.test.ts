import { expect, test } from "vitest";
import { areasOf, shownClasses } from "./areas";

const reading = (points: number, ...probabilities: number[]) => {
  return { points, probabilities: Float32Array.from(probabilities), prediction: 0 };
};

/** The corners of an area, in percent from the top left. */
const corners = (path: string): number[][] =>
  path
    .slice(1, -1)
    .split("L")
    .map((corner) => corner.split(" ").map(Number));

test("areas lie on top of each other, as high as the probabilities", () => {
  const areas = areasOf([reading(1, 0.5, 0.25, 0.25), reading(4, 0, 0.75, 0.25)], 4);
  expect(areas.map(({ which }) => which)).toEqual([0, 1, 2]);
  expect(corners(areas[0]?.path ?? "")).toEqual([
    [0, 50],
    [25, 50],
    [100, 100],
    [100, 100],
    [25, 100],
    [0, 100],
  ]);
  expect(corners(areas[1]?.path ?? "")).toEqual([
    [0, 25],
    [25, 25],
    [100, 25],
    [100, 100],
    [25, 50],
    [0, 50],
  ]);
});

test("a drawing that is not computed to its end leaves room", () => {
  const [area] = areasOf([reading(1, 1), reading(2, 1)], 4);
  expect(Math.max(...corners(area?.path ?? "").map(([x]) => x ?? 0))).toBe(50);
  expect(areasOf([], 4)).toEqual([]);
});

test("a large area has a place for its name, a low or a thin one has none", () => {
  const steady = [reading(1, 0.8, 0.2), reading(100, 0.8, 0.2)];
  expect(areasOf(steady, 100).map(({ middle }) => middle?.map(Math.round) ?? null)).toEqual([[50, 60], null]);
  const thin = [reading(1, 1, 0), reading(50, 1, 0), reading(51, 0, 1), reading(52, 1, 0), reading(100, 1, 0)];
  expect(areasOf(thin, 100)[1]?.middle).toBeNull();
});

test("of many classes the ten that were most probable once are shown, and the rest together", () => {
  const first = Array.from({ length: 20 }, (_, i) => (i < 9 ? 0.1 : 0.1 / 11));
  const second = Array.from({ length: 20 }, (_, i) => (i === 15 ? 1 : 0));
  const readings = [reading(1, ...first), reading(2, ...second)];
  expect(shownClasses(readings)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 15]);
  const others = areasOf(readings, 2).at(-1);
  expect(others?.which).toBeNull();
  const [top, , , , , bottom] = corners(others?.path ?? "");
  expect((bottom?.[1] ?? 0) - (top?.[1] ?? 0)).toBeCloseTo(100 * (10 / 110), 1);
});
