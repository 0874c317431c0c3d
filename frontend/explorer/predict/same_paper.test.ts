import { expect, test } from "vitest";
import type { Drawing } from "../../ink/drawing";
import { digitImage, givePicture } from "../../ink/framing_steps";
import { rewound, type Scene, sceneOf } from "../../ink/scene";
import { isSamePaper } from "./same_paper";

const seven = (): Drawing => ({
  strokes: [
    [
      [80, 60],
      [200, 60],
      [120, 240],
    ],
  ],
  brush: 22,
});
const given = (name: string, value: number): Scene =>
  sceneOf({ strokes: [], brush: 22 }, givePicture(digitImage(new Float32Array(784).fill(value)), name));

test("drawings are compared by their values, whichever moment is shown", () => {
  expect(isSamePaper(sceneOf(seven()), sceneOf(seven()))).toBe(true);
  expect(isSamePaper(sceneOf(seven()), rewound(sceneOf(seven()), 2))).toBe(true);
  expect(isSamePaper(sceneOf(seven()), sceneOf({ ...seven(), brush: 30 }))).toBe(false);
  expect(isSamePaper(sceneOf(seven()), sceneOf({ strokes: [[[80, 60]]], brush: 22 }))).toBe(false);
  const longer = { strokes: [...seven().strokes, [[100, 150] as const]], brush: 22 };
  expect(isSamePaper(sceneOf(seven()), sceneOf(longer))).toBe(false);
  expect(isSamePaper(sceneOf(longer), sceneOf(seven()))).toBe(false);
});

test("a brush without ink makes no other paper", () => {
  expect(isSamePaper(sceneOf({ strokes: [], brush: 6 }), sceneOf({ strokes: [], brush: 48 }))).toBe(true);
});

test("pictures are compared by their values, too", () => {
  expect(isSamePaper(given("a", 0.5), given("a", 0.5))).toBe(true);
  expect(isSamePaper(given("a", 0.5), given("a", 0.25))).toBe(false);
  expect(isSamePaper(given("a", 0.5), given("b", 0.5))).toBe(false);
  expect(isSamePaper(given("a", 0.5), sceneOf({ strokes: [], brush: 22 }))).toBe(false);
});
