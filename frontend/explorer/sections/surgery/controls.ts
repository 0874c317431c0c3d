/** What is changed, and how: the choice of a filter or unit, its buttons and weights, and the list of edits. */

import { button, element, fillUp, setText } from "../../../core/dom";
import { text } from "../../../core/text";
import { unitOf, wordsOf } from "../../../network/edit_words";
import { type Edits, wayFrom } from "../../../network/edits";
import type { Network } from "../../../network/network";
import type { Unit } from "../../traits";
import { PlaceField } from "./number_field";
import { type FormListener, WeightsForm } from "./weights_form";

export interface ControlsListener extends FormListener {
  undo(): void;
  restore(): void;
  /** Another layer is chosen. */
  choose(layer: string): void;
}

export class Controls {
  readonly el: HTMLElement;
  readonly weights: WeightsForm;
  private readonly layers = element("select", "mnistviz-entry");
  private readonly unit: PlaceField;
  private readonly unitName = element("span");
  private readonly silence: HTMLButtonElement;
  private readonly shuffle: HTMLButtonElement;
  private readonly undo: HTMLButtonElement;
  private readonly restore: HTMLButtonElement;
  private readonly edits = element("ol", "mnistviz-edits");
  private readonly nothing = element("div", "mnistviz-caption", [text("surgery-nothing-changed")]);
  private index = 0;
  private made: Edits = [];
  private network: Network | null = null;
  private colours: Uint32Array = new Uint32Array();

  constructor(private readonly listener: ControlsListener) {
    this.unit = new PlaceField("", (index) => this.choose(this.layer, index), listener);
    this.weights = new WeightsForm(listener);
    this.layers.addEventListener("change", () => this.choose(this.layer, 0));
    this.silence = button(text("surgery-silence"), () =>
      this.listener.change({ do: "silence", layer: this.layer, index: this.index }),
    );
    this.shuffle = button("", () => this.listener.change({ do: "shuffle", layer: this.layer, seed: this.shuffles }));
    this.undo = button(text("surgery-undo"), () => this.listener.undo());
    this.restore = button(text("surgery-restore"), () => this.listener.restore());
    this.layers.setAttribute("aria-label", text("surgery-layer"));
    this.edits.setAttribute("aria-label", text("surgery-edits"));
    const choice = element("div", "mnistviz-fields", [
      element("label", "", [text("surgery-layer"), this.layers]),
      element("label", "", [this.unitName, this.unit.input]),
      this.silence,
      this.shuffle,
    ]);
    const history = element("div", "mnistviz-edit-list", [
      this.nothing,
      this.edits,
      element("div", "mnistviz-fields", [this.undo, this.restore]),
    ]);
    this.el = element("div", "mnistviz-surgery-controls", [choice, this.weights.el, history]);
  }

  /** The chosen layer; empty before there is a network. */
  get layer(): string {
    return this.layers.value;
  }

  /** @param colours of values of both signs */
  show(network: Network, original: Network, edits: Edits, colours: Uint32Array): void {
    [this.network, this.made, this.colours] = [network, edits, colours];
    const names = network.layers.map(({ name }) => name).filter((name) => network.weightsOf(name));
    if (String(names) !== String([...this.layers.options].map(({ value }) => value))) {
      const options = names.map((name) => Object.assign(element("option", "", [name]), { value: name }));
      this.layers.replaceChildren(...options);
      this.index = 0;
    }
    this.paint();
    this.listener.choose(this.layer);
    const words = edits.map((edit) => wordsOf(edit, original));
    fillUp(this.edits, words.length, () => element("li"));
    words.forEach((line, i) => void setText(this.edits.children[i] as Element, line));
    this.nothing.hidden = words.length > 0;
    this.edits.hidden = this.undo.disabled = this.restore.disabled = !words.length;
  }

  /** Chooses the filter or unit in which a value lies: one of a convolution or dense layer, or of a layer after it. */
  follow({ layer, index }: Unit): void {
    const { network } = this;
    const found = [...this.layers.options].find(({ value }) => network && wayFrom(network, value).includes(layer));
    const count = found && network?.weightsOf(found.value)?.bias.data.length;
    if (found && count) this.choose(found.value, (index.at(-1) ?? 0) % count);
  }

  private choose(layer: string, index: number): void {
    this.layers.value = layer;
    this.index = index;
    this.unit.forget();
    this.listener.refuse("");
    this.paint();
    this.listener.choose(this.layer);
  }

  private paint(): void {
    const { network, layer } = this;
    const weights = network?.weightsOf(layer);
    if (!network || !weights) return;
    const name = text("surgery-unit", { kind: weights.kernel.shape.length === 2 ? "unit" : "filter" });
    setText(this.unitName, name);
    this.unit.count(name, weights.bias.data.length);
    this.unit.show(String(this.index));
    this.silence.setAttribute(
      "aria-label",
      text("surgery-silence-aloud", { unit: unitOf(network, layer, this.index) }),
    );
    setText(this.shuffle, text("surgery-shuffle", { layer }));
    this.weights.show(network, layer, this.index, this.colours);
  }

  /** How often the layer was shuffled: shuffled again, the weights get another order. */
  private get shuffles(): number {
    return this.made.filter((edit) => edit.do === "shuffle" && edit.layer === this.layer).length;
  }
}
