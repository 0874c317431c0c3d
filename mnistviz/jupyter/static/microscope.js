// The microscope: a panel below the layer of the chosen cell says where its value comes from. Which cell it is, is state of
// the model; what is said of it comes with each frame. Its window is marked on the layer below, what it sees on digit and pad.

const LARGE_SIDE = 208; // CSS pixels of the enlarged map, at most
const SMALL_SIDE = 112; // of the digit beside it

class Microscope {
  /**
   * @param model
   * @param {{strips: Map, kernels: Map, sections: Map, digit: Strip, tools: Element, flow: Element, pad: () => Element?}} page
   *   where the panel stands and what the marks are put on
   * @param {(signed: boolean) => Uint32Array} table  the colours in use
   * @param {(strip: Strip?, loud: boolean) => void} onPoint  the cursor has moved on the enlarged map
   */
  constructor(model, page, table, onPoint) {
    Object.assign(this, { model, page, table, onPoint });
    this.look = this.map = this.channel = null;
    this.title = element("h4");
    this.trace = element("button", "mnistviz-button", ["Trace to the pixels"]);
    this.trace.addEventListener("click", () => this.save("tracing", !this.model.get("tracing")));
    const close = element("button", "mnistviz-button", ["\u00d7"]);
    close.setAttribute("aria-label", "Close the microscope");
    close.addEventListener("click", () => this.close());
    this.slide = new Slide(() => this.moveOn());
    this.small = new Strip({ name: "digit", title: "The digit", shape: [28, 28], signed: false }, onPoint);
    this.small.canvas.classList.add("mnistviz-paper");
    this.sees = element("figcaption");
    this.large = element("figure", "mnistviz-large");
    this.pictures = element("div", "mnistviz-pictures", [this.large, element("figure", "", [this.small.canvas, this.sees])]);
    this.arithmetic = new Arithmetic(table, (channel) => this.pin(channel));
    this.path = new Path((stop) => this.locate(stop));
    this.said = element("div", "mnistviz-said");
    this.said.setAttribute("aria-live", "polite");
    const tools = element("div", "mnistviz-microscope-tools", [this.slide.el, this.trace, close]);
    const body = element("div", "mnistviz-microscope-body", [this.pictures, this.arithmetic.words, this.arithmetic.tables]);
    this.el = element("section", "mnistviz-microscope", [element("div", "mnistviz-microscope-head", [this.title, tools]), body, this.path.list, this.said]);
    this.el.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
      else if (event.key.length > 1 || event.ctrlKey || event.metaKey) return;
      event.stopPropagation(); // a letter would be a command to the notebook
    });
    this.field = element("div", "mnistviz-field"); // on the pad
    this.onState = () => this.showState();
    model.on("change:cell change:tracing", this.onState);
    this.showState();
  }

  dispose() {
    this.model.off("change:cell change:tracing", this.onState);
    this.slide.stop();
    this.path.clear();
    this.field.remove();
  }

  /** Puts a cell under the microscope; the same one a second time closes it. */
  choose(layer, index) {
    const had = this.model.get("cell");
    if (had?.layer === layer && String(had.index) === String(index)) return this.close();
    if (!this.el.contains(document.activeElement)) this.opener = document.activeElement;
    this.slide.stop();
    this.isWanted = true;
    this.save("cell", { layer, index });
  }

  /** The keyboard's cursor has moved on a strip: if that shows the chosen cell, the choice moves along. */
  follow(strip) {
    const had = this.model.get("cell");
    if (!had || strip instanceof KernelStrip || had.layer !== strip.layer.name) return;
    this.slide.stop();
    this.save("cell", { layer: had.layer, index: indexOf(strip, strip.cursor) });
  }

  close() {
    if (!this.model.get("cell")) return;
    const hadFocus = this.el.contains(document.activeElement);
    this.save("cell", null);
    if (hadFocus && this.opener?.isConnected) this.opener.focus({ preventScroll: true });
  }

  save(trait, value) {
    this.model.set(trait, value);
    this.model.save_changes();
  }

  showState() {
    const isTracing = this.model.get("tracing");
    this.trace.setAttribute("aria-pressed", String(isTracing));
    if (!isTracing) this.path.clear();
    if (this.model.get("cell")) return; // the next frame shows it
    this.slide.stop();
    this.hide();
  }

  hide() {
    this.el.remove();
    this.path.clear();
    this.field.remove();
    this.look = this.map = this.channel = null;
  }

  /** Sets what the strips are to mark when they are painted next. */
  mark(look) {
    for (const strip of [...this.page.strips.values(), this.page.digit, this.small]) strip.marks = [];
    this.markKernel(look);
    if (!look || look.problem) return;
    const put = (name, channels, rows, columns, width = 1.5, dashed = false) => {
      const strip = name === "digit" ? this.page.digit : this.page.strips.get(name);
      strip?.marks.push({ channels, rows, columns, width, dashed });
    };
    const cell = (name, index, ...style) => put(name, ...placeOf(index), ...style);
    const { rows, columns } = look.field;
    if (rows[0] < rows[1]) {
      put("digit", null, rows, columns, 2);
      this.small.marks.push({ channels: null, rows, columns, width: 2, dashed: false });
    }
    cell(look.layer, look.index, 2);
    if (look.window) {
      const [down, right] = [look.window.rows, look.window.columns].map((axis) => [axis[0], axis.at(-1) + 1]);
      if (look.source !== "digit" && down[0] !== undefined) put(look.source, look.window.channels, down, right, 1);
      if (look.winner) cell(look.source, look.winner, 2);
    }
    for (const { index } of look.strongest?.positive ?? []) cell(look.strongest.layer, index);
    for (const { index } of look.strongest?.negative ?? []) cell(look.strongest.layer, index, 1.5, true);
    if (look.softmax || look.cell) cell(look.source, look.softmax ? look.index : look.cell);
  }

  /** Kernels are not painted with every frame. */
  markKernel(look) {
    for (const [name, strip] of this.page.kernels) {
      const channel = look?.layer === name ? look.index.at(-1) : undefined;
      if (strip.marks[0]?.channels[0] === channel) continue;
      const whole = { channels: [channel], rows: [0, strip.rows], columns: [0, strip.columns], width: 1.5, dashed: false };
      strip.marks = channel === undefined ? [] : [whole];
      strip.paint();
    }
  }

  /** Shows the look of the frame that has just been painted on the strips. */
  show(look, bytes, digit) {
    if (!look || !this.model.get("cell")) return this.hide();
    const strip = this.page.strips.get(look.layer);
    const isNew = this.look?.layer !== look.layer || !this.el.isConnected;
    if (isNew) this.place(look);
    const channel = look.index.at(-1);
    if (strip?.isMaps && this.map?.only !== channel) this.enlarge(strip, channel);
    else if (!strip?.isMaps) this.large.replaceChildren();
    this.look = look;
    setText(this.title, look.problem ? `${look.layer}[${look.index.join(", ")}]` : `${look.name} = ${look.value}`);
    this.el.dataset.cell = `${look.layer}[${look.index.join(", ")}]`;
    this.el.setAttribute("role", "region");
    this.el.setAttribute("aria-label", `Microscope: ${this.el.dataset.cell}`);
    this.slide.el.hidden = !look.window;
    this.refresh(strip);
    this.small.show(digit.codes, digit.range, digit.table);
    setText(this.sees, look.sees ?? "");
    this.arithmetic.show(look, new Float32Array(bytes.slice().buffer), this.channel, this.signedSource());
    this.showField(look);
    if (this.model.get("tracing") && look.path?.length) this.path.show(look.path);
    else this.path.clear();
    if (isNew && this.isWanted) this.el.scrollIntoView({ block: "nearest" });
    this.isWanted = false;
    if (String(look.index) === String(this.model.get("cell").index)) this.slide.painted();
  }

  /** Below the section of the layer; that of one without, as the probabilities, stands above all. */
  place(look) {
    const { sections, tools, flow } = this.page;
    (sections.get(look.layer) ?? tools).after(this.el);
    flow.append(this.path.el);
    this.map = this.channel = null;
    this.small.resize(SMALL_SIDE, SMALL_SIDE);
  }

  enlarge(strip, channel) {
    this.map = new Strip(strip.layer, this.onPoint, (map, place) => this.choose(strip.layer.name, indexOf(map, place)), () => this.close());
    this.map.only = channel;
    const name = `${strip.layer.name}, channel ${channel}`;
    this.map.canvas.setAttribute("aria-label", `${name}, enlarged. Arrow keys move the microscope, Escape closes it.`);
    const hadFocus = this.large.contains(document.activeElement);
    this.large.replaceChildren(this.map.canvas, element("figcaption", "", [name]));
    this.map.resize(strip.columns * Math.max(1, Math.floor(LARGE_SIDE / strip.columns)), 0);
    if (hadFocus) this.map.canvas.focus({ preventScroll: true });
  }

  /** The strip has new codes or values. */
  refresh(strip) {
    if (!this.map || strip?.layer !== this.map.layer || !strip.codes) return;
    this.map.marks = strip.marks;
    this.map.show(strip.codes, strip.range, strip.table);
    this.map.values = strip.values;
  }

  showField({ pad }) {
    const page = this.page.pad();
    if (!pad || !page) return this.field.remove();
    const [left, top, right, bottom] = pad;
    Object.assign(this.field.style, { left: `${left}px`, top: `${top}px`, width: `${right - left}px`, height: `${bottom - top}px` });
    if (this.field.parentElement !== page) page.append(this.field);
  }

  signedSource() {
    return this.page.strips.get(this.look.source)?.layer.signed ?? false;
  }

  /** Shows one input channel of the window, or again the one that counts most. */
  pin(channel) {
    this.channel = this.channel === channel ? null : channel;
    this.arithmetic.repaint(this.channel);
  }

  /** The next cell of the map, row by row. */
  moveOn() {
    const { layer, index: [row, column, channel] } = this.model.get("cell");
    const [rows, columns] = this.page.strips.get(layer).layer.shape;
    const next = row * columns + column + 1;
    if (next >= rows * columns) return false;
    this.save("cell", { layer, index: [Math.floor(next / columns), next % columns, channel] });
    return true;
  }

  /** The middle of a cell in the window. */
  locate({ layer, index }) {
    const strip = layer === "digit" ? this.page.digit : this.page.strips.get(layer);
    if (!strip?.cell || !strip.canvas.offsetParent) return null;
    const [channels, rows, columns] = placeOf(index);
    const [x, y, width, height] = strip.box(channels?.[0] ?? 0, rows, columns);
    const { left, top } = strip.canvas.getBoundingClientRect();
    return [left + x + width / 2, top + y + height / 2];
  }

  /** Says what is shown: the pen rests. */
  speak() {
    if (!this.look) return;
    const { problem, name, value, account, sees, then, path } = this.look;
    const stops = path?.length ? `Traced to ${path.map((stop) => `${stop.layer} ${stop.index.join(" ")}`).join(", ")}.` : "";
    setText(this.said, problem || [`${name} = ${value}: ${account}`, then, sees, stops].filter(Boolean).join(". "));
  }
}

/** The index of the cell at one place of a strip: (row, column, channel), or (unit). */
function indexOf({ isMaps }, { row, column, channel }) {
  return isMaps ? [row, column, channel] : [channel];
}

/** [channels, rows, columns] of a cell: (row, column, channel), (row, column) of the digit, or (unit). */
function placeOf(index) {
  if (index.length === 1) return [index, [0, 1], [0, 1]];
  const [row, column, ...channels] = index;
  return [channels.length ? channels : null, [row, row + 1], [column, column + 1]];
}
