/**
 * Scales pictures as Pillow does with pictures of floats (`Image.resize` and `Image.reduce`): first along the rows, then along
 * the columns, with weights and sums in float64 and float32 between the two passes.
 */

import { blankImage, type Image } from "./framing_steps";

/** A filter of Pillow: its reach to both sides, and the weight at a distance, in pixels of the smaller picture. */
interface Filter {
  readonly support: number;
  readonly weight: (distance: number) => number;
}

/** Averages the area of a pixel. */
export const BOX_FILTER: Filter = {
  support: 0.5,
  weight: (distance) => (distance > -0.5 && distance <= 0.5 ? 1 : 0),
};

/** Fits cubic curves (Keys 1981, with a = -0.5). */
export const BICUBIC_FILTER: Filter = {
  support: 2,
  weight: (distance) => {
    const x = Math.abs(distance);
    if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
    return x < 2 ? (((x - 5) * x + 8) * x - 4) * -0.5 : 0;
  },
};

/** The part of a picture that is scaled, in pixels from its upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Scales a part of a picture, or all of it, to a number of rows and columns. */
export function resize(image: Image, rows: number, columns: number, filter: Filter, box: Box = wholeOf(image)): Image {
  const across = weightsOf(image.columns, box.left, box.right, columns, filter);
  const down = weightsOf(image.rows, box.top, box.bottom, rows, filter);
  return resizeRows(resizeColumns(image, across), down);
}

/** Averages blocks of `factor` x `factor` pixels. Blocks at the right and the lower edge may be smaller. */
export function reduce(image: Image, factor: number): Image {
  const small = blankImage(Math.ceil(image.rows / factor), Math.ceil(image.columns / factor));
  for (let row = 0; row < small.rows; row++) {
    const bottom = Math.min((row + 1) * factor, image.rows);
    for (let column = 0; column < small.columns; column++) {
      const right = Math.min((column + 1) * factor, image.columns);
      let sum = 0;
      for (let y = row * factor; y < bottom; y++) {
        for (let x = column * factor; x < right; x++) sum += image.data[y * image.columns + x] as number;
      }
      small.data[row * small.columns + column] = sum / ((bottom - row * factor) * (right - column * factor));
    }
  }
  return small;
}

function wholeOf({ rows, columns }: Image): Box {
  return { left: 0, top: 0, right: columns, bottom: rows };
}

/** For each pixel of the result: the first pixel that it depends on, and the weights of this and the following ones. */
type Weights = readonly { readonly first: number; readonly weights: Float64Array }[] | null;

/** Returns the weights along one axis; null if nothing changes along it. */
function weightsOf(length: number, low: number, high: number, count: number, filter: Filter): Weights {
  if (count === length && low === 0 && high === length) return null;
  const start = Math.fround(low); // Pillow keeps the corners of the box as float32
  const step = Math.fround(Math.fround(high) - start) / count;
  const stretch = Math.max(step, 1);
  const support = filter.support * stretch;
  return Array.from({ length: count }, (_, index) => {
    const centre = start + (index + 0.5) * step;
    const first = Math.max(Math.trunc(centre - support + 0.5), 0);
    const last = Math.min(Math.trunc(centre + support + 0.5), length);
    const weights = new Float64Array(last - first);
    let sum = 0;
    for (let i = 0; i < weights.length; i++) {
      const weight = filter.weight((i + first - centre + 0.5) * (1 / stretch));
      weights[i] = weight;
      sum += weight;
    }
    return { first, weights: sum ? weights.map((weight) => weight / sum) : weights };
  });
}

function resizeColumns(image: Image, along: Weights): Image {
  if (!along) return image;
  const result = blankImage(image.rows, along.length);
  let target = 0;
  for (let row = 0; row < image.rows; row++) {
    for (const { first, weights } of along) {
      const start = row * image.columns + first;
      let sum = 0;
      for (let i = 0; i < weights.length; i++) sum += (image.data[start + i] as number) * (weights[i] as number);
      result.data[target++] = sum;
    }
  }
  return result;
}

function resizeRows(image: Image, along: Weights): Image {
  if (!along) return image;
  const result = blankImage(along.length, image.columns);
  let target = 0;
  for (const { first, weights } of along) {
    for (let column = 0; column < image.columns; column++) {
      let sum = 0;
      for (let i = 0; i < weights.length; i++) {
        sum += (image.data[(first + i) * image.columns + column] as number) * (weights[i] as number);
      }
      result.data[target++] = sum;
    }
  }
  return result;
}
