/**
 * The methods that tell which pixels speak for a class: the counterpart of `mnistviz/explain/attribution_methods.py`. Each makes a
 * map of 784 values, in steps of a millisecond or so.
 */

import { DIGIT_SIDE } from "../../ink/framing_steps";
import { gradCam, hiresCam } from "./class_maps";
import type { Question } from "./question";

/** Makes a map; yields wherever it may pause. */
export type Method = (question: Question) => Generator<void, Float64Array>;

const STEPS = 128; // of the way from blank paper to the digit
const MOST_STEPS = 512;
/** Where the completeness error is larger than this, the steps are halved. */
const COMPLETE = 0.005;
const REACH = 1; // rows and columns around a pixel, of the patch of paper

/** Adds up the gradient on the straight way from blank paper to the digit (Sundararajan et al. 2017, arXiv 1703.01365). */
function* integratedGradients(question: Question): Generator<void, Float64Array> {
  const { digit } = question;
  const whole = question.fromBlank;
  for (let steps = STEPS; ; steps *= 2) {
    const gradient = yield* question.meanGradient(steps);
    const values = gradient.map((slope, at) => slope * (digit[at] as number));
    if (Math.abs(sumOf(values) - whole) <= COMPLETE * Math.abs(whole) || steps === MOST_STEPS) return values;
  }
}

/** Multiplies the gradient at the digit with the ink (Shrikumar et al. 2016, arXiv 1605.01713). */
function* gradientTimesInput(question: Question): Generator<void, Float64Array> {
  question.engine.reset();
  return question.gradient(question.digit).map((slope, at) => slope * (question.digit[at] as number));
}

/** Lays a patch of paper, 3x3, on each pixel, and takes the drop of the score (Zeiler and Fergus 2014, arXiv 1311.2901). */
function* occlusion(question: Question): Generator<void, Float64Array> {
  const { digit } = question;
  question.engine.reset();
  const before = question.score(digit);
  const values = new Float64Array(digit.length);
  for (let at = 0; at < digit.length; at++) {
    const patch = patchAround(at);
    if (patch.every((place) => digit[place] === 0)) continue;
    const covered = digit.slice();
    for (const place of patch) covered[place] = 0;
    values[at] = before - question.score(covered);
    yield;
  }
  return values;
}

function patchAround(at: number): number[] {
  const [row, column] = [Math.floor(at / DIGIT_SIDE), at % DIGIT_SIDE];
  const places: number[] = [];
  for (let i = Math.max(row - REACH, 0); i <= Math.min(row + REACH, DIGIT_SIDE - 1); i++) {
    for (let j = Math.max(column - REACH, 0); j <= Math.min(column + REACH, DIGIT_SIDE - 1); j++) {
      places.push(i * DIGIT_SIDE + j);
    }
  }
  return places;
}

export function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** By the names that users give in Python, in the order in which they are offered. */
export const METHODS: Readonly<Record<string, Method>> = {
  integrated_gradients: integratedGradients,
  gradient_times_input: gradientTimesInput,
  occlusion,
  hires_cam: hiresCam,
  grad_cam: gradCam,
};
