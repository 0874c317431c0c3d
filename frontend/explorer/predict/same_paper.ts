/** Whether two papers hold the same digit. A guess stands for one digit, and another one needs another guess. */

import { type Drawing, newInk } from "../../ink/drawing";
import type { Framing } from "../../ink/framing_steps";
import type { Scene } from "../../ink/scene";

/**
 * Whether the same strokes, as wide as each other, or the same picture lie on two papers, whichever moment of the drawing is shown.
 * Compares values: a page makes drawing and picture anew from each message of the notebook kernel.
 */
export function isSamePaper(one: Scene, other: Scene): boolean {
  return isSameDrawing(one.drawing, other.drawing) && isSamePicture(one.picture, other.picture);
}

function isSameDrawing(one: Drawing, other: Drawing): boolean {
  if (one === other || !(one.strokes.length || other.strokes.length)) return true; // the brush alone leaves no ink
  return one.brush === other.brush && newInk(one, other)?.length === 0;
}

function isSamePicture(one: Framing | null, other: Framing | null): boolean {
  if (one === other) return true;
  const [values, others] = [one, other].map((picture) => (picture?.ink ?? picture?.steps.at(-1)?.image)?.data);
  if (!values || !others || one?.given !== other?.given) return false;
  return values.length === others.length && values.every((value, i) => value === others[i]);
}
