/**
 * What would change it: the least change that makes the network read another digit. It is searched when the user asks for it: by the
 * notebook kernel, or by the page itself where there is none. The page shows what was found, marks it on the pad, and says whose digit
 * it belongs to.
 */

import { announcer, button, element, setText } from "../../../core/dom";
import { text } from "../../../core/text";
import type { Part, Section } from "../../section";
import type { Stage } from "../../stage";
import type { State } from "../../state";
import { Drawer } from "../drawer";
import type { Header, MakeSearcher, Searcher } from "./answer";
import { Choices } from "./choices";
import { Overlay } from "./overlay";
import { Pictures } from "./pictures";

export class CounterfactualSection implements Section {
  readonly name = "counterfactual";
  private stage!: Stage;
  private searcher!: Searcher;
  private pictures!: Pictures;
  private shown: Part<Header> | null = null;
  private digits: Float32Array | null = null; // of the pictures
  private isSaid = true; // the result has been told to screen readers
  private readonly overlay = new Overlay();
  private readonly bar = element("progress");
  private readonly look = button(text("change-look"), () => this.searcher.look());
  private readonly stop = button(text("change-stop"), () => this.searcher.stop());
  private readonly take = button(text("change-take"), () => this.takeIt());
  private readonly problem = element("div", "mnistviz-change-problem");
  private readonly title = element("div", "mnistviz-change-title");
  private readonly stale = element("div", "mnistviz-change-stale", [text("change-stale")]);
  private readonly remarks = element("div");
  private readonly taking = element("span");
  private readonly offer = element("div", "mnistviz-change-offer", [this.take, this.taking]);
  private readonly result = element("div", "mnistviz-change-result");
  private readonly spoken = announcer("mnistviz-said", "polite");

  constructor(private readonly makeSearcher: MakeSearcher) {}

  build(stage: Stage): void {
    this.stage = stage;
    this.searcher = this.makeSearcher(stage, (part) => this.showNews(part));
    const { el } = new Drawer(stage, "change_open", text("change-heading"), this.parts());
    el.classList.add("mnistviz-change");
    el.addEventListener("toggle", () => this.resize());
    stage.questions.append(el);
  }

  compute(state: State): Part<Header> | null {
    return this.searcher.compute(state);
  }

  paint(part: Part<Header> | null): void {
    this.shown = part;
    const { progress, problem, result } = part?.header ?? { progress: null, problem: "", result: null };
    this.showSearch(progress);
    if (setText(this.problem, problem) && problem) this.isSaid = false;
    this.result.hidden = !result;
    if (!part || !result) {
      this.overlay.hide();
      return;
    }
    const { kind, holds, strokes, width } = result;
    if (setText(this.title, result.title) || progress !== null) this.isSaid = false;
    this.stale.hidden = holds;
    this.offer.hidden = !holds;
    this.result.classList.toggle("mnistviz-former", !holds);
    const { data } = part.arrays.float32("digits");
    if (data !== this.digits) this.pictures.show(data, result.readings, kind === "noise");
    this.digits = data;
    setText(this.remarks, result.remarks.join(" "));
    setText(this.taking, `${text("change-on-pad", { kind })} ${result.taking}`);
    if (holds && kind !== "noise") this.overlay.show(this.stage.pad, kind, strokes, width);
    else this.overlay.hide();
  }

  describe(): void {
    const header = this.shown?.header;
    if (!header || header.progress !== null || this.isSaid) return;
    this.isSaid = true;
    const { problem, result } = header;
    if (problem) setText(this.spoken, problem);
    else if (result?.holds) {
      const { title, taking } = result;
      setText(this.spoken, text("change-spoken", { title, ...this.pictures.words, taking }));
    }
  }

  recolour(): void {
    this.pictures?.recolour();
  }

  resize(): void {
    this.pictures?.resize();
  }

  close(): void {
    this.searcher.close();
    this.overlay.hide();
  }

  private parts(): HTMLElement[] {
    const { stage } = this;
    this.pictures = new Pictures(stage);
    this.pictures.resize();
    this.bar.max = 1;
    this.bar.setAttribute("aria-label", text("change-progress"));
    const choices = new Choices(stage, [this.look, this.bar, this.stop]);
    this.result.append(this.title, this.stale, this.pictures.el, this.remarks, this.offer);
    this.paint(null);
    return [choices.el, this.problem, this.result, this.spoken];
  }

  private showSearch(progress: number | null): void {
    const hadFocus = [this.look, this.stop].some((one) => one === document.activeElement);
    const isRunning = progress !== null;
    this.look.hidden = isRunning;
    this.stop.hidden = this.bar.hidden = !isRunning;
    this.bar.value = progress ?? 0;
    if (hadFocus) (isRunning ? this.stop : this.look).focus({ preventScroll: true });
  }

  /** Shows what the page has computed while the pen rests. */
  private showNews(part: Part<Header>): void {
    this.paint(part);
    this.describe();
  }

  private takeIt(): void {
    this.searcher.take();
    this.look.focus({ preventScroll: true }); // the button is about to go
  }
}
