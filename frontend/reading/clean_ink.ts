/**
 * Finds the ink in clean pictures: scans, screenshots and pictures of note apps, which have one grey of paper and one of ink. It is
 * the small sibling of `mnistviz/reading`, which reads photos, too; what it cannot read it refuses.
 */

import { text } from "../core/text";
import type { Image } from "../ink/framing_steps";
import { longestSide } from "../ink/images";
import { BICUBIC_FILTER, BOX_FILTER, resize } from "../ink/resize";
import { digitPieces } from "./pieces";
import { RefusedPicture } from "./refused_picture";

const LONGEST = 512; // pixels a side to which large pictures shrink: a thin pen's line still has four
const FINE = 96; // pixels a side to which small pictures are magnified, so that lines can be measured
const DIGIT = 28; // pixels a side of a digit of MNIST
const LEAST_CONTRAST = 0.12; // of ink and paper; black to white is 1. Paper alone varies less
const FULL_CONTRAST = 0.6; // of a digit of MNIST, whose greys stay as they are
const EVEN = 0.004; // how far the border of a digit of MNIST varies
const MOSTLY = 0.85; // share of that border which is paper
const NOISE = 0.25; // of the contrast: what lies below is paper. JPEG's noise stays below it
const STRAY = 0.12; // of the contrast: a pixel of paper that differs more is none. Half of the noise
const REACH = 1 / 20; // of the longest side: around ink lie its soft edges, JPEG's noise, and the squares of magnified pixels
const MOST_STRAYS = 0.002; // share of the pixels. Set with clean pictures and photos that were made: tests/agreement/uploads.py
const SHARPENING = 2; // of the soft edges that magnifying makes

/**
 * Returns the ink of a clean picture: 0 paper to 1 ink, magnified if the picture is small.
 *
 * @param grey 0 black to 1 white
 * @throws RefusedPicture if there is no ink, or the picture is not clean
 */
export function cleanInk(grey: Image): Image {
  const mnist = inkOfMnist(grey);
  if (mnist) return mnist;
  const ink = digitPieces(separate(limit(grey)));
  return magnify(ink);
}

/** Returns the greys of a picture that looks like a digit of MNIST as they are, since even the faintest of them is ink. */
function inkOfMnist(grey: Image): Image | null {
  if (grey.rows !== DIGIT || grey.columns !== DIGIT) return null;
  const border = outline(grey);
  const paper = quantile(border, 0.5);
  const even = border.filter((value) => Math.abs(value - paper) <= EVEN).length / border.length;
  const data = grey.data.map((value) => Math.abs(value - paper));
  const isStrong = data.some((value) => value > FULL_CONTRAST);
  return even > MOSTLY && isStrong ? { ...grey, data } : null;
}

function limit(grey: Image): Image {
  const factor = LONGEST / longestSide(grey);
  if (factor >= 1) return grey;
  const [rows, columns] = [grey.rows, grey.columns].map((size) => Math.max(1, Math.round(size * factor)));
  return resize(grey, rows as number, columns as number, BOX_FILTER);
}

/** Separates ink from paper. Whatever most of the border is is paper. */
function separate(grey: Image): Image {
  const threshold = thresholdOf(grey.data);
  const border = outline(grey);
  const isPaperLight = border.filter((value) => value > threshold).length >= border.length / 2;
  const isPaper = (value: number): boolean => value > threshold === isPaperLight;
  const paper = quantile(grey.data.filter(isPaper), 0.5);
  const standing = grey.data.map((value) => (isPaperLight ? paper - value : value - paper));
  const contrast = quantile(
    standing.filter((_, i) => !isPaper(grey.data[i] as number)),
    0.9,
  );
  if (!(contrast >= LEAST_CONTRAST)) throw new RefusedPicture(text("upload-no-ink"));
  const relative = { ...grey, data: standing.map((value) => value / contrast) };
  if (strays(relative) > MOST_STRAYS) throw new RefusedPicture(text("upload-not-clean"));
  const data = relative.data.map((value) => (value < NOISE ? 0 : Math.min(value, 1)));
  return { ...grey, data };
}

/** Returns the share of pixels that are neither paper nor close to ink: those of shadows, rulings and grain. */
function strays({ rows, columns, data }: Image): number {
  const isNear = new Uint8Array(data.length);
  const reach = Math.ceil(REACH * Math.max(rows, columns));
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if ((data[row * columns + column] as number) <= 0.5) continue;
      const right = Math.min(column + reach, columns - 1);
      for (let y = Math.max(row - reach, 0); y <= Math.min(row + reach, rows - 1); y++) {
        isNear.fill(1, y * columns + Math.max(column - reach, 0), y * columns + right + 1);
      }
    }
  }
  return data.filter((value, i) => !isNear[i] && Math.abs(value) > STRAY).length / data.length;
}

/** Returns the grey that divides all others into two classes with the least variance within each (Otsu 1979). */
function thresholdOf(data: Float32Array): number {
  const [low, high] = data.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [1, 0]);
  if (low >= high) return low;
  const counts = new Float64Array(256);
  for (const value of data) {
    const code = Math.trunc(((value - low) / (high - low)) * 255);
    counts[code] = (counts[code] as number) + 1;
  }
  const total = counts.reduce((sum, count, code) => sum + count * code, 0);
  let [best, most, below, sum] = [0, -1, 0, 0];
  for (let code = 0; code < 255; code++) {
    below += counts[code] as number;
    sum += code * (counts[code] as number);
    const above = data.length - below;
    if (!below || !above) continue;
    const between = below * above * (sum / below - (total - sum) / above) ** 2;
    if (between > most) [best, most] = [code, between];
  }
  return low + ((best + 1) / 255) * (high - low);
}

/** Magnifies small pictures smoothly, and makes their edges sharp again. */
function magnify(ink: Image): Image {
  const factor = Math.floor(FINE / longestSide(ink));
  if (factor < 2) return ink;
  const smooth = resize(ink, ink.rows * factor, ink.columns * factor, BICUBIC_FILTER);
  const data = smooth.data.map((value) => {
    const sharp = Math.min(Math.max((value - 0.4) * SHARPENING + 0.5, 0), 1);
    return sharp < 0.02 ? 0 : sharp;
  });
  return { ...smooth, data };
}

/** Returns the outermost pixels of all four sides. */
function outline({ rows, columns, data }: Image): Float32Array {
  const isOutermost = (i: number): boolean => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    return row === 0 || column === 0 || row === rows - 1 || column === columns - 1;
  };
  return data.filter((_, i) => isOutermost(i));
}

/** Returns the value below which a share of the values lies; NaN if there are none. */
function quantile(values: Float32Array, share: number): number {
  const sorted = values.slice().sort();
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}
