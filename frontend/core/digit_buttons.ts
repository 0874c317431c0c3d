/** Buttons with a picture each: of the ten digits, or of other classes. */

import { paintInk, paintPicture } from "./canvas";
import { button, element } from "./dom";
import { type Bytes, bytesOf } from "./model";

const DIGITS = 10;
const SIDE = 28; // pixels

export class DigitButtons {
  readonly buttons: readonly HTMLButtonElement[];
  private readonly canvases: readonly HTMLCanvasElement[];

  /**
   * @param labelOf returns what a button is called
   * @param choose hears which one was clicked
   * @param count of the buttons
   */
  constructor(labelOf: (number: number) => string, choose: (number: number) => void, count: number = DIGITS) {
    this.canvases = Array.from({ length: count }, () => element("canvas"));
    this.buttons = this.canvases.map((canvas, number) => {
      const made = button("", () => choose(number), labelOf(number));
      made.className = "";
      made.replaceChildren(canvas);
      made.tabIndex = number ? -1 : 0; // all together are one Tab stop
      made.addEventListener("keydown", (event) => this.key(event, number));
      made.addEventListener("focus", () => this.rove(made));
      return made;
    });
  }

  private rove(to: HTMLElement): void {
    for (const other of this.buttons) other.tabIndex = other === to ? 0 : -1;
  }

  /** Arrows move from picture to picture. */
  private key(event: KeyboardEvent, number: number): void {
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (!step) return;
    const count = this.buttons.length;
    this.buttons[(number + step + count) % count]?.focus();
    event.preventDefault();
    event.stopPropagation(); // or the arrows would move the notebook's selection
  }

  /** Paints digits: uint8 (count, rows, columns), 0 paper to 255 ink. */
  paint(digits: Bytes, rows: number = SIDE, columns: number = SIDE): void {
    const ink = bytesOf(digits);
    for (const [digit, canvas] of this.canvases.entries()) {
      paintInk(canvas, ink.subarray(digit * rows * columns), columns, rows);
      canvas.classList.add("mnistviz-paper");
    }
  }

  /** Paints other pictures: uint8 (count, rows, columns, channels), 0 black to 255 white. */
  paintPictures(pictures: Bytes, [rows, columns, channels]: readonly [number, number, number]): void {
    const values = bytesOf(pictures);
    const size = rows * columns * channels;
    for (const [number, canvas] of this.canvases.entries()) {
      paintPicture(canvas, values.subarray(number * size, (number + 1) * size), columns, rows);
    }
  }
}
