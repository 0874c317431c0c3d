/** What is searched: the kind of change, and the class that is to be read. */

import { element } from "../../../core/dom";
import { save } from "../../../core/model";
import { text } from "../../../core/text";
import type { Stage } from "../../stage";

const KINDS = ["add", "remove", "noise"] as const;

export class Choices {
  readonly el: HTMLElement;
  private readonly kind = element("select");
  private readonly target = element("select");

  /** @param others stand beside the choices */
  constructor(
    private readonly stage: Stage,
    others: readonly HTMLElement[],
  ) {
    const { model } = stage;
    this.kind.append(...KINDS.map((kind) => option(kind, text("change-kind-of", { kind }))));
    const classes = model.get("classes").map((name, number) => option(String(number), name));
    this.target.append(option("", text("change-runner-up")), ...classes);
    this.kind.addEventListener("change", () => save(model, "change_kind", KINDS[this.kind.selectedIndex] ?? "add"));
    this.target.addEventListener("change", () => {
      const { value } = this.target;
      save(model, "change_target", value === "" ? null : Number(value));
    });
    this.el = element("div", "mnistviz-change-choices", [
      element("label", "", [text("change-kind"), this.kind]),
      element("label", "", [text("change-target"), this.target]),
      ...others,
    ]);
    stage.listen(["change:change_kind", "change:change_target"], () => this.show());
    this.show();
  }

  private show(): void {
    const { model } = this.stage;
    this.kind.value = model.get("change_kind");
    this.target.value = String(model.get("change_target") ?? "");
  }
}

function option(value: string, label: string): HTMLOptionElement {
  const made = element("option", "", [label]);
  made.value = value;
  return made;
}
