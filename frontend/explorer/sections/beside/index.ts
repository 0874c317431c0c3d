/**
 * Side by side: what is shown beside another network on the same digit, or beside a drawing that was kept. The notebook kernel
 * computes all of it, so it is not in exported pages; the three strips and both answers always belong to the same digit.
 */

import { announcer, button, element, setText } from "../../../core/dom";
import { save } from "../../../core/model";
import { text } from "../../../core/text";
import { SELDOM } from "../../pen_post";
import type { Part, Section } from "../../section";
import type { Stage } from "../../stage";
import type { State } from "../../state";
import { Drawer } from "../drawer";
import { type Answer, AnswerCard } from "./answer_card";
import { LayerChoice, type LayerShare } from "./layer_choice";
import { type ShownLayer, Triptych } from "./triptych";

const INTERVAL = 50; // milliseconds between two comparisons while the pen moves

interface Header {
  readonly names: readonly [first: string, second: string];
  /** Whose weights these are. */
  readonly notes: readonly [first: string, second: string];
  readonly answers: readonly [first: Answer, second: Answer];
  /** The layers that can be shown; none if the networks have none in common. */
  readonly layers: readonly LayerShare[];
  /** The layer that differs most; null: none differs. */
  readonly most: string | null;
  /** Sentences that say which layer differs most, and what was not compared. */
  readonly remarks: readonly string[];
  readonly shown: ShownLayer | null;
}

export class BesideSection implements Section {
  readonly name = "beside";
  private stage!: Stage;
  private layers!: LayerChoice;
  private triptych!: Triptych;
  private header: Header | null = null; // of what is shown
  private readonly answers = [new AnswerCard("first"), new AnswerCard("second")] as const;
  private readonly hint = element("div", "mnistviz-caption", [text("beside-nothing-kept")]);
  private readonly remarks = element("div", "mnistviz-caption");
  private readonly content = element("div");
  private readonly spoken = announcer("mnistviz-said", "polite");

  build(stage: Stage): void {
    this.stage = stage;
    const { model } = stage;
    const compared = model.get("beside");
    this.layers = new LayerChoice((name) => save(model, "beside_layer", name));
    this.triptych = new Triptych(stage);
    const [first, second] = this.answers;
    const answers = element("div", "mnistviz-compared-answers", [first.el, second.el]);
    answers.setAttribute("role", "group");
    answers.setAttribute("aria-label", text("beside-answers"));
    this.content.append(answers, this.remarks, this.layers.el, this.triptych.el);
    this.content.hidden = true;
    const isDrawing = compared === "drawing";
    const keep = button(text("beside-keep"), () => save(model, "kept", model.get("kept") + 1));
    const parts = [...(isDrawing ? [keep, this.hint] : []), this.content, this.spoken];
    const { el } = new Drawer(stage, "beside_open", text("beside-title"), parts);
    el.classList.add("mnistviz-compared");
    el.addEventListener("toggle", () => this.triptych.resize()); // folded, it has no width
    stage.tools.after(el);
  }

  compute(state: State): Part<Header> | null {
    return state.partOfKernel(this.name) as Part<Header> | null;
  }

  paint(part: Part<Header> | null): void {
    if (part && part.header === this.header) return; // the page is ahead of the kernel, which has said nothing new
    this.header = part?.header ?? null;
    this.content.hidden = !part;
    this.hint.hidden = part !== null;
    if (!part) return;
    const { names, notes, answers, layers, most, remarks, shown } = part.header;
    const isOtherwise = answers[0].label !== answers[1].label;
    for (const [i, card] of this.answers.entries()) {
      const note = notes[0] === notes[1] ? "" : (notes[i] ?? "");
      card.show(names[i] ?? "", note, answers[i] as Answer, part.arrays.uint8(card.name), isOtherwise && i === 1);
    }
    setText(this.remarks, remarks.join(" "));
    this.layers.show(layers, most, shown?.name ?? null);
    this.triptych.show(shown, shown && part.arrays.float32("values").data);
  }

  describe(): void {
    const { header } = this;
    if (!header) return;
    const [first, second] = header.names;
    const [answer, other] = this.answers.map(({ reading }) => reading) as [string, string];
    setText(this.spoken, text("beside-spoken", { first, second, answer, other, remark: header.remarks[0] ?? "" }));
  }

  kernelInterval(): number {
    return this.header && this.stage.model.get("beside_open") ? INTERVAL : SELDOM;
  }

  recolour(): void {
    this.triptych?.recolour();
  }

  resize(): void {
    this.triptych?.resize();
  }
}
