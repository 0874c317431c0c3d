/** How numbers and units are written in explanations, as in Python (`mnistviz/explain/wording.py`). */

import { significant } from "../core/numbers";

/** Writes a number with four significant digits, and no minus before 0. */
export function number(value: number): string {
  return significant(value, 4);
}

/** Writes a number as `number` does, in brackets if it is negative: as a term of a sum or a product. */
export function signedNumber(value: number): string {
  return value < 0 ? `(${number(value)})` : number(value);
}

/** Names a unit or a pixel, for example `conv2[4, 6, 17]`: layer, row, column, channel. */
export function unitName(layer: string, index: readonly (number | string)[]): string {
  return `${layer}[${index.join(", ")}]`;
}

/** Returns a name in quotes, as Python's `repr` does. */
export function quoted(name: string): string {
  const escaped = name.replaceAll("\\", "\\\\");
  if (!name.includes("'")) return `'${escaped}'`;
  return name.includes('"') ? `'${escaped.replaceAll("'", "\\'")}'` : `"${escaped}"`;
}
