/**
 * How an answer came about: what the network read at each moment of a drawing, as in Python (`mnistviz/explain/answer_history.py`).
 * A moment is what the pen had drawn after so many of its points, framed anew and read on its own.
 */

import { blankDrawing, type Drawing, pointsOf, until } from "../ink/drawing";
import { frameScene } from "../ink/framing";
import { areSameSteps, digitOf, EVERY_STEP, type FramingSteps } from "../ink/framing_steps";
import { PenPath } from "../ink/pen_path";
import { forwardOf } from "../network/forward";
import type { Network } from "../network/network";

/** Moments that are computed. */
const MOST_MOMENTS = 120;
/** Strokes of which the end is always computed; of a drawing of more strokes, only its end is. */
const MOST_ENDS = 60;

/** What the network has read at one moment. */
export interface Reading {
  /** Of the drawing, until then. */
  readonly points: number;
  readonly probabilities: Float32Array;
  /** The most probable class; null: the digit has no ink. */
  readonly prediction: number | null;
}

/** A moment at which the answer became another one. */
export interface Flip {
  /** The first computed moment with the new answer. */
  readonly points: number;
  readonly before: number;
  readonly after: number;
}

/** Returns the points after which each stroke ends. */
export function strokeEnds({ strokes }: Drawing): number[] {
  let end = 0;
  return strokes.map((stroke) => {
    end += stroke.length;
    return end;
  });
}

/** Returns the moments that are computed. While a drawing grows they stay, or every second one does. */
export function momentsOf(drawing: Drawing): number[] {
  const every = strokeEnds(drawing);
  const ends = every.length > MOST_ENDS ? every.slice(-1) : every;
  const total = pointsOf(drawing);
  let stride = 1;
  while (Math.floor(total / stride) + ends.filter((end) => end % stride > 0).length > MOST_MOMENTS) stride *= 2;
  const moments = new Set(ends);
  for (let points = stride; points <= total; points += stride) moments.add(points);
  return [...moments].sort((a, b) => a - b);
}

/** Returns the moments at which the answer became another one, in order. */
export function flipsOf(readings: readonly Pick<Reading, "points" | "prediction">[]): Flip[] {
  const flips: Flip[] = [];
  let before: number | null = null;
  for (const { points, prediction } of readings) {
    if (prediction === null) continue;
    if (before !== null && before !== prediction) flips.push({ points, before, after: prediction });
    before = prediction;
  }
  return flips;
}

/** The history of a drawing that grows: what is known of its earlier moments is not computed again. */
export class AnswerHistory {
  private drawing = blankDrawing();
  private wanted: FramingSteps = EVERY_STEP;
  private network: Network | null = null;
  private moments: readonly number[] = [];
  private readonly known = new Map<number, Reading>();
  private readonly path = new PenPath();

  /** Goes on with a drawing, steps of framing and a network; forgets what does not hold for them. Returns whether any is new. */
  follow(drawing: Drawing, wanted: FramingSteps, network: Network): boolean {
    if (drawing === this.drawing && areSameSteps(wanted, this.wanted) && network === this.network) return false;
    const isSame =
      network === this.network && areSameSteps(wanted, this.wanted) && drawing.brush === this.drawing.brush;
    const shared = isSame ? sharedPoints(this.drawing, drawing) : 0;
    const isNew = !isSame || shared < Math.max(pointsOf(this.drawing), pointsOf(drawing));
    for (const points of this.known.keys()) if (points > shared) this.known.delete(points);
    Object.assign(this, { drawing, wanted, network, moments: momentsOf(drawing) });
    return isNew;
  }

  /** What is known, in order. */
  get readings(): Reading[] {
    return this.moments.map((points) => this.known.get(points)).filter((reading) => reading !== undefined);
  }

  get isComplete(): boolean {
    return this.moments.every((points) => this.known.has(points));
  }

  /** Computes what is missing, a moment at each step. Give it up before the drawing changes. */
  *complete(): Generator<void, void> {
    const { drawing, wanted, network, path, known } = this;
    if (!network) return;
    for (const points of this.moments) {
      if (known.has(points)) continue;
      const digit = digitOf(frameScene(path.update(until(drawing, points)), null, wanted));
      const { probabilities, prediction } = forwardOf(digit, network.run(digit));
      known.set(points, { points, probabilities: probabilities.slice(), prediction });
      yield;
    }
  }
}

/** Returns up to which moment two drawings are the same. */
export function sharedPoints(one: Drawing, other: Drawing): number {
  let shared = 0;
  for (const [index, stroke] of one.strokes.entries()) {
    const second = other.strokes[index] ?? [];
    let same = 0;
    while (same < Math.min(stroke.length, second.length) && isSamePoint(stroke[same], second[same])) same++;
    shared += same;
    if (same < Math.max(stroke.length, second.length)) break;
  }
  return shared;
}

function isSamePoint(one: Drawing["strokes"][number][number] | undefined, other: typeof one): boolean {
  return one === other || (one !== undefined && other !== undefined && one[0] === other[0] && one[1] === other[1]);
}
