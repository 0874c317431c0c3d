import { expect, test } from "vitest";
import type { Drawing } from "../ink/drawing";
import { frameInk, framePath } from "../ink/framing";
import { blankImage, digitOf, EVERY_STEP, NO_STEP } from "../ink/framing_steps";
import { PenPath } from "../ink/pen_path";
import { compareFramings, completeSteps } from "./framing_comparison";

const corner: Drawing = { strokes: [[[200, 200] as const, [240, 260] as const]], brush: 22 };
const path = new PenPath().update(corner);

test("a digit is read with every step, with the chosen ones and with none, and each only once", () => {
  const wanted = { ...EVERY_STEP, centre: false };
  const framing = framePath(path, wanted);
  const run: Float32Array[] = [];
  const comparison = compareFramings(path, null, wanted, { framing, forward: digitOf(framing) }, (digit) => {
    run.push(digit);
    return digit;
  });
  expect(comparison.every).toEqual(digitOf(framePath(path, EVERY_STEP)));
  expect(comparison.chosen).toBe(digitOf(framing));
  expect(comparison.none).toEqual(digitOf(framePath(path, NO_STEP)));
  expect(comparison.steps).toEqual(completeSteps(framing, path, wanted));
  expect(run).toHaveLength(2);
});

test("a picture has its ink as the first step, and keeps the steps of its photo", () => {
  const ink = blankImage(60, 60);
  ink.data.fill(1, 600, 700);
  const picture = { ...frameInk(ink), photo: [{ name: "grey", text: "", image: ink, isDone: true }] };
  const { steps, every, photo } = compareFramings(path, picture, EVERY_STEP, { framing: picture, forward: 1 }, () => 2);
  expect(steps.map((step) => step.name)).toEqual(["ink", "crop", "scale", "line", "centre"]);
  expect(steps[0]?.image).toBe(ink);
  expect([every, photo]).toEqual([1, picture.photo]);
});

test("blank paper has no steps", () => {
  const blank = new PenPath();
  expect(completeSteps(framePath(blank), blank, EVERY_STEP)).toEqual([]);
});
