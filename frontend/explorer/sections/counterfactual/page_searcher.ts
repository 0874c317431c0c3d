/** The page itself searches, in slices, where there is no notebook kernel. */

import { Arrays } from "../../../core/codec";
import { SlicedWork } from "../../../core/sliced_work";
import { text } from "../../../core/text";
import { CannotExplain } from "../../../explain/cannot_explain";
import { type Counterfactual, type Kind, Search } from "../../../explain/counterfactual/counterfactual";
import { type Suggestion, suggest } from "../../../explain/counterfactual/suggestion";
import { looksLikeADigit } from "../../../explain/out_of_distribution";
import { newInk } from "../../../ink/drawing";
import { digitOf } from "../../../ink/framing_steps";
import type { Scene } from "../../../ink/scene";
import { GradientEngine } from "../../../network/gradients/gradient_engine";
import type { Network } from "../../../network/network";
import type { Part } from "../../section";
import type { Stage } from "../../stage";
import type { State } from "../../state";
import { runnerUp } from "../attribution/wish";
import type { Header, Result, Searcher } from "./answer";
import { resultOf } from "./wording";

const PAUSE = 100; // milliseconds between two reports of the progress

/** What has become of a search for a change of a state. */
interface Outcome {
  readonly state: State;
  readonly answer: Answer | null;
  /** Why there is no answer. */
  readonly problem: string;
}

interface Answer {
  readonly found: Counterfactual;
  readonly suggestion: Suggestion;
  readonly result: Omit<Result, "holds">;
  /** float32 (2, 28, 28): the digit and the changed digit. */
  readonly digits: Float32Array;
}

export class PageSearcher implements Searcher {
  private readonly sliced: SlicedWork;
  private engine: { readonly network: Network; readonly gradients: GradientEngine } | null = null;
  private state: State | null = null; // the newest one
  private running: { readonly state: State; progress: number } | null = null;
  private outcome: Outcome | null = null; // of the last search that has ended; a stopped one leaves the outcome before it

  /**
   * @param statistics of the digits that the network knows, as it is without edits; null: there are none
   * @param show shows what has changed beside the updates
   */
  constructor(
    private readonly stage: Stage,
    private readonly statistics: Arrays | null,
    private readonly show: (part: Part<Header>) => void,
  ) {
    this.sliced = new SlicedWork(stage.guarded);
  }

  compute(state: State): Part<Header> | null {
    this.state = state;
    const isOpen = state.settings.get("change_open");
    if (this.running && !(isOpen && isSame(this.running.state, state))) this.giveUp();
    return isOpen ? this.part(state) : null;
  }

  look(): void {
    const { state } = this;
    if (!state) return;
    const running = { state, progress: 0 };
    this.running = running;
    this.sliced.start(this.answered(running), (outcome) => {
      this.running = null;
      this.outcome = outcome;
      this.report();
    });
    this.report();
  }

  stop(): void {
    this.giveUp();
    this.report();
  }

  take(): void {
    const { outcome, stage } = this;
    const answer = outcome?.answer;
    if (!answer || !isSamePaper(outcome.state.whole, stage.paper())) return;
    const { found, suggestion } = answer;
    if (suggestion.isDrawn) {
      for (const [x1, y1, x2, y2] of suggestion.strokes) {
        stage.act(["down", x1, y1]);
        stage.act(["move", x2, y2]);
        stage.act(["up"]);
      }
      return;
    }
    const given = text("changed-digit-given", { kind: found.kind });
    stage.send({ kind: "give", given }, found.after.digit.slice().buffer);
  }

  close(): void {
    this.giveUp();
    this.sliced.close();
  }

  private giveUp(): void {
    this.running = null;
    this.sliced.stop();
  }

  private report(): void {
    if (this.state) this.show(this.part(this.state));
  }

  private part(state: State): Part<Header> {
    const { outcome, running } = this;
    const progress = running?.progress ?? null;
    const holds = outcome !== null && isSame(outcome.state, state);
    const { answer, problem } = outcome ?? { answer: null, problem: "" };
    if (!answer) {
      const header = { progress, problem: holds && !running ? problem : "", result: null };
      return { header, arrays: Arrays.of({}) };
    }
    const digits = { dtype: "float32", shape: [2, 28, 28], data: answer.digits } as const;
    const header = { progress, problem: "", result: { ...answer.result, holds } };
    return { header, arrays: Arrays.of({ digits }) };
  }

  /** Searches, and tells the progress now and then. */
  private *answered(running: { readonly state: State; progress: number }): Generator<void, Outcome> {
    const { state } = running;
    try {
      return { state, answer: yield* this.answerTo(running), problem: "" };
    } catch (error) {
      if (error instanceof CannotExplain) return { state, answer: null, problem: error.message };
      this.stop(); // or the search would seem to run on
      throw error;
    }
  }

  private *answerTo(running: { readonly state: State; progress: number }): Generator<void, Answer> {
    const { network, original, forward, settings, whole, framing, wanted } = running.state;
    const [kind, classes] = [settings.get("change_kind"), settings.get("classes")];
    const search = this.searchOf(running.state, kind);
    const steps = search.run();
    let reported = performance.now();
    let step = steps.next();
    while (!step.done) {
      running.progress = search.progress;
      if (performance.now() - reported >= PAUSE) {
        this.report();
        reported = performance.now();
      }
      yield;
      step = steps.next();
    }
    const found = step.value;
    if (!found) throw new CannotExplain(text("change-not-found", { kind }));
    const suggestion = yield* suggest(found, whole, framing, wanted, network);
    const { statistics } = this;
    const isPlausible = statistics && network === original ? looksLikeADigit(found.after, statistics) : null;
    const digits = Float32Array.of(...forward.digit, ...found.after.digit);
    return { found, suggestion, result: resultOf(found, suggestion, classes, isPlausible, !whole.picture), digits };
  }

  /** Throws `CannotExplain` if there is no question. */
  private searchOf({ network, forward, settings }: State, kind: Kind): Search {
    const { prediction, probabilities } = forward;
    if (prediction === null) throw new CannotExplain(text("change-of-blank-paper"));
    const target = settings.get("change_target") ?? runnerUp(probabilities, prediction) ?? prediction;
    const label = settings.get("classes")[prediction] ?? "";
    if (target === prediction) throw new CannotExplain(text("change-target-read", { label }));
    if (this.engine?.network !== network) {
      this.engine = { network, gradients: new GradientEngine(network.layers, network.arrays) };
    }
    return new Search(network, this.engine.gradients, forward, target, kind);
  }
}

/** Whether paper, digit and answer are the same. */
function isSame(one: State, other: State): boolean {
  const [place, elsewhere] = [one.framing.onPaper, other.framing.onPaper];
  return (
    isSamePaper(one.whole, other.whole) &&
    place.scale === elsewhere.scale &&
    place.left === elsewhere.left &&
    place.top === elsewhere.top &&
    areSame(one.forward.digit, other.forward.digit) &&
    areSame(one.forward.probabilities, other.forward.probabilities)
  );
}

/** Whether the same is on two papers: the page reads a picture anew from each update. */
function isSamePaper(one: Scene, other: Scene): boolean {
  if (one === other) return true;
  if (one.picture && other.picture) return areSame(digitOf(one.picture), digitOf(other.picture));
  const { drawing } = other;
  const isSameInk = newInk(one.drawing, drawing)?.length === 0 && one.drawing.brush === drawing.brush;
  return !one.picture && !other.picture && isSameInk;
}

/** Whether values are the same; what is no number is the same, too. */
function areSame(one: Float32Array, other: Float32Array): boolean {
  return one === other || (one.length === other.length && one.every((value, at) => Object.is(value, other[at])));
}
