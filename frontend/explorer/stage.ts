/** What the sections of one explorer share: the places on the page, the strips of the layers, and the colours. */

import { element, showReading } from "../core/dom";
import { PictureStrip } from "../core/strip/picture_strip";
import { Strip } from "../core/strip/strip";
import { text } from "../core/text";
import { ThemedTable } from "../core/themed_table";
import type { Scene } from "../ink/scene";
import type { Panel } from "./panel";
import type { PenEvent } from "./paper";
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

/** What the page does for its sections. */
export interface Live {
  /** Calls an action when traits change (`change:NAME`), until the page is closed. */
  listen(names: readonly string[], action: () => void): void;
  /** Runs an action; what goes wrong in it is reported. */
  guarded(action: () => void): void;
  /** Does to the paper what the user wants. */
  act(event: PenEvent): void;
  /** Tells the notebook kernel what the user wants; it hears first what the pen has done before. */
  send(content: Readonly<Record<string, unknown>>, bytes?: ArrayBuffer): void;
  /** Returns what is on the paper, also what the notebook kernel has not heard of. */
  paper(): Scene;
  /** Fits everything to the width of the page; also what had no size while it was hidden. */
  resize(): void;
}

export class Stage {
  /** The strips of all layers by name. */
  readonly strips = new Map<string, Strip>();
  /** The kernels of convolutions, by the layer's name. */
  readonly kernels = new Map<string, Strip>();
  /** The folding element of each layer. */
  readonly folds = new Map<string, HTMLDetailsElement>();
  /** What the network sees, as it was painted last. */
  digit: Strip;
  /** The element around the canvas on which the pen draws. */
  readonly pad: HTMLElement;
  /** Where sections put what belongs to the drawing. */
  readonly underPad: HTMLElement;
  readonly readout = element("div", "mnistviz-readout");
  /** A bar above the layers: readout and choices. */
  readonly tools = element("div", "mnistviz-tools", [this.readout]);
  /** Where sections put themselves, below one another. */
  readonly layers = element("div", "mnistviz-layers", [this.tools]);
  /** Below the layers: where questions about the whole answer are put, as sections that unfold. */
  readonly questions = element("div", "mnistviz-questions");
  /** Says whose weights are shown. */
  readonly note = element("div", "mnistviz-note");
  /** Where values are explained: its height stays, whatever it shows. */
  readonly dock = element("div", "mnistviz-dock");
  /** Holds the input, the answer and the layers. */
  readonly flow = element("div", "mnistviz-flow");
  inspector: Inspector | null = null;
  readonly listen: Live["listen"];
  readonly guarded: Live["guarded"];
  readonly act: Live["act"];
  readonly send: Live["send"];
  readonly paper: Live["paper"];
  readonly resize: Live["resize"];
  private readonly digits = new Map<string, Strip>(); // by shape
  private readonly tables: ReadonlyMap<string, ThemedTable>;
  private pointed: Strip | null = null;

  constructor(
    readonly model: Omit<ExplorerModel, "send">,
    panel: Pick<Panel, "pad" | "underPad">,
    live: Live,
  ) {
    this.pad = panel.pad.el;
    this.underPad = panel.underPad;
    this.listen = live.listen;
    this.guarded = live.guarded;
    this.act = live.act;
    this.send = live.send;
    this.paper = live.paper;
    this.resize = live.resize;
    const palettes = Object.entries(model.get("palettes"));
    const diverging = model.get("diverging");
    this.tables = new Map(palettes.map(([name, bytes]) => [name, new ThemedTable(bytes, name === diverging)]));
    this.digit = this.digitOf(model.get("digit").shape);
    const showNote = (): void => this.note.replaceChildren(model.get("note"));
    live.listen(["change:note"], showNote);
    showNote();
    this.point(null, false);
  }

  /** Takes the strip that shows what has this shape: (rows, columns) of ink, or (rows, columns, channels) of another picture. */
  showDigitOf(shape: readonly number[]): void {
    const former = this.digit;
    this.digit = this.digitOf(shape);
    if (former === this.digit || this.pointed !== former) return;
    former.cursor = null; // nobody can point at it any more
    this.point(null, false);
  }

  private digitOf(shape: readonly number[]): Strip {
    const key = String(shape);
    const made = this.digits.get(key) ?? this.makeDigit(shape);
    this.digits.set(key, made);
    return made;
  }

  private makeDigit([rows = 1, columns = 1, channels]: readonly number[]): Strip {
    const layer = this.model.get("digit");
    const listener = { point: this.point };
    const strip = channels
      ? new PictureStrip(layer.name, [rows, columns, channels], listener)
      : new Strip({ ...layer, shape: [rows, columns] }, listener);
    const title = channels ? text("given-title") : layer.title;
    strip.canvas.setAttribute("aria-label", text("digit-keys", { digit: title }));
    strip.canvas.classList.toggle("mnistviz-paper", !channels);
    return strip;
  }

  /** Shows what a strip tells of its values; by the keyboard (loud) it is spoken, too. */
  readonly point = (strip: Strip | null, loud: boolean): void => {
    this.pointed = strip;
    showReading(this.readout, strip?.codes ? strip.read() : text("point-to-explain"), loud);
    if (loud && strip?.cursor) this.inspector?.follow(strip);
  };

  /** Reads again what is read of a strip: its exact numbers have come. */
  readAgain(): void {
    if (this.pointed) this.point(this.pointed, false);
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
