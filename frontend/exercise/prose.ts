/** Text in which pieces between backticks are code. */

import { element } from "../core/dom";

export interface Piece {
  readonly words: string;
  readonly isCode: boolean;
}

/** Splits a text at its backticks; empty pieces are left out. */
export function piecesOf(prose: string): Piece[] {
  const pieces = prose.split("`").map((words, i) => ({ words, isCode: i % 2 === 1 }));
  return pieces.filter(({ words }) => words);
}

/** Returns what shows a text on the page. */
export function proseOf(prose: string): (Node | string)[] {
  return piecesOf(prose).map(({ words, isCode }) => (isCode ? element("code", "", [words]) : words));
}
