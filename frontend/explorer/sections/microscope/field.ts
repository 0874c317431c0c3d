import { element } from "../../../core/dom";
import { PAPER_SIDE } from "../../../ink/framing_steps";

/** Marks on the pad what a unit sees of the drawing. */
export class PadField {
  private readonly el = element("div", "mnistviz-field");

  /** @param box left, top, right and bottom in pad pixels; null hides the mark */
  show(pad: HTMLElement | null, box: readonly [number, number, number, number] | null): void {
    if (!pad || !box) {
      this.hide();
      return;
    }
    const [left, top, right, bottom] = box;
    const place = { left, top, width: right - left, height: bottom - top };
    for (const [name, length] of Object.entries(place))
      this.el.style.setProperty(name, `${(100 * length) / PAPER_SIDE}%`);
    if (this.el.parentElement !== pad) pad.append(this.el);
  }

  hide(): void {
    this.el.remove();
  }
}
