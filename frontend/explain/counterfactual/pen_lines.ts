/**
 * Straight lines of a pen on a digit: the ink that they add, or that a rubber of the pen's width takes away along them. The
 * counterpart of `mnistviz/explain/pen_lines.py`.
 */

import { NORMAL } from "../../ink/framing";
import { DIGIT_SIDE } from "../../ink/framing_steps";

/** Both ends in pixels of the digit, x to the right, y down, from the top left corner of the picture. */
export type Line = readonly [x1: number, y1: number, x2: number, y2: number];

/** Width of the pen (pixels of the digit): that of the lines that framing leaves as they are. */
export const PEN = NORMAL;
const REACH = (PEN + 1) / 2; // from the middle of a line to where it covers nothing of a pixel (pixels)
const PIXELS = DIGIT_SIDE * DIGIT_SIDE;
/** Rows and columns where the lines of a grid end: every other pixel of the box that framing puts the digit into. */
const FIRST = 4;
const LAST = 24;
const SPACING = 2;
/** Length of the shortest and the longest line of a grid (pixels). Dots look like dust; longer lines are put together. */
const SHORTEST = 3;
const LONGEST = 12;

/** A digit that lines are drawn on or rubbed out of. A mask is how much of each pixel is covered: 784 values, 0 to 1. */
export class Paper {
  /** How much each pixel can change. */
  readonly room: Float32Array;
  /** Whether a change is more ink (1), or less (-1). */
  readonly sign: 1 | -1;

  /**
   * @param digit 784 values row by row, 0 paper to 1 ink
   * @param kind "add" for a pen, "remove" for a rubber
   */
  constructor(
    readonly digit: Float32Array,
    kind: "add" | "remove",
  ) {
    this.sign = kind === "add" ? 1 : -1;
    this.room = kind === "add" ? digit.map((ink) => 1 - ink) : digit;
  }

  /** Returns the ink (pixels of full ink) that a mask adds or takes away. */
  amountOf(mask: Float32Array): number {
    return product(mask, this.room);
  }

  /** Returns the digit that a mask makes: its ink is laid over that of the digit. */
  changed(mask: Float32Array): Float32Array {
    const { digit, room, sign } = this;
    const changed = new Float32Array(PIXELS);
    for (let i = 0; i < PIXELS; i++) {
      const ink = (digit[i] as number) + sign * Math.fround((mask[i] as number) * (room[i] as number));
      changed[i] = Math.min(Math.max(ink, 0), 1);
    }
    return changed;
  }
}

/** Returns the sum of the products of 784 values. */
export function product(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < PIXELS; i++) sum += (one[i] as number) * (other[i] as number);
  return sum;
}

/** Adds what a line covers to a mask. */
export function cover(mask: Float32Array, line: Line): Float32Array {
  visit(line, (pixel, share) => {
    if (share > (mask[pixel] as number)) mask[pixel] = share;
  });
  return mask;
}

/** Calls a function with each pixel of which a line covers a part, and with that share. */
function visit([x1, y1, x2, y2]: Line, take: (pixel: number, share: number) => void): void {
  const [alongX, alongY] = [x2 - x1, y2 - y1];
  const length = Math.max(alongX * alongX + alongY * alongY, 1e-6); // a dot has none
  const [left, right] = pixelsBeside(x1, x2);
  const [top, bottom] = pixelsBeside(y1, y2);
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const [x, y] = [column + 0.5 - x1, row + 0.5 - y1];
      const place = Math.min(Math.max((x * alongX + y * alongY) / length, 0), 1);
      const [besideX, besideY] = [x - place * alongX, y - place * alongY];
      const share = REACH - Math.sqrt(besideX * besideX + besideY * besideY);
      if (share > 0) take(row * DIGIT_SIDE + column, Math.fround(Math.min(share, 1)));
    }
  }
}

/** Returns the first and the last pixel along an axis that a line between two places can reach. */
function pixelsBeside(one: number, other: number): [number, number] {
  const [low, high] = [Math.min(one, other) - REACH, Math.max(one, other) + REACH];
  return [Math.max(Math.floor(low), 0), Math.min(Math.floor(high), DIGIT_SIDE - 1)];
}

/** Many lines, with what each of them covers. */
export class Grid {
  private constructor(
    readonly lines: readonly Line[],
    private readonly starts: readonly number[], // of each line in the next two; and their end
    private readonly pixels: Uint16Array,
    private readonly shares: Float32Array,
  ) {}

  /** Makes all lines of 3 to 12 pixels between the points of a grid. Pauses now and then. */
  static *make(): Generator<void, Grid> {
    const ends: (readonly [x: number, y: number])[] = [];
    for (let y = FIRST; y <= LAST; y += SPACING) for (let x = FIRST; x <= LAST; x += SPACING) ends.push([x, y]);
    const lines: Line[] = [];
    const [starts, pixels, shares]: [number[], number[], number[]] = [[0], [], []];
    for (const [number, [x1, y1]] of ends.entries()) {
      for (const [x2, y2] of ends.slice(number)) {
        const length = Math.hypot(x2 - x1, y2 - y1);
        if (length < SHORTEST || length > LONGEST) continue;
        lines.push([x1, y1, x2, y2]);
        visit([x1, y1, x2, y2], (pixel, share) => {
          pixels.push(pixel);
          shares.push(share);
        });
        starts.push(pixels.length);
      }
      yield;
    }
    return new Grid(lines, starts, Uint16Array.from(pixels), Float32Array.from(shares));
  }

  /** Returns for each line the sum of the weights of what it covers. */
  sums(weights: Float64Array): Float64Array {
    const { starts, pixels, shares } = this;
    return Float64Array.from(this.lines, (_, line) => {
      let sum = 0;
      for (let i = starts[line] as number; i < (starts[line + 1] as number); i++) {
        sum += (shares[i] as number) * (weights[pixels[i] as number] as number);
      }
      return sum;
    });
  }
}
