/** A drawing: the strokes of a pen. It is immutable, as in Python (`mnistviz/ink/drawing.py`). */

import { text } from "../core/text";

export type Point = readonly [x: number, y: number];
/** One or more points, y down, in any scale. */
export type Stroke = readonly Point[];

export interface Drawing {
  /** In the order in which they were drawn. */
  readonly strokes: readonly Stroke[];
  /** Width of the pen in the unit of the points; null gives lines the normal width of MNIST. */
  readonly brush: number | null;
}

/** Returns a drawing without strokes. */
export function blankDrawing(brush: number | null = null): Drawing {
  return { strokes: [], brush };
}

/** Returns the drawing with a new stroke that begins at (x, y). */
export function begin({ strokes, brush }: Drawing, x: number, y: number): Drawing {
  return { strokes: [...strokes, [[x, y]]], brush };
}

/** Returns the drawing with `points` added to its last stroke; throws if there is no stroke. */
export function extend({ strokes, brush }: Drawing, points: readonly Point[]): Drawing {
  const last = strokes.at(-1);
  if (!last) throw new Error(text("drawing-no-stroke-to-extend"));
  return { strokes: [...strokes.slice(0, -1), last.concat(points)], brush };
}

/** Returns the drawing without its last stroke. A blank drawing stays blank. */
export function undo({ strokes, brush }: Drawing): Drawing {
  return { strokes: strokes.slice(0, -1), brush };
}

/** Returns the drawing as it was after its first `points` points; all of it if it has no more. */
export function until({ strokes, brush }: Drawing, points: number): Drawing {
  let left = points;
  const kept: Stroke[] = [];
  for (const stroke of strokes) {
    if (left <= 0) break;
    kept.push(stroke.length > left ? stroke.slice(0, left) : stroke);
    left -= stroke.length;
  }
  return { strokes: kept, brush };
}

/** Returns the same strokes, drawn with a pen of another width. */
export function withBrush({ strokes }: Drawing, brush: number | null): Drawing {
  return { strokes, brush };
}

/** Returns the number of points in all strokes. */
export function pointsOf({ strokes }: Drawing): number {
  return strokes.reduce((sum, stroke) => sum + stroke.length, 0);
}

/**
 * Finds what must be drawn to turn `old` into `fresh`, whatever the brush. Compares values, since a page may make a drawing
 * anew from a message.
 *
 * @returns the new pieces of line, or null if `fresh` does not continue `old`. A piece that continues a stroke begins at the
 *   stroke's last old point.
 */
export function newInk(old: Drawing, fresh: Drawing): Stroke[] | null {
  if (fresh.strokes.length < old.strokes.length) return null;
  const pieces = fresh.strokes.slice(old.strokes.length);
  for (const [index, before] of old.strokes.entries()) {
    const after = fresh.strokes[index] ?? [];
    if (!startsWith(after, before)) return null;
    if (after.length === before.length) continue;
    if (index < old.strokes.length - 1) return null;
    pieces.unshift(after.slice(before.length - 1));
  }
  return pieces;
}

function startsWith(stroke: Stroke, start: Stroke): boolean {
  if (stroke === start) return true;
  if (stroke.length < start.length) return false;
  for (let i = 0; i < start.length; i++) {
    const a = stroke[i] as Point;
    const b = start[i] as Point;
    if (a !== b && (a[0] !== b[0] || a[1] !== b[1])) return false;
  }
  return true;
}
