/** The panel in which digits are made: pad, undo and clear, brush, samples, upload. */

import { button, element } from "../core/dom";
import { rounded } from "../core/numbers";
import { text } from "../core/text";
import { BRUSH } from "../ink/framing_steps";
import type { Scene } from "../ink/scene";
import { areDigits } from "./classes";
import { MomentNote } from "./moment_note";
import { Pad } from "./pad";
import type { PenEvent } from "./paper";
import { type SampleHand, SampleRow } from "./sample_row";
import type { ExplorerModel } from "./traits";
import { TypedStrokes } from "./typed_strokes";

const BRUSHES = { thinnest: 6, widest: 48 }; // pad pixels: a thin pencil and a broad marker
const MEGABYTE = 2 ** 20;

/** Who hears what the user does in the panel, besides the pen. */
export interface Hand extends SampleHand {
  /** Undo, clear, another brush, or strokes that are typed. */
  act(event: PenEvent): void;
  upload(file: File): void;
  /** Returns the largest file that can be uploaded where a message may have so many bytes. */
  limit(bytes: number): number;
  /** Says why something was refused. */
  refuse(why: string): void;
}

export class Panel {
  readonly pad = new Pad();
  readonly el: HTMLElement;
  /** Where sections put what belongs to the drawing. */
  readonly underPad = element("div", "mnistviz-under-pad");
  /** Where the learner is asked for a guess. */
  readonly guess = element("div", "mnistviz-predict");
  readonly momentNote: MomentNote;
  private readonly brush = element("input");
  private readonly file = element("input");
  private readonly samples: SampleRow;

  constructor(
    private readonly model: ExplorerModel,
    private readonly hand: Hand,
  ) {
    this.momentNote = new MomentNote(() => hand.act(["rewind", null]));
    const buttons = element("div", "mnistviz-buttons", [
      button(text("undo"), () => hand.act(["undo"])),
      button(text("clear"), () => hand.act(["clear"])),
      disclosure(text("pictures")),
      this.momentNote.el,
    ]);
    this.samples = new SampleRow(hand);
    const isOfUse = model.get("samples").given || areDigits(model.get("classes")); // as MNIST's digits are
    const pictures = element("div", "mnistviz-pictures", isOfUse ? [this.samples.el, this.upload()] : [this.upload()]);
    this.underPad.append(new TypedStrokes((event) => hand.act(event)).el);
    const parts = [this.pad.el, buttons, this.guess, this.brushRange(), this.underPad, pictures];
    this.el = element("div", "mnistviz-panel", parts);
    this.showSamples();
  }

  showSamples(): void {
    this.samples.show(this.model.get("samples"));
  }

  /** Shows what is on the paper. */
  show(scene: Scene): void {
    this.pad.show(scene);
    this.brush.value = String(scene.drawing.brush ?? BRUSH);
  }

  private brushRange(): HTMLElement {
    const { brush } = this;
    brush.type = "range";
    [brush.min, brush.max] = [String(BRUSHES.thinnest), String(BRUSHES.widest)];
    brush.value = String(BRUSH);
    brush.dataset.lmSuppressShortcuts = "true"; // or the arrow keys would go to the notebook
    brush.addEventListener("input", () => this.hand.act(["brush", Number(brush.value)]));
    return element("label", "mnistviz-brush", [text("brush"), brush]);
  }

  /** Makes the button for pictures; the browser's own has a text in the browser's language. */
  private upload(): HTMLElement {
    const { file, model } = this;
    file.type = "file";
    file.accept = "image/*";
    file.hidden = true;
    file.addEventListener("change", () => {
      const chosen = file.files?.[0];
      if (chosen) this.take(chosen);
      file.value = ""; // or the same file could not be chosen again
    });
    const choose = button(text("upload-picture"), () => file.click());
    choose.title = model.get("upload_kinds");
    return element("div", "mnistviz-upload", [choose, file]);
  }

  /** Takes a file unless it is too large: Jupyter drops messages above about 10 MB without a word. */
  private take(file: File): void {
    const limit = this.hand.limit(this.model.get("upload_limit"));
    if (file.size <= limit) this.hand.upload(file);
    else {
      const size = rounded(file.size / MEGABYTE, 1);
      this.hand.refuse(text("file-too-large", { size, limit: String(limit / MEGABYTE) }));
    }
  }
}

/** Makes the button that shows and hides samples and upload where there is little room; elsewhere the style shows them without it. */
function disclosure(label: string): HTMLButtonElement {
  const made = button(label, () =>
    made.setAttribute("aria-expanded", String(made.getAttribute("aria-expanded") === "false")),
  );
  made.classList.add("mnistviz-disclosure");
  made.setAttribute("aria-expanded", "false");
  return made;
}
