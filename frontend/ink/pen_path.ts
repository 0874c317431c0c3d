/**
 * Draws ink along the path of a pen, as Python does (`mnistviz/ink/raster.py`): both use the same float64 operations in the
 * same order, so they give the same ink.
 */

import numbers from "../../mnistviz/assets/framing.json";
import { distanceTo } from "./distance";
import { blankDrawing, type Drawing, newInk, type Point, type Stroke } from "./drawing";

/** Grid squares in each direction from the first point. */
const REACH = numbers.reach;
const SIDE = 2 * REACH + 1;
/** A smaller span is that of a dot: float64 can't divide by it. */
const DOT = numbers.dot;
/** Ink is computed on so many subpixels per pixel and axis, then averaged. */
export const SUPERSAMPLING = numbers.supersampling;

/**
 * The squares of a fine grid that the pen has passed. It is updated as a drawing grows.
 *
 * The grid starts at the first point, and its scale is the power of two at which the longest side measures 128 to 256 squares.
 * So it depends on the drawing alone. Memory and the cost of `ink` do not depend on the number of points.
 */
export class PenPath {
  private drawing: Drawing = blankDrawing();
  private readonly isPassed = new Uint8Array(SIDE * SIDE);
  private readonly passed = new Int32Array(SIDE * SIDE); // the squares in the order in which the pen has passed them
  private count = 0;
  private scale = 1; // squares per unit of the points
  private origin: Point = [0, 0];
  private lowest: Point = [0, 0];
  private highest: Point = [0, 0];

  /** Whether there is no point yet. */
  get isBlank(): boolean {
    return this.drawing.strokes.length === 0;
  }

  /** Width of the pen (unit of the points). */
  get brush(): number | null {
    return this.drawing.brush;
  }

  /** The smallest x and y of the path (unit of the points). */
  get low(): Point {
    return this.lowest;
  }

  /** The extent of the path in x and y (unit of the points); 0 for a dot. */
  get span(): Point {
    return this.longest >= DOT ? this.extent : [0, 0];
  }

  /** Adds what is new in `drawing`. Starts over if it is another drawing, or if it needs another scale. */
  update(drawing: Drawing): this {
    const pieces = newInk(this.drawing, drawing);
    if (!pieces || this.isBlank) {
      this.restart(drawing);
    } else if (pieces.length) {
      this.widen(pieces);
      if (this.fittingScale() === this.scale) this.add(pieces);
      else this.restart(drawing);
    }
    this.drawing = drawing;
    return this;
  }

  /**
   * Draws the path with a round pen, scaled, on a square.
   *
   * @param scale pixels of the result per unit of the points.
   * @param width of the pen (pixels of the result).
   * @param size side of the result (pixels).
   * @param supersampling subpixels per pixel and axis.
   * @param corner the position (x, y) of the smallest x and y of the path (pixels of the result). What lies outside the square
   *   is cut off. Null centres the path.
   * @returns size x size values, row by row: the inked share of each pixel, 0 to 1.
   */
  ink(
    scale: number,
    width: number,
    size: number,
    supersampling = SUPERSAMPLING,
    corner: Point | null = null,
  ): Float32Array {
    const side = size * supersampling;
    const mask = new Uint8Array(side * side);
    const columns = this.subpixels(0, scale, size, supersampling, corner);
    const rows = this.subpixels(1, scale, size, supersampling, corner);
    for (let i = 0; i < this.count; i++) {
      const square = this.passed[i] as number;
      const row = rows[Math.floor(square / SIDE)] as number;
      const column = columns[square % SIDE] as number;
      if (row >= 0 && column >= 0) mask[row * side + column] = 1;
    }
    const ink = distanceTo(mask, side, side);
    const reach = Math.fround((width / 2) * supersampling + 0.5);
    for (let i = 0; i < ink.length; i++) ink[i] = Math.min(Math.max(reach - (ink[i] as number), 0), 1);
    return shrink(ink, side, side, supersampling);
  }

  private get extent(): Point {
    return [this.highest[0] - this.lowest[0], this.highest[1] - this.lowest[1]];
  }

  private get longest(): number {
    return Math.max(...this.extent);
  }

  /** Returns the subpixel in which each row (axis 1) or column (axis 0) of squares lies; -1 if it is none of the result. */
  private subpixels(axis: 0 | 1, scale: number, size: number, supersampling: number, corner: Point | null): Int32Array {
    const subpixels = new Int32Array(SIDE).fill(-1);
    const [first, last] = [this.squareOf(this.lowest, axis), this.squareOf(this.highest, axis)];
    const offset = this.origin[axis] - this.lowest[axis];
    const start = corner ? corner[axis] : (size - this.span[axis] * scale) / 2;
    for (let square = first; square <= last; square++) {
      const centre = (square + 0.5 - REACH) / this.scale + offset;
      const subpixel = Math.floor((centre * scale + start) * supersampling);
      if (subpixel >= 0 && subpixel < size * supersampling) subpixels[square] = subpixel;
    }
    return subpixels;
  }

  private squareOf(point: Point, axis: 0 | 1): number {
    return Math.floor((point[axis] - this.origin[axis]) * this.scale) + REACH;
  }

  private restart(drawing: Drawing): void {
    for (let i = 0; i < this.count; i++) this.isPassed[this.passed[i] as number] = 0;
    this.count = 0;
    this.origin = this.lowest = this.highest = drawing.strokes[0]?.[0] ?? [0, 0];
    this.widen(drawing.strokes);
    this.scale = this.fittingScale();
    this.add(drawing.strokes);
  }

  /** Returns the power of two at which the longest side measures 128 to 256 squares (squares per unit of the points). */
  private fittingScale(): number {
    return REACH / powerAbove(Math.max(this.longest, DOT));
  }

  private widen(pieces: readonly Stroke[]): void {
    let [left, top] = this.lowest;
    let [right, bottom] = this.highest;
    for (const piece of pieces) {
      for (const [x, y] of piece) {
        if (x < left) left = x;
        if (x > right) right = x;
        if (y < top) top = y;
        if (y > bottom) bottom = y;
      }
    }
    this.lowest = [left, top];
    this.highest = [right, bottom];
  }

  /** Marks the squares on lines through the points of each piece, from samples at most half a square apart. */
  private add(pieces: readonly Stroke[]): void {
    const [left, top] = this.origin;
    for (const piece of pieces) {
      let [x, y] = [0, 0];
      for (const [index, point] of piece.entries()) {
        const [nextX, nextY] = [(point[0] - left) * this.scale, (point[1] - top) * this.scale];
        if (index > 0) {
          const [stepX, stepY] = [nextX - x, nextY - y];
          const samples = Math.ceil(2 * Math.max(Math.abs(stepX), Math.abs(stepY)));
          for (let i = 0; i < samples; i++) this.pass(x + stepX * (i / samples), y + stepY * (i / samples));
        }
        [x, y] = [nextX, nextY];
      }
      this.pass(x, y);
    }
  }

  private pass(x: number, y: number): void {
    const square = (Math.floor(y) + REACH) * SIDE + Math.floor(x) + REACH;
    if (this.isPassed[square]) return;
    this.isPassed[square] = 1;
    this.passed[this.count++] = square;
  }
}

/** Returns the smallest power of two that is larger than a positive number. */
function powerAbove(value: number): number {
  let power = 2 ** Math.floor(Math.log2(value)); // log2 may be off by its last digit
  while (power > value) power /= 2;
  while (power <= value) power *= 2;
  return power;
}

/** Averages every block of `factor` x `factor` values. Sums in float64, so that their order does not matter. */
export function shrink(fine: Float32Array, rows: number, columns: number, factor: number): Float32Array {
  const [height, width] = [Math.floor(rows / factor), Math.floor(columns / factor)];
  const small = new Float32Array(height * width);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let sum = 0;
      for (let y = row * factor; y < (row + 1) * factor; y++) {
        const start = y * columns + column * factor;
        for (let index = start; index < start + factor; index++) sum += fine[index] as number;
      }
      small[row * width + column] = sum / (factor * factor);
    }
  }
  return small;
}
