/** Numbers as text. */

import { text } from "./text";

/** Returns the shortest decimal text that names exactly this float32. */
export function shortest(value: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const number = Number(value.toPrecision(digits));
    if (Math.fround(number) === value) return String(number);
  }
  return String(Number(value.toPrecision(9)));
}

/** Returns a number with three significant digits. */
export function compact(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** Returns a share of 1 in percent, with one decimal. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** Returns a contribution in few characters, always with its sign. */
export function signed(value: number): string {
  return (value < 0 ? "\u2212" : "+") + Math.abs(value).toFixed(Math.abs(value) < 100 ? 2 : 0);
}

/** Returns the range of a layer's colours; `low` and `high` have one entry for the layer, or one for each map. */
export function rangeText(low: readonly number[], high: readonly number[]): string {
  const range = { low: compact(Math.min(...low)), high: compact(Math.max(...high)) };
  return low.length > 1 ? text("range-per-map", range) : text("range", range);
}
