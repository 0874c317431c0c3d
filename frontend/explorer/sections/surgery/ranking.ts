/** Which filter matters most: the question, the progress of the ranking, and its table. */

import { button, element, setText } from "../../../core/dom";
import { percent } from "../../../core/numbers";
import { text } from "../../../core/text";
import { unitOf } from "../../../network/edit_words";
import { areSameEdits, type Edits } from "../../../network/edits";
import type { Network } from "../../../network/network";

const DIGITS = 10;

interface Row {
  readonly index: number;
  /** Share of all digits that is lost without it. */
  readonly cost: number;
  /** The same of the digits of the class; null: it is ranked for all. */
  readonly recall_cost: number | null;
}

interface Found {
  /** Those of the network that was ranked. */
  readonly edits: Edits;
  readonly layer: string;
  readonly digit: number | null;
  readonly rows: readonly Row[];
}

/** What the notebook kernel tells of rankings. */
export interface RankingHeader {
  /** 0 to 1; null: none is running. */
  readonly progress: number | null;
  readonly error: string | null;
  readonly found: Found | null;
}

export interface RankingListener {
  rank(digit: number | null): void;
  stop(): void;
  silence(layer: string, index: number): void;
}

export class Ranking {
  readonly el: HTMLElement;
  private readonly question = element("div", "mnistviz-caption");
  private readonly digits = element("select", "mnistviz-entry");
  private readonly start: HTMLButtonElement;
  private readonly stop: HTMLButtonElement;
  private readonly progress = element("progress");
  private readonly remark = element("div", "mnistviz-caption");
  private readonly table = element("table", "mnistviz-ranking");
  private shown = ""; // what the table shows, as text

  constructor(private readonly listener: RankingListener) {
    const all = Object.assign(element("option", "", [text("surgery-all-digits")]), { value: "" });
    const each = Array.from({ length: DIGITS }, (_, digit) =>
      Object.assign(element("option", "", [text("surgery-digit", { digit })]), { value: String(digit) }),
    );
    this.digits.append(all, ...each);
    this.start = button(text("surgery-rank"), () => this.listener.rank(this.digit));
    this.stop = button(text("surgery-stop"), () => {
      this.listener.stop();
      this.start.focus();
    });
    this.digits.setAttribute("aria-label", text("surgery-ranking-digits"));
    this.progress.setAttribute("aria-label", text("surgery-progress"));
    const label = element("label", "", [text("surgery-ranking-digits"), this.digits]);
    const row = element("div", "mnistviz-fields", [label, this.start, this.progress, this.stop]);
    const scroller = element("div", "mnistviz-ranked", [this.table]);
    this.el = element("div", "", [this.question, row, this.remark, scroller]);
    this.ask("", false);
    this.show({ progress: null, error: null, found: null }, null, []);
  }

  /** Asks about the filters of another layer. */
  ask(layer: string, isUnit: boolean): void {
    setText(this.question, text("surgery-ranking", { layer, kind: isUnit ? "unit" : "filter" }));
  }

  show({ progress, error, found }: RankingHeader, network: Network | null, edits: Edits): void {
    const isRunning = progress !== null;
    this.progress.hidden = this.stop.hidden = !isRunning;
    this.start.disabled = isRunning;
    this.progress.value = progress ?? 0;
    const isOld = found !== null && !areSameEdits(found.edits, edits);
    setText(this.remark, error ?? (isOld ? text("surgery-ranked-before") : ""));
    this.table.classList.toggle("mnistviz-old", isOld);
    this.table.hidden = found === null || error !== null;
    const shown = JSON.stringify(found);
    if (shown === this.shown || !network) return;
    this.shown = shown;
    this.table.replaceChildren(...(found ? this.linesOf(found, network) : []));
  }

  /** Says which filter costs most; empty: nothing is ranked. */
  words(found: Found | null, network: Network): string {
    const first = found?.rows[0];
    if (!found || !first) return "";
    const cost = percent(first.recall_cost ?? first.cost);
    return text("surgery-most", { unit: unitOf(network, found.layer, first.index), cost });
  }

  private get digit(): number | null {
    return this.digits.value === "" ? null : Number(this.digits.value);
  }

  private linesOf({ layer, digit, rows }: Found, network: Network): HTMLElement[] {
    const isUnit = network.weightsOf(layer)?.kernel.shape.length === 2;
    const costs = [...(digit === null ? [] : [text("surgery-cost-for", { digit })]), text("surgery-cost-for-all")];
    const names = [text("surgery-unit", { kind: isUnit ? "unit" : "filter" }), ...costs];
    const heads = names.map((name) => Object.assign(element("th", "", [name]), { scope: "col" }));
    const caption = text("surgery-ranked", { layer, digit: digit === null ? "all" : String(digit) });
    const lines = rows.map(({ index, cost, recall_cost }) => {
      const silence = text("surgery-silence-aloud", { unit: unitOf(network, layer, index) });
      const made = button(String(index), () => this.listener.silence(layer, index), silence);
      made.title = silence;
      const shares = [...(recall_cost === null ? [] : [recall_cost]), cost];
      return element("tr", "", [element("td", "", [made]), ...shares.map((one) => element("td", "", [percent(one)]))]);
    });
    return [
      element("caption", "", [caption]),
      element("thead", "", [element("tr", "", heads)]),
      element("tbody", "", lines),
    ];
  }
}
