/**
 * How the answer came about: the probabilities over the time of the drawing, and a slider that takes the whole explorer back to any
 * moment. The page computes it by itself, in slices once the pen rests; for networks that it cannot run the notebook kernel does.
 */

import { Arrays } from "../../../core/codec";
import { element, setText } from "../../../core/dom";
import { percent } from "../../../core/numbers";
import { SlicedWork } from "../../../core/sliced_work";
import { text } from "../../../core/text";
import { AnswerHistory, flipsOf, type Reading, strokeEnds } from "../../../explain/answer_history";
import { pointsOf } from "../../../ink/drawing";
import type { Part, Section } from "../../section";
import type { Stage } from "../../stage";
import type { State } from "../../state";
import { Drawer } from "../drawer";
import { MomentSlider } from "./moment_slider";
import { Plot } from "./plot";

const REST = 150; // milliseconds without an update after which the missing moments are computed: the pen rests
const PLOT_INTERVAL = 200; // milliseconds between two plots while the pen draws: one costs as much as all the maps
const MOST_FLIPS = 5; // that are named in words; the plot has all

/** As `mnistviz/jupyter/explorer/sections/history.py` sends it. */
interface Header {
  /** The moments that are known, and the prediction at each. */
  readonly moments: readonly number[];
  readonly predictions: readonly (number | null)[];
  /** Points of the drawing. */
  readonly total: number;
  /** The points at which its strokes end. */
  readonly strokes: readonly number[];
  /** The moment that is shown; null: now. */
  readonly moment: number | null;
  /** A picture is on the paper. */
  readonly picture: boolean;
}

export class HistorySection implements Section {
  readonly name = "history";
  private stage!: Stage;
  private work!: SlicedWork;
  private state: State | null = null; // the newest one
  private timer: ReturnType<typeof setTimeout> | undefined;
  private own: Header | null = null; // of what the page has computed last
  private isUnderWay = false; // what is missing is computed, or soon will be
  private replot: ReturnType<typeof setTimeout> | undefined;
  private plotted = { at: -PLOT_INTERVAL, total: 0 }; // when, in milliseconds, and how many points the drawing had
  private readonly history = new AnswerHistory();
  private readonly plot = new Plot();
  private slider!: MomentSlider;
  private readonly summary = element("div", "mnistviz-caption");
  private readonly content = element("div");
  private readonly sentence = element("div", "mnistviz-caption");

  build(stage: Stage): void {
    this.stage = stage;
    this.work = new SlicedWork(stage.guarded);
    this.slider = new MomentSlider((points) => stage.act(["rewind", points]));
    this.content.append(this.plot.el, this.slider.el, this.summary);
    const { el } = new Drawer(stage, "history_open", text("history-title"), [this.sentence, this.content]);
    el.classList.add("mnistviz-history");
    stage.underPad.append(el);
  }

  compute(state: State): Part<Header> | null {
    this.state = state;
    const { settings, whole, wanted, network } = state;
    if (!settings.get("history_open")) {
      this.stop();
      return null;
    }
    if (this.history.follow(whole.drawing, wanted, network)) this.stop();
    if (!this.history.isComplete && !this.isUnderWay) {
      this.isUnderWay = true;
      this.timer = setTimeout(() => this.stage.guarded(() => this.complete()), REST);
    }
    return this.part(state);
  }

  paint(part: Part<Header> | null): void {
    const isOwn = part?.header === this.own;
    if (!isOwn) this.stop(); // the page has lost its network, and shows what the notebook kernel computes
    clearTimeout(this.replot);
    if (!part) return;
    const { header, arrays } = part;
    const { total, moment, picture } = header;
    const { data, shape } = arrays.float32("probabilities");
    const count = shape[1] ?? 0;
    const readings = header.moments.map((points, i): Reading => {
      const probabilities = data.slice(i * count, (i + 1) * count);
      return { points, probabilities, prediction: header.predictions[i] ?? null };
    });
    const sentences = { picture: text("history-of-picture"), blank: text("history-of-nothing"), drawing: "" };
    setText(this.sentence, sentences[picture ? "picture" : total ? "drawing" : "blank"]);
    this.content.hidden = picture || !total;
    if (this.content.hidden) return;
    const isComplete = isOwn ? this.history.isComplete : readings.length > 0;
    const plot = (): void => this.showPlot(header, readings, isComplete);
    const isDrawn = moment === null && total > this.plotted.total;
    const wait = isDrawn ? this.plotted.at + PLOT_INTERVAL - performance.now() : 0;
    if (wait > 0) this.replot = setTimeout(() => this.stage.guarded(plot), wait);
    else plot();
    const scene = this.stage.paper(); // may be ahead of what the notebook kernel has told
    const now = pointsOf(scene.drawing);
    const known = now === total && readings.find(({ points }) => points === (scene.moment ?? now));
    this.slider.show(scene, known ? this.answerOf(known) : "");
  }

  close(): void {
    this.stop();
    clearTimeout(this.replot);
    this.work.close();
  }

  private showPlot({ total, strokes, moment }: Header, readings: readonly Reading[], isComplete: boolean): void {
    const { model } = this.stage;
    const classes = model.get("classes");
    const name = (which: number): string => classes[which] ?? "";
    const flips = flipsOf(readings);
    const changes = flips.map(({ before, after, points }) =>
      text("answer-flip", { before: name(before), after: name(after), points: String(points) }),
    );
    const told = this.tell(readings.length, total, isComplete, changes);
    const stacked = model.get("independent") ? [] : readings;
    this.plot.show({ readings: stacked, flips, total, strokes, moment, classes }, told);
    setText(this.summary, told);
    this.plotted = { at: performance.now(), total };
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.work.stop();
    this.isUnderWay = false;
  }

  private complete(): void {
    this.work.start(this.history.complete(), () => {
      this.isUnderWay = false;
      if (this.state) this.paint(this.part(this.state));
    });
  }

  private part({ whole }: State): Part<Header> {
    const { readings } = this.history;
    const count = readings[0]?.probabilities.length ?? 0;
    const data = new Float32Array(readings.length * count);
    readings.forEach(({ probabilities }, i) => {
      data.set(probabilities, i * count);
    });
    this.own = {
      moments: readings.map(({ points }) => points),
      predictions: readings.map(({ prediction }) => prediction),
      total: pointsOf(whole.drawing),
      strokes: strokeEnds(whole.drawing),
      moment: whole.moment,
      picture: whole.picture !== null,
    };
    return {
      header: this.own,
      arrays: Arrays.of({ probabilities: { dtype: "float32", shape: [readings.length, count], data } }),
    };
  }

  private answerOf({ probabilities, prediction }: Reading): string {
    if (prediction === null) return text("blank-paper");
    const name = this.stage.model.get("classes")[prediction] ?? String(prediction);
    return text("history-answer", { name, confidence: percent(probabilities[prediction] ?? 0) });
  }

  /** Says in words what the plot shows. */
  private tell(moments: number, total: number, isComplete: boolean, flips: readonly string[]): string {
    const sentences = [text("history-moments", { moments: String(moments), total: String(total) })];
    if (!isComplete) sentences.push(text("history-computing"));
    else if (!flips.length) sentences.push(text("history-no-flip"));
    if (flips.length) {
      const list = flips.slice(0, MOST_FLIPS).join("; ");
      sentences.push(text("history-flips", { flips: list, others: Math.max(0, flips.length - MOST_FLIPS) }));
    }
    if (this.stage.model.get("independent")) sentences.push(text("history-independent"));
    return sentences.join(" ");
  }
}
