/** The first weights and maps of a network in training, with a readout of the value under the cursor. */

import type { Arrays } from "../core/codec";
import { element, setText, showReading } from "../core/dom";
import { rangeText } from "../core/numbers";
import { Enlargement } from "../core/strip/enlargement";
import { type Layer, Strip } from "../core/strip/strip";
import { text } from "../core/text";
import { ThemedTable } from "../core/themed_table";
import type { TrainerModel, Update } from "./traits";

const NARROW = 560; // CSS pixels: below it, fewer maps are in a row, so that one can see what is in them
const FEW = 8;

export class Strips {
  readonly el: HTMLElement;
  private readonly readout = element("div", "mnistviz-readout");
  private readonly enlargement: Enlargement;
  private pointed: Strip | null = null;
  private readonly strips: readonly { readonly strip: Strip; readonly range: HTMLElement }[];
  private readonly tables: { readonly signed: ThemedTable; readonly unsigned: ThemedTable };

  constructor(model: TrainerModel) {
    const { signed, unsigned } = model.get("palettes");
    this.tables = { signed: new ThemedTable(signed, true), unsigned: new ThemedTable(unsigned, false) };
    this.enlargement = new Enlargement((strip, isLoud) => this.read(strip, isLoud));
    const parts = model.get("strips").map((layer) => this.build(layer));
    this.strips = parts;
    const remark = model.get("remark");
    const remarks = remark ? [element("div", "mnistviz-remark", [remark])] : [];
    const strips = parts.map(({ el }) => el);
    this.el = element("div", "mnistviz-layers", [this.readout, ...remarks, ...strips, this.enlargement.el]);
    this.readout.hidden = !strips.length;
    this.read(null, false);
  }

  paint(strips: Update["strips"], arrays: Arrays): void {
    for (const [i, { strip }] of this.strips.entries()) {
      const range = strips[i];
      if (!range) continue;
      const codes = arrays.uint8(strip.layer.name).data.slice(); // a copy, since the message's memory is not kept
      strip.show(codes, range, this.colours(strip));
      this.enlargement.refresh(strip);
    }
    for (const [i, { range }] of this.strips.entries()) {
      const { low, high } = strips[i] ?? { low: [0], high: [0] };
      setText(range, rangeText(low, high));
    }
    if (this.pointed) this.read(this.pointed, false); // what it tells has changed
  }

  resize(): void {
    const width = this.el.clientWidth;
    const most = width < NARROW ? FEW : undefined;
    if (width) for (const { strip } of this.strips) strip.resize(width, 0, most);
  }

  /** Takes the colours of the present theme. */
  recolour(): void {
    for (const { strip } of this.strips) {
      strip.recolour(this.colours(strip));
      this.enlargement.refresh(strip);
    }
  }

  private colours({ layer }: Strip): Uint32Array {
    return this.tables[layer.signed ? "signed" : "unsigned"].colours;
  }

  private build(layer: Layer): { strip: Strip; range: HTMLElement; el: HTMLElement } {
    const strip = new Strip(layer, {
      point: (which, isLoud) => this.read(which, isLoud),
      choose: (which, place) => this.enlargement.toggle(which, place),
    });
    strip.canvas.setAttribute("aria-label", text("trainer-layer-keys", { layer: layer.title }));
    const range = element("span", "mnistviz-range");
    const title = element("div", "mnistviz-strip-title", [element("span", "", [layer.title]), range]);
    return { strip, range, el: element("div", "mnistviz-layer", [title, strip.canvas]) };
  }

  private read(strip: Strip | null, isLoud: boolean): void {
    this.pointed = strip;
    showReading(this.readout, strip?.codes ? strip.read() : text("point-to-read-or-enlarge"), isLoud);
  }
}
