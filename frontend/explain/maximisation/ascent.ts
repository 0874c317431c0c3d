/**
 * The ascent: changes a digit step by step so that one number of the network grows, and keeps it looking like ink. The counterpart of
 * `mnistviz/explain/ascent.py`, which cites the methods and says how the numbers were chosen.
 */

import { text } from "../../core/text";
import { DIGIT_SIDE } from "../../ink/framing_steps";
import { randomNumbers } from "../../network/random_order";
import { CannotExplain } from "../cannot_explain";
import { number } from "../wording";
import type { Aim } from "./aim";

const SIZE = DIGIT_SIDE ** 2;
const SEED = 0; // of noise and shifts, as Python has it by default
const NOISE = 0.3; // the most ink of a pixel at the start
const STEPS = 160;
const LOOKS = 5; // steps between two heights that are reported
const STEP = 0.1; // of full ink, for a gradient of typical size; it shrinks to 0 with the steps
const INERTIA = 0.8; // share of the last step in the next one
const MEMORY = 0.9; // share of the former sizes in the typical size of the gradient
const INK = 0.1; // price of a pixel of full ink, in typical sizes of the gradient
const VARIATION = 0.1; // price of a difference between neighbours, in the same unit
const FLOOR = 0.1; // smooths the corner that the total variation has at 0, in ink
const [WIDE, NARROW] = [1.5, 0.5]; // standard deviation of the blur at first and at last, in pixels
const BLURRED_SIDES = 6; // it is at most the receptive field's side / 6 at first
const LEAST_TO_SHIFT = 20; // side of a receptive field, in pixels, from which the digit is shifted
const MOVED = 1e-6; // change of a value, as a share of it, that counts as one

/** How far an ascent has come. */
export interface Height {
  /** Of its steps, 0..1. */
  readonly share: number;
  /** 784 values row by row, 0 paper to 1 ink. */
  readonly digit: Float32Array<ArrayBuffer>;
  /** What the network computes of that digit. */
  readonly value: number;
}

/**
 * Climbs, and pauses after each step. Tells the height of the start, of the end, and of every few steps; null after the others. Only
 * pixels in the receptive field change. Throws `CannotExplain` if a value is not finite, or if it has never changed.
 */
export function* ascend(aim: Aim, start: ArrayLike<number>): Generator<Height | null, void> {
  const places = placesIn(aim);
  const isShifted = aim.side >= LEAST_TO_SHIFT;
  const shifts = randomNumbers(2 * STEPS, SEED).map((one) => (isShifted ? Math.floor(3 * one) - 1 : 0));
  const width = Math.min(WIDE, aim.side / BLURRED_SIDES);
  const digit = Float32Array.from(start);
  const first = heightOf(aim, 0, digit);
  const step = new Float64Array(SIZE);
  let size = 0;
  let hasMoved = false;
  yield first;
  for (let at = 0; at < STEPS; at++) {
    const share = at / STEPS;
    const gradient = shiftedGradient(aim, digit, shifts[2 * at] as number, shifts[2 * at + 1] as number);
    const own = new Float64Array(SIZE);
    for (const place of places) own[place] = gradient[place] as number;
    const power = places.reduce((sum, place) => sum + (own[place] as number) ** 2, 0) / (places.length || 1);
    size = at ? MEMORY * size + (1 - MEMORY) * power : power;
    const way = blurred(own, width * (1 - share + (share * NARROW) / WIDE));
    const former = digit.slice();
    for (const place of places) {
      const wish = (way[place] as number) / Math.sqrt(size || 1) - INK - VARIATION * variationSlope(former, place);
      const change = INERTIA * (step[place] as number) + (1 - INERTIA) * wish;
      step[place] = change;
      digit[place] = Math.min(Math.max((digit[place] as number) + STEP * (1 - share) * change, 0), 1);
    }
    const isLook = (at + 1) % LOOKS === 0;
    const height = isLook ? heightOf(aim, (at + 1) / STEPS, digit) : null;
    if (height) hasMoved ||= Math.abs(height.value - first.value) > MOVED * Math.abs(first.value);
    yield height;
  }
  if (hasMoved) return;
  throw new CannotExplain(text("maximise-silent", { name: aim.name, value: number(first.value) }));
}

/** Returns faint noise in the receptive field, and paper around it. */
export function noise(aim: Aim): Float32Array {
  const digit = new Float32Array(SIZE);
  const numbers = randomNumbers(SIZE, SEED);
  for (const place of placesIn(aim)) digit[place] = NOISE * (numbers[place] as number);
  return digit;
}

function heightOf(aim: Aim, share: number, digit: Float32Array<ArrayBuffer>): Height {
  const value = aim.value(digit);
  if (!Number.isFinite(value)) throw new CannotExplain(text("maximise-not-finite", { name: aim.name }));
  return { share, digit: digit.slice(), value };
}

/** Returns the pixels in the receptive field. */
function placesIn({ field: { rows, columns } }: Aim): number[] {
  const isIn = (place: number, [first, end]: readonly [number, number]): boolean => first <= place && place < end;
  return Array.from({ length: SIZE }, (_, at) => at).filter(
    (at) => isIn(Math.floor(at / DIGIT_SIDE), rows) && isIn(at % DIGIT_SIDE, columns),
  );
}

/** Returns the gradient at the digit when it is shifted by some rows and columns, shifted back. What leaves it comes in opposite. */
function shiftedGradient(aim: Aim, digit: Float32Array, rows: number, columns: number): Float64Array {
  const shifted = (at: number, sign: number): number => {
    const row = Math.floor(at / DIGIT_SIDE) + sign * rows + DIGIT_SIDE;
    return (row % DIGIT_SIDE) * DIGIT_SIDE + ((at + sign * columns + DIGIT_SIDE) % DIGIT_SIDE);
  };
  const gradient = aim.gradient(digit.map((_, at) => digit[shifted(at, -1)] as number));
  return gradient.map((_, at) => gradient[shifted(at, 1)] as number);
}

/** Returns how the total variation changes with a pixel; beyond the edge there is paper. */
function variationSlope(digit: Float32Array, at: number): number {
  const [row, column] = [Math.floor(at / DIGIT_SIDE), at % DIGIT_SIDE];
  const ink = digit[at] as number;
  const pull = (isInside: boolean, neighbour: number): number => {
    const difference = ink - (isInside ? (digit[neighbour] as number) : 0);
    return difference / Math.sqrt(difference ** 2 + FLOOR ** 2);
  };
  return (
    pull(row > 0, at - DIGIT_SIDE) +
    pull(row < DIGIT_SIDE - 1, at + DIGIT_SIDE) +
    pull(column > 0, at - 1) +
    pull(column < DIGIT_SIDE - 1, at + 1)
  );
}

/** Blurs a picture by a Gaussian with a standard deviation in pixels; beyond the edge there is nothing. */
function blurred(picture: Float64Array, deviation: number): Float64Array {
  const weights = Float64Array.from({ length: DIGIT_SIDE + 1 }, (_, away) => Math.exp(-0.5 * (away / deviation) ** 2));
  const whole = 2 * weights.reduce((sum, weight) => sum + weight) - 1;
  const along = (values: Float64Array): Float64Array =>
    // rows become columns, so that twice makes both axes
    values.map((_, at) => {
      const [column, row] = [Math.floor(at / DIGIT_SIDE), at % DIGIT_SIDE];
      let sum = 0;
      for (let i = 0; i < DIGIT_SIDE; i++) {
        sum += (weights[Math.abs(i - column)] as number) * (values[row * DIGIT_SIDE + i] as number);
      }
      return sum / whole;
    });
  return along(along(picture));
}
