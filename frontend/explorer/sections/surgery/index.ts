/**
 * Surgery: filters are silenced and weights changed, and all maps follow. The edits are a setting, which page and notebook kernel
 * apply in the same way, whether the section is open or not. What the edits cost is counted in the notebook kernel.
 */

import { Arrays } from "../../../core/codec";
import { announcer, button, element, setText } from "../../../core/dom";
import { save } from "../../../core/model";
import { text } from "../../../core/text";
import { unitOf, wordsOf } from "../../../network/edit_words";
import { type Edit, type Edits, edited, loudLayer } from "../../../network/edits";
import type { Network } from "../../../network/network";
import type { Part, Section } from "../../section";
import type { Stage } from "../../stage";
import type { State } from "../../state";
import { Drawer } from "../drawer";
import { Controls } from "./controls";
import { type Accuracy, Cost } from "./cost";
import { Ranking, type RankingHeader } from "./ranking";

/** What the notebook kernel tells. */
interface KernelHeader {
  /** Says why the network can't be edited; null: it can. */
  readonly problem: string | null;
  /** Whether it reads the digits on which accuracies are counted. */
  readonly is_counted?: boolean;
  readonly accuracy?: Accuracy | null;
  readonly ranking?: RankingHeader;
}

/** What is painted; `state` is missing if the page doesn't compute by itself, so that it has no weights to change. */
interface Header extends Partial<KernelHeader> {
  readonly state?: State;
}

const NO_RANKING: RankingHeader = { progress: null, error: null, found: null };

export class SurgerySection implements Section {
  readonly name = "surgery";
  private stage!: Stage;
  private drawer!: Drawer;
  private state: State | null = null; // of what is painted
  private original: Network | null = null; // the last one that the page had, to name its units
  private header: Header = {};
  private results = ""; // what was said of them last
  private readonly newest = element("span");
  private readonly notice = element("div", "mnistviz-edited", [this.newest]);
  private readonly problem = element("div", "mnistviz-caption");
  private readonly refused = announcer("mnistviz-refused", "alert");
  private readonly spoken = announcer("mnistviz-said", "polite");
  private readonly uncounted = element("div", "mnistviz-caption");
  private readonly cost = new Cost();
  private readonly controls = new Controls({
    change: (edit) => this.change(edit),
    refuse: (why) => void setText(this.refused, why),
    undo: () => this.undo(),
    restore: () => this.restore(),
    choose: (layer) => this.ranking.ask(layer, this.isUnit(layer)),
  });
  private readonly ranking = new Ranking({
    rank: (digit) => this.rank(digit),
    stop: () => save(this.stage.model, "ranking", null),
    silence: (layer, index) => this.change({ do: "silence", layer, index }),
  });
  private readonly content = element("div", "", [this.controls.el, this.uncounted, this.cost.el, this.ranking.el]);

  build(stage: Stage): void {
    this.stage = stage;
    this.notice.append(button(text("surgery-restore"), () => this.restore()));
    this.cost.el.setAttribute("aria-live", "off"); // it is said once the pen rests
    const parts = [this.problem, this.refused, this.content, this.spoken];
    this.drawer = new Drawer(stage, "surgery_open", text("surgery-title"), parts);
    this.drawer.el.classList.add("mnistviz-surgery");
    this.drawer.el.dataset.lmSuppressShortcuts = "true"; // or Enter and the arrow keys would go to the notebook
    stage.tools.after(this.notice);
    stage.questions.append(this.drawer.el);
    stage.listen(["change:edits", "change:note"], () => this.showNotice());
    stage.listen(["change:inspected"], () => this.followMicroscope());
    this.showNotice();
  }

  compute(state: State): Part<Header> | null {
    this.original = state.original;
    this.showNotice();
    if (!state.settings.get("surgery_open")) return null;
    const kernel = state.partOfKernel(this.name)?.header as KernelHeader | undefined;
    return { header: { ...kernel, state }, arrays: Arrays.of({}) };
  }

  paint(part: Part<Header> | null): void {
    this.state = part?.header.state ?? null;
    if (!part) return;
    const { header } = part;
    const { state } = header;
    const isOther = state?.network !== this.header.state?.network;
    this.header = header;
    setText(this.problem, state ? "" : (header.problem ?? text("surgery-not-here")));
    this.content.hidden = !state;
    if (!state) return;
    const edits = this.edits;
    if (isOther) this.controls.show(state.network, state.original, edits, this.stage.colours(true));
    this.showCosts(state, edits);
  }

  describe(): void {
    const { cost, header, state } = this;
    if (!state || !this.stage.model.get("surgery_open")) return;
    const found = header.ranking?.found ?? null;
    const words = [this.edits.length ? cost.words : "", this.ranking.words(found, state.original)];
    const results = words.filter((one) => one).join(" ");
    if (results && results !== this.results) setText(this.spoken, results); // what was said before is not said again
    this.results = results;
  }

  recolour(): void {
    const { state } = this;
    if (state) this.controls.show(state.network, state.original, this.edits, this.stage.colours(true));
  }

  private get edits(): Edits {
    return this.stage.model.get("edits");
  }

  private isUnit(layer: string): boolean {
    return this.state?.network.weightsOf(layer)?.kernel.shape.length === 2;
  }

  private showCosts(state: State, edits: Edits): void {
    const { header } = this;
    const hasKernel = this.stage.model.get("has_kernel");
    const isCounted = hasKernel && header.is_counted !== false;
    this.cost.el.hidden = this.ranking.el.hidden = !isCounted;
    setText(this.uncounted, isCounted ? "" : text(hasKernel ? "surgery-other-classes" : "surgery-needs-kernel"));
    if (!isCounted) return;
    this.cost.show(header.accuracy ?? null, edits);
    this.ranking.show(header.ranking ?? NO_RANKING, state.original, edits);
  }

  /** Says at the top that the network is edited. */
  private showNotice(): void {
    const { edits, original } = this;
    const last = edits.at(-1);
    this.notice.hidden = !last;
    if (!last) return;
    const newest = original && text("surgery-in-force", { count: edits.length, newest: wordsOf(last, original) });
    setText(this.newest, newest ?? this.stage.model.get("note"));
  }

  private followMicroscope(): void {
    const unit = this.stage.model.get("inspected");
    if (unit && this.state) this.controls.follow(unit);
  }

  /** Makes an edit, unless it would do something else than it says. */
  private change(edit: Edit): void {
    const { state } = this;
    if (!state) return;
    const edits = [...this.edits, edit];
    const why = refusal(edit, edited(state.original, edits), state.forward.digit);
    setText(this.refused, why);
    if (!why) this.save(edits, wordsOf(edit, state.original));
  }

  private undo(): void {
    const last = this.edits.at(-1);
    if (!last) return;
    this.save(
      this.edits.slice(0, -1),
      this.original ? text("surgery-undone", { edit: wordsOf(last, this.original) }) : "",
    );
  }

  private restore(): void {
    this.save([], text("surgery-restored"));
  }

  private save(edits: Edits, words: string): void {
    const { model } = this.stage;
    setText(this.refused, "");
    setText(this.spoken, words);
    const hadFocus = this.notice.contains(document.activeElement) || this.drawer.el.contains(document.activeElement);
    save(model, "edits", edits);
    if (!edits.length && hadFocus) this.drawer.focus(); // the button that was pressed is gone
  }

  private rank(digit: number | null): void {
    const { model } = this.stage;
    const number = (model.get("ranking")?.number ?? 0) + 1;
    save(model, "ranking", { layer: this.controls.layer, digit, number });
  }
}

/** Returns why an edit is not made; empty: it is. */
function refusal(edit: Edit, network: Network, digit: Float32Array): string {
  const loud = edit.do === "silence" ? loudLayer(network, edit.layer, edit.index) : null;
  if (loud && edit.do === "silence") {
    return text("edited-not-silenced", { unit: unitOf(network, edit.layer, edit.index), layer: `'${loud}'` });
  }
  const probabilities = [...network.run(digit).values()].at(-1) ?? new Float32Array(0);
  return probabilities.every(Number.isFinite) ? "" : text("surgery-not-finite");
}
