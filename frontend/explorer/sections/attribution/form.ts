/** The question: why which class, rather than which other one, by which method. Each choice is a setting of the explorer. */

import { element, isLetter } from "../../../core/dom";
import { save } from "../../../core/model";
import { text } from "../../../core/text";
import { METHODS } from "../../../explain/attribution/methods";
import type { Stage } from "../../stage";
import { NO_OTHER, PREDICTION, RUNNER_UP, runnerUp } from "./wish";

type Setting = "attribution_target" | "attribution_other" | "attribution_method";

export class Form {
  readonly el = element("div", "mnistviz-attribution-form");
  private readonly target: HTMLSelectElement;
  private readonly other: HTMLSelectElement;

  constructor(private readonly stage: Stage) {
    const classes = stage.model.get("classes").map((name, which) => option(String(which), name));
    this.target = this.choice("attribution-class", "attribution_target", [
      option(String(PREDICTION), text("attribution-predicted", { label: "none" })),
      ...classes,
    ]);
    this.other = this.choice("attribution-other", "attribution_other", [
      option(String(NO_OTHER), text("attribution-no-other")),
      option(String(RUNNER_UP), text("attribution-runner-up", { label: "none" })),
      ...classes.map((one) => one.cloneNode(true) as HTMLOptionElement),
    ]);
    const methods = Object.keys(METHODS).map((method) => option(method, text("attribution-method-name", { method })));
    this.choice("attribution-method", "attribution_method", methods);
  }

  /** Names the prediction and the runner-up, as the network has them at the moment. */
  show(prediction: number | null, probabilities: ArrayLike<number>): void {
    const { model } = this.stage;
    const name = (which: number | null): string =>
      which === null ? "none" : (model.get("classes")[which] ?? String(which));
    const chosen = model.get("attribution_target");
    const asked = chosen in model.get("classes") ? chosen : prediction;
    const other = asked === null || prediction === null ? null : runnerUp(probabilities, asked);
    rename(this.target, PREDICTION, text("attribution-predicted", { label: name(prediction) }));
    rename(this.other, RUNNER_UP, text("attribution-runner-up", { label: name(other) }));
    for (const { value, disabled } of this.other.options) {
      if (disabled !== (Number(value) === asked)) this.forbid(value, !disabled);
    }
  }

  private forbid(value: string, isForbidden: boolean): void {
    for (const one of this.other.options) if (one.value === value) one.disabled = isForbidden;
  }

  private choice(label: string, setting: Setting, options: readonly HTMLOptionElement[]): HTMLSelectElement {
    const { model } = this.stage;
    const select = element("select", "", options);
    select.dataset.setting = setting;
    const show = (): void => {
      select.value = String(model.get(setting));
      if (select.selectedIndex < 0) select.selectedIndex = 0; // a class that the network has no more
    };
    select.addEventListener("change", () => {
      save(model, setting, setting === "attribution_method" ? select.value : Number(select.value));
    });
    select.addEventListener("keydown", (event) => {
      if (event.key.startsWith("Arrow") || isLetter(event)) event.stopPropagation(); // or they would be the notebook's
    });
    this.stage.listen([`change:${setting}`], show);
    show();
    this.el.append(element("label", "", [element("span", "", [text(label)]), select]));
    return select;
  }
}

function option(value: string, name: string): HTMLOptionElement {
  const made = element("option", "", [name]);
  made.value = value;
  return made;
}

function rename(select: HTMLSelectElement, value: number, name: string): void {
  for (const one of select.options) if (one.value === String(value) && one.text !== name) one.text = name;
}
