// The arithmetic of one cell: a window with its kernel and products as tables that are heat maps, too; the strongest terms of
// a dense unit; softmax line by line. Every number is text.

class Arithmetic {
  /**
   * @param {(signed: boolean) => Uint32Array} table  the colours in use
   * @param {(channel: number) => void} onPin  an input channel was chosen
   */
  constructor(table, onPin) {
    Object.assign(this, { table, onPin });
    this.problem = element("div", "mnistviz-problem");
    this.chips = element("div", "mnistviz-chips");
    this.chips.setAttribute("role", "group");
    this.chips.setAttribute("aria-label", "Input channels, those that count most first");
    this.tables = element("div", "mnistviz-heat-maps");
    this.account = element("div", "mnistviz-account");
    this.then = element("div", "mnistviz-then");
    this.words = element("div", "mnistviz-words", [this.problem, this.chips, this.account, this.then]);
    this.grids = [];
    this.layout = "";
  }

  /**
   * @param look  as the kernel packs it
   * @param {Float32Array} terms  of a window: values, weights, products
   * @param {number?} channel  the input channel that is pinned
   * @param {boolean} signed  whether the values can be negative
   */
  show(look, terms, channel, signed) {
    Object.assign(this, { look, terms, signed });
    setText(this.problem, look.problem);
    setText(this.account, look.problem ? "" : `${look.account} = ${look.value}`);
    setText(this.then, look.then ?? "");
    this.chips.hidden = !(look.weighted && look.window?.channels.length > 1);
    if (look.window?.rows.length) this.repaint(channel);
    else {
      this.tables.classList.remove("mnistviz-wide");
      if (look.strongest) this.showStrongest(look.strongest);
      else if (look.softmax) this.showSoftmax(look);
      else this.arrange("", () => []);
    }
  }

  /** Builds other tables only where others are wanted: under the pen only their texts change. */
  arrange(layout, build) {
    if (this.layout === layout) return;
    this.layout = layout;
    this.grids = build();
    this.tables.replaceChildren(...this.grids);
  }

  repaint(pinned) {
    const { rows, columns, channels } = this.look.window;
    const contributions = channels.map((_, at) => this.part(2, at).reduce((sum, product) => sum + product, 0));
    const ranking = channels.map((_, at) => at).sort((a, b) => Math.abs(contributions[b]) - Math.abs(contributions[a]));
    const at = Math.max(0, channels.includes(pinned) ? channels.indexOf(pinned) : ranking[0]);
    if (!this.chips.hidden) this.showChips(ranking, contributions, at, pinned !== null);
    const { weighted, winner, source } = this.look;
    const title = source === "digit" ? "digit" : `${source}, channel ${channels[at]}`;
    const captions = weighted ? [title, "kernel", "products"] : [title];
    this.tables.classList.toggle("mnistviz-wide", weighted);
    this.arrange(`window ${[rows.length, columns.length, captions.length]}`, () =>
      captions.map((_, i) => heatMap(rows.length, columns.length, i && ["\u00d7", "="][i - 1])),
    );
    captions.forEach((caption, i) => {
      const strongest = this.terms.subarray((i * this.terms.length) / 3, ((i + 1) * this.terms.length) / 3);
      const high = strongest.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      const names = i === 1 ? [rows, columns].map((axis) => axis.map((_, n) => n)) : [rows, columns];
      const isSigned = i > 0 || this.signed;
      const colours = i === 0 && source === "digit" ? PAPER : this.table(isSigned);
      for (const node of this.grids[i].cells) node.classList.toggle("mnistviz-paper", colours === PAPER);
      this.fill(this.grids[i], caption, names, this.part(i, at), (value) => colours[codeOf(value, high, isSigned)], winner);
    });
  }

  /** The numbers of one input channel: i = 0 values, 1 weights, 2 products. */
  part(i, at) {
    const { rows, columns, channels } = this.look.window;
    const cells = rows.length * columns.length;
    return Float32Array.from({ length: cells }, (_, cell) => this.terms[(i * cells + cell) * channels.length + at]);
  }

  fill(grid, caption, [rows, columns], values, colourOf, winner) {
    setText(grid.captionText, caption);
    columns.forEach((column, x) => setText(grid.columnNames[x], String(column)));
    rows.forEach((row, y) => {
      setText(grid.rowNames[y], String(row));
      columns.forEach((column, x) => {
        const node = grid.cells[y * columns.length + x];
        const value = values[y * columns.length + x];
        const colour = colourOf(value);
        const isWinner = Boolean(winner) && winner[0] === row && winner[1] === column;
        setText(node, isWinner ? `\u2605 ${compact(value)}` : compact(value));
        node.classList.toggle("mnistviz-wins", isWinner);
        node.style.background = `rgb(${colour & 255} ${(colour >> 8) & 255} ${(colour >> 16) & 255})`;
        node.style.color = inkOn(colour);
      });
    });
  }

  /** One button an input channel, in place: while the ranking changes under the pen, their texts change. */
  showChips(ranking, contributions, at, isPinned) {
    const { channels } = this.look.window;
    while (this.chips.children.length > ranking.length) this.chips.lastChild.remove();
    while (this.chips.children.length < ranking.length) {
      const chip = element("button", "mnistviz-chip", [element("b"), element("span")]);
      chip.addEventListener("click", () => this.onPin(Number(chip.dataset.channel)));
      this.chips.append(chip);
    }
    ranking.forEach((which, i) => {
      const chip = this.chips.children[i];
      chip.dataset.channel = channels[which];
      setText(chip.firstChild, String(channels[which]));
      setText(chip.lastChild, signedText(contributions[which]));
      chip.setAttribute("aria-label", `channel ${channels[which]}, contributes ${compact(contributions[which])}`);
      chip.setAttribute("aria-pressed", String(which === at));
      chip.classList.toggle("mnistviz-pinned", isPinned && which === at);
    });
  }

  showStrongest({ layer, positive, negative }) {
    const heads = [layer, "value", "weight", "product"];
    const lists = { "for it": positive, "against it": negative };
    this.arrange("strongest", () => Object.keys(lists).map((caption) => lineTable(caption, heads)));
    Object.values(lists).forEach((terms, i) => {
      setText(this.grids[i].heads[0], layer);
      fillLines(this.grids[i], terms.map(({ index, value, weight, product }) => [`[${index.join(", ")}]`, value, weight, product]));
    });
  }

  showSoftmax({ softmax: { logits, differences, exponentials, probabilities, total }, index }) {
    const heads = ["class", "logit", "\u2212 maximum", "exponential", `/ sum`];
    this.arrange("softmax", () => [lineTable("softmax", heads)]);
    const lines = logits.map((logit, i) => [String(i), logit, differences[i], exponentials[i], probabilities[i]]);
    fillLines(this.grids[0], [...lines, ["sum", "", "", total, "1"]]);
    [...this.grids[0].body.rows].forEach((row, i) => row.classList.toggle("mnistviz-wins", i === index.at(-1)));
  }
}

/** A table of numbers with a caption and the numbers of its rows and columns, and the sign that stands before it. */
function heatMap(rows, columns, sign) {
  const heading = (scope) => Object.assign(element("th"), { scope });
  const captionText = element("caption");
  const columnNames = Array.from({ length: columns }, () => heading("col"));
  const rowNames = Array.from({ length: rows }, () => heading("row"));
  const cells = Array.from({ length: rows * columns }, () => element("td"));
  const body = rowNames.map((name, y) => element("tr", "", [name, ...cells.slice(y * columns, (y + 1) * columns)]));
  const table = element("table", "mnistviz-heat-map", [captionText, element("tr", "", [element("td"), ...columnNames]), ...body]);
  const el = element("div", "mnistviz-factor", [element("span", "mnistviz-sign", [sign || ""]), table]);
  return Object.assign(el, { captionText, columnNames, rowNames, cells });
}

function lineTable(caption, names) {
  const heads = names.map((name) => Object.assign(element("th", "", [name]), { scope: "col" }));
  const body = element("tbody");
  const table = element("table", "mnistviz-lines", [element("caption", "", [caption]), element("thead", "", [element("tr", "", heads)]), body]);
  return Object.assign(element("div", "mnistviz-factor", [table]), { heads, body });
}

function fillLines({ body }, lines) {
  while (body.rows.length > lines.length) body.lastChild.remove();
  while (body.rows.length < lines.length) body.append(element("tr", "", lines[0].map(() => element("td"))));
  lines.forEach((line, y) => line.forEach((text, x) => setText(body.rows[y].cells[x], text)));
}

/** A contribution in few characters; the panel has it with four digits, too. */
function signedText(value) {
  return (value < 0 ? "\u2212" : "+") + Math.abs(value).toFixed(Math.abs(value) < 100 ? 2 : 0);
}

