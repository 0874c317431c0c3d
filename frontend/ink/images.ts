/** Cuts and pads pictures of ink. */

import { blankImage, type Image } from "./framing_steps";

/** Returns a part of a picture; what lies outside the picture is paper. */
export function cut(image: Image, top: number, left: number, rows: number, columns: number): Image {
  const part = blankImage(rows, columns);
  const [first, last] = [Math.max(left, 0), Math.min(left + columns, image.columns)];
  if (first >= last) return part;
  for (let row = Math.max(top, 0); row < Math.min(top + rows, image.rows); row++) {
    const line = image.data.subarray(row * image.columns + first, row * image.columns + last);
    part.data.set(line, (row - top) * columns + first - left);
  }
  return part;
}

/** Returns a picture with `margin` more pixels of paper on each side. */
export function pad(image: Image, margin: number): Image {
  return cut(image, -margin, -margin, image.rows + 2 * margin, image.columns + 2 * margin);
}

/** Crops to the smallest rectangle that contains all ink. Without ink, the result has 0 rows and columns. */
export function cropToInk(image: Image): Image {
  let [top, left, bottom, right] = [image.rows, image.columns, 0, 0];
  for (let row = 0, index = 0; row < image.rows; row++) {
    for (let column = 0; column < image.columns; column++, index++) {
      if (!image.data[index]) continue;
      if (row < top) top = row;
      bottom = row + 1;
      if (column < left) left = column;
      if (column >= right) right = column + 1;
    }
  }
  return bottom ? cut(image, top, left, bottom - top, right - left) : blankImage(0, 0);
}

/** Places the ink in the middle of a square, and cuts off what does not fit. */
export function placeInSquare(image: Image, side: number): Image {
  const [top, left] = [Math.floor((side - image.rows) / 2), Math.floor((side - image.columns) / 2)];
  return cut(image, -top, -left, side, side);
}

/** Returns the length of the longest side (pixels). */
export function longestSide({ rows, columns }: Image): number {
  return Math.max(rows, columns);
}

/** Returns the largest value. */
export function darkest({ data }: Image): number {
  return data.reduce((most, value) => Math.max(most, value), 0);
}
