/** The maps of all layers, each in a folding element, with the choice of colours and ranges. */

import { Arrays, type Tensor } from "../../core/codec";
import { encodeLayer } from "../../core/colours";
import { element, setText } from "../../core/dom";
import { save } from "../../core/model";
import { rangeText } from "../../core/numbers";
import type { Place } from "../../core/strip/geometry";
import type { Range, Strip } from "../../core/strip/strip";
import { text } from "../../core/text";
import type { Forward } from "../../network/forward";
import type { Part, Section } from "../section";
import type { Stage } from "../stage";
import type { State } from "../state";
import type { ListedLayer } from "../traits";
import { indexOf } from "../unit";
import { Arrangement } from "./arrangement";
import { Connections } from "./connections";
import { Fold, nameOnly } from "./fold";

const MOST_LINES = 6;

interface Header {
  readonly layers: readonly (Range & { readonly name: string })[];
}

export class MapsSection implements Section {
  readonly name = "maps";
  private readonly ranges = new Map<string, HTMLElement>();
  private stage!: Stage;
  private sequential!: HTMLSelectElement;
  private scale!: HTMLSelectElement;
  private arrangement!: Arrangement;
  private connections!: Connections;
  private pointed: Strip | null = null;
  private readonly refit = (): void => {
    this.arrangement.fit();
    this.connect();
  };

  build(stage: Stage): void {
    this.stage = stage;
    this.arrangement = new Arrangement(stage);
    this.connections = new Connections(stage);
    const { model } = stage;
    const sequentials = model.get("sequentials").map((name) => [name, text("colour-table", { name })] as const);
    this.sequential = this.choice("sequential", text("colours"), sequentials);
    const scales = [["layer", text("range-by-layer")] as const, ["map", text("range-by-map")] as const];
    this.scale = this.choice("scale", text("colour-range"), scales);
    stage.tools.append(this.scale, this.sequential);
    const layers = model.get("layers");
    const atEnd = unitsAtEnd(layers);
    const entries = new Map(layers.map((layer) => [layer, this.entry(layer, atEnd.includes(layer))]));
    stage.layers.append(...entries.values());
    entries.values().next().value?.classList.add("mnistviz-first");
    for (const layer of startsOfLines(layers, atEnd)) entries.get(layer)?.classList.add("mnistviz-starts-line");
    stage.tools.after(this.makeChooser(entries));
    stage.layers.append(stage.dock, this.connections.el);
    stage.listen(["change:scale", "change:folded", "change:inspected", "change:framing_open"], () =>
      this.showSettings(),
    );
    window.addEventListener("resize", this.refit);
    this.showSettings();
  }

  compute({ forward, settings }: State): Part<Header> {
    const scale = settings.get("scale");
    const codes: Record<string, Tensor> = {};
    const layers = this.open().map((strip) => {
      const { name, signed } = strip.layer;
      const { isMaps, channels, rows, columns } = strip.sizes;
      const shown = encodeLayer(valuesOf(forward, name), isMaps ? channels : null, signed, scale);
      codes[name] = { dtype: "uint8", shape: isMaps ? [channels, rows, columns] : [1, 1, channels], data: shown.codes };
      return { name, low: shown.low, high: shown.high };
    });
    return { header: { layers }, arrays: Arrays.of(codes) };
  }

  computeSettled({ forward }: State): Part {
    const exact: Record<string, Tensor> = {};
    for (const { layer, sizes } of this.open()) {
      const { isMaps, channels, rows, columns } = sizes;
      const shape = isMaps ? [channels, rows, columns] : [channels];
      exact[layer.name] = { dtype: "float32", shape, data: valuesOf(forward, layer.name) };
    }
    return { header: {}, arrays: Arrays.of(exact) };
  }

  paint(part: Part<Header> | null): void {
    const layers = part?.header.layers ?? [];
    for (const { name, ...range } of layers) {
      const strip = this.stage.strips.get(name);
      // Kept: the message's memory is not.
      if (strip && part)
        strip.show(part.arrays.uint8(name).data.slice(), range, this.stage.colours(strip.layer.signed));
    }
    if (!part) return;
    const texts = new Map(layers.map(({ name, low, high }) => [name, rangeText(low, high)]));
    // The range of a folded layer would be that of a former digit.
    for (const [name, range] of this.ranges) setText(range, texts.get(name) ?? "");
  }

  settle(part: Part | null, isCurrent: boolean): void {
    if (!part || !isCurrent) return;
    for (const name of part.arrays.names) {
      const strip = this.stage.strips.get(name);
      if (strip) strip.values = part.arrays.float32(name).data;
    }
  }

  recolour(): void {
    this.showSettings();
    for (const strip of this.stage.strips.values()) strip.recolour(this.stage.colours(strip.layer.signed));
  }

  resize(): void {
    this.refit();
  }

  close(): void {
    window.removeEventListener("resize", this.refit);
  }

  /** Returns the strips of the layers that are not folded. */
  private open(): Strip[] {
    const folded = this.stage.model.get("folded");
    return [...this.stage.strips.values()].filter(({ layer }) => !folded.includes(layer.name));
  }

  /** Shows the connections of the map under the cursor, or else of the inspected one. */
  private connect(): void {
    const { pointed } = this;
    const inspected = this.stage.model.get("inspected");
    if (pointed?.cursor) this.connections.show({ layer: pointed.layer.name, channel: pointed.cursor.channel });
    else if (inspected?.index.length === 3)
      this.connections.show({ layer: inspected.layer, channel: inspected.index[2] ?? 0 });
    else this.connections.show(null);
  }

  private showSettings(): void {
    const { model, folds } = this.stage;
    this.sequential.value = model.get("sequential");
    this.scale.value = model.get("scale");
    for (const [name, fold] of folds) fold.open = !model.get("folded").includes(name);
    this.stage.dock.hidden = !model.get("inspected");
    this.refit();
  }

  /** Makes the element of a layer. */
  private entry(layer: ListedLayer, isLast: boolean): HTMLElement {
    if (!layer.drawn) return nameOnly(layer);
    const { stage } = this;
    const fold = new Fold(layer, {
      point: (pointed, loud) => {
        stage.point(pointed, loud);
        this.pointed = pointed;
        this.connect();
      },
      choose: (which: Strip, place: Place) => stage.inspector?.choose(layer.name, indexOf(which, place)),
      escape: () => stage.inspector?.dismiss(),
    });
    fold.el.classList.toggle("mnistviz-units", isLast);
    fold.el.open = !stage.model.get("folded").includes(layer.name);
    fold.el.addEventListener("toggle", () => this.keepFolded(layer.name, !fold.el.open));
    stage.strips.set(layer.name, fold.strip);
    stage.folds.set(layer.name, fold.el);
    this.ranges.set(layer.name, fold.range);
    return fold.el;
  }

  private choice(
    trait: "sequential" | "scale",
    label: string,
    options: readonly (readonly [value: string, name: string])[],
  ): HTMLSelectElement {
    const made = options.map(([value, name]) => Object.assign(element("option", "", [name]), { value }));
    const select = element("select", "", made);
    select.addEventListener("change", () => save(this.stage.model, trait, select.value));
    select.setAttribute("aria-label", label);
    return select;
  }

  /** Makes the choice of the one layer that is shown where there is no room for all. */
  private makeChooser(entries: ReadonlyMap<ListedLayer, HTMLElement>): HTMLElement {
    const options = [...entries.keys()].map(({ name, title }) =>
      Object.assign(element("option", "", [title]), { value: name }),
    );
    const chooser = element("select", "", options);
    chooser.setAttribute("aria-label", text("layer-shown"));
    const show = (): void => {
      for (const [{ name }, entry] of entries) entry.classList.toggle("mnistviz-chosen", name === chooser.value);
      this.refit();
    };
    chooser.addEventListener("change", () => {
      show();
      this.keepFolded(chooser.value, false);
    });
    show();
    return element("div", "mnistviz-chooser", [chooser]);
  }

  private keepFolded(name: string, isFolded: boolean): void {
    const { model, inspector } = this.stage;
    const had = model.get("folded");
    if (had.includes(name) === isFolded) return;
    save(model, "folded", isFolded ? [...had, name] : had.filter((other) => other !== name));
    if (isFolded && model.get("inspected")?.layer === name) inspector?.dismiss();
  }
}

/** Returns what a layer has put out: map after map, row by row. */
function valuesOf({ activations }: Forward, layer: string): Float32Array {
  return activations.get(layer) ?? new Float32Array(0);
}

/** Returns the layers that begin a line: each one with weights, unless most lines had one layer then, and the first one at the end. */
function startsOfLines(layers: readonly ListedLayer[], atEnd: readonly ListedLayer[]): readonly ListedLayer[] {
  const before = layers.filter((layer) => !atEnd.includes(layer));
  const starts = before.filter((layer) => layer.starts && layer.shape.length > 1);
  const isTooLong = starts.length > MOST_LINES && 2 * starts.length > before.length;
  return [...(isTooLong ? [] : starts), ...atEnd.slice(0, 1)];
}

/** Returns the layers after the last one with maps: the end of the network, as a rule. */
function unitsAtEnd(layers: readonly ListedLayer[]): readonly ListedLayer[] {
  const isOfMaps = ({ shape, flat, drawn }: ListedLayer): boolean => drawn && shape.length > 1 && !flat;
  return layers.slice(layers.map(isOfMaps).lastIndexOf(true) + 1);
}
