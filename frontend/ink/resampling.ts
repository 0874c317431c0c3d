/** Scales pictures of ink, measures their lines and changes the width of the lines, as in Python (`mnistviz/ink/resampling.py`). */

import numbers from "../../mnistviz/assets/framing.json";
import { roundToEven } from "../core/numbers";
import { distanceTo } from "./distance";
import type { Image } from "./framing_steps";
import { cropToInk, cut, darkest, longestSide, pad } from "./images";
import { shrink } from "./pen_path";
import { BICUBIC_FILTER, BOX_FILTER, type Box, reduce, resize } from "./resize";

/** Subpixels per pixel and axis on which lines are measured. */
const FINE = numbers.fine;
/** Share of the darkest value from which on a subpixel is ink and not its edge. */
const INKED = Math.fround(numbers.inked);

/** Which pixels are ink: 0 or 1, row by row. */
interface Mask {
  readonly rows: number;
  readonly columns: number;
  readonly data: Uint8Array;
}

/** Scales the longest side to `longest` pixels: by area average when shrinking, bicubic when growing. */
export function scaleTo(ink: Image, longest: number): Image {
  const factor = longest / longestSide(ink);
  const [rows, columns] = [ink.rows, ink.columns].map((size) => Math.max(1, roundToEven(size * factor)));
  return resample(ink, rows as number, columns as number, factor);
}

/**
 * Scales by exactly this factor, and adds the paper that is needed to fill the outermost pixels.
 *
 * @param factor pixels of the result per pixel of the ink.
 * @param subpixels into which each pixel of the result is divided, along each axis.
 */
export function scaleBy(ink: Image, factor: number, subpixels = 1): Image {
  const [rows, columns] = [ink.rows, ink.columns].map((size) => Math.ceil(size * factor - 1e-9)) as [number, number];
  const above = (rows / factor - ink.rows) / 2;
  const beside = (columns / factor - ink.columns) / 2;
  const [fineRows, fineColumns] = [rows * subpixels, columns * subpixels];
  if (Math.max(above, beside) < 1e-6) return resample(ink, fineRows, fineColumns, factor * subpixels);
  const [padRows, padColumns] = [Math.ceil(above), Math.ceil(beside)];
  const page = cut(ink, -padRows, -padColumns, ink.rows + 2 * padRows, ink.columns + 2 * padColumns);
  const [top, left] = [padRows - above, padColumns - beside];
  const right = Math.min(left + columns / factor, page.columns);
  const bottom = Math.min(top + rows / factor, page.rows);
  return resample(page, fineRows, fineColumns, factor * subpixels, { left, top, right, bottom });
}

/** Returns the ink, averaged over blocks of 2x2, 3x3 ... pixels if it has more than `pixels` pixels. */
export function limitPixels(ink: Image, pixels: number): Image {
  let factor = 1;
  while (Math.ceil(ink.rows / factor) * Math.ceil(ink.columns / factor) > pixels) factor++;
  return factor === 1 ? ink : reduce(ink, factor);
}

/**
 * Measures the mean width of the lines (pixels), after scaling the longest side to `longest`.
 *
 * Across a line of width w, the distance to the paper rises from 0 to w/2 and falls again. Its mean is w/4, which is w
 * subpixels at four subpixels per pixel.
 */
export function measureLine(ink: Image, longest: number): number {
  const fine = padMask(findInk(scaleTo(ink, Math.max(1, roundToEven(FINE * longest)))), 1);
  const depth = distanceTo(inverse(fine), fine.rows, fine.columns);
  let [sum, count] = [0, 0];
  for (let i = 0; i < depth.length; i++) {
    if (!fine.data[i]) continue;
    sum += Math.fround((depth[i] as number) - 0.5);
    count++;
  }
  return sum / count;
}

/** Widens the lines by `change` pixels (narrows them if negative), so that the longest side *then* has `longest` pixels. */
export function resizeAndWiden(ink: Image, change: number, longest: number): Image {
  const fine = findInk(scaleTo(ink, roundToEven(FINE * (longest - change))));
  return cropToInk(widen(padMask(fine, Math.max(4, roundToEven(2 * change) + 1)), change));
}

/** Scales as `scaleBy` does, and widens the lines by `change` pixels. The middle of the picture stays in place. */
export function scaleAndWiden(ink: Image, change: number, factor: number): Image {
  const fine = findInk(scaleBy(ink, factor, FINE));
  return widen(padMask(fine, FINE * (1 + Math.max(0, Math.ceil(change)))), change);
}

function resample(ink: Image, rows: number, columns: number, factor: number, box?: Box): Image {
  const result = resize(ink, rows, columns, factor < 1 ? BOX_FILTER : BICUBIC_FILTER, box);
  const data = result.data.map((value) => Math.min(Math.max(value, 0), 1)); // bicubic overshoots
  return { ...result, data };
}

/** Finds what is ink and not its edge. The threshold is relative to the darkest value, since thin lines become faint. */
function findInk(ink: Image): Mask {
  const threshold = Math.fround(INKED * darkest(ink));
  return { ...ink, data: Uint8Array.from(ink.data, (value) => (value > threshold ? 1 : 0)) };
}

function padMask({ rows, columns, data }: Mask, margin: number): Mask {
  const padded = pad({ rows, columns, data: Float32Array.from(data) }, margin);
  return { ...padded, data: Uint8Array.from(padded.data) };
}

function inverse(mask: Mask): Uint8Array {
  return mask.data.map((value) => 1 - value);
}

/** Widens the lines of a mask of subpixels by `change` pixels. Ink that would vanish stays as it is. */
function widen(fine: Mask, change: number): Image {
  const { rows, columns } = fine;
  const outside = distanceTo(fine.data, rows, columns);
  const inside = distanceTo(inverse(fine), rows, columns);
  const reach = Math.fround(2 * change + 0.5);
  const grown = outside.map((distance, i) =>
    Math.min(Math.max(reach - Math.fround(distance - (inside[i] as number)), 0), 1),
  );
  const data = grown.some((value) => value > 0) ? grown : Float32Array.from(fine.data);
  const [height, width] = [rows, columns].map((size) => Math.ceil(size / FINE)) as [number, number];
  const whole = cut({ rows, columns, data }, 0, 0, height * FINE, width * FINE);
  return { rows: height, columns: width, data: shrink(whole.data, whole.rows, whole.columns, FINE) };
}
