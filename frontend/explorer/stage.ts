/** What the sections of one explorer share: the places on the page, the strips of the layers, and the colours. */

import { element, setText } from "../core/dom";
import { Strip } from "../core/strip/strip";
import { text } from "../core/text";
import { ThemedTable } from "../core/themed_table";
import type { ExplorerModel } from "./traits";

/** Explains values; the section of the microscope, if it is in the list. */
export interface Inspector {
  /** Explains a value; the same one a second time closes the explanation. */
  choose(layer: string, index: readonly number[]): void;
  /** The keyboard's cursor has moved on a strip. */
  follow(strip: Strip): void;
  /** Takes the explanation away. */
  dismiss(): void;
}

export class Stage {
  /** The strips of all layers by name. */
  readonly strips = new Map<string, Strip>();
  /** The kernels of convolutions, by the layer's name. */
  readonly kernels = new Map<string, Strip>();
  /** The folding element of each layer. */
  readonly folds = new Map<string, HTMLDetailsElement>();
  readonly digit: Strip;
  /** The element around the canvas on which the pen draws. */
  readonly pad: HTMLElement;
  readonly readout = element("div", "mnistviz-readout");
  /** A bar above the layers: readout and choices. */
  readonly tools = element("div", "mnistviz-tools", [this.readout]);
  /** Where sections put themselves, below one another. */
  readonly layers = element("div", "mnistviz-layers", [this.tools]);
  /** Where values are explained: its height stays, whatever it shows. */
  readonly dock = element("div", "mnistviz-dock");
  /** Holds the input, the answer and the layers. */
  readonly flow = element("div", "mnistviz-flow");
  inspector: Inspector | null = null;
  private readonly tables: ReadonlyMap<string, ThemedTable>;
  private pointed: Strip | null = null;

  constructor(
    readonly model: ExplorerModel,
    pad: HTMLElement,
    /** Calls an action when traits change (`change:NAME`), until the page is closed. */
    readonly listen: (names: readonly string[], action: () => void) => void,
  ) {
    this.pad = pad;
    const palettes = Object.entries(model.get("palettes"));
    const diverging = model.get("diverging");
    this.tables = new Map(palettes.map(([name, bytes]) => [name, new ThemedTable(bytes, name === diverging)]));
    this.digit = new Strip(model.get("digit"), { point: this.point });
    this.digit.canvas.setAttribute("aria-label", text("digit-keys", { digit: model.get("digit").title }));
    this.digit.canvas.classList.add("mnistviz-paper");
    this.point(null, false);
  }

  /** Shows the value under the cursor of a strip; by the keyboard (loud) it is spoken, too. */
  readonly point = (strip: Strip | null, loud: boolean): void => {
    this.pointed = strip;
    this.readout.setAttribute("aria-live", loud ? "polite" : "off");
    setText(this.readout, strip?.codes ? strip.read() : text("point-to-explain"));
    if (loud && strip?.cursor) this.inspector?.follow(strip);
  };

  /** Reads the value under the cursor again: its exact number has come. */
  readAgain(): void {
    if (this.pointed?.cursor) this.point(this.pointed, false);
  }

  /** Returns the colours in use for values that can or cannot be negative. */
  colours(isSigned: boolean): Uint32Array {
    const table = this.tables.get(this.model.get(isSigned ? "diverging" : "sequential"));
    if (!table) throw new Error(text("colours-missing"));
    return table.colours;
  }

  /** Returns the strip of a layer, or of the digit. */
  strip(name: string): Strip | undefined {
    return name === this.digit.layer.name ? this.digit : this.strips.get(name);
  }
}
