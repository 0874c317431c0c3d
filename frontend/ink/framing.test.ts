import { expect, test } from "vitest";
import expected from "../expected.json";
import type { Point } from "./drawing";
import { frameInk, framePath, frameScene } from "./framing";
import { blankImage, digitOf, EVERY_STEP, NO_STEP, pointOf } from "./framing_steps";
import { PenPath } from "./pen_path";

function float32(base64: string): Float32Array {
  return new Float32Array(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer);
}

test.each(expected.framings)(
  "the digit of a drawing is Python's: $texts",
  ({ strokes, brush, wanted, digit, texts }) => {
    const framing = framePath(new PenPath().update({ strokes: strokes as unknown as Point[][], brush }), wanted);
    expect(framing.steps.map((step) => step.text)).toEqual(texts);
    const values = float32(digit);
    for (const [index, value] of digitOf(framing).entries()) expect(value).toBeCloseTo(values[index] as number, 4);
  },
);

test("blank paper and a picture without ink have no steps and a blank digit", () => {
  for (const framing of [framePath(new PenPath()), frameInk(blankImage(40, 50))]) {
    expect(framing.steps).toEqual([]);
    expect(digitOf(framing)).toEqual(new Float32Array(784));
    expect(pointOf(framing.onPaper, 28, 14)).toEqual([140, 280]);
  }
});

test("a digit of MNIST's form does not change", () => {
  const ink = blankImage(28, 28);
  for (let row = 4; row < 24; row++) ink.data.fill(0.75, row * 28 + 12, row * 28 + 16);
  expect(digitOf(frameInk(ink))).toEqual(ink.data);
  expect(digitOf(frameInk(ink, NO_STEP))).toEqual(ink.data);
});

test("a picture lies above the drawing, and is framed again with other steps", () => {
  const path = new PenPath().update({ strokes: [[[0, 0]]], brush: 22 });
  const ink = blankImage(60, 60);
  ink.data.fill(1, 600, 700);
  const picture = frameInk(ink);
  expect(frameScene(path, picture, EVERY_STEP)).toBe(picture);
  expect(digitOf(frameScene(path, picture, NO_STEP))).toEqual(digitOf(frameInk(ink, NO_STEP)));
  expect(digitOf(frameScene(path, null, NO_STEP))).toEqual(digitOf(framePath(path, NO_STEP)));
});
