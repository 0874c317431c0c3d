/** Tables of numbers: heat maps with the numbers of rows and columns, and lists with a heading. Every number is text. */

import { css, inkOn } from "../../../core/colours";
import { element, fillUp, setText } from "../../../core/dom";
import { compact } from "../../../core/numbers";
import type { Index } from "../../../explain/inspection";

/** What a heat map shows. */
export interface HeatMapContent {
  readonly caption: string;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Row by row. */
  readonly values: Float32Array;
  readonly colourOf: (value: number) => number;
  /** Row and column of the largest value, if it is taken alone. */
  readonly winner: Index | null;
}

export class HeatMap {
  readonly el: HTMLElement;
  private readonly caption = element("caption");
  private readonly columnNames: readonly HTMLElement[];
  private readonly rowNames: readonly HTMLElement[];
  private readonly squares: readonly HTMLElement[];

  /** @param sign stands before the table */
  constructor(rows: number, columns: number, sign: string) {
    const heads = (count: number, scope: string): HTMLElement[] =>
      Array.from({ length: count }, () => Object.assign(element("th"), { scope }));
    this.columnNames = heads(columns, "col");
    this.rowNames = heads(rows, "row");
    this.squares = Array.from({ length: rows * columns }, () => element("td"));
    const lines = this.rowNames.map((name, y) =>
      element("tr", "", [name, ...this.squares.slice(y * columns, (y + 1) * columns)]),
    );
    const head = element("tr", "", [element("td"), ...this.columnNames]);
    const table = element("table", "mnistviz-heat-map", [this.caption, head, ...lines]);
    this.el = element("div", "mnistviz-factor", [element("span", "mnistviz-sign", [sign]), table]);
  }

  show({ caption, rows, columns, values, colourOf, winner }: HeatMapContent): void {
    setText(this.caption, caption);
    for (const [x, name] of this.columnNames.entries()) setText(name, String(columns[x]));
    for (const [y, name] of this.rowNames.entries()) setText(name, String(rows[y]));
    this.squares.forEach((node, i) => {
      const [row, column] = [rows[Math.floor(i / columns.length)], columns[i % columns.length]];
      const value = values[i] ?? 0;
      const colour = colourOf(value);
      const isWinner = winner !== null && winner[0] === row && winner[1] === column;
      setText(node, isWinner ? `\u2605 ${compact(value)}` : compact(value));
      node.classList.toggle("mnistviz-wins", isWinner);
      node.style.background = css(colour);
      node.style.color = inkOn(colour);
    });
  }
}

export class Lines {
  readonly el: HTMLElement;
  private readonly heads: readonly HTMLElement[];
  private readonly body = element("tbody");

  constructor(caption: string, heads: readonly string[]) {
    this.heads = heads.map((head) => Object.assign(element("th", "", [head]), { scope: "col" }));
    const head = element("thead", "", [element("tr", "", this.heads)]);
    const table = element("table", "mnistviz-lines", [element("caption", "", [caption]), head, this.body]);
    this.el = element("div", "mnistviz-factor", [table]);
  }

  /** @param emphasised the number of the line that is emphasised, if one is */
  show(firstHead: string, lines: readonly (readonly string[])[], emphasised: number | null): void {
    if (this.heads[0]) setText(this.heads[0], firstHead);
    const line = (): HTMLElement =>
      element(
        "tr",
        "",
        this.heads.map(() => element("td")),
      );
    fillUp(this.body, lines.length, line);
    lines.forEach((texts, y) => {
      const row = this.body.rows[y];
      for (const [x, text] of texts.entries()) setText(row?.cells[x] as Element, text);
      row?.classList.toggle("mnistviz-wins", y === emphasised);
    });
  }
}
