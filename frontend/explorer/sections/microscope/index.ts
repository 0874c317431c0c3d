/**
 * The microscope: a panel below the layer of the inspected unit explains its value. Which unit it is, is state of the model; what
 * is said of it comes with each update.
 */

import { Arrays } from "../../../core/codec";
import { save } from "../../../core/model";
import type { Strip } from "../../../core/strip/strip";
import { text } from "../../../core/text";
import { inspect } from "../../../explain/inspect";
import { type Explained, type Inspection, isExplained, type Stop } from "../../../explain/inspection";
import type { Part, Section } from "../../section";
import type { Inspector, Stage } from "../../stage";
import type { State } from "../../state";
import { boxInWindow, indexOf, nameOf } from "../../unit";
import { Arithmetic } from "./arithmetic";
import { PadField } from "./field";
import { DIGIT, kernelOf, marksOf, spokenParts, spotIn } from "./marks";
import { Panel } from "./panel";
import { Path, type Point } from "./path";
import { nextIndex, Slide } from "./slide";

export class MicroscopeSection implements Section, Inspector {
  readonly name = "microscope";
  private stage!: Stage;
  private panel!: Panel;
  private arithmetic!: Arithmetic;
  private shown: Part<Inspection> | null = null;
  private pinned: number | null = null; // the input channel that is shown
  private opener: Element | null = null; // had the focus before the panel was opened
  private isWanted = false; // the reader has asked for the panel, which may be out of sight
  private readonly slide = new Slide(() => this.moveOn());
  private readonly path = new Path((stop) => this.locate(stop));
  private readonly field = new PadField();

  build(stage: Stage): void {
    this.stage = stage;
    stage.inspector = this;
    this.arithmetic = new Arithmetic(
      (isSigned) => stage.colours(isSigned),
      stage.model.get("classes"),
      (channel) => this.pin(channel),
    );
    this.panel = new Panel(stage, this.slide.el, this.arithmetic, this.path.list, {
      choose: (layer, index) => this.choose(layer, index),
      trace: () => save(stage.model, "tracing", !stage.model.get("tracing")),
      close: () => this.dismiss(),
    });
    stage.listen(["change:inspected", "change:tracing"], () => this.showState());
    this.showState();
  }

  /** Puts a unit under the microscope; the same one a second time closes it. */
  choose(layer: string, index: readonly number[]): void {
    const had = this.stage.model.get("inspected");
    if (had && nameOf(had.layer, had.index) === nameOf(layer, index)) {
      this.dismiss();
      return;
    }
    if (!this.panel.hasFocus) this.opener = document.activeElement;
    this.slide.stop();
    this.isWanted = true;
    this.inspect(layer, index);
  }

  /** The keyboard's cursor has moved on a strip: if that shows the inspected unit, the choice moves along. */
  follow(strip: Strip): void {
    const had = this.stage.model.get("inspected");
    const isKernel = this.stage.kernels.get(strip.layer.name) === strip;
    if (!had || isKernel || had.layer !== strip.layer.name || !strip.cursor) return;
    this.slide.stop();
    this.inspect(had.layer, indexOf(strip, strip.cursor));
  }

  dismiss(): void {
    if (!this.stage.model.get("inspected")) return;
    const hadFocus = this.panel.hasFocus;
    save(this.stage.model, "inspected", null);
    if (hadFocus && this.opener instanceof HTMLElement && this.opener.isConnected)
      this.opener.focus({ preventScroll: true });
  }

  close(): void {
    this.slide.stop();
    this.path.clear();
    this.field.hide();
  }

  compute({ network, forward, framing, settings }: State): Part<Inspection> | null {
    const unit = settings.get("inspected");
    if (!unit) return null;
    const { layer, index } = unit;
    const { header, terms } = inspect(network, forward, layer, index, settings.get("tracing"), framing.onPaper);
    return { header, arrays: Arrays.of(terms ? { terms } : {}) };
  }

  /** Sets what the strips mark when they are painted next. */
  prepare(part: Part<Inspection> | null): void {
    const inspection = part?.header ?? null;
    const marks = marksOf(inspection);
    for (const [name, strip] of this.stage.strips) strip.marks = marks.get(name) ?? [];
    this.stage.digit.marks = marks.get(DIGIT) ?? [];
    for (const [name, strip] of this.stage.kernels) markKernel(strip, kernelOf(inspection, name));
  }

  /** Shows what is said of the unit; the strips are painted. */
  paint(part: Part<Inspection> | null): void {
    const { model } = this.stage;
    const inspected = model.get("inspected");
    if (!part || !inspected) {
      this.hide();
      return;
    }
    const { header: inspection, arrays } = part;
    const isNew = this.shown?.header.layer !== inspection.layer || !this.panel.el.isConnected;
    if (isNew) {
      this.pinned = null;
      this.panel.place(inspection.layer);
      (this.stage.flow.parentElement ?? this.stage.flow).append(this.path.el);
    }
    this.shown = part;
    this.slide.el.hidden = !(isExplained(inspection) && inspection.window);
    this.panel.show(inspection);
    this.arithmetic.show(inspection, arrays, this.pinned, this.isSigned(inspection));
    const path = isExplained(inspection) && model.get("tracing") ? inspection.path : [];
    if (path.length) this.path.show(path);
    else this.path.clear();
    this.field.show(isExplained(inspection) ? this.stage.pad : null, isExplained(inspection) ? inspection.pad : null);
    if (isNew && this.isWanted) this.panel.el.scrollIntoView({ block: "nearest" });
    this.isWanted = false;
    if (String(inspection.index) === String(inspected.index)) this.slide.painted();
  }

  settle(_: Part | null, isCurrent: boolean): void {
    if (isCurrent) this.panel.refresh();
  }

  recolour(): void {
    this.panel.refresh();
    if (!this.shown) return;
    const { header, arrays } = this.shown;
    this.arithmetic.show(header, arrays, this.pinned, this.isSigned(header));
  }

  describe(): void {
    if (!this.shown) return;
    const inspection = this.shown.header;
    if (isExplained(inspection)) this.panel.say(this.inWords(inspection));
    else this.panel.say(inspection.problem);
  }

  private inWords(inspection: Explained): string {
    const stops = inspection.path.map(({ layer, index }) => `${layer} ${index.join(" ")}`).join(", ");
    const traced = stops ? text("traced-to", { stops }) : "";
    return [...spokenParts(inspection), traced].filter(Boolean).join(". ");
  }

  private inspect(layer: string, index: readonly number[]): void {
    save(this.stage.model, "inspected", { layer, index });
  }

  private showState(): void {
    const { model } = this.stage;
    const isTracing = model.get("tracing");
    this.panel.showTracing(isTracing);
    if (!isTracing) this.path.clear();
    if (model.get("inspected")) return; // the next update shows it
    this.slide.stop();
    this.hide();
  }

  private hide(): void {
    this.panel.hide();
    this.path.clear();
    this.field.hide();
    this.shown = this.pinned = null;
  }

  /** Shows one input channel of the window, or again the one that counts most. */
  private pin(channel: number): void {
    this.pinned = this.pinned === channel ? null : channel;
    if (!this.shown) return;
    const { header: inspection, arrays } = this.shown;
    this.arithmetic.show(inspection, arrays, this.pinned, this.isSigned(inspection));
  }

  private isSigned(inspection: Inspection): boolean {
    return isExplained(inspection) && (this.stage.strips.get(inspection.source)?.layer.signed ?? false);
  }

  /** Moves on to the next unit of the map. */
  private moveOn(): boolean {
    const had = this.stage.model.get("inspected");
    const sizes = had && this.stage.strips.get(had.layer)?.sizes;
    const next = sizes && nextIndex(had.index, sizes.rows, sizes.columns);
    if (next) this.inspect(had.layer, next);
    return Boolean(next);
  }

  /** Returns the middle of a unit in the window. */
  private locate({ layer, index }: Stop): Point | null {
    const strip = this.stage.strip(layer);
    const box = strip && boxInWindow(strip, spotIn(layer, index));
    if (!box) return null;
    const [left, top, width, height] = box;
    return [left + width / 2, top + (strip.sizes.isMaps ? height / 2 : height)]; // a number stays legible
  }
}

/** Marks one kernel, or none; kernels are not painted with every update. */
function markKernel(strip: Strip, channel: number | null): void {
  if ((strip.marks[0]?.channels?.[0] ?? null) === channel) return;
  const { rows, columns } = strip.sizes;
  const whole = { rows: [0, rows], columns: [0, columns], width: 1.5, dashed: false } as const;
  strip.marks = channel === null ? [] : [{ ...whole, channels: [channel] }];
  strip.paint();
}
