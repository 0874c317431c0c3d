/** What matters in a map of numbers: its strongest value, the line along which it goes on, and where values nearly as strong lie. */

/** The first and the last of some rows or columns. */
export type Extent = readonly [first: number, last: number];

export interface Summary {
  /** The value that is largest in size; of several, the first one, row by row. */
  readonly value: number;
  readonly row: number;
  readonly column: number;
  /** Strong values go on from it further along its row, or along its column; or equally far. */
  readonly run: "row" | "column" | "spot";
  /** Where they go on: columns of its row, or rows of its column. */
  readonly along: Extent;
  /** Where all strong values lie. */
  readonly rows: Extent;
  readonly columns: Extent;
  /** Of strong values among all, 0..1. */
  readonly share: number;
  /** The thirds of the map, 0 to 2, in which the strongest value lies: from the top, and from the left. */
  readonly down: number;
  readonly across: number;
}

/**
 * Sums a map up. A value is strong if it has the sign of the strongest one and at least half its size.
 *
 * @param values finite, row by row
 * @returns null for a map of nothing but 0
 */
export function summaryOf(values: ArrayLike<number>, rows: number, columns: number): Summary | null {
  let at = 0;
  for (let i = 1; i < values.length; i++) if (Math.abs(values[i] ?? 0) > Math.abs(values[at] ?? 0)) at = i;
  const value = values[at] ?? 0;
  if (!value) return null;
  const isStrong = (row: number, column: number): boolean => (values[row * columns + column] ?? 0) / value >= 0.5;
  const [row, column] = [Math.floor(at / columns), at % columns];
  const onRow = runThrough(column, columns, (other) => isStrong(row, other));
  const onColumn = runThrough(row, rows, (other) => isStrong(other, column));
  const longer = onRow[1] - onRow[0] - (onColumn[1] - onColumn[0]);
  const run = longer > 0 ? "row" : longer < 0 ? "column" : "spot";
  let [top, bottom, left, right, strong] = [row, row, column, column, 0];
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      if (!isStrong(y, x)) continue;
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      strong += 1;
    }
  }
  return {
    ...{ value, row, column, run },
    along: run === "column" ? onColumn : onRow,
    rows: [top, bottom],
    columns: [left, right],
    share: strong / (rows * columns),
    down: thirdOf(row, rows),
    across: thirdOf(column, columns),
  };
}

/** Returns how far places go on from one of them, without a gap. */
function runThrough(place: number, end: number, goesOn: (place: number) => boolean): Extent {
  let [first, last] = [place, place];
  while (first > 0 && goesOn(first - 1)) first -= 1;
  while (last < end - 1 && goesOn(last + 1)) last += 1;
  return [first, last];
}

/** Returns the third, 0 to 2, in which the middle of a row or column lies. */
function thirdOf(place: number, count: number): number {
  return Math.floor((3 * (place + 0.5)) / count);
}
