/** Numbers as text, with the signs of the language. */

import { asPercent, language, text, withDecimalSign } from "./text";

/** Returns the shortest decimal text that names exactly this float32. */
export function shortest(value: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const number = Number(value.toPrecision(digits));
    if (Math.fround(number) === value) return withDecimalSign(String(number));
  }
  return withDecimalSign(String(Number(value.toPrecision(9))));
}

/** Returns a number with three significant digits. */
export function compact(value: number): string {
  return withDecimalSign(String(Number(value.toPrecision(3))));
}

/** Returns a number with two significant digits, zeros among them. */
export function rough(value: number): string {
  return withDecimalSign(value.toPrecision(2));
}

/** Returns a number with so many decimals. It is quicker than `fixed`, and rounds ties as JavaScript does. */
export function rounded(value: number, decimals: number): string {
  return withDecimalSign(value.toFixed(decimals));
}

/** Returns a number with all its decimals, up to six, and its thousands grouped. */
export function grouped(value: number): string {
  return new Intl.NumberFormat(language().lang, { maximumFractionDigits: 6 }).format(value);
}

/** Returns a share of 1 in percent, with one decimal. */
export function percent(share: number): string {
  return asPercent((100 * share).toFixed(1));
}

/** Returns a contribution in few characters, always with its sign. */
export function signed(value: number): string {
  return (value < 0 ? "\u2212" : "+") + rounded(Math.abs(value), Math.abs(value) < 100 ? 2 : 0);
}

/** Returns the range of a layer's colours; `low` and `high` have one entry for the layer, or one for each map. */
export function rangeText(low: readonly number[], high: readonly number[]): string {
  const range = { low: compact(Math.min(...low)), high: compact(Math.max(...high)) };
  return low.length > 1 ? text("range-per-map", range) : text("range", range);
}

/** Returns the nearest whole number, and the even one of two that are equally near, as Python does. */
export function roundToEven(value: number): number {
  const isTie = Math.abs(value - Math.trunc(value)) === 0.5;
  return isTie ? 2 * Math.round(value / 2) : Math.round(value);
}

/** Returns a number with so many decimals, as Python's format `.1f` does. */
export function fixed(value: number, decimals: number): string {
  return withDecimalSign(tieToEven(value.toFixed(decimals), value.toFixed(decimals + FURTHER)));
}

/** Returns a number with at most so many significant digits, as Python's format `.3g` does. */
export function significant(value: number, digits: number): string {
  const [mantissa = "", power = ""] = value.toExponential(digits - 1).split("e");
  const [longer = ""] = value.toExponential(digits - 1 + FURTHER).split("e");
  const exponent = Number(power);
  const shortened = tieToEven(mantissa, longer);
  if (exponent >= -4 && exponent < digits) return withDecimalSign(String(Number(`${shortened}e${power}`)));
  const twoDigits = String(Math.abs(exponent)).padStart(2, "0");
  return `${withDecimalSign(String(Number(shortened)))}e${exponent < 0 ? "-" : "+"}${twoDigits}`;
}

/** How many further digits show whether a number lies just between two shorter ones: a float64 has no long row of zeros. */
const FURTHER = 30;

/** Returns the shorter of two texts of a number with an even last digit if both neighbours are equally near. JavaScript rounds up. */
function tieToEven(short: string, long: string): string {
  const last = Number(short.at(-1));
  return long.endsWith("5".padEnd(FURTHER, "0")) && last % 2 ? short.slice(0, -1) + (last - 1) : short;
}
