/**
 * The explorer's page: shows what is on the paper and what the network makes of it.
 *
 * Where it has the network it computes by itself, in the next animation frame after each event of the pen, and shows the notebook
 * kernel's values once the pen rests. Otherwise it paints the kernel's updates. Either way one update in is one painted page out.
 */

import { type Message, unpack } from "../core/codec";
import { element } from "../core/dom";
import { LivePage } from "../core/live_page";
import { Answer } from "./answer";
import { Input } from "./input";
import { LivePaper } from "./live_paper";
import { exactValuesOf, updateOf } from "./local_update";
import { forwardOfKernel, type NetworkHeader, PageEngine } from "./page_engine";
import { Panel } from "./panel";
import type { PenEvent } from "./paper";
import { Pen } from "./pen";
import { SELDOM } from "./pen_post";
import { PredictFirst } from "./predict";
import { type Part, partOf, type Section } from "./section";
import { type Live, Stage } from "./stage";
import type { State } from "./state";
import { type Surface, surfaceOf } from "./surface";
import { BLANK_UPDATE, type ExplorerModel, type ExplorerTraits, RENDERED, type Settled, type Update } from "./traits";
import { type Spoken, Voice } from "./voice";

export class ExplorerPage {
  private readonly panel: Panel;
  private readonly stage: Stage;
  private readonly input: Input;
  private readonly answer: Answer;
  private readonly voice: Voice;
  private readonly predict: PredictFirst;
  private readonly live: LivePage<ExplorerTraits, Update>;
  private readonly engine: PageEngine;
  private readonly paper: LivePaper;
  private newest: Message<Update> | null = null; // of the kernel
  private settled: Message<Settled> | null = null; // what has followed the newest update
  private painted = 0; // the newest update of the kernel that is painted
  private state: State | null = null; // of what is painted next, or is painted; null: the kernel computes
  private update: Update = BLANK_UPDATE; // what is painted
  private early: Message<Settled> | null = null; // belongs to an update that waits to be painted
  private surface: Surface | null = null;

  /** @param sections in the order in which they are built and painted */
  constructor(
    private readonly model: ExplorerModel,
    private readonly el: HTMLElement,
    private readonly sections: readonly Section[],
  ) {
    el.classList.add("mnistviz-view");
    Object.assign(el.dataset, { points: "0", prediction: "", confidence: "", truth: "" });
    this.engine = new PageEngine(model);
    this.paper = new LivePaper(
      () => (this.engine.isReady ? Math.min(SELDOM, ...sections.map((one) => one.kernelInterval?.() ?? SELDOM)) : 0),
      (message) => model.send({ ...message, painted: this.painted }),
    );
    this.live = new LivePage<ExplorerTraits, Update>(model, el, {
      accept: (update) => this.accept(update),
      paint: (update) => this.paint(update),
      receive: (content, buffers) => this.receive(content, buffers),
      resize: () => this.resize(),
      recolour: () => this.recolour(),
      reconnect: () => this.paper.post.sendAgain(),
    });
    const say = (): Spoken => ({ ...this.answer.say(this.update), remark: this.panel.momentNote.words });
    this.voice = new Voice(this.live.spoken, () => this.predict.say(say()), !sections.length);
    this.panel = this.makePanel();
    this.stage = new Stage(model, this.panel, {
      act: (event) => this.act(event),
      paper: () => this.paper.now.scene,
      resize: () => this.resize(),
      listen: (names, action) => this.live.listen(names, action),
      guarded: (action) => this.live.guarded(action),
      send: this.send,
    });
    this.predict = new PredictFirst(this.stage, el, this.panel.guess, () => this.repaint());
    this.input = new Input(this.stage);
    const explain = (which: number): void => this.stage.inspector?.choose(model.get("output"), [which]);
    const classes = { names: model.get("classes"), areIndependent: model.get("independent") };
    this.answer = new Answer(classes, sections.length ? explain : null);
    this.answer.paint(BLANK_UPDATE); // with the names, until the first update comes
    for (const section of sections) section.build(this.stage);
    const { flow, layers } = this.stage;
    layers.append(this.stage.questions, this.stage.note);
    flow.append(this.input.el, this.answer.el, layers);
    const page = element("div", "mnistviz-page", [this.panel.el, flow]);
    el.append(this.live.message, page, this.live.spoken);
    this.listen();
    void this.takePad();
  }

  close(): void {
    if (!this.live.isClosed) this.paper.post.flush(); // another page may follow this one, in another language
    this.live.close();
    this.surface?.close(); // not before: what is shown stays when the kernel has ended
  }

  private listen(): void {
    const { live } = this;
    live.listen(["change:sequential"], () => this.recolour());
    live.listen(["change:samples"], () => this.panel.showSamples());
    live.listen(
      RENDERED.map((name) => `change:${name}`),
      () => this.engine.isReady && live.schedule(this.next),
    );
    live.onClose(() => {
      for (const section of this.sections) section.close?.();
      this.paper.post.close();
      this.answer.close();
      this.predict.close();
      this.voice.close();
    });
  }

  private makePanel(): Panel {
    const { model } = this;
    return new Panel(model, {
      act: (event) => this.act(event),
      sample: (index) => this.send({ kind: "sample", index }),
      moreSamples: () => this.send({ kind: "more" }),
      upload: async (file) => this.send({ kind: "upload", name: file.name }, await file.arrayBuffer()),
      limit: (bytes) => this.live.limit(bytes),
      refuse: (why) => this.live.report(why),
    });
  }

  /** Puts a canvas into the pad; from now on the pen draws. */
  private async takePad(): Promise<void> {
    const surface = await surfaceOf(this.model);
    if (this.live.isClosed) {
      surface.close();
      return;
    }
    const { pad } = this.panel;
    pad.use(surface);
    const act = (event: PenEvent): void => this.live.guarded(() => this.act(event));
    const pen = new Pen(pad.el, act, this.voice.following(pad.point));
    this.live.onClose(() => pen.close());
    this.surface = surface;
    this.live.guarded(() => pad.show(this.paper.now.scene));
  }

  /** The user draws, undoes, clears, or takes another brush. */
  private act(event: PenEvent): void {
    this.settled = null;
    this.voice.wait();
    this.paper.act(event);
    this.live.schedule(this.next);
  }

  /** Tells the kernel what the user wants. What the pen has done before may wait to be sent: it goes first. */
  private readonly send: Live["send"] = (content, bytes) => {
    this.paper.post.flush();
    if (bytes) this.live.sendBytes(content, bytes);
    else this.model.send(content);
  };

  /** Takes an update of the kernel. */
  private accept(update: Message<Update>): (() => Message<Update> | null) | null {
    if (!this.paper.accept(update)) {
      this.live.ask(); // an update is missing
      return null;
    }
    this.newest = update;
    this.settled = null;
    this.voice.wait();
    return this.next;
  }

  /** Makes the update that is painted next; null: the kernel has sent nothing new. */
  private readonly next = (): Message<Update> | null => {
    const { scene } = this.paper.now;
    this.panel.show(scene);
    const { newest } = this;
    this.state = this.engine.compute(scene, (section) => newest && this.partOfKernel(section, newest));
    if (this.state) return updateOf(this.state, this.sections, newest?.header ?? BLANK_UPDATE);
    return newest && newest.header.number !== this.painted ? newest : null;
  };

  private partOfKernel(section: string, newest: Message<Update>): Part | null {
    return partOf(section, newest) ?? (this.settled && partOf(section, this.settled));
  }

  /** Paints again what is known: more or less of it may be shown than before. */
  private repaint(): void {
    const update = this.next() ?? this.newest;
    if (!update) return;
    this.live.show(update);
    this.early ??= this.settled;
    this.settleEarly();
  }

  private paint(known: Message<Update>): void {
    const update = this.predict.shown(known, this.state, this.paper.now, this.paper.isHeard);
    const { header, arrays } = update;
    this.update = header;
    this.input.prepare(arrays.of("input"));
    this.el.classList.toggle("mnistviz-given", header.scene.given !== null);
    for (const section of this.sections) section.prepare?.(partOf(section.name, update));
    // Canvases first: to write on one asks for the layout, which texts change.
    this.input.paintDigit(arrays.of("input"));
    for (const section of this.sections) section.paint(partOf(section.name, update));
    this.input.paintSteps(header, arrays.of("input"));
    this.answer.paint(header);
    this.panel.momentNote.paint(header);
    Object.assign(this.el.dataset, {
      points: header.points,
      prediction: header.prediction ?? "",
      confidence: header.prediction === null ? "" : header.confidence,
      truth: this.engine.isReady && !this.engine.isTruth ? "page" : "kernel",
    });
    this.showExactValues();
    if (this.state) this.voice.know();
    if (header.number !== this.painted) {
      this.painted = header.number;
      if (!this.paper.post.painted()) this.live.reportPainted(header.number);
    }
    this.settleEarly();
  }

  /** Where the page computes by itself, it need not wait for exact values. */
  private showExactValues(): void {
    if (!this.state) return;
    const exact = exactValuesOf(this.state, this.sections);
    this.input.settle(exact.arrays.of("input"));
    for (const section of this.sections) {
      if (section.computeSettled) section.settle?.(partOf(section.name, exact), true);
    }
    this.stage.readAgain();
  }

  private receive(content: Record<string, unknown>, buffers: readonly DataView[]): void {
    if (content.kind === "network") {
      this.engine.use(unpack<NetworkHeader>(content, buffers));
      this.early = null; // values of the network before
    } else if (content.kind === "settled") {
      this.settleEarly(); // another one comes
      this.early = unpack<Settled>(content, buffers);
      if (!this.live.isWaiting) this.settleEarly();
    }
  }

  /** Shows what follows an update; of the parts, each decides whether it still holds if the pen has moved on. */
  private settleEarly(): void {
    const { early } = this;
    if (!early) return;
    this.early = null;
    const { header, arrays } = early;
    const isNewest =
      header.number === this.newest?.header.number && this.paper.isHeard && this.engine.agreesWith(header.made_with);
    const isCurrent = isNewest && !this.live.isWaiting && this.painted === header.number;
    if (isCurrent) this.settled = early;
    if (this.engine.isReady) {
      if (isCurrent) this.adopt(early);
    } else {
      if (isCurrent) this.input.settle(arrays.of("input"));
      for (const section of this.sections) section.settle?.(partOf(section.name, early), isCurrent);
    }
    if (isCurrent) this.rest(header.familiar);
  }

  /** The kernel has computed the same: from now on its values are shown. */
  private adopt({ arrays }: Message<Settled>): void {
    const difference = this.engine.adopt(forwardOfKernel(arrays));
    if (difference) this.model.send({ kind: "differs", ...difference }); // the kernel logs it
    const update = this.next();
    if (update) this.live.show(update);
  }

  /** The pen rests: exact values are read, and the answer is said aloud, politely. */
  private rest(isFamiliar: boolean): void {
    const { covers } = this.predict;
    this.stage.readAgain();
    if (!isFamiliar && !covers) this.answer.doubt();
    for (const section of this.sections) section.describe?.();
    this.voice.rest(isFamiliar || covers);
  }

  private resize(): void {
    this.input.resize();
    const width = this.stage.layers.clientWidth;
    if (!width) return; // not laid out yet, or not shown
    for (const section of this.sections) section.resize?.(width);
  }

  private recolour(): void {
    this.predict.recolour();
    for (const section of this.sections) section.recolour?.();
  }
}
