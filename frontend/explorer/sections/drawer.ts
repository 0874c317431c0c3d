/** The frame of a section that unfolds. Whether it is open is a setting, which all pages of the explorer share. */

import { element } from "../../core/dom";
import { save } from "../../core/model";
import type { Stage } from "../stage";

/** The settings that say whether a section is open. */
export type OpenSetting =
  | "framing_open"
  | "beside_open"
  | "attribution_open"
  | "neighbours_open"
  | "maximise_open"
  | "surgery_open"
  | "change_open"
  | "history_open";

export class Drawer {
  readonly el: HTMLDetailsElement;
  private readonly summary: HTMLElement;

  /** @param parts what is in it, from top to bottom */
  constructor(
    private readonly stage: Stage,
    private readonly setting: OpenSetting,
    title: string,
    parts: readonly HTMLElement[],
  ) {
    this.summary = element("summary", "", [element("span", "mnistviz-title", [title])]);
    this.el = element("details", "mnistviz-layer", [this.summary, ...parts]);
    this.el.addEventListener("toggle", () => this.keep());
    stage.listen([`change:${setting}`], () => this.show());
    this.show();
  }

  /** Goes to the line that folds and unfolds. */
  focus(): void {
    this.summary.focus();
  }

  private keep(): void {
    const { model } = this.stage;
    if (model.get(this.setting) !== this.el.open) save(model, this.setting, this.el.open);
  }

  private show(): void {
    this.el.open = this.stage.model.get(this.setting);
  }
}
