/** The confusion matrix as a table: a row for each class that a picture has, a column for each that is read. */

import { element } from "../core/dom";
import { text } from "../core/text";
import type { Subject } from "./traits";

/** A square of the table. */
export interface Square {
  readonly count: number;
  /** Of all digits of its row. */
  readonly share: number;
  readonly kind: "right" | "wrong" | "empty";
}

export interface Confusion {
  readonly total: number;
  readonly right: number;
  readonly squares: readonly (readonly Square[])[];
}

/** @param rows how many digits of class [row] are read as [column] */
export function confusionOf(rows: readonly (readonly number[])[]): Confusion {
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const squares = rows.map((row, written) => {
    const all = sum(row);
    return row.map((count, read): Square => {
      const kind = read === written ? "right" : count ? "wrong" : "empty";
      return { count, share: all ? count / all : 0, kind };
    });
  });
  return { total: sum(rows.map(sum)), right: sum(rows.map((row, digit) => row[digit] ?? 0)), squares };
}

export function confusionTable(
  rows: readonly (readonly number[])[],
  classes: readonly string[],
  subject: Subject,
): HTMLTableElement {
  const { total, right, squares } = confusionOf(rows);
  const nameOf = (number: number): string => classes[number] ?? "";
  const across = rows.map((_, number) => heading(nameOf(number), "col"));
  const corner = text("written-and-read", { subject });
  const columns = element("tr", "", [heading(corner, "col"), ...across]);
  const body = squares.map((row, number) => element("tr", "", [heading(nameOf(number), "row"), ...row.map(squareOf)]));
  const caption = element("caption", "", [text("digits-read-correctly", { subject, right, total })]);
  const parts = [caption, element("thead", "", [columns]), element("tbody", "", body)];
  return element("table", "mnistviz-confusion", parts);
}

function squareOf({ count, share, kind }: Square): HTMLTableCellElement {
  const made = element("td", kind === "empty" ? "" : `mnistviz-${kind}`, [String(count)]);
  made.style.setProperty("--mnistviz-share", String(share));
  return made;
}

function heading(words: string, scope: "col" | "row"): HTMLTableCellElement {
  return Object.assign(element("th", "", [words]), { scope });
}
