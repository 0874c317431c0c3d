/** Ten digits to choose the one whose maps are shown, and how the network reads it. */

import { DigitButtons } from "../core/digit_buttons";
import { element, setText } from "../core/dom";
import { save } from "../core/model";
import { percent } from "../core/numbers";
import { text } from "../core/text";
import type { TrainerModel, Update } from "./traits";

export class Samples {
  readonly el: HTMLElement;
  private readonly digits: DigitButtons;
  private readonly reading = element("span", "mnistviz-reading");

  constructor(private readonly model: TrainerModel) {
    const labelOf = (digit: number): string => text("show-maps-of", { digit });
    this.digits = new DigitButtons(labelOf, (digit) => save(model, "digit", digit));
    this.digits.paint(model.get("samples"));
    const group = element("div", "mnistviz-samples", this.digits.buttons);
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", text("digit-with-maps"));
    this.el = element("div", "mnistviz-chosen", [group, this.reading]);
    this.showChosen();
  }

  showChosen(): void {
    const chosen = this.model.get("digit");
    for (const [digit, one] of this.digits.buttons.entries())
      one.setAttribute("aria-pressed", String(digit === chosen));
  }

  paint({ prediction, confidence }: Update): void {
    setText(this.reading, text("read-as", { digit: prediction, confidence: percent(confidence) }));
  }
}
