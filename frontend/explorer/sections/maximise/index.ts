/**
 * What a unit looks for: a digit that pleases it most, which grows while one looks, beside the real digits that please it most. The
 * notebook kernel computes all of it; where there is none, the page climbs by itself, and says that it has no real digits.
 */

import type { Arrays } from "../../../core/codec";
import { button, element, setText } from "../../../core/dom";
import { save } from "../../../core/model";
import { text } from "../../../core/text";
import { SELDOM } from "../../pen_post";
import type { Part, Section } from "../../section";
import type { Stage } from "../../stage";
import type { State } from "../../state";
import type { ExplorerTraits, Unit } from "../../traits";
import { Drawer } from "../drawer";
import type { Patches } from "./patches";
import { Result } from "./result";
import { Search } from "./search";
import { Choice, layersOf, UnitChoice } from "./unit_choice";

/** A real digit that pleases the unit. */
export interface ShownPatch {
  /** Its class. */
  readonly label: string;
  /** Of the unit that sees it. */
  readonly name: string;
  readonly value: string;
}

export interface Shown {
  /** Of the unit. */
  readonly name: string;
  /** Of the ascent that is done, 0..1. */
  readonly share: number;
  readonly start: ExplorerTraits["maximise_start"];
  /** It started from another digit than the one on the pad. */
  readonly former: boolean;
  readonly value: string;
  /** The value at the start. */
  readonly before: string;
  /** The value for the digit on the pad. */
  readonly own: string;
  /** What the unit sees, in pixels: the first row, the one after the last, and the columns. */
  readonly field: readonly [top: number, bottom: number, left: number, right: number];
  /** Of the class that the network reads; null: the paper is blank. */
  readonly label: string | null;
  readonly confidence: number;
  /** Whether it looks like a digit that the network knows; null: nobody can say. */
  readonly familiar: boolean | null;
  /** The strongest first; null: they are not found yet, or can't be. */
  readonly patches: readonly ShownPatch[] | null;
}

export interface Header {
  readonly running: boolean;
  /** Of the whole search, 0..1. */
  readonly progress: number;
  /** Why there is no result; empty: nothing is wrong. */
  readonly problem: string;
  /** Null: nothing was found yet. */
  readonly shown: Shown | null;
}

const STARTS = [
  ["noise", "maximise-from-noise"],
  ["paper", "maximise-from-paper"],
  ["digit", "maximise-from-digit"],
] as const;

export class MaximiseSection implements Section {
  readonly name = "maximise";
  private stage!: Stage;
  private header: Header | null = null; // of what is shown
  private read = 0; // the class that the network reads on the pad, as far as the page computes it
  private readonly unit = new UnitChoice();
  private readonly start = new Choice("maximise-from");
  private readonly go = button(text("maximise-start"), () => this.startOrStop());
  private readonly bar = element("progress", "mnistviz-maximise-progress");
  private readonly problem = element("div", "mnistviz-maximise-problem");
  private readonly result: Result;
  private search: Search | null = null; // if there is no notebook kernel

  /**
   * @param patches shows real digits; null: there are none
   * @param statistics of digits that the network knows; null: nobody can say whether one looks like them
   */
  constructor(
    private readonly patches: Patches | null,
    private readonly statistics: Arrays | null = null,
  ) {
    this.result = new Result(patches, (digit, name) => this.feed(digit, name));
  }

  build(stage: Stage): void {
    this.stage = stage;
    if (!stage.model.get("has_kernel")) {
      this.search = new Search(stage.guarded, this.statistics, (part, hasEnded) => {
        this.paint(part);
        if (hasEnded) this.describe();
      });
    }
    const { el } = new Drawer(stage, "maximise_open", text("maximise-title"), this.parts());
    el.classList.add("mnistviz-maximise");
    stage.questions.append(el);
    stage.listen(["change:inspected"], () => this.preselect(stage.model.get("inspected")));
    stage.listen(["change:layers", "change:classes"], () => this.preselect(this.unit.chosen));
    el.addEventListener("toggle", () => el.open && !this.header?.shown && this.preselect(this.wanted()));
    this.preselect(this.wanted());
  }

  compute(state: State): Part<Header> | null {
    this.read = state.forward.prediction ?? 0;
    return this.search ? this.search.compute(state) : (state.partOfKernel(this.name) as Part<Header> | null);
  }

  paint(part: Part<Header> | null): void {
    if (part && part.header === this.header) return; // the page is ahead of the kernel, which has said nothing new
    this.header = part?.header ?? null;
    if (!part) return;
    const { running, progress, problem, shown } = part.header;
    setText(this.go, text(running ? "maximise-stop" : "maximise-start"));
    const isDone = shown?.share === 1 && (!this.patches || shown.patches !== null);
    this.bar.value = running ? progress : Number(isDone);
    setText(this.problem, problem);
    this.result.show(shown, part.arrays, running);
  }

  describe(): void {
    const { header } = this;
    if (header?.shown && !header.running) this.result.describe(header.shown);
  }

  /** What the unit has for the digit on the pad belongs to that digit. */
  kernelInterval(): number {
    return !this.search && this.header?.shown != null && this.stage.model.get("maximise_open") ? 0 : SELDOM;
  }

  close(): void {
    this.search?.close();
  }

  private parts(): readonly HTMLElement[] {
    const { model } = this.stage;
    this.start.offer(STARTS.map(([value, key]) => [value, text(key)]));
    this.start.select.value = model.get("maximise_start");
    this.bar.setAttribute("aria-label", text("maximise-progress"));
    this.bar.value = 0;
    this.problem.setAttribute("role", "status");
    const about = element("div", "mnistviz-caption", [text("maximise-about")]);
    this.unit.el.append(this.start.el, this.go);
    return [about, this.unit.el, this.bar, this.problem, this.result.el];
  }

  /** The unit to begin with: that of the last ascent, or the one under the microscope, or the class that is read. */
  private wanted(): Unit {
    const { model } = this.stage;
    return model.get("maximise_unit") ?? model.get("inspected") ?? { layer: model.get("output"), index: [this.read] };
  }

  private preselect(unit: Unit | null): void {
    if (unit) this.unit.offer(layersOf(this.stage), unit);
  }

  private startOrStop(): void {
    const { model } = this.stage;
    if (this.header?.running) {
      save(model, "maximise_stopped", model.get("maximise_asked"));
      return;
    }
    model.set("maximise_unit", this.unit.chosen);
    model.set("maximise_start", this.start.select.value as ExplorerTraits["maximise_start"]);
    save(model, "maximise_asked", model.get("maximise_asked") + 1);
  }

  private feed(digit: Float32Array<ArrayBuffer>, name: string): void {
    this.stage.send({ kind: "feed", name }, digit.buffer);
  }
}
