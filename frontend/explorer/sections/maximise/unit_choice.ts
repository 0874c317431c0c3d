/** Which unit is meant: a layer, then a channel and a place in its map, or one of its units. */

import { element, isLetter } from "../../../core/dom";
import { text } from "../../../core/text";
import type { Stage } from "../../stage";
import type { Unit } from "../../traits";

/** A layer whose units can be chosen. */
export interface ChoosableLayer {
  readonly name: string;
  readonly title: string;
  /** (row, column, channel) or (unit). */
  readonly shape: readonly number[];
  /** Of its units, if these are classes. */
  readonly classes: readonly string[] | null;
}

const WHOLE = "";

/** Returns the layers of a network that have units, the classes last. */
export function layersOf({ model }: Stage): readonly ChoosableLayer[] {
  const hidden = model.get("layers").filter(({ drawn, shape }) => drawn && (shape.length === 1 || shape.length === 3));
  const classes = model.get("classes");
  const output = { name: model.get("output"), title: text("maximise-classes"), shape: [classes.length], classes };
  return [...hidden.map(({ name, title, shape }) => ({ name, title, shape, classes: null })), output];
}

export class UnitChoice {
  readonly el = element("div", "mnistviz-maximise-choice");
  private readonly layer = new Choice("maximise-layer");
  private readonly unit = new Choice("maximise-unit");
  private readonly place = new Choice("maximise-place");
  private layers: readonly ChoosableLayer[] = [];

  constructor() {
    this.el.append(this.layer.el, this.unit.el, this.place.el);
    this.layer.select.addEventListener("change", () => this.fill(null));
  }

  /** Offers the layers of a network, and goes to a unit; a unit that is not there stands for the first class. */
  offer(layers: readonly ChoosableLayer[], wanted: Unit | null): void {
    this.layers = layers;
    this.layer.offer(layers.map(({ name, title }) => [name, title]));
    const isThere = layers.some(({ name }) => name === wanted?.layer);
    this.layer.select.value = isThere && wanted ? wanted.layer : (layers.at(-1)?.name ?? "");
    this.fill(isThere ? wanted : null);
  }

  /** The unit that is chosen. */
  get chosen(): Unit {
    const unit = Number(this.unit.select.value);
    const place = this.place.el.hidden ? WHOLE : this.place.select.value;
    const index = place === WHOLE ? [unit] : [...(JSON.parse(place) as number[]), unit];
    return { layer: this.layer.select.value, index };
  }

  /** Offers the units of the chosen layer. */
  private fill(wanted: Unit | null): void {
    const layer = this.layers.find(({ name }) => name === this.layer.select.value);
    if (!layer) return;
    const { shape, classes } = layer;
    const [rows = 1, columns = 1] = shape;
    const isMap = shape.length === 3;
    this.unit.rename(isMap ? "maximise-channel" : classes ? "maximise-class" : "maximise-unit");
    const units = Array.from({ length: shape.at(-1) ?? 0 }, (_, i) => [String(i), classes?.[i] ?? String(i)] as const);
    this.unit.offer(units);
    this.unit.select.value = String(wanted?.index.at(-1) ?? 0);
    this.place.el.hidden = !isMap;
    if (!isMap) return;
    const middle = [Math.floor(rows / 2), Math.floor(columns / 2)];
    const own = wanted?.index.length === 3 ? wanted.index.slice(0, 2) : null;
    const places = own && String(own) !== String(middle) ? [own, middle] : [middle];
    const named = places.map(([row = 0, column = 0]) => {
      const words = text("maximise-one-place", { row: String(row), column: String(column) });
      return [JSON.stringify([row, column]), words] as const;
    });
    this.place.offer([...named, [WHOLE, text("maximise-whole-map")]]);
    this.place.select.value = wanted && !own ? WHOLE : JSON.stringify(own ?? middle);
  }
}

/** A list to choose from, with its name. */
export class Choice {
  readonly el: HTMLLabelElement;
  readonly select = element("select");
  private readonly name = element("span");

  /** @param key of its name */
  constructor(key: string) {
    this.rename(key);
    this.el = element("label", "mnistviz-maximise-option", [this.name, this.select]);
    this.select.addEventListener("keydown", (event) => {
      if (event.key.startsWith("Arrow") || isLetter(event)) event.stopPropagation(); // or they would be the notebook's
    });
  }

  rename(key: string): void {
    this.name.textContent = text(key);
    this.select.setAttribute("aria-label", text(key)); // or the options would be part of its name
  }

  offer(options: readonly (readonly [value: string, name: string])[]): void {
    this.select.replaceChildren(
      ...options.map(([value, name]) => Object.assign(element("option", "", [name]), { value })),
    );
  }
}
