/** Ten buttons with a picture of a digit each. */

import { paintInk } from "./canvas";
import { button, element } from "./dom";
import { bytesOf } from "./model";

const CLASSES = 10;
const SIDE = 28; // pixels

export class DigitButtons {
  readonly buttons: readonly HTMLButtonElement[];
  private readonly canvases = Array.from({ length: CLASSES }, () => element("canvas", "mnistviz-paper"));

  /** @param labelOf returns what a button is called  @param choose hears which digit was clicked */
  constructor(labelOf: (digit: number) => string, choose: (digit: number) => void) {
    this.buttons = this.canvases.map((canvas, digit) => {
      const made = button("", () => choose(digit), labelOf(digit));
      made.className = "";
      made.replaceChildren(canvas);
      return made;
    });
  }

  /** Paints the digits: uint8 (10, 28, 28), 0 paper to 255 ink. */
  paint(digits: DataView): void {
    const ink = bytesOf(digits);
    for (const [digit, canvas] of this.canvases.entries()) {
      paintInk(canvas, ink.subarray(digit * SIDE * SIDE), SIDE, SIDE);
    }
  }
}
