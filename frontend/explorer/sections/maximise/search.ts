/**
 * The page's own ascents, where no notebook kernel climbs: what `mnistviz/jupyter/explorer/sections/maximise.py` does, apart from the
 * real digits, which the page doesn't have.
 */

import { Arrays } from "../../../core/codec";
import { SlicedWork } from "../../../core/sliced_work";
import { text } from "../../../core/text";
import { CannotExplain } from "../../../explain/cannot_explain";
import { Aim } from "../../../explain/maximisation/aim";
import { ascend, type Height, noise } from "../../../explain/maximisation/ascent";
import { looksLikeADigit } from "../../../explain/out_of_distribution";
import { number } from "../../../explain/wording";
import { areSameEdits, type Edits } from "../../../network/edits";
import type { Forward } from "../../../network/forward";
import { GradientEngine } from "../../../network/gradients/gradient_engine";
import type { Network } from "../../../network/network";
import type { Part } from "../../section";
import { run, type State } from "../../state";
import type { ExplorerTraits, Unit } from "../../traits";
import { isSameDigit } from "../attribution/wish";
import type { Header, Shown } from ".";

/** What is asked for, with the network and the digit of that moment. */
interface Wish {
  readonly unit: Unit;
  readonly start: ExplorerTraits["maximise_start"];
  readonly edits: Edits;
  readonly network: Network;
  readonly digit: Float32Array;
}

/** How far an ascent has come. */
interface Sight {
  readonly wish: Wish;
  readonly aim: Aim;
  readonly first: Height;
  readonly newest: Height;
  /** Of the newest digit. */
  readonly forward: Forward;
}

const NOTHING: Part<Header> = {
  header: { running: false, progress: 0, problem: "", shown: null },
  arrays: Arrays.of({}),
};

export class Search {
  private readonly sliced: SlicedWork;
  private begun = 0; // the number of the last wish that an ascent was begun for
  private sight: Sight | null = null; // of that; null: nothing was found yet
  private problem = "";
  private engine: GradientEngine | null = null;
  private state!: State; // the newest one
  private own: { readonly aim: Aim; readonly digit: Float32Array; readonly value: number } | null = null; // on the pad

  /**
   * @param guarded runs an action, and reports what goes wrong in it
   * @param statistics of digits that the network knows; null: nobody can say whether one looks like them
   * @param listener hears of everything new, and whether the ascent has ended
   */
  constructor(
    guarded: (action: () => void) => void,
    private readonly statistics: Arrays | null,
    private readonly listener: (part: Part<Header>, hasEnded: boolean) => void,
  ) {
    this.sliced = new SlicedWork(guarded);
  }

  /** Begins what was asked for, once, ends what is not wanted any more, and returns what is shown; null: the section is closed. */
  compute(state: State): Part<Header> | null {
    this.state = state;
    const { settings } = state;
    const [isOpen, asked] = [settings.get("maximise_open"), settings.get("maximise_asked")];
    const isStopped = settings.get("maximise_stopped") === asked;
    if (!isOpen || isStopped || this.isOfOtherNetwork) this.sliced.stop();
    if (!isOpen) return null;
    const unit = settings.get("maximise_unit");
    if (unit && asked !== this.begun && !isStopped) this.begin(asked, unit);
    return this.part();
  }

  close(): void {
    this.sliced.close();
  }

  private begin(asked: number, unit: Unit): void {
    this.begun = asked;
    this.sight = null;
    this.problem = "";
    const { network, forward, settings } = this.state;
    const [start, edits] = [settings.get("maximise_start"), settings.get("edits")];
    const steps = this.climb({ unit, start, edits, network, digit: forward.digit });
    this.sliced.start(steps, () => this.listener(this.part(), true));
  }

  private *climb(wish: Wish): Generator<void, void> {
    const { unit, network } = wish;
    if (this.engine?.arrays !== network.arrays) this.engine = new GradientEngine(network.layers, network.arrays);
    try {
      const aim = new Aim(this.engine, unit.layer, unit.index);
      let first: Height | null = null;
      for (const newest of ascend(aim, startOf(wish, aim))) {
        if (newest) {
          first ??= newest;
          this.sight = { wish, aim, first, newest, forward: run(network, newest.digit) };
          this.listener(this.part(), false);
        }
        yield;
      }
    } catch (error) {
      if (!(error instanceof CannotExplain)) throw error;
      this.problem = error.message;
    }
  }

  private get isOfOtherNetwork(): boolean {
    return this.sight !== null && !areSameEdits(this.sight.wish.edits, this.state.settings.get("edits"));
  }

  private part(): Part<Header> {
    const { sight } = this;
    if (this.isOfOtherNetwork) {
      return { ...NOTHING, header: { ...NOTHING.header, problem: text("maximise-other-network") } };
    }
    const running = this.sliced.isRunning;
    const problem = running ? "" : this.problem;
    const header = { running, progress: sight?.newest.share ?? 0, problem, shown: sight && this.shown(sight) };
    if (!sight) return { ...NOTHING, header };
    const digit = { dtype: "float32", shape: [28, 28], data: sight.newest.digit } as const;
    return { header, arrays: Arrays.of({ digit }) };
  }

  private shown({ wish: { start, digit }, aim, first, newest, forward }: Sight): Shown {
    const { statistics } = this;
    const { network, original, forward: onPad, settings } = this.state;
    const { prediction, confidence } = forward;
    return {
      name: aim.name,
      share: newest.share,
      start,
      former: start === "digit" && !isSameDigit(digit, onPad.digit),
      value: number(newest.value),
      before: number(first.value),
      own: number(this.valueOnPad(aim, onPad.digit)),
      field: [...aim.field.rows, ...aim.field.columns],
      label: prediction === null ? null : (settings.get("classes")[prediction] ?? String(prediction)),
      confidence,
      familiar: statistics && network === original ? looksLikeADigit(forward, statistics) : null,
      patches: null,
    };
  }

  /** Returns the value for the digit on the pad, which stays while an ascent goes on. */
  private valueOnPad(aim: Aim, digit: Float32Array): number {
    if (this.own?.aim !== aim || this.own.digit !== digit) this.own = { aim, digit, value: aim.value(digit) };
    return this.own.value;
  }
}

function startOf({ start, digit }: Wish, aim: Aim): Float32Array {
  if (start === "digit") return digit;
  return start === "noise" ? noise(aim) : new Float32Array(digit.length);
}
