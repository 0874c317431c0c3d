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
      made.tabIndex = digit ? -1 : 0; // all ten are one Tab stop
      made.addEventListener("keydown", (event) => this.key(event, digit));
      made.addEventListener("focus", () => this.rove(made));
      return made;
    });
  }

  private rove(to: HTMLElement): void {
    for (const other of this.buttons) other.tabIndex = other === to ? 0 : -1;
  }

  /** Arrows move from digit to digit. */
  private key(event: KeyboardEvent, digit: number): void {
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (!step) return;
    this.buttons[(digit + step + CLASSES) % CLASSES]?.focus();
    event.preventDefault();
    event.stopPropagation(); // or the arrows would move the notebook's selection
  }

  /** Paints the digits: uint8 (10, 28, 28), 0 paper to 255 ink. */
  paint(digits: DataView): void {
    const ink = bytesOf(digits);
    for (const [digit, canvas] of this.canvases.entries()) {
      paintInk(canvas, ink.subarray(digit * SIDE * SIDE), SIDE, SIDE);
    }
  }
}
