/** The samples: pictures to choose from, a digit of each class, or the user's own with the names of their classes. */

import { DigitButtons } from "../core/digit_buttons";
import { button, element } from "../core/dom";
import { text } from "../core/text";
import type { Samples } from "./traits";

/** Who hears what the user does with the samples. */
export interface SampleHand {
  /** Shows the sample at this place. */
  sample(index: number): void;
  /** Shows other samples to choose from. */
  moreSamples(): void;
}

export class SampleRow {
  readonly el = element("div");
  private readonly pictures = element("div", "mnistviz-samples");
  private readonly more: HTMLButtonElement;
  private buttons: DigitButtons | null = null;
  private names = ""; // of the classes of the buttons

  constructor(private readonly hand: SampleHand) {
    this.more = button(text("other-samples"), () => hand.moreSamples(), text("show-other-samples"));
    this.more.className = "mnistviz-more";
    this.pictures.setAttribute("role", "group");
    this.pictures.setAttribute("aria-label", text("samples"));
    this.el.append(this.pictures);
  }

  show({ pictures, shape, names, given, more }: Samples): void {
    this.el.classList.toggle("mnistviz-own-samples", given);
    this.more.hidden = !more;
    const key = names.join("\n");
    if (!this.buttons || this.names !== key) this.make(names, given);
    this.names = key;
    const [rows = 1, columns = 1, channels] = shape;
    if (channels) this.buttons?.paintPictures(pictures, [rows, columns, channels]);
    else this.buttons?.paint(pictures, rows, columns);
  }

  private make(names: readonly string[], isGiven: boolean): void {
    const labelOf = (index: number): string => {
      const name = names[index] ?? "";
      return isGiven ? text("own-sample", { number: index + 1, name }) : text("sample-of", { digit: name });
    };
    this.buttons = new DigitButtons(labelOf, (index) => this.hand.sample(index), names.length);
    this.pictures.replaceChildren(...this.buttons.buttons);
    const longest = Math.max(...names.map((name) => Array.from(name).length));
    this.el.style.setProperty("--mnistviz-characters", String(longest));
    if (isGiven) {
      for (const [index, one] of this.buttons.buttons.entries()) {
        one.title = names[index] ?? "";
        one.append(element("span", "mnistviz-sample-name", [one.title]));
      }
      this.el.append(this.more); // below them: they scroll if there are many
    } else this.pictures.append(this.more);
  }
}
