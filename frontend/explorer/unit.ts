/** Units: how the index of a value of a layer names a place in its strip. */

import { type Box, boxOf, type Place, type Span } from "../core/strip/geometry";
import type { Strip } from "../core/strip/strip";

/** Returns the index at a place: (row, column, channel), (step, feature) of a sequence, or (unit). */
export function indexOf({ layer }: Strip, { row, column, channel }: Place): number[] {
  if (layer.shape.length === 1) return [channel];
  return layer.shape.length === 2 ? [row, column] : [row, column, channel];
}

/** Where a value lies: in which map (null: there is only one), and in which rows and columns. */
export interface Spot {
  readonly channels: readonly number[] | null;
  readonly rows: Span;
  readonly columns: Span;
}

/** Returns the spot of an index: (row, column, channel), (row, column) of the digit, or (unit). */
export function spotOf(index: readonly number[]): Spot {
  const [first = 0, column, channel] = index;
  if (column === undefined) return { channels: [first], rows: [0, 1], columns: [0, 1] };
  const channels = channel === undefined ? null : [channel];
  return { channels, rows: [first, first + 1], columns: [column, column + 1] };
}

/** Returns the box of a spot in the window, in CSS pixels, with a pixel around it; null if its layer is folded. */
export function boxInWindow({ sizes, layout, canvas }: Strip, { channels, rows, columns }: Spot): Box | null {
  if (!layout || !canvas.offsetParent) return null;
  const [x, y, width, height] = boxOf(sizes, layout, channels?.[0] ?? 0, rows, columns);
  const { left, top } = canvas.getBoundingClientRect();
  return [left + canvas.clientLeft + x, top + canvas.clientTop + y, width, height]; // inside its border
}

/** Names a unit as Python does: conv1[3, 4, 5]. */
export function nameOf(layer: string, index: readonly number[]): string {
  return `${layer}[${index.join(", ")}]`;
}
