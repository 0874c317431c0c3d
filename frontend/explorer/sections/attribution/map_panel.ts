/** A map over the digit: in colours of both signs, with the outline of the ink, and the value under pointer or cursor. */

import { contextOf } from "../../../core/canvas";
import { encodeLayer } from "../../../core/colours";
import { element, setText } from "../../../core/dom";
import { rangeText } from "../../../core/numbers";
import { Strip, type StripListener } from "../../../core/strip/strip";
import { text } from "../../../core/text";
import { DIGIT_SIDE } from "../../../ink/framing_steps";

const SIDE = 280; // CSS pixels, at most
const INK = 0.5; // the outline runs where a pixel is half ink
const LINE = 1.2; // CSS pixels

export class MapPanel {
  readonly el: HTMLElement;
  readonly strip: MapStrip;
  private readonly title = element("span");
  private readonly range = element("span", "mnistviz-attribution-range");

  /** @param name of the map in what is read at its values */
  constructor(name: string, listener: StripListener) {
    this.strip = new MapStrip({ name, title: name, shape: [DIGIT_SIDE, DIGIT_SIDE], signed: true }, listener);
    const title = element("div", "mnistviz-attribution-title", [this.title, this.range]);
    this.el = element("div", "mnistviz-attribution-map", [title, this.strip.canvas]);
  }

  /** The range of the values, symmetric about 0. */
  get words(): string {
    return this.range.textContent ?? "";
  }

  show(title: string, values: ArrayLike<number>, digit: Float32Array, table: Uint32Array): void {
    setText(this.title, title);
    const rounded = Float32Array.from(values);
    const { codes, low, high } = encodeLayer(rounded, null, true, "layer");
    this.strip.digit = digit;
    this.strip.show(codes, { low, high }, table);
    this.strip.values = rounded;
    setText(this.range, rangeText(low, high));
    this.strip.canvas.setAttribute("aria-label", text("digit-keys", { digit: title }));
  }

  resize(): void {
    const width = Math.min(this.el.clientWidth, SIDE);
    if (width) this.strip.resize(width); // folded, it has none
  }
}

class MapStrip extends Strip {
  digit: Float32Array | null = null;

  override paint(): void {
    super.paint();
    const { digit, layout } = this;
    if (!digit || !layout || !this.codes) return;
    const context = contextOf(this.canvas);
    const [width, height] = [layout.width / DIGIT_SIDE, layout.height / DIGIT_SIDE];
    const isInk = (row: number, column: number): boolean => {
      const isInside = row >= 0 && row < DIGIT_SIDE && column >= 0 && column < DIGIT_SIDE;
      return isInside && (digit[row * DIGIT_SIDE + column] as number) > INK;
    };
    context.beginPath();
    for (let row = 0; row <= DIGIT_SIDE; row++) {
      for (let column = 0; column <= DIGIT_SIDE; column++) {
        if (isInk(row, column) !== isInk(row - 1, column)) {
          context.moveTo(column * width, row * height);
          context.lineTo((column + 1) * width, row * height);
        }
        if (isInk(row, column) !== isInk(row, column - 1)) {
          context.moveTo(column * width, row * height);
          context.lineTo(column * width, (row + 1) * height);
        }
      }
    }
    context.lineWidth = LINE;
    context.strokeStyle = getComputedStyle(this.canvas).color;
    context.stroke();
  }
}
