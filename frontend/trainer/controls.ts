/** Choices and buttons of a training. */

import { button, element, setText } from "../core/dom";
import { save } from "../core/model";
import { grouped } from "../core/numbers";
import { text } from "../core/text";
import { BUTTON_NAMES, type ButtonName, isAtWork, isContinuing, isPressable, isVisible } from "./states";
import type { Choices, Option, State, TrainerModel } from "./traits";

const LABELS: Readonly<Record<ButtonName, string>> = {
  start: "start-training",
  pause: "pause-training",
  resume: "resume-training",
  stop: "stop-training",
  reset: "reset-training",
};
const OPTIONS: Readonly<Record<Option, string>> = {
  learning_rate: "trainer-learning-rate",
  batch_size: "trainer-batch-size",
  digits: "training-digits",
  epochs: "trainer-epochs",
};

export class Controls {
  readonly el: HTMLElement;
  private readonly buttons: ReadonlyMap<ButtonName, HTMLButtonElement>;
  private readonly selects: ReadonlyMap<Option, HTMLSelectElement>;
  private readonly augment = element("input");
  /** The state of the training in words. */
  readonly state = element("b", "mnistviz-state");

  constructor(private readonly model: TrainerModel) {
    this.buttons = new Map(BUTTON_NAMES.map((name) => [name, this.button(name)]));
    this.selects = new Map((Object.keys(OPTIONS) as Option[]).map((name) => [name, this.select(name)]));
    this.augment.type = "checkbox";
    this.augment.addEventListener("change", () => this.choose("augment", this.augment.checked));
    const subject = model.get("subject");
    const labels = [...this.selects].map(([name, select]) =>
      element("label", "", [text(OPTIONS[name], { subject }), select]),
    );
    if (subject === "digits") labels.push(element("label", "", [this.augment, text("trainer-augmentation")]));
    const buttons = element("div", "mnistviz-actions", [...this.buttons.values()]);
    const optimizer = model.get("optimizer");
    const notes = [
      ...(optimizer ? [text("trained-as-compiled", { optimizer })] : []),
      ...(subject === "digits" ? [] : [text("no-augmentation")]),
    ].map((words) => element("div", "mnistviz-compiled", [words]));
    this.el = element("div", "mnistviz-controls", [element("div", "mnistviz-choices", labels), buttons, ...notes]);
    this.el.dataset.lmSuppressShortcuts = "true"; // or Enter on a button would go to the notebook
    this.showChoices();
  }

  /** Shows what can be done in a state, after `trained` batches. */
  showState(state: State, trained: number): void {
    const focused = [...this.buttons.values()].find((one) => one === document.activeElement);
    for (const [name, one] of this.buttons) {
      one.disabled = !isPressable(name, state);
      one.hidden = !isVisible(name, state);
    }
    const start = this.buttons.get("start");
    if (start) setText(start, text(isContinuing(state, trained) ? "continue-training" : "start-training"));
    if (focused?.disabled || focused?.hidden) this.focusAnother(); // or the keyboard's focus would be lost
    for (const control of [...this.selects.values(), this.augment]) control.disabled = isAtWork(state);
    setText(this.state, text("training-state", { state }));
  }

  showChoices(): void {
    const choices = this.model.get("choices");
    const options = this.model.get("options");
    for (const [name, select] of this.selects) {
      const chosen = choices[name];
      const offered = options[name];
      const values = offered.includes(chosen) ? offered : [chosen, ...offered]; // code may have chosen another one
      select.replaceChildren(...values.map(optionOf));
      select.value = JSON.stringify(chosen);
    }
    this.augment.checked = choices.augment;
  }

  private focusAnother(): void {
    [...this.buttons.values()].find((one) => !one.disabled && !one.hidden)?.focus();
  }

  private button(name: ButtonName): HTMLButtonElement {
    const made = button(text(LABELS[name]), () => this.model.send({ kind: "press", button: name }));
    made.disabled = true; // until an update tells the state
    return made;
  }

  private select(name: Option): HTMLSelectElement {
    const made = element("select");
    made.addEventListener("change", () => this.choose(name, JSON.parse(made.value) as Choices[Option]));
    return made;
  }

  private choose<Name extends keyof Choices>(name: Name, value: Choices[Name]): void {
    save(this.model, "choices", { ...this.model.get("choices"), [name]: value });
  }
}

function optionOf(value: number | string | null): HTMLOptionElement {
  const words = value === null ? text("own-learning-rate") : text("all-digits");
  const label = typeof value === "number" ? grouped(value) : words;
  return Object.assign(element("option", "", [label]), { value: JSON.stringify(value) });
}
