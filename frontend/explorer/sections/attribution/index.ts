/**
 * Why this answer? Which pixels speak for a class and which against it, with the checks that say how far to trust the map. The page
 * computes it when the pen rests; of networks that it cannot run, the notebook kernel does. While a newer map is not there, the
 * former one is dimmed, and words say whose it is.
 */

import { Arrays } from "../../../core/codec";
import { announcer, button, element, setText, showReading } from "../../../core/dom";
import { save } from "../../../core/model";
import { compact, percent, rounded } from "../../../core/numbers";
import type { Strip } from "../../../core/strip/strip";
import { text } from "../../../core/text";
import { sumOf } from "../../../explain/attribution/methods";
import type { Part, Section } from "../../section";
import type { Stage } from "../../stage";
import type { State } from "../../state";
import { Drawer } from "../drawer";
import { type Answer, answerOfKernel, type KernelHeader, questionWords } from "./answer";
import { CurvePlot } from "./curve_plot";
import { Form } from "./form";
import { MapPanel } from "./map_panel";
import { askedOf } from "./wish";
import { type Outcome, type Wish, Work } from "./work";

/** What the page computes of an update: the wish that is answered when the pen rests; null: the paper is blank. */
interface PageHeader {
  readonly wish: Wish | null;
  readonly prediction: number | null;
  readonly probabilities: Float32Array;
}

const COMPLETE = 0.005; // completeness error up to which a map is not called approximate

export class AttributionSection implements Section {
  readonly name = "attribution";
  private stage!: Stage;
  private form!: Form;
  private work!: Work;
  private isOpen = false;
  private answer: Answer | null = null; // what is shown
  private pointed: Strip | null = null; // the map under the pointer
  private readonly readout = element("div", "mnistviz-attribution-readout");
  private readonly maps = [text("attribution-of-weights"), text("attribution-of-random")].map(
    (name) => new MapPanel(name, { point: (strip, loud) => this.point(strip, loud) }),
  ) as [MapPanel, MapPanel];
  private readonly curve = new CurvePlot();
  private readonly status = element("div", "mnistviz-attribution-status");
  private readonly completeness = element("div");
  private readonly correlation = element("div");
  private readonly remark = element("div", "mnistviz-caption");
  private readonly check = button(text("attribution-check"), () => this.toggleCheck());
  private readonly content = element("div", "mnistviz-attribution-content");
  private readonly spoken = announcer("mnistviz-said", "polite");
  private el!: HTMLElement;

  build(stage: Stage): void {
    this.stage = stage;
    this.form = new Form(stage);
    this.work = new Work(stage.guarded, (outcome) => this.show(outcome, ""));
    const [map, random] = this.maps;
    const maps = element("div", "mnistviz-attribution-maps", [map.el, random.el]);
    const words = element("div", "mnistviz-attribution-words", [
      this.completeness,
      this.remark,
      this.curve.el,
      this.check,
      this.correlation,
    ]);
    const colours = element("div", "mnistviz-caption", [text("attribution-colours")]);
    this.content.append(element("div", "mnistviz-attribution-pictures", [maps, colours, this.readout]), words);
    const parts = [this.form.el, this.status, this.content, this.spoken];
    this.el = new Drawer(stage, "attribution_open", text("attribution-title"), parts).el;
    this.el.classList.add("mnistviz-attribution");
    this.el.addEventListener("toggle", () => this.resize()); // folded, it has no width
    stage.listen(["change:attribution_check"], () => this.showCheck());
    stage.questions.append(this.el);
    this.point(null, false);
    this.show(null, "");
  }

  compute({ network, forward, settings }: State): Part<PageHeader> | null {
    if (!settings.get("attribution_open")) return null;
    const { digit, prediction, probabilities } = forward;
    const asked = askedOf(settings, forward);
    const method = settings.get("attribution_method");
    const checked = settings.get("attribution_check");
    const wish = asked && { network, digit, asked, method, checked };
    return { header: { wish, prediction, probabilities }, arrays: Arrays.of({}) };
  }

  paint(part: Part | null): void {
    if (!part) {
      if (this.isOpen) this.fold();
      return;
    }
    this.isOpen = true;
    const { header } = part as Part<PageHeader | KernelHeader>;
    this.form.show(header.prediction, header.probabilities);
    if (!("wish" in header)) {
      this.work.stop();
      const answer = answerOfKernel(part as Part<KernelHeader>);
      this.show({ answer, problem: header.problem }, header.former ? "attribution-former" : "");
    } else if (header.wish) {
      const outcome = this.work.follow(header.wish);
      if (outcome) this.show(outcome, "");
      else this.show({ answer: this.answer, problem: "" }, "attribution-former");
    } else {
      this.work.stop();
      this.show({ answer: null, problem: text("nothing-to-attribute") }, "");
    }
  }

  recolour(): void {
    for (const { strip } of this.maps) strip.recolour(this.stage.colours(true));
  }

  resize(): void {
    for (const map of this.maps) map.resize();
  }

  close(): void {
    this.work.close();
  }

  /** Nothing is computed any more; what is there is a former answer when it unfolds again. */
  private fold(): void {
    this.isOpen = false;
    this.work.stop();
    this.show({ answer: this.answer, problem: "" }, "attribution-former");
  }

  /**
   * Shows an outcome; null: there is none yet.
   *
   * @param former the text that says why the answer is a former one; empty: it is that of what is on the screen
   */
  private show(outcome: Outcome | null, former: string): void {
    const answer = outcome?.answer ?? null;
    const problem = outcome?.problem ?? "";
    const status = answer ? former && text(former) : problem || text("attribution-waiting");
    setText(this.status, status);
    this.status.hidden = !status;
    const appears = answer !== null && this.content.hidden;
    this.content.hidden = !answer;
    this.content.classList.toggle("mnistviz-former", former !== "");
    const present = this.work.isRefreshing ? "refreshing" : "current";
    const state = answer ? (former ? "former" : present) : problem ? "none" : "waiting";
    Object.assign(this.el.dataset, { state, curve: answer?.curve ? "yes" : "no", check: answer?.check ? "yes" : "no" });
    if (answer && answer !== this.answer) this.showAnswer(answer);
    if (appears) this.resize(); // hidden, it had no width
    this.answer = answer;
    this.showCheck();
    this.point(this.pointed, false); // its value may have changed
  }

  private showAnswer(answer: Answer): void {
    const { asked, method, digit, values, whole, completenessError, check } = answer;
    const isNew = values !== this.answer?.values;
    const question = questionWords(asked, this.stage.model.get("classes"));
    const colours = this.stage.colours(true);
    const [map, random] = this.maps;
    if (isNew) map.show(question, values, digit, colours);
    if (check && check !== this.answer?.check) {
      random.show(text("attribution-random-map", { question }), check.values, digit, colours);
      const value = check.correlation === null ? "none" : rounded(check.correlation, 2);
      setText(this.correlation, text("attribution-correlation", { value }));
    }
    this.curve.show(question, answer.curve);
    setText(this.remark, text("attribution-remark", { method }));
    const isComplete = completenessError !== null && completenessError <= COMPLETE;
    const sums = { sum: compact(sumOf(Float64Array.from(values))), whole: compact(whole) };
    const error = completenessError === null ? "none" : percent(completenessError);
    const promise = method === "integrated_gradients";
    setText(
      this.completeness,
      promise ? text("attribution-completeness", { ...sums, good: isComplete ? "yes" : "no", error }) : "",
    );
    if (!isNew) return;
    const name = text("attribution-method-name", { method });
    setText(this.spoken, text("attribution-spoken", { question, method: name, range: map.words }));
  }

  private showCheck(): void {
    const isOn = this.stage.model.get("attribution_check");
    const check = this.answer?.check ?? null;
    this.check.setAttribute("aria-pressed", String(isOn));
    const [, random] = this.maps;
    random.el.hidden = !isOn || !check;
    this.correlation.hidden = !isOn;
    if (isOn && !check) setText(this.correlation, text("attribution-check-waiting"));
    if (!random.el.hidden) random.resize();
  }

  private toggleCheck(): void {
    const { model } = this.stage;
    save(model, "attribution_check", !model.get("attribution_check"));
  }

  private point(strip: Strip | null, loud: boolean): void {
    this.pointed = strip;
    const value = strip?.read();
    const isFormer = this.el.dataset.state === "former";
    const former = value && isFormer ? text("attribution-former-value", { value }) : value;
    showReading(this.readout, former || text("attribution-point"), loud);
  }
}
