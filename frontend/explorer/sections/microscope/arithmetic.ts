/**
 * The arithmetic of one unit: a window with its kernel and products as tables that are heat maps, too; the strongest terms of a
 * dense unit; softmax line by line.
 */

import type { Arrays } from "../../../core/codec";
import { codeOf } from "../../../core/colours";
import { element, setText } from "../../../core/dom";
import { text } from "../../../core/text";
import { themedPaper } from "../../../core/themed_table";
import {
  type Explained,
  type Index,
  type Inspection,
  isExplained,
  type Softmax,
  type Strongest,
  type Window,
} from "../../../explain/inspection";
import { Chips } from "./chips";
import { HeatMap, Lines } from "./tables";
import { PRODUCTS, ranked, VALUES, WEIGHTS, WindowTerms } from "./terms";

const KINDS = [VALUES, WEIGHTS, PRODUCTS];
const SIGNS = ["", "\u00d7", "="]; // before the tables of the kinds

export class Arithmetic {
  readonly chips: Chips;
  readonly words: HTMLElement;
  readonly tables = element("div", "mnistviz-heat-maps");
  private readonly problem = element("div", "mnistviz-problem");
  private readonly account = element("div", "mnistviz-account");
  private readonly next = element("div", "mnistviz-then");
  private layout = "";
  private heatMaps: readonly HeatMap[] = [];
  private lines: readonly Lines[] = [];

  /**
   * @param table returns the colours in use
   * @param classes the names of the classes
   * @param onPin takes the number of an input channel that was chosen
   */
  constructor(
    private readonly table: (isSigned: boolean) => Uint32Array,
    private readonly classes: readonly string[],
    onPin: (channel: number) => void,
  ) {
    this.chips = new Chips(onPin);
    this.words = element("div", "mnistviz-words", [this.problem, this.account, this.next]);
  }

  /**
   * Shows how a value is computed.
   *
   * @param arrays have the terms of a window
   * @param pinned is the number of the input channel that is pinned, if one is
   * @param isSigned whether the values in the window can be negative
   */
  show(inspection: Inspection, arrays: Arrays, pinned: number | null, isSigned: boolean): void {
    setText(this.problem, inspection.problem);
    const explained = isExplained(inspection) ? inspection : null;
    setText(this.account, explained ? `${explained.account} = ${explained.value}` : "");
    setText(this.next, explained?.then ?? "");
    const window = explained?.window;
    this.chips.el.hidden = !(explained?.weighted && window && window.channels.length > 1);
    if (explained && window?.rows.length) {
      this.showWindow(explained, window, new WindowTerms(arrays.float32("terms")), pinned, isSigned);
    } else if (explained?.strongest) this.showStrongest(explained.strongest);
    else if (explained?.softmax) this.showSoftmax(explained.softmax, explained.index);
    else this.arrange("", [], []);
  }

  private showWindow(
    { weighted, source }: Explained,
    { rows, columns, channels, winner }: Window,
    terms: WindowTerms,
    pinned: number | null,
    isSigned: boolean,
  ): void {
    const { contributions } = terms;
    const ranking = ranked(contributions);
    const shown = Math.max(
      0,
      pinned !== null && channels.includes(pinned) ? channels.indexOf(pinned) : (ranking[0] ?? 0),
    );
    if (!this.chips.el.hidden) this.chips.show({ channels, contributions, ranking, shown, isPinned: pinned !== null });
    const kinds = weighted ? KINDS : [VALUES];
    const layout = `window ${rows.length} ${columns.length} ${kinds.length}`;
    if (this.layout !== layout) {
      const made = kinds.map((kind) => new HeatMap(rows.length, columns.length, SIGNS[kind] ?? ""));
      this.arrange(layout, made, []);
    }
    const isDigit = source === "digit";
    const values = isDigit ? text("digit") : text("map", { layer: source, channel: channels[shown] ?? 0 });
    const captions = [values, text("kernel"), text("products")];
    for (const kind of kinds) {
      const isBoth = kind !== VALUES || isSigned;
      const colours = kind === VALUES && isDigit ? themedPaper() : this.table(isBoth);
      const high = terms.high(kind);
      const [down, across] = kind === WEIGHTS ? [rows.map((_, y) => y), columns.map((_, x) => x)] : [rows, columns];
      this.heatMaps[kind]?.show({
        caption: captions[kind] ?? "",
        rows: down,
        columns: across,
        values: terms.of(kind, shown),
        colourOf: (value) => colours[codeOf(value, high, isBoth)] ?? 0,
        winner,
      });
    }
  }

  private showStrongest({ layer, positive, negative }: Strongest): void {
    const heads = [layer, text("value"), text("weight"), text("product")];
    if (this.layout !== "strongest") {
      this.arrange("strongest", [], [new Lines(text("for-it"), heads), new Lines(text("against-it"), heads)]);
    }
    [positive, negative].forEach((terms, i) => {
      const lines = terms.map(({ name, value, weight, product }) => [name, value, weight, product]);
      this.lines[i]?.show(layer, lines, null);
    });
  }

  private showSoftmax({ logits, differences, exponentials, probabilities, total }: Softmax, index: Index): void {
    const heads = [text("class"), text("logit"), text("minus-maximum"), text("exponential"), text("share-of-sum")];
    if (this.layout !== "softmax") this.arrange("softmax", [], [new Lines(text("softmax"), heads)]);
    const lines = logits.map((logit, i) => [
      this.classes[i] ?? String(i),
      logit,
      differences[i] ?? "",
      exponentials[i] ?? "",
      probabilities[i] ?? "",
    ]);
    const sum = [text("sum"), "", "", total, "1"];
    this.lines[0]?.show(heads[0] ?? "", [...lines, sum], index.at(-1) ?? null);
  }

  /** Puts other tables in place; under the pen only their texts change. */
  private arrange(layout: string, heatMaps: readonly HeatMap[], lines: readonly Lines[]): void {
    if (this.layout === layout) return;
    Object.assign(this, { layout, heatMaps, lines });
    this.tables.replaceChildren(...[...heatMaps, ...lines].map(({ el }) => el));
  }
}
