/** The explorer's page: one update in, one painted page out. Updates are painted whole, and then reported. */

import type { Message } from "../core/codec";
import { unpack } from "../core/codec";
import { element } from "../core/dom";
import { LivePage } from "../core/live_page";
import { modelOf } from "../core/model";
import { percent } from "../core/numbers";
import { text } from "../core/text";
import { Answer } from "./answer";
import { Input } from "./input";
import { type CanvasModel, Pen } from "./pen";
import type { Part, Section } from "./section";
import { Stage } from "./stage";
import type { ExplorerModel, ExplorerTraits, Settled, Update } from "./traits";
import { weighUploads } from "./uploads";

export class ExplorerPage {
  private readonly stage: Stage;
  private readonly input: Input;
  private readonly answer: Answer;
  private readonly live: LivePage<ExplorerTraits, Update>;
  private pen: Pen | "none" | "coming" = "none";
  private update: Update | null = null; // the one that is painted
  private early: Message<Settled> | null = null; // belongs to the update that waits to be painted

  /** @param sections in the order in which they are built and painted */
  constructor(
    private readonly model: ExplorerModel,
    private readonly el: HTMLElement,
    private readonly sections: readonly Section[],
  ) {
    el.classList.add("mnistviz-view");
    Object.assign(el.dataset, { points: "0", prediction: "", confidence: "" });
    this.live = new LivePage<ExplorerTraits, Update>(model, el, {
      paint: (update) => this.paint(update),
      receive: (content, buffers) => this.receive(content, buffers),
      resize: () => this.resize(),
      reconnect: () => this.ready?.sendAgain(),
      inputs: () => [this.stage.inputPanel()].filter((panel) => panel !== null),
    });
    this.stage = new Stage(model, el, (names, action) => this.live.listen(names, action));
    this.input = new Input(this.stage.digit);
    this.answer = new Answer((digit) => this.stage.inspector?.choose(model.get("output"), [digit]), el);
    for (const section of sections) section.build(this.stage);
    this.live.listen(["change:sequential"], () => this.recolour());
    const { flow, layers } = this.stage;
    layers.append(element("div", "mnistviz-note", [model.get("note")]));
    flow.append(this.input.el, this.answer.verdict, this.answer.bars, layers);
    el.append(this.live.message, flow, this.live.spoken);
    this.live.onClose(() => this.endSections());
    void this.weighUploads();
  }

  close(): void {
    this.live.close();
  }

  /** The pen, if the page has it. */
  private get ready(): Pen | null {
    return this.pen instanceof Pen ? this.pen : null;
  }

  private paint({ header, arrays }: Message<Update>): void {
    this.update = header;
    for (const section of this.sections) section.prepare?.(partOf(section, { header, arrays }));
    // Canvases first: to write on one asks for the layout, which texts change.
    this.input.paintDigit(arrays.of("input"));
    for (const section of this.sections) section.paint(partOf(section, { header, arrays }));
    this.input.paintSteps(header, arrays.of("input"));
    this.answer.paint(header);
    this.answer.flag(false); // nobody judges a digit by half of it
    if (this.pen === "none") void this.takePen();
    Object.assign(this.el.dataset, {
      points: header.points,
      prediction: header.prediction ?? "",
      confidence: header.prediction === null ? "" : header.confidence,
    });
    const heard = this.ready ? (header.heard[this.ready.page] ?? 0) : 0;
    if (!this.ready?.paint(heard)) this.live.reportPainted(header.number);
    this.settleEarly();
  }

  private receive(content: Record<string, unknown>, buffers: readonly DataView[]): void {
    if (content.kind !== "settled") return;
    this.settleEarly(); // another one comes
    this.early = unpack<Settled>(content, buffers);
    if (this.live.waitingNumber !== this.early.header.number) this.settleEarly();
  }

  /** Shows what follows an update; of the parts, each decides whether it still holds if the pen has moved on. */
  private settleEarly(): void {
    if (!this.early) return;
    const { header, arrays } = this.early;
    this.early = null;
    const isCurrent = this.live.waitingNumber === null && this.update?.number === header.number;
    if (isCurrent) this.input.settle(arrays.of("input"));
    for (const section of this.sections) section.settle?.(partOf(section, { header, arrays }), isCurrent);
    if (isCurrent && this.update) this.rest(this.update, header.familiar);
  }

  /** The pen rests: exact values are read, and the answer is said aloud, politely. */
  private rest({ prediction, confidence }: Update, isFamiliar: boolean): void {
    this.stage.readAgain();
    this.answer.flag(!isFamiliar);
    for (const section of this.sections) section.describe?.();
    const read = { prediction: String(prediction), confidence: percent(confidence) };
    const answer = prediction === null ? text("blank-paper") : text("answer-aloud", read);
    this.live.spoken.textContent = isFamiliar ? answer : `${text("unfamiliar")} ${answer}`;
  }

  /** From its first update on, when it stands in the page beside its pad, the page has the pen and sets its pace. */
  private async takePen(): Promise<void> {
    this.pen = "coming"; // while the model is fetched, later updates need not ask again
    const canvas = await modelOf<CanvasModel>(this.model, this.model.get("canvas"));
    if (!canvas || this.live.isClosed) return;
    const pad = this.stage.pad();
    if (!pad) {
      this.pen = "none";
      return;
    }
    const pen = new Pen(
      pad,
      canvas,
      () => this.update?.number ?? 0,
      (message) => this.model.send(message),
    );
    this.pen = pen;
    this.live.onClose(() => pen.close());
  }

  private async weighUploads(): Promise<void> {
    const end = await weighUploads(this.model, (why) => this.live.report(why));
    if (this.live.isClosed) end();
    else this.live.onClose(end);
  }

  private resize(): void {
    const width = this.stage.layers.clientWidth;
    if (!width) return; // not laid out yet
    this.input.resize();
    for (const section of this.sections) section.resize?.(width);
  }

  private recolour(): void {
    for (const section of this.sections) section.recolour?.();
  }

  private endSections(): void {
    for (const section of this.sections) section.close?.();
  }
}

/** Returns what a message has for a section; null if that is closed. */
function partOf(section: Section, { header, arrays }: Message<Update | Settled>): Part | null {
  const part = header.sections[section.name];
  return part ? { header: part, arrays: arrays.of(section.name) } : null;
}
