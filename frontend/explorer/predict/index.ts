/**
 * "Predict first": while the mode is on, everything that tells the network's answer is covered until the learner has committed to a
 * guess about the digit on the paper.
 *
 * A guess stands for one digit: the strokes on the paper with the width of their line, or the picture on it. As soon as the pen, undo,
 * clear, a sample or an upload changes them, everything is covered again, and the next question comes once the pen rests. Earlier
 * moments of the same drawing, other steps of framing, and edits of the network belong to the same digit: what was guessed stays open,
 * and if the answer becomes another one by them, the result says that it is a former one.
 *
 * What is covered is not painted: the page gets an update without answer and without sections. Whatever a former digit has left on the
 * page is hidden by the style of `mnistviz-covered`, from screen readers and from selection, too.
 */

import type { Message } from "../../core/codec";
import { element, setText } from "../../core/dom";
import { save } from "../../core/model";
import { text } from "../../core/text";
import { isBlank, type Scene } from "../../ink/scene";
import type { Network } from "../../network/network";
import type { Paper } from "../paper";
import type { Stage } from "../stage";
import type { State } from "../state";
import type { Update } from "../traits";
import type { Spoken } from "../voice";
import { Card } from "./card";
import { askMap } from "./map_question";
import {
  type Answer,
  askChange,
  askDigit,
  askSure,
  chosenQuestion,
  type Question,
  type Verdict,
  type Wish,
} from "./question";
import { GuessRecord } from "./record";
import { RecordView } from "./record_view";
import { isSamePaper } from "./same_paper";

const REST = 700; // milliseconds without a change after which a question comes: a 5 is drawn in two strokes, and one lifts the pen
const SAME = 1e-3; // between two confidences of one answer: the page's and the notebook kernel's
const TOLD = "mnistviz-guess"; // an event of the window: a guess was made in another view on this browser page

/** What the page is about to paint. */
interface Seen {
  readonly update: Message<Update>;
  /** Null: the notebook kernel has computed it. */
  readonly state: State | null;
  readonly scene: Scene;
  /** The update belongs to all that is on the paper. */
  readonly isWhole: boolean;
  /** A pen is down. */
  readonly isDrawing: boolean;
}

/** A guess that has been judged. */
interface Told {
  readonly scene: Scene;
  readonly answer: Answer;
  readonly verdict: Verdict;
  /** The network and the steps of framing that are off; null: the page does not know the network. */
  readonly network: Network | null;
  readonly steps: string;
}

export class PredictFirst {
  /** What was painted last is covered. */
  covers = false;
  private readonly card: Card;
  private readonly record = new GuessRecord();
  private readonly recordView = new RecordView(this.record);
  private readonly switch = element("input");
  private readonly cover = element("div", "mnistviz-cover", [text("predict-cover")]);
  private seen: Seen | null = null;
  private told: Told | null = null;
  private question: Question | null = null;
  private wish: Wish = "digit";
  private asked = 0; // questions that were answered
  private isResting = false;
  private timer: ReturnType<typeof setTimeout> | undefined; // runs until the pen rests

  /**
   * @param view the root of the page
   * @param place where questions stand
   * @param repaint paints again what is known
   */
  constructor(
    private readonly stage: Stage,
    private readonly view: HTMLElement,
    private readonly place: HTMLElement,
    private readonly repaint: () => void,
  ) {
    const { model } = stage;
    const guesser = { choose: (choice: number) => this.commit(choice), wish: (wish: Wish) => this.ask(wish) };
    this.card = new Card(guesser, (isSigned) => stage.colours(isSigned));
    this.switch.type = "checkbox";
    this.switch.addEventListener("change", () => save(model, "predict_first", this.switch.checked));
    const label = element("label", "mnistviz-predict-switch", [this.switch, text("predict-first")]);
    stage.underPad.append(label, this.recordView.el);
    stage.layers.prepend(this.cover);
    stage.listen(["change:predict_first"], () => {
      this.show();
      repaint();
    });
    view.addEventListener("keydown", this.press, { capture: true }); // the pad keeps its keys to itself
    window.addEventListener(TOLD, this.hear);
    this.show();
  }

  /** Returns what may be said aloud of an answer; the card announces its questions by itself. */
  say(known: Spoken): Spoken {
    return this.covers ? { answer: "", reading: text("predict-covered"), remark: "" } : known;
  }

  /**
   * Returns what may be painted: the update itself, or one that does not tell the answer.
   *
   * @param state that the page has computed; null: the notebook kernel has
   * @param isHeard the notebook kernel has heard of all that is on the paper, so that its update belongs to it
   */
  shown(update: Message<Update>, state: State | null, { scene, pen }: Paper, isHeard: boolean): Message<Update> {
    if (!this.isOn) return update;
    const { told } = this;
    const seen = { update, state, scene, isWhole: state !== null || isHeard, isDrawing: pen !== null };
    if (told && seen.isWhole && isSamePaper(told.scene, seen.scene)) {
      this.rest(seen);
      this.enter("told");
      this.card.tell(told.verdict, !isSameAnswer(told.answer, update.header));
      return update;
    }
    this.expect(seen);
    return covered(update);
  }

  recolour(): void {
    this.card.recolour();
  }

  close(): void {
    clearTimeout(this.timer);
    this.view.removeEventListener("keydown", this.press, { capture: true });
    window.removeEventListener(TOLD, this.hear);
  }

  private get isOn(): boolean {
    return this.stage.model.get("predict_first");
  }

  /** Shows whether the mode is on. */
  private show(): void {
    const { isOn } = this;
    this.switch.checked = isOn;
    this.recordView.el.hidden = !isOn;
    this.recordView.show();
    this.place.replaceChildren(...(isOn ? [this.card.el] : []));
    this.rest(null);
    this.card.wait(true);
    this.enter(isOn ? "draw" : "off");
  }

  /** Forgets the question; what is painted needs none. */
  private rest(seen: Seen | null): void {
    clearTimeout(this.timer);
    this.seen = seen;
    this.question = null;
    this.isResting = false;
  }

  /** Another digit, or the same one again: asks once the pen rests. */
  private expect(seen: Seen): void {
    const isSame = this.covers && this.seen !== null && isSameDigit(this.seen, seen);
    if (!isSame) {
      this.rest(seen);
      this.enter(isBlank(seen.scene) ? "draw" : "wait");
      this.card.wait(isBlank(seen.scene));
      if (!seen.isDrawing && !isBlank(seen.scene))
        this.timer = setTimeout(() => this.stage.guarded(() => this.notice()), REST);
    }
    this.seen = seen;
    if (this.isResting) this.ask();
  }

  /** The pen rests. */
  private notice(): void {
    this.isResting = true;
    this.ask();
  }

  /** Asks, as soon as the answer is known. @param wish the learner wants to be asked something else from now on */
  private ask(wish: Wish | null = null): void {
    if (wish) {
      this.wish = wish;
      this.question = null;
    }
    const { seen } = this;
    if (this.question || !this.isResting || !seen || !answerOf(seen)) return;
    this.question = this.makeQuestion(seen.state);
    this.card.ask(this.question);
    this.enter("ask");
  }

  private makeQuestion(state: State | null): Question {
    const { told, stage } = this;
    const names = stage.model.get("classes");
    const isComparable = told && state && told.network === state.network && told.steps === this.steps;
    const further = [state && askMap(state, Math.random), isComparable ? askChange(names, told.answer) : null];
    const possible = further.filter((question) => question !== null);
    return chosenQuestion(this.wish, this.asked, [askDigit(names), askSure(names), ...possible]);
  }

  /** The learner has made a guess: judges it by what the page would have painted, records it, and uncovers everything. */
  private commit(choice: number): void {
    const { question, seen } = this;
    const answer = seen && answerOf(seen);
    if (!question || !seen || !answer) return;
    const verdict = question.judge(choice, answer);
    const { scene, state } = seen;
    this.told = { scene, answer, verdict, network: state?.network ?? null, steps: this.steps };
    this.asked += 1;
    const { guess, result, agrees } = verdict;
    const told = { guess, result, agreed: agrees, confidence: answer.confidence };
    this.record.add({ time: new Date().toISOString(), question: question.kind, ...told });
    this.repaint();
    window.dispatchEvent(new CustomEvent(TOLD, { detail: { view: this.view, of: this.explorer, told: this.told } }));
  }

  /** A guess was made in a view on this browser page: in another one of the same explorer, it uncovers the answer here, too. */
  private readonly hear = (event: Event): void => {
    const { view, of, told } = (event as CustomEvent<{ view: HTMLElement; of: string; told: Told }>).detail;
    this.stage.guarded(() => {
      this.recordView.show();
      if (view === this.view || !of || of !== this.explorer || !this.isOn) return;
      this.told = told;
      this.repaint();
    });
  };

  private readonly press = (event: KeyboardEvent): void => {
    const isTyped = (event.target as Element).matches("select,textarea,input:not([type=checkbox],[type=range])");
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
    if (this.view.dataset.predict !== "ask" || isTyped || hasModifier || !this.card.press(event.key)) return;
    event.preventDefault();
    event.stopPropagation(); // or the notebook cell would become a heading
  };

  private enter(phase: "off" | "draw" | "wait" | "ask" | "told"): void {
    const hadCovered = this.covers;
    this.covers = phase !== "off" && phase !== "told";
    if (phase === "off") delete this.view.dataset.predict;
    else this.view.dataset.predict = phase;
    this.view.classList.toggle("mnistviz-covered", this.covers);
    this.cover.hidden = !this.covers;
    if (this.covers && !hadCovered) this.hush();
    if (hadCovered && !this.covers) this.stage.resize(); // what was hidden had no size
  }

  /** Takes back what was said aloud of the answer: screen readers can read it again. */
  private hush(): void {
    const said = this.view.querySelector(".mnistviz-spoken");
    if (said) setText(said, "");
  }

  /** The steps of framing that are off. */
  private get steps(): string {
    return String(this.stage.model.get("steps_off"));
  }

  /** Names the explorer on the browser page: views of one have the same canvas. */
  private get explorer(): string {
    return this.stage.model.get("canvas");
  }
}

/** Whether the same question can be asked: nothing has changed since. */
function isSameDigit(one: Seen, other: Seen): boolean {
  const isStill = !one.isDrawing && !other.isDrawing && one.state?.network === other.state?.network;
  return isStill && isSamePaper(one.scene, other.scene);
}

/** Returns what the network says of the digit on the paper; null: that is not known yet, or there is no ink. */
function answerOf({ update, isWhole }: Seen): Answer | null {
  const { prediction, confidence, probabilities } = update.header;
  return isWhole && prediction !== null ? { prediction, confidence, probabilities } : null;
}

function isSameAnswer(answer: Answer, { prediction, confidence }: Update): boolean {
  return prediction === answer.prediction && Math.abs(confidence - answer.confidence) < SAME;
}

/** Returns an update without the answer, and without sections: they paint nothing. */
function covered({ header, arrays }: Message<Update>): Message<Update> {
  const { choice } = header.sections as { readonly choice?: object }; // asks which of several digits is read
  const sections: Record<string, object> = choice ? { choice } : {};
  return { header: { ...header, prediction: null, confidence: 0, probabilities: [], sections }, arrays };
}
