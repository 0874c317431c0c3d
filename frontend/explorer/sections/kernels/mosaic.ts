/** A mosaic shows the slices of one filter for all input channels as one picture, with a gap of one square between them. */

export interface Mosaic {
  /** Of a filter. */
  readonly inputs: number;
  /** Rows and columns of a slice. */
  readonly rows: number;
  readonly columns: number;
  /** Slices in a row. */
  readonly across: number;
  /** Rows and columns of the mosaic. */
  readonly size: readonly [rows: number, columns: number];
}

/** A weight in its filter. */
export interface Slot {
  readonly input: number;
  readonly row: number;
  readonly column: number;
}

export function mosaicOf(inputs: number, rows: number, columns: number): Mosaic {
  const across = Math.ceil(Math.sqrt(inputs));
  const down = Math.ceil(inputs / across);
  return { inputs, rows, columns, across, size: [down * (rows + 1) - 1, across * (columns + 1) - 1] };
}

/** Returns the weight at a place of the mosaic, or null in a gap. */
export function slotAt({ inputs, rows, columns, across }: Mosaic, row: number, column: number): Slot | null {
  const [down, right] = [Math.floor(row / (rows + 1)), Math.floor(column / (columns + 1))];
  const slot = { input: down * across + right, row: row % (rows + 1), column: column % (columns + 1) };
  return slot.input < inputs && slot.row < rows && slot.column < columns ? slot : null;
}

/**
 * Lays the weights of all filters out as mosaics, with 0 in the gaps.
 *
 * @param weights filter after filter, and in each input after input, row by row
 */
export function laidOut(mosaic: Mosaic, filters: number, weights: Float32Array): Float32Array {
  const { inputs, rows, columns, size } = mosaic;
  const values = new Float32Array(filters * size[0] * size[1]);
  for (let i = 0; i < values.length; i++) {
    const slot = slotAt(mosaic, Math.floor(i / size[1]) % size[0], i % size[1]);
    if (!slot) continue;
    const filter = Math.floor(i / (size[0] * size[1]));
    values[i] = weights[((filter * inputs + slot.input) * rows + slot.row) * columns + slot.column] ?? 0;
  }
  return values;
}

/**
 * Returns where the colours of some weights end, and the largest of their sizes: a few large ones would make all others pale.
 *
 * @param share of the weights that get a colour of their own
 */
export function colourEnd(weights: Float32Array, share: number): { high: number; most: number } {
  const sizes = weights.map(Math.abs).sort();
  return { high: sizes[Math.floor(share * (sizes.length - 1))] ?? 0, most: sizes.at(-1) ?? 0 };
}
