/** The real digits that please a unit most, which the notebook kernel finds. */

import { paintInk } from "../../../core/canvas";
import type { Arrays } from "../../../core/codec";
import { element, setText } from "../../../core/dom";
import { text } from "../../../core/text";
import type { Shown, ShownPatch } from ".";

export class Patches {
  private readonly title = element("div", "mnistviz-caption");
  private readonly grid = element("div", "mnistviz-maximise-patches");
  readonly el = element("div", "mnistviz-maximise-real", [this.title, this.grid]);
  private shown: readonly ShownPatch[] | null = null;

  show({ patches, name }: Shown, arrays: Arrays, isRunning: boolean): void {
    const words = patches?.length ? "maximise-patches" : patches ? "maximise-no-patches" : "maximise-patches-wait";
    setText(this.title, patches || isRunning ? text(words, { name }) : "");
    if (JSON.stringify(patches) === JSON.stringify(this.shown)) return;
    this.shown = patches;
    this.grid.replaceChildren(
      ...(patches ?? []).map((patch, i) => {
        const { shape, data } = arrays.uint8(`patches/${i}`);
        const [rows = 1, columns = 1] = shape;
        const canvas = element("canvas", "mnistviz-paper");
        canvas.setAttribute("role", "img");
        canvas.setAttribute("aria-label", text("maximise-patch-aloud", { ...patch }));
        paintInk(canvas, data, columns, rows);
        const words = element("span", "mnistviz-number", [text("maximise-patch", { ...patch })]);
        return element("div", "mnistviz-maximise-patch", [canvas, words]);
      }),
    );
  }
}
