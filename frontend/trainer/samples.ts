/** A picture of each class to choose the one whose maps are shown, and how the network reads it. */

import { DigitButtons } from "../core/digit_buttons";
import { element, setText } from "../core/dom";
import { save } from "../core/model";
import { percent } from "../core/numbers";
import { text } from "../core/text";
import type { TrainerModel, Update } from "./traits";

export class Samples {
  readonly el: HTMLElement;
  private readonly pictures: DigitButtons;
  private readonly classes: readonly string[];
  private readonly reading = element("span", "mnistviz-reading");

  constructor(private readonly model: TrainerModel) {
    const subject = model.get("subject");
    this.classes = model.get("classes");
    const labelOf = (number: number): string => text("show-maps-of", { subject, digit: this.classes[number] ?? "" });
    this.pictures = new DigitButtons(labelOf, (number) => save(model, "digit", number), this.classes.length);
    if (subject === "digits") this.pictures.paint(model.get("samples"));
    else this.pictures.paintPictures(model.get("samples"), model.get("sample_shape"));
    for (const [number, one] of this.pictures.buttons.entries()) one.title = this.classes[number] ?? "";
    const group = element("div", "mnistviz-samples", this.pictures.buttons);
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", text("digit-with-maps", { subject }));
    this.el = element("div", "mnistviz-chosen", [group, this.reading]);
    this.showChosen();
  }

  showChosen(): void {
    const chosen = this.model.get("digit");
    for (const [number, one] of this.pictures.buttons.entries())
      one.setAttribute("aria-pressed", String(number === chosen));
  }

  paint({ prediction, confidence }: Update): void {
    const digit = this.classes[prediction] ?? "";
    setText(this.reading, text("read-as", { digit, confidence: percent(confidence) }));
  }
}
