/**
 * Finds the least noise that makes a network read another class: the counterpart of `mnistviz/explain/least_noise.py`, which says
 * where the method (DDN) comes from. The noise follows the border of the class to where it is near.
 */

import type { Contest } from "./contest";

const ROUNDS = 200;
/** Length of the noise in the beginning (Euclidean, pixels of full ink). */
const FIRST_LENGTH = 1;
/** Length of the step along the gradient, first and last (pixels of full ink); between them it follows a cosine. */
const FIRST_TURN = 1;
const LAST_TURN = 0.01;
/** Share by which the noise gets shorter or longer. */
const CHANGE = 0.05;
/** Shares of the last noise, from a half on, of which the least one that is enough is taken. */
const FINE = 64;

/**
 * Returns the digit with the least noise that was found: of the pictures whose margin is enough, the one nearest to the digit
 * (Euclidean distance); where none is, the last picture tried.
 *
 * @param digit 784 values row by row, 0 paper to 1 ink
 * @param enough the margin from which the class counts as the winner
 */
export function* leastNoise(contest: Contest, digit: Float32Array, enough: number): Generator<void, Float32Array> {
  let picture = digit;
  let nearest: Float32Array | null = null;
  let least = Number.POSITIVE_INFINITY;
  let length = FIRST_LENGTH;
  for (let round = 0; round < ROUNDS; round++) {
    const turn = LAST_TURN + ((FIRST_TURN - LAST_TURN) * (1 + Math.cos((Math.PI * round) / ROUNDS))) / 2;
    const wins = contest.margin(picture) >= enough;
    const change = difference(picture, digit);
    const distance = lengthOf(change);
    if (wins && distance < least) [nearest, least] = [picture, distance];
    const gradient = contest.gradient();
    const share = turn / notZero(lengthOf(gradient));
    const noise = Float64Array.from(change, (value, i) => value + share * (gradient[i] as number));
    length *= wins ? 1 - CHANGE : 1 + CHANGE;
    picture = withShare(digit, noise, length / notZero(lengthOf(noise)));
    yield;
  }
  if (!nearest) return picture;
  const change = difference(nearest, digit);
  for (let fine = 0; fine < FINE; fine++) {
    const fainter = withShare(digit, change, 0.5 + fine / (2 * FINE));
    if (contest.margin(fainter) >= enough) return fainter;
    yield;
  }
  return nearest;
}

function difference(one: Float32Array, other: Float32Array): Float32Array {
  return one.map((value, i) => value - (other[i] as number));
}

/** Returns a digit with a share of a change, within the range of ink. */
function withShare(digit: Float32Array, change: ArrayLike<number>, share: number): Float32Array {
  return digit.map((ink, i) => Math.min(Math.max(ink + share * (change[i] as number), 0), 1));
}

/** Returns the Euclidean length. */
export function lengthOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] as number) ** 2;
  return Math.sqrt(sum);
}

/** Returns a divisor: zeros stay zeros. */
function notZero(length: number): number {
  return Math.max(length, 1e-12);
}
