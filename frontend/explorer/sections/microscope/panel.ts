/** The panel of the microscope: title, tools, the map and the digit enlarged, and room for the arithmetic. */

import { announcer, button, element, isLetter, setText } from "../../../core/dom";
import { Strip } from "../../../core/strip/strip";
import { text } from "../../../core/text";
import { type Inspection, isExplained } from "../../../explain/inspection";
import type { Stage } from "../../stage";
import { indexOf } from "../../unit";
import type { Arithmetic } from "./arithmetic";

const MAP_SIDE = 104; // CSS pixels of the enlarged map, at most

interface PanelListener {
  choose(layer: string, index: readonly number[]): void;
  trace(): void;
  close(): void;
}

export class Panel {
  readonly el: HTMLElement;
  private readonly title = element("div", "mnistviz-microscope-title");
  private readonly trace: HTMLButtonElement;
  private readonly sees = element("div", "mnistviz-sees");
  private readonly enlarged = element("figure", "mnistviz-large");
  private readonly spoken = announcer("mnistviz-said", "polite");
  private source: Strip | null = null; // the strip of the unit's layer
  private map: Strip | null = null; // one of its maps, enlarged

  constructor(
    private readonly stage: Stage,
    slide: HTMLElement,
    { chips, words, tables }: Arithmetic,
    stops: HTMLElement,
    private readonly listener: PanelListener,
  ) {
    this.trace = button(text("trace"), () => listener.trace(), text("trace-to-pixels"));
    this.trace.title = text("trace-to-pixels");
    const close = button("\u00d7", () => listener.close(), text("close-microscope"));
    const tools = element("div", "mnistviz-microscope-tools", [slide, this.trace, close]);
    const head = element("div", "mnistviz-microscope-head", [this.title, tools]);
    words.append(this.sees);
    const body = element("div", "mnistviz-microscope-body", [this.enlarged, words, tables]);
    this.el = element("section", "mnistviz-microscope", [head, body, chips.el, stops, this.spoken]);
    this.title.setAttribute("role", "heading"); // one by role has no look of the notebook's
    this.title.setAttribute("aria-level", "2");
    this.el.setAttribute("role", "region");
    this.el.addEventListener("keydown", (event) => this.key(event));
  }

  get hasFocus(): boolean {
    return this.el.contains(document.activeElement);
  }

  showTracing(isTracing: boolean): void {
    this.trace.setAttribute("aria-pressed", String(isTracing));
  }

  /** Goes into the dock, which follows the layer in the order of the keyboard, and has its place on the screen. */
  place(layer: string): void {
    const { dock, folds, tools } = this.stage;
    (folds.get(layer) ?? tools).after(dock);
    dock.append(this.el);
    this.source = this.map = null;
  }

  hide(): void {
    this.el.remove();
    this.source = this.map = null;
  }

  show(inspection: Inspection): void {
    const { layer, index, name } = inspection;
    const strip = this.stage.strips.get(layer);
    const channel = index.at(-1) ?? 0;
    if (!strip?.sizes.isMaps) this.enlarged.replaceChildren();
    else if (this.map?.only !== channel) this.enlarge(strip, channel);
    setText(this.title, isExplained(inspection) ? `${name} = ${inspection.value}` : name);
    this.el.dataset.unit = name;
    this.el.setAttribute("aria-label", text("microscope-of", { unit: name }));
    setText(this.sees, isExplained(inspection) ? inspection.sees : "");
    this.refresh();
  }

  /** Takes over the new codes, values or colours of the unit's layer. */
  refresh(): void {
    if (!this.map || !this.source?.codes) return;
    this.map.marks = this.source.marks;
    this.map.show(this.source.codes, this.source.range, this.source.table);
    this.map.values = this.source.values;
  }

  say(words: string): void {
    setText(this.spoken, words);
  }

  private enlarge(strip: Strip, channel: number): void {
    const { layer, sizes } = strip;
    const map = new Strip(layer, {
      point: this.stage.point,
      choose: (which, place) => this.listener.choose(layer.name, indexOf(which, place)),
      escape: () => this.listener.close(),
    });
    map.only = channel;
    const name = text("map", { layer: layer.name, channel });
    map.canvas.setAttribute("aria-label", text("microscope-map", { map: name }));
    const hadFocus = this.enlarged.contains(document.activeElement);
    this.enlarged.replaceChildren(map.canvas);
    map.resize(sizes.columns * Math.max(1, Math.floor(MAP_SIDE / Math.max(sizes.rows, sizes.columns))));
    if (hadFocus) map.canvas.focus({ preventScroll: true });
    Object.assign(this, { map, source: strip });
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "Escape") this.listener.close();
    else if (!isLetter(event)) return;
    event.stopPropagation();
  }
}
