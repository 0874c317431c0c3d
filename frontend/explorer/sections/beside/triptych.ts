/** One layer three times: as the first and the second have it, on one range, and their difference on a symmetric one. */

import { encodeLayer } from "../../../core/colours";
import { element, setText } from "../../../core/dom";
import { rangeText } from "../../../core/numbers";
import { FEW_UNITS, fitted, sizesOf } from "../../../core/strip/geometry";
import { type Range, Strip } from "../../../core/strip/strip";
import { text } from "../../../core/text";
import type { Stage } from "../../stage";

export interface ShownLayer {
  readonly name: string;
  readonly title: string;
  readonly shape: readonly number[];
  /** The values of one of both can be negative. */
  readonly signed: boolean;
}

const HEIGHT = 124; // CSS pixels of the maps, at most
const UNIT_HEIGHT = 14; // CSS pixels
const UNITS_ACROSS = 32;
const NUMBER_HEIGHT = 24; // of a unit that is written out
const NUMBERS_ACROSS = 5;

export class Triptych {
  readonly el = element("div", "mnistviz-triptych");
  private panels: readonly Panel[] = [];
  private shown = ""; // the layer that the panels are made for

  constructor(private readonly stage: Stage) {}

  /** Shows a layer; null: there is none. `both` has the values of the first, then those of the second. */
  show(layer: ShownLayer | null, both: Float32Array | null): void {
    this.el.hidden = !layer;
    if (!layer || !both) return;
    if (this.shown !== JSON.stringify(layer)) this.make(layer);
    const count = both.length / 2;
    const [first, second] = [both.slice(0, count), both.slice(count)];
    const difference = second.map((value, i) => value - (first[i] ?? 0));
    // Encoded together, so that both have one range.
    const { codes, ...range } = encodeLayer(both, null, layer.signed, "layer");
    const apart = encodeLayer(difference, null, true, "layer");
    const [one, other, last] = this.panels;
    one?.show(codes.slice(0, count), range, first, this.stage.colours(layer.signed));
    other?.show(codes.slice(count), range, second, this.stage.colours(layer.signed));
    last?.show(apart.codes, apart, difference, this.stage.colours(true));
  }

  recolour(): void {
    for (const { strip } of this.panels) strip.recolour(this.stage.colours(strip.layer.signed));
  }

  resize(): void {
    for (const panel of this.panels) panel.resize();
  }

  private make(layer: ShownLayer): void {
    this.shown = JSON.stringify(layer);
    const names = [text("beside-first"), text("beside-second"), text("beside-difference")];
    this.panels = names.map((which, i) => {
      const name = text("beside-layer-of", { layer: layer.title, which });
      const strip = new Strip(
        { ...layer, name, title: name, signed: layer.signed || i === 2 },
        { point: this.stage.point },
      );
      strip.canvas.setAttribute("aria-label", text("digit-keys", { digit: name }));
      return new Panel(which, strip);
    });
    this.el.replaceChildren(...this.panels.map(({ el }) => el));
    this.resize();
  }
}

class Panel {
  readonly el: HTMLElement;
  private readonly range = element("span", "mnistviz-range");

  constructor(
    which: string,
    readonly strip: Strip,
  ) {
    const title = element("div", "mnistviz-triptych-title", [which, this.range]);
    this.el = element("div", "mnistviz-triptych-panel", [title, strip.canvas]);
  }

  show(codes: Uint8Array, { low, high }: Range, values: Float32Array, table: Uint32Array): void {
    this.strip.show(codes, { low, high }, table);
    this.strip.values = values;
    setText(this.range, rangeText(low, high));
  }

  resize(): void {
    const { strip } = this;
    const width = this.el.clientWidth;
    if (!width) return; // not laid out yet, or folded
    const sizes = sizesOf(strip.layer.shape);
    if (sizes.isMaps) {
      const { across, pitch } = fitted(sizes, width, HEIGHT);
      strip.resize(across * pitch, 0, across);
    } else if (sizes.channels <= FEW_UNITS) strip.resize(width, NUMBER_HEIGHT, NUMBERS_ACROSS);
    else strip.resize(width, UNIT_HEIGHT, UNITS_ACROSS);
  }
}
