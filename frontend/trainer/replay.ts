/** A slider that goes back to the weights after any kept epoch, as long as the training does not run. */

import { button, element, setText } from "../core/dom";
import { save } from "../core/model";
import { percent } from "../core/numbers";
import { text } from "../core/text";
import { batchOf, distanceOf, epochOf, type Kept, stepOf } from "./epochs";
import type { TrainerModel, Update } from "./traits";

export class Replay {
  readonly el: HTMLElement;
  private readonly slider = element("input");
  private readonly words = element("span", "mnistviz-replayed");
  private readonly remark = element("span", "mnistviz-remark");
  private readonly back: HTMLButtonElement;
  private kept: readonly Kept[] = [];
  private validations: Update["validations"] = [];

  constructor(private readonly model: TrainerModel) {
    const { slider } = this;
    slider.type = "range";
    slider.min = "0";
    slider.addEventListener("input", () => this.choose(epochOf(this.kept, Number(slider.value))));
    this.back = button(text("show-present-weights"), () => this.choose(null));
    const label = element("label", "", [text("replay-epoch"), slider]);
    this.el = element("div", "mnistviz-replay", [label, this.words, this.back, this.remark]);
    // Or its arrow keys would go to the notebook, whose shortcuts match the element in focus, whatever its parents say.
    for (const one of [slider, this.el]) one.dataset.lmSuppressShortcuts = "true";
    this.el.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || model.get("epoch") === null) return;
      event.stopPropagation(); // it ends the replay, and not the editing of the notebook cell
      this.choose(null);
    });
    this.showChosen();
  }

  paint({ kept, validations, state, trained }: Update): void {
    this.kept = kept;
    this.validations = validations;
    this.slider.disabled = state === "running" || !kept.length;
    this.slider.max = String(kept.length);
    const distance = distanceOf(kept);
    const remark = distance > 1 ? text("some-epochs-kept", { distance }) : "";
    setText(this.remark, trained && !kept.length ? text("no-epochs-kept") : remark);
    this.showChosen();
  }

  showChosen(): void {
    const epoch = this.model.get("epoch");
    const step = stepOf(this.kept, epoch);
    this.slider.value = String(step);
    const words = this.wordsOf(epochOf(this.kept, step));
    setText(this.words, words);
    this.slider.setAttribute("aria-valuetext", words);
    const isFocused = document.activeElement === this.back;
    this.back.disabled = this.slider.disabled || step === this.kept.length;
    if (isFocused && this.back.disabled) this.slider.focus(); // or the keyboard's focus would be lost
  }

  private wordsOf(epoch: number | null): string {
    if (epoch === null) return text("present-weights");
    const batch = batchOf(this.kept, epoch);
    const accuracy = this.validations.find(([one]) => one === batch)?.[2] ?? 0; // each kept epoch was validated
    return text("epoch-replayed", { epoch, accuracy: percent(accuracy) });
  }

  private choose(epoch: number | null): void {
    save(this.model, "epoch", epoch);
    this.showChosen();
  }
}
