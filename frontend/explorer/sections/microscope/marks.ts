/** What the strips mark of an inspected unit: itself, its window, what it sees, and its strongest terms. */

import type { Mark } from "../../../core/strip/painting";
import { type Explained, type Index, type Inspection, isExplained, type Window } from "../../../explain/inspection";
import { type Spot, spotOf } from "../../unit";

export const DIGIT = "digit"; // the layer's name in an inspection

const THICK = 2; // CSS pixels
const USUAL = 1.5;
const THIN = 1;

/** Returns the marks of each layer; "digit" is the digit. */
export function marksOf(inspection: Inspection | null): ReadonlyMap<string, Mark[]> {
  const marks = new Map<string, Mark[]>();
  if (!inspection || !isExplained(inspection)) return marks;
  const put = (layer: string, spot: Spot, width = USUAL, dashed = false): void => {
    marks.set(layer, [...(marks.get(layer) ?? []), { ...spot, width, dashed }]);
  };
  const putUnit = (layer: string, index: Index, width?: number, dashed?: boolean): void =>
    put(layer, spotIn(layer, index), width, dashed);
  const { field, layer, index, window, source, strongest, softmax, origin } = inspection;
  if (field.rows[0] < field.rows[1]) put(DIGIT, { channels: null, ...field }, THICK);
  putUnit(layer, index, THICK);
  if (window) {
    const spot = spotOfWindow(window);
    if (spot && source !== DIGIT) put(source, spot, THIN);
    if (window.winner) putUnit(source, window.winner, THICK);
  }
  for (const term of strongest?.positive ?? []) putUnit(strongest?.layer ?? "", term.index);
  for (const term of strongest?.negative ?? []) putUnit(strongest?.layer ?? "", term.index, USUAL, true);
  if (softmax) putUnit(source, index);
  else if (origin) putUnit(source, origin);
  return marks;
}

/** Returns the spot of an index into a layer. The digit is one picture, whatever its channels. */
export function spotIn(layer: string, index: Index): Spot {
  return spotOf(layer === DIGIT ? index.slice(0, 2) : index);
}

/** Returns the part of its source that a window covers; null if all of it is padding. */
function spotOfWindow({ rows, columns, channels }: Window): Spot | null {
  const [top, bottom, left, right] = [rows[0], rows.at(-1), columns[0], columns.at(-1)];
  if (top === undefined || bottom === undefined || left === undefined || right === undefined) return null;
  return { channels, rows: [top, bottom + 1], columns: [left, right + 1] };
}

/** Returns the channel of a convolution whose kernel is to be marked. */
export function kernelOf(inspection: Inspection | null, layer: string): number | null {
  return inspection?.layer === layer ? (inspection.index.at(-1) ?? null) : null;
}

/** Says what is shown, as one sentence after the other. */
export function spokenParts({ name, value, account, then, sees }: Explained): string[] {
  return [`${name} = ${value}: ${account}`, then, sees];
}
