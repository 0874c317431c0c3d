/** Says that an earlier moment of the drawing is shown, with a button that leads back to now. */

import { button, element, setText } from "../core/dom";
import { text } from "../core/text";
import type { Update } from "./traits";

export class MomentNote {
  readonly el: HTMLElement;
  private readonly sentence = element("span");

  /** @param back leads back to now */
  constructor(back: () => void) {
    this.el = element("div", "mnistviz-moment", [this.sentence, button(text("back-to-now"), back)]);
    this.el.hidden = true;
  }

  /** The same for those who listen; empty: now is shown. */
  get words(): string {
    return this.el.hidden ? "" : (this.sentence.textContent ?? "");
  }

  /** Belongs to what is painted, so that an answer is never without it. */
  paint({ scene, points }: Update): void {
    const isPast = (scene.moment ?? null) !== null;
    if (isPast) setText(this.sentence, text("earlier-moment", { points }));
    this.el.hidden = !isPast;
  }
}
