/** A colour table in both themes: where it begins light, the dark theme flips it, so that 0 has about the background's colour. */

import { colourTable, flipped, isLight, PAPER, ZERO } from "./colours";
import { type Bytes, bytesOf } from "./model";
import { isDark } from "./theme";

const DARK_PAPER = flipped(PAPER);

export class ThemedTable {
  private readonly light: Uint32Array;
  private readonly dark: Uint32Array;

  /** @param bytes of the table, see `colourTable`  @param isSigned values can be negative */
  constructor(bytes: Bytes, isSigned: boolean) {
    this.light = colourTable(bytesOf(bytes));
    this.dark = isLight(this.light[isSigned ? ZERO : 0]) ? flipped(this.light) : this.light;
  }

  /** The colours of the codes 0 to 255 in the present theme. */
  get colours(): Uint32Array {
    return isDark() ? this.dark : this.light;
  }
}

/** Returns the colours of ink on paper in the present theme, for elements that no filter inverts. */
export function themedPaper(): Uint32Array {
  return isDark() ? DARK_PAPER : PAPER;
}
