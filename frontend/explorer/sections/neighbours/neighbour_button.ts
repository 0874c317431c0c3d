/** A known digit: its picture, class and distance. A click puts it on the pad. */

import { paintInk } from "../../../core/canvas";
import { button, element, setText } from "../../../core/dom";
import { text } from "../../../core/text";

const SIDE = 28; // pixels of a digit

export interface Neighbour {
  /** Its place among the known digits. */
  readonly number: number;
  readonly label: string;
  /** From the digit on the pad, as it is written. */
  readonly distance: string;
}

export class NeighbourButton {
  readonly el: HTMLButtonElement;
  private readonly canvas = element("canvas", "mnistviz-paper");
  private readonly label = element("b");
  private readonly distance = element("span", "mnistviz-distance");
  private number = -1; // none yet

  /** @param choose hears which digit is to be put on the pad */
  constructor(choose: (number: number) => void) {
    this.el = button("", () => choose(this.number));
    this.el.className = "mnistviz-neighbour";
    this.canvas.setAttribute("aria-hidden", "true"); // the button's name says what it is
    this.el.append(this.canvas, this.label, this.distance);
  }

  /** @param ink uint8, 28 rows and columns, 0 paper to 255 ink */
  show({ number, label, distance }: Neighbour, ink: Uint8Array): void {
    const isAnother = this.number !== number;
    this.number = number;
    setText(this.label, label);
    setText(this.distance, distance);
    this.el.dataset.number = String(number);
    this.el.setAttribute("aria-label", text("neighbour-to-pad", { label, distance }));
    if (isAnother) paintInk(this.canvas, ink, SIDE, SIDE);
  }
}
