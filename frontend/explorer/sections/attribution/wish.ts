/** What is asked about a digit: the settings of the section, and what they mean for one forward pass. */

import type { Target } from "../../../explain/attribution/question";
import type { Forward } from "../../../network/forward";
import type { ExplorerModel } from "../../traits";

/** Values of `attribution_other` that are no classes. */
export const NO_OTHER = -1;
export const RUNNER_UP = -2;
/** The value of `attribution_target` that is no class. */
export const PREDICTION = -1;

/** Two framings of the same drawing, that of the page and that of the notebook kernel, differ by no more at any pixel. */
const SAME = 1e-4;

/** Returns which classes are asked about; null: the paper is blank. As in Python (`sections/attribution.py`). */
export function askedOf(settings: ExplorerModel, { prediction, probabilities }: Forward): Target | null {
  if (prediction === null) return null;
  const isClass = (which: number): boolean => which >= 0 && which < probabilities.length;
  const [target, other] = [settings.get("attribution_target"), settings.get("attribution_other")];
  const asked = isClass(target) ? target : prediction;
  if (other === RUNNER_UP) return { target: asked, other: runnerUp(probabilities, asked) };
  return { target: asked, other: isClass(other) && other !== asked ? other : null };
}

/** Returns the most probable class apart from one; null: there is no other. */
export function runnerUp(probabilities: ArrayLike<number>, but: number): number | null {
  let found: number | null = null;
  for (let which = 0; which < probabilities.length; which++) {
    if (which === but) continue;
    if (found === null || (probabilities[which] as number) > (probabilities[found] as number)) found = which;
  }
  return found;
}

/** Tells whether two digits are framings of the same drawing. */
export function isSameDigit(one: Float32Array, other: Float32Array): boolean {
  return one.every((value, at) => Math.abs(value - (other[at] as number)) <= SAME);
}
