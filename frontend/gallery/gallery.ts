/** Ten sample digits as buttons, and a button for ten others. */

import { DigitButtons } from "../core/digit_buttons";
import { button } from "../core/dom";
import type { Model, Traits } from "../core/model";
import { text } from "../core/text";

export interface GalleryTraits extends Traits {
  /** uint8 (10, 28, 28), one of each class. */
  digits: DataView;
}

export class Gallery {
  private readonly digits: DigitButtons;

  constructor(
    private readonly model: Model<GalleryTraits>,
    el: HTMLElement,
  ) {
    el.classList.add("mnistviz-samples");
    const labelOf = (digit: number): string => text("sample-of", { digit });
    this.digits = new DigitButtons(labelOf, (digit) => model.send({ kind: "choose", digit }));
    const more = button(text("other-samples"), () => model.send({ kind: "more" }), text("show-other-samples"));
    more.className = "mnistviz-more";
    el.append(...this.digits.buttons, more);
    model.on("change:digits", this.paint);
    this.paint();
  }

  close(): void {
    this.model.off("change:digits", this.paint);
  }

  private readonly paint = (): void => this.digits.paint(this.model.get("digits"));
}
