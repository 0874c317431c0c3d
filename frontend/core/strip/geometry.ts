/** Where the maps of a layer, or its units, lie on a canvas. All lengths are CSS pixels. */

import tokens from "../../../mnistviz/assets/tokens.json";

/** So few units are written out as numbers. */
export const FEW_UNITS = 16;
const MAP_GAP = 2;
const UNIT_GAP = 1;
const KERNEL_GAP = 8; // between kernels, whose few squares are as large as small maps
const KERNEL_COLUMNS = 4; // a map with more is no kernel

const MAPS_ACROSS = tokens.counts["maps-across"];
const UNITS_ACROSS = tokens.counts["units-across"];

/** The sizes of a layer: maps of rows and columns, or units, which are channels of one row and one column. */
export interface Sizes {
  readonly isMaps: boolean;
  readonly rows: number;
  readonly columns: number;
  readonly channels: number;
}

/** A value of a layer. */
export interface Place {
  channel: number;
  row: number;
  column: number;
}

/** First and end of some rows or columns. */
export type Span = readonly [first: number, end: number];
/** Left, top, width and height. */
export type Box = readonly [left: number, top: number, width: number, height: number];

/** How the maps lie: `across` in a row, each of one size, with a gap to the right and below. */
export interface Layout {
  readonly across: number;
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  /** The size of the canvas. */
  readonly total: { readonly width: number; readonly height: number };
}

/** @param isFlat each map is a single value, and is shown as a unit */
export function sizesOf(shape: readonly number[], isFlat = false): Sizes {
  const [rows = 1, columns = 1, channels = 1] = shape;
  if (isFlat) return { isMaps: false, rows: 1, columns: 1, channels };
  if (shape.length > 1) return { isMaps: true, rows, columns, channels };
  return { isMaps: false, rows: 1, columns: 1, channels: rows };
}

export function gapOf({ isMaps, columns }: Sizes): number {
  if (!isMaps) return UNIT_GAP;
  return columns <= KERNEL_COLUMNS ? KERNEL_GAP : MAP_GAP;
}

/**
 * Lays maps or units out.
 *
 * @param width there is
 * @param cellHeight of a map or unit; 0: maps keep their proportions
 * @param isSingle only one of the maps is shown
 * @param most maps or units in a row
 */
export function layOut(
  sizes: Sizes,
  width: number,
  cellHeight: number,
  gap: number,
  isSingle: boolean,
  most = sizes.isMaps ? MAPS_ACROSS : UNITS_ACROSS,
): Layout {
  const { isMaps, rows, columns, channels } = sizes;
  const shown = isSingle ? 1 : channels;
  const across = Math.min(shown, most);
  const pitch = width / Math.max(across, isMaps && shown > 1 ? most : 1); // few maps are not larger than many
  const height = isMaps && !cellHeight ? ((pitch - gap) * rows) / columns : cellHeight;
  const total = { width: across * pitch, height: Math.ceil(shown / across) * (height + gap) };
  return { across, width: pitch - gap, height, gap, total };
}

/** Returns how many maps in a row make them largest in a rectangle, and the width of a map with its gap. */
export function fitted(
  { rows, columns, channels }: Sizes,
  width: number,
  height: number,
): { across: number; pitch: number } {
  let best = { across: channels, pitch: 0 };
  for (let across = 1; across <= channels; across++) {
    const down = Math.ceil(channels / across);
    const pitch = Math.min(width / across, (height * columns) / (down * rows));
    if (pitch > best.pitch) best = { across, pitch };
  }
  return best;
}

/**
 * Returns how many rows of maps, the same number for all layers side by side, make the maps largest, and the width of a map with
 * its gap.
 *
 * @param width for the maps of all layers
 */
export function sideBySide(all: readonly Sizes[], width: number, height: number): { rows: number; pitch: number } {
  const most = Math.max(0, ...all.map(({ channels }) => channels));
  const tallest = Math.max(...all.map(({ rows, columns }) => rows / columns));
  let best = { rows: 1, pitch: 0 };
  for (let rows = 1; rows <= most; rows++) {
    if (most % rows) continue; // the last row would not be full
    const across = all.reduce((sum, { channels }) => sum + Math.ceil(channels / rows), 0);
    const pitch = Math.min(width / across, height / (rows * tallest));
    if (pitch > best.pitch) best = { rows, pitch };
  }
  return best;
}

/** Returns the upper left corner of the nth map shown. */
export function corner({ across, width, height, gap }: Layout, nth: number): [x: number, y: number] {
  return [(nth % across) * (width + gap), Math.floor(nth / across) * (height + gap)];
}

/** Returns the box around some rows and columns of the nth map shown, with a pixel around them. */
export function boxOf(sizes: Sizes, layout: Layout, nth: number, rows: Span, columns: Span): Box {
  const [x, y] = corner(layout, nth);
  const [width, height] = [layout.width / sizes.columns, layout.height / sizes.rows];
  const [[top, bottom], [left, right]] = [rows, columns];
  return [x + left * width - 1, y + top * height - 1, (right - left) * width + 2, (bottom - top) * height + 2];
}

/** Returns the part of a box that lies on the canvas with a line around it, `edge` to either side. */
export function inside([left, top, width, height]: Box, across: number, down: number, edge: number): Box {
  const [right, bottom] = [Math.min(left + width, across - edge), Math.min(top + height, down - edge)];
  const [x, y] = [Math.max(left, edge), Math.max(top, edge)];
  return [x, y, right - x, bottom - y];
}

/** Returns the value under a point, or null between the maps. `only` is the one channel that is shown, if it is one. */
export function placeAt(sizes: Sizes, layout: Layout, x: number, y: number, only: number | null): Place | null {
  const { across, width, height, gap } = layout;
  const [right, down] = [Math.floor(x / (width + gap)), Math.floor(y / (height + gap))];
  const nth = down * across + right;
  const column = Math.floor(((x - right * (width + gap)) / width) * sizes.columns);
  const row = Math.floor(((y - down * (height + gap)) / height) * sizes.rows);
  const shown = only === null ? sizes.channels : 1;
  const isOutside = x < 0 || y < 0 || right >= across || nth >= shown || column >= sizes.columns || row >= sizes.rows;
  return isOutside ? null : { channel: only ?? nth, row, column };
}

/** Returns the place a step [down, right] further, or a map further; where that ends, the same place. */
export function moved(
  sizes: Sizes,
  across: number,
  place: Place,
  [down, right]: readonly [down: number, right: number],
  byMap: boolean,
  only: number | null,
): Place {
  if (byMap || !sizes.isMaps) {
    const channel = place.channel + right + down * across;
    return only === null && channel >= 0 && channel < sizes.channels ? { ...place, channel } : place;
  }
  const within = (at: number, end: number): number => Math.min(Math.max(at, 0), end - 1);
  return { ...place, row: within(place.row + down, sizes.rows), column: within(place.column + right, sizes.columns) };
}

/** Returns where a value lies among all values of a layer, map after map and row by row. */
export function indexOf({ rows, columns }: Sizes, { channel, row, column }: Place): number {
  return (channel * rows + row) * columns + column;
}
