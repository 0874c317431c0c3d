/** Takes from a change of a digit what it does not need; the counterpart of `mnistviz/explain/trimming.py`. */

import { DIGIT_SIDE } from "../../ink/framing_steps";
import type { Contest } from "./contest";

/** Shares of a change that are tried: 1 / 64, 2 / 64 ... */
const SHARES = 64;

/**
 * Returns as little of a change as is still enough: no connected part of it can be left out, and it can't be fainter.
 *
 * @param digit 784 values row by row, 0 paper to 1 ink
 * @param change what is added to the digit; it is enough as it is
 * @param enough the margin from which the class counts as the winner
 */
export function* trimmed(
  contest: Pick<Contest, "margin">,
  digit: Float32Array,
  change: Float32Array,
  enough: number,
): Generator<void, Float32Array> {
  for (let rest = change; ; ) {
    const smaller =
      (yield* withoutPart(contest, digit, rest, enough)) ?? (yield* fainter(contest, digit, rest, enough));
    if (!smaller) return rest;
    rest = smaller;
  }
}

/** Returns a change without the largest of its parts that it does not need; null: it needs all. */
function* withoutPart(
  contest: Pick<Contest, "margin">,
  digit: Float32Array,
  change: Float32Array,
  enough: number,
): Generator<void, Float32Array | null> {
  const parts = partsOf(change);
  if (parts.length < 2) return null;
  let best: Float32Array | null = null;
  let most = 0;
  for (const part of parts) {
    const without = change.slice();
    for (const pixel of part) without[pixel] = 0;
    const spared = part.reduce((sum, pixel) => sum + Math.abs(change[pixel] as number), 0);
    if (spared > most && contest.margin(plus(digit, without)) >= enough) [best, most] = [without, spared];
    yield;
  }
  return best;
}

/** Returns the least share of a change that is enough; null: it needs all. */
function* fainter(
  contest: Pick<Contest, "margin">,
  digit: Float32Array,
  change: Float32Array,
  enough: number,
): Generator<void, Float32Array | null> {
  for (let share = 1; share < SHARES; share++) {
    const part = change.map((value) => (value * share) / SHARES);
    if (contest.margin(plus(digit, part)) >= enough) return part;
    yield;
  }
  return null;
}

/** Returns a digit with a change added to it, within the range of ink. */
export function plus(digit: Float32Array, change: Float32Array): Float32Array {
  return digit.map((ink, i) => Math.min(Math.max(ink + (change[i] as number), 0), 1));
}

/** Returns the pixels of each connected part of a change, corners connected, too. */
export function partsOf(change: Float32Array): number[][] {
  const isTaken = Uint8Array.from(change, (value) => (value === 0 ? 1 : 0));
  const parts: number[][] = [];
  for (let first = 0; first < change.length; first++) {
    if (isTaken[first]) continue;
    isTaken[first] = 1;
    const part = [first];
    for (const pixel of part) {
      // it grows meanwhile
      for (const other of around(pixel)) {
        if (isTaken[other]) continue;
        isTaken[other] = 1;
        part.push(other);
      }
    }
    parts.push(part);
  }
  return parts;
}

/** Returns the pixels around one, and the pixel itself. */
function around(pixel: number): number[] {
  const [row, column] = [Math.floor(pixel / DIGIT_SIDE), pixel % DIGIT_SIDE];
  const near = (place: number): number[] => [place - 1, place, place + 1].filter((at) => at >= 0 && at < DIGIT_SIDE);
  return near(row).flatMap((y) => near(column).map((x) => y * DIGIT_SIDE + x));
}
