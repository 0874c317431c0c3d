/** The trainer's page: choices and buttons, progress, curves, kernels and maps as they change, the confusion matrix at the end. */

import type { Host } from "@anywidget/types";
import type { Message } from "../core/codec";
import { element, setText } from "../core/dom";
import { LivePage } from "../core/live_page";
import { percent, rounded } from "../core/numbers";
import { SmallExplorer } from "../core/small_explorer";
import { text } from "../core/text";
import { confusionTable } from "./confusion_table";
import { Controls } from "./controls";
import { Curve } from "./curve";
import type { Point } from "./curve_geometry";
import { batchOf } from "./epochs";
import { ProgressBar } from "./progress_bar";
import { Replay } from "./replay";
import { Samples } from "./samples";
import { Strips } from "./strips";
import type { TrainerModel, TrainerTraits, Update } from "./traits";

export class TrainerPage {
  private readonly live: LivePage<TrainerTraits, Update>;
  private readonly controls: Controls;
  private readonly epochs = new ProgressBar("epochs");
  private readonly batches = new ProgressBar("batches");
  private readonly loss = new Curve(text("trainer-loss"), (value) => rounded(value, 2), null);
  private readonly accuracy = new Curve(text("trainer-accuracy"), percent, 1);
  private readonly replay: Replay;
  private readonly samples: Samples;
  private readonly strips: Strips;
  private readonly confusion = element("div", "mnistviz-result");
  private update: Update | null = null; // the one that is painted
  private isResting = false; // the training, with the update that is painted next; that must be announced

  constructor(
    private readonly model: TrainerModel,
    private readonly el: HTMLElement,
    host: Host | undefined,
  ) {
    el.classList.add("mnistviz-training");
    Object.assign(el.dataset, { state: "", batch: "0" });
    this.controls = new Controls(model);
    this.replay = new Replay(model);
    this.samples = new Samples(model);
    this.strips = new Strips(model);
    this.live = new LivePage<TrainerTraits, Update>(model, el, {
      accept: (update) => {
        this.isResting = false;
        return () => update;
      },
      paint: (update) => this.paint(update),
      receive: ({ kind }) => {
        if (kind !== "rest") return;
        if (this.live.isWaiting) this.isResting = true;
        else this.announce();
      },
      resize: () => this.strips.resize(),
      recolour: () => this.strips.recolour(),
    });
    this.live.listen(["change:choices"], () => this.controls.showChoices());
    this.live.listen(["change:digit"], () => this.samples.showChosen());
    this.live.listen(["change:epoch"], () => this.replay.showChosen());
    const explorer = new SmallExplorer(model, host);
    this.live.onClose(() => explorer.close());
    const curves = element("div", "mnistviz-curves", [this.loss.el, this.accuracy.el]);
    el.append(
      this.live.message,
      this.controls.el,
      element("div", "mnistviz-progress", [this.controls.state, this.epochs.el, this.batches.el]),
      element("div", "mnistviz-learning", [element("div", "mnistviz-figures", [curves]), explorer.el]),
      this.replay.el,
      this.samples.el,
      this.strips.el,
      this.confusion,
      this.live.spoken,
    );
  }

  close(): void {
    this.live.close();
  }

  private paint({ header, arrays }: Message<Update>): void {
    this.update = header;
    const { state, progress, trained, confusion } = header;
    this.strips.paint(header.strips, arrays);
    this.controls.showState(state, trained);
    this.epochs.show(progress.epoch, progress.epochs);
    this.batches.show(progress.batch, progress.batches);
    this.loss.describe(header.loss_name);
    this.paintCurves(header);
    this.replay.paint(header);
    this.samples.paint(header);
    this.confusion.replaceChildren(...(confusion ? [this.tableOf(confusion)] : []));
    Object.assign(this.el.dataset, { state, batch: trained, epoch: header.shown_epoch ?? "" });
    this.live.reportPainted(header.number);
    if (this.isResting) this.announce();
    this.isResting = false;
  }

  private tableOf(confusion: NonNullable<Update["confusion"]>): HTMLTableElement {
    return confusionTable(confusion, this.model.get("classes"), this.model.get("subject"));
  }

  private paintCurves(update: Update): void {
    const { batches, loss, accuracy, validations, trained, end } = update;
    const points = (values: readonly number[]): Point[] => batches.map((batch, i) => [batch, values[i] ?? 0]);
    const losses = validations.map(([batch, value]): Point => [batch, value]);
    const accuracies = validations.map(([batch, , value]): Point => [batch, value]);
    this.loss.show(points(loss), losses, trained, end);
    this.accuracy.show(points(accuracy), accuracies, trained, end);
    const replayed = batchOf(update.kept, update.shown_epoch);
    for (const curve of [this.loss, this.accuracy]) curve.mark(replayed, end);
  }

  /** Announces the result, politely: the training rests. */
  private announce(): void {
    if (!this.update) return;
    const { state, progress, validations } = this.update;
    const accuracy = validations.at(-1)?.[2];
    const values = { state: text("training-state", { state }), epoch: progress.epoch, epochs: progress.epochs };
    const result =
      accuracy === undefined
        ? text("training-aloud", values)
        : text("training-aloud-with-result", {
            ...values,
            subject: this.model.get("subject"),
            accuracy: percent(accuracy),
          });
    setText(this.live.spoken, result);
  }
}
