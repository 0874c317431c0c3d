/** Curves as SVG paths in a box of 100 by 100, y down, which the page stretches. */

export const SIDE = 100;

/** Batches so far, and a value. */
export type Point = readonly [batch: number, value: number];

/** Returns the upper end of the scale: at least 1, and no value lies above it. */
export function topOf(values: readonly number[], validations: readonly Point[]): number {
  return Math.max(1, ...values, ...validations.map(([, value]) => value));
}

/** Returns a line through points. `end` is the batch at the right edge, `top` the value at the upper edge. */
export function linePath(points: readonly Point[], end: number, top: number): string {
  return points.length ? `M${points.map((point) => place(point, end, top)).join("L")}` : "";
}

/** Returns lines without length: with round ends they are dots that stay round although the axes are stretched. */
export function dotsPath(points: readonly Point[], end: number, top: number): string {
  return points.map((point) => `M${place(point, end, top)}h0`).join("");
}

/** Returns horizontal lines that quarter the box. */
export function gridPath(): string {
  return [0, 0.25, 0.5, 0.75, 1].map((share) => `M0 ${SIDE * share}H${SIDE}`).join("");
}

/** Returns a line from top to bottom at a batch; none for null. */
export function markPath(batch: number | null, end: number): string {
  return batch === null ? "" : `M${acrossOf(batch, end)} 0V${SIDE}`;
}

/** Removes decimals that are all zeros: "1.00" becomes "1", "100.0 %" becomes "100 %". */
export function withoutZeros(number: string): string {
  return number.replace(/[.,]0+(?!\d)/, "");
}

function place([batch, value]: Point, end: number, top: number): string {
  return `${acrossOf(batch, end)} ${(SIDE - (SIDE * value) / top).toFixed(2)}`;
}

function acrossOf(batch: number, end: number): string {
  return ((SIDE * batch) / Math.max(end, 1)).toFixed(2);
}
