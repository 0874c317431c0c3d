import { expect, test } from "vitest";
import type { Stop } from "../../../explain/inspection";
import { type Point, pointsOf, polyline } from "./path";

const STOPS: Stop[] = [
  { layer: "pool2", index: [1, 2, 9], name: "pool2[1, 2, 9]", value: "0.5" },
  { layer: "conv2", index: [3, 4, 9], name: "conv2[3, 4, 9]", value: "0.7" },
  { layer: "digit", index: [8, 9], name: "digit[8, 9]", value: "1" },
];

test("a path leads from stop to stop, over folded layers", () => {
  const places: Record<string, Point> = { pool2: [110, 220], digit: [130, 40] };
  const points = pointsOf(STOPS, ({ layer }) => places[layer] ?? null, [100, 20]);
  expect(points).toEqual([
    [10, 200],
    [30, 20],
  ]);
  expect(polyline(points)).toBe("10,200 30,20");
});

test("no stops make no line", () => {
  expect(polyline(pointsOf([], () => [0, 0], [0, 0]))).toBe("");
});
