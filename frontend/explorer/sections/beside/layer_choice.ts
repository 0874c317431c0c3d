/** The compared layers, each with a bar that says by how much of its values it differs. One of them is shown. */

import { element, isLetter, setText } from "../../../core/dom";
import { text } from "../../../core/text";

export interface LayerShare {
  readonly name: string;
  /** The name, or both names if the networks call it otherwise. */
  readonly title: string;
  /** The difference as a share of the values: 0 the same, 2 the most there is. */
  readonly relative: number;
}

export class LayerChoice {
  readonly el = element("div", "mnistviz-compared-layers");
  private rows: readonly Row[] = [];
  private readonly group = Math.random().toString(36).slice(2); // radio buttons of other explorers have other names

  /** @param choose hears of the layer that the user wants to see */
  constructor(private readonly choose: (name: string) => void) {
    this.el.setAttribute("role", "radiogroup");
    this.el.setAttribute("aria-label", text("beside-layers"));
    this.el.addEventListener("keydown", (event) => {
      if (event.key.startsWith("Arrow") || isLetter(event)) event.stopPropagation(); // or they would be the notebook's
    });
  }

  /**
   * @param most the layer that differs most
   * @param shown the layer that is shown
   */
  show(layers: readonly LayerShare[], most: string | null, shown: string | null): void {
    if (layers.map(({ name }) => name).join("\n") !== this.rows.map(({ name }) => name).join("\n")) {
      this.rows = layers.map(({ name, title }) => new Row(this.group, name, title, () => this.choose(name)));
      this.el.replaceChildren(...this.rows.map(({ el }) => el));
    }
    const largest = Math.max(...layers.map(({ relative }) => relative), 0);
    this.rows.forEach((row, i) => {
      const relative = layers[i]?.relative ?? 0;
      row.show(relative, largest ? relative / largest : 0, row.name === most, row.name === shown);
    });
  }
}

class Row {
  readonly el: HTMLLabelElement;
  private readonly radio = element("input");
  private readonly fill = element("span", "mnistviz-fill");
  private readonly share = element("span", "mnistviz-number");

  constructor(
    group: string,
    readonly name: string,
    title: string,
    onChoose: () => void,
  ) {
    Object.assign(this.radio, { type: "radio", name: group, value: name });
    this.radio.addEventListener("change", onChoose);
    const track = element("span", "mnistviz-track", [this.fill]);
    const label = element("span", "mnistviz-compared-name", [title]);
    label.title = title;
    this.el = element("label", "mnistviz-compared-layer", [this.radio, label, track, this.share]);
    this.el.dataset.compared = name;
  }

  /** @param length of the bar, of 1 */
  show(relative: number, length: number, isMost: boolean, isShown: boolean): void {
    setText(this.share, text("beside-share", { share: String(Math.round(100 * relative)) }));
    this.fill.style.transform = `scaleX(${length})`;
    this.el.classList.toggle("mnistviz-winner", isMost);
    if (this.radio.checked !== isShown) this.radio.checked = isShown;
  }
}
