/** Compares framings for the lesson, as in Python (`mnistviz/explain/framing_comparison.py`). */

import numbers from "../../mnistviz/assets/framing.json";
import { roundToEven, significant } from "../core/numbers";
import { text } from "../core/text";
import { BOX, frameScene, NORMAL } from "../ink/framing";
import {
  areSameSteps,
  DIGIT_SIDE,
  digitOf,
  EVERY_STEP,
  type Framing,
  type FramingSteps,
  type Image,
  NO_STEP,
  PAPER_SIDE,
  type Step,
} from "../ink/framing_steps";
import { cut } from "../ink/images";
import type { PenPath } from "../ink/pen_path";

/** Longest side, in pixels, of the pictures of a drawing before it is scaled. They are only looked at. */
const SIDE = numbers.shown_side;

/** One digit, framed in three ways. */
export interface FramingComparison<Forward> {
  /** Ink, crop, scale, line and centre, with the present switches; none for blank paper. */
  readonly steps: readonly Step[];
  /** The forward pass of the digit framed with every step. */
  readonly every: Forward;
  /** That of the digit framed with the steps that are on. */
  readonly chosen: Forward;
  /** That of the whole paper, merely shrunk. */
  readonly none: Forward;
  /** What was done to a photo before there was ink; empty for a drawing. */
  readonly photo: readonly Step[];
}

/**
 * Compares the framing with the chosen steps to that with every step and with none.
 *
 * @param picture what lies on the paper instead, framed with every step.
 * @param wanted the steps that are on.
 * @param chosen the framing with these steps, and its forward pass.
 * @param run the network, from a digit to its forward pass.
 */
export function compareFramings<Forward>(
  path: PenPath,
  picture: Framing | null,
  wanted: FramingSteps,
  chosen: { readonly framing: Framing; readonly forward: Forward },
  run: (digit: Float32Array) => Forward,
): FramingComparison<Forward> {
  const readWith = (steps: FramingSteps): Forward =>
    areSameSteps(steps, wanted) ? chosen.forward : run(digitOf(frameScene(path, picture, steps)));
  return {
    steps: completeSteps(chosen.framing, path, wanted),
    every: readWith(EVERY_STEP),
    chosen: chosen.forward,
    none: readWith(NO_STEP),
    photo: picture?.photo ?? [],
  };
}

/**
 * Returns the steps of a framing, preceded by those that an update does without: the ink, and the crop of a drawing.
 *
 * @param framing of a drawing or a picture.
 * @param path the drawing; ignored if a picture was framed.
 * @param wanted the steps that the framing has taken.
 * @returns ink, crop, scale, line, centre; nothing for blank paper.
 */
export function completeSteps(framing: Framing, path: PenPath, wanted: FramingSteps): readonly Step[] {
  if (!framing.steps.length) return [];
  if (framing.ink) {
    const found: Step = { name: "ink", text: text("framing-of-photo-ink"), image: framing.ink, isDone: true };
    return [found, ...framing.steps];
  }
  const ink = inkOnPad(path);
  const shown: Step = { name: "ink", text: text("framing-of-pad", { side: PAPER_SIDE }), image: ink, isDone: true };
  if (wanted.crop) return [shown, cropOf(path), ...framing.steps];
  const off = text("framing-not-cropped", { width: PAPER_SIDE, height: PAPER_SIDE });
  return [shown, { name: "crop", text: off, image: ink, isDone: false }, ...framing.steps];
}

function inkOnPad(path: PenPath): Image {
  const scale = SIDE / PAPER_SIDE;
  const brush = path.brush ?? (NORMAL * PAPER_SIDE) / DIGIT_SIDE;
  const [left, top] = path.low;
  return { rows: SIDE, columns: SIDE, data: path.ink(scale, brush * scale, SIDE, 1, [left * scale, top * scale]) };
}

/** Crops to the ink of a drawing: to its path and half the width of the pen around it. */
function cropOf(path: PenPath): Step {
  const pen = path.brush ?? ((Math.max(...path.span) || 1) * NORMAL) / (BOX - NORMAL);
  const [width, height] = path.span.map((length) => length + pen) as [number, number];
  const scale = SIDE / Math.max(width, height);
  const whole: Image = { rows: SIDE, columns: SIDE, data: path.ink(scale, pen * scale, SIDE, 1) };
  const [columns, rows] = [width, height].map((length) => {
    return Math.max(1, Math.min(SIDE, roundToEven(length * scale)));
  }) as [number, number];
  const image = cut(whole, Math.floor((SIDE - rows) / 2), Math.floor((SIDE - columns) / 2), rows, columns);
  const found = text("framing-cropped", { width: significant(width, 3), height: significant(height, 3) });
  return { name: "crop", text: found, image, isDone: true };
}
