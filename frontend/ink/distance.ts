/** Distances on a grid of pixels. */

/**
 * Measures the distance of every pixel to the nearest one in a mask (Felzenszwalb and Huttenlocher 2012).
 *
 * The squared distance to the mask's pixels in a column is a parabola over the row, and the smallest of them is their lower
 * envelope. All squares are whole numbers, so the result is exact up to the rounding of its root.
 *
 * @param mask 0 or 1, row by row.
 * @returns the Euclidean distances between pixel centres, in pixels; infinite if the mask is empty.
 */
export function distanceTo(mask: Uint8Array, rows: number, columns: number): Float32Array {
  const heights = squaresInColumns(mask, rows, columns);
  const distances = new Float32Array(rows * columns);
  const centres = new Int32Array(columns); // of the parabolas in the envelope
  const offsets = new Float64Array(columns); // how high each of them lies
  const starts = new Float64Array(columns); // where each of them becomes the lowest
  for (let row = 0; row < rows; row++) {
    const first = row * columns;
    let count = 0;
    for (let column = 0; column < columns; column++) {
      const height = heights[first + column] as number;
      if (height === Infinity) continue;
      let start = -Infinity;
      for (; count > 0; count--) {
        const centre = centres[count - 1] as number;
        const rise = height + column * column - (offsets[count - 1] as number) - centre * centre;
        start = rise / (2 * (column - centre));
        if (start > (starts[count - 1] as number)) break; // always so for the first parabola, which starts at -Infinity
      }
      centres[count] = column;
      offsets[count] = height;
      starts[count++] = start;
    }
    for (let column = columns - 1; column >= 0; column--) {
      while (count > 1 && (starts[count - 1] as number) > column) count--;
      const across = column - (centres[count - 1] as number);
      distances[first + column] = count ? Math.sqrt(across * across + (offsets[count - 1] as number)) : Infinity;
    }
  }
  return distances;
}

/** Measures the squared distance of every pixel to the nearest one of the mask in its column. */
function squaresInColumns(mask: Uint8Array, rows: number, columns: number): Float64Array {
  const squares = new Float64Array(rows * columns);
  for (let column = 0; column < columns; column++) {
    let distance = Infinity;
    for (let index = column; index < mask.length; index += columns) {
      distance = mask[index] ? 0 : distance + 1;
      squares[index] = distance;
    }
    distance = Infinity;
    for (let index = (rows - 1) * columns + column; index >= 0; index -= columns) {
      distance = mask[index] ? 0 : distance + 1;
      const nearest = Math.min(distance, squares[index] as number);
      squares[index] = nearest * nearest;
    }
  }
  return squares;
}
