// The view: one frame in, one painted page out. Frames are painted whole in an animation frame, and then reported.

const DIVERGING = "PuOr_r";
const UNIT_HEIGHT = 14; // CSS pixels
const NUMBER_HEIGHT = 24;
const DIGIT_SIDE = 84; // three times its pixels
const DOUBT = "This does not look like a digit that I know.";

function render({ model, el }) {
  const view = new View(model, el);
  return () => view.close();
}

class View {
  constructor(model, el) {
    this.model = model;
    this.el = el;
    this.painted = 0;
    this.waiting = null;
    el.classList.add("mnistviz-view");
    Object.assign(el.dataset, { frame: "0", points: "0", prediction: "", confidence: "" });
    this.build();
    this.listen();
    this.showSettings();
    this.showMessage();
    this.link = new Link(model, (text) => this.end(text), () => this.pen?.sendAgain());
  }

  build() {
    this.tables = Object.fromEntries(
      Object.entries(this.model.get("palettes")).map(([name, bytes]) => [name, colourTable(toBytes(bytes))]),
    );
    const point = (strip, loud) => this.read(strip, loud);
    this.digit = new Strip({ name: "digit", title: "The digit that the network sees", shape: [28, 28], signed: false }, point);
    this.digit.canvas.classList.add("mnistviz-paper");
    this.steps = element("span", "mnistviz-steps");
    this.framing = element("figcaption");
    const seen = element("figure", "mnistviz-input", [
      element("div", "mnistviz-caption", ["the network sees"]),
      element("div", "mnistviz-framing", [this.steps, this.digit.canvas]),
      this.framing,
    ]);
    this.verdict = element("div", "mnistviz-prediction");
    this.confidence = element("div", "mnistviz-confidence");
    this.doubt = element("div", "mnistviz-doubt", [DOUBT]);
    this.doubt.hidden = true;
    this.bars = Array.from({ length: 10 }, (_, digit) => this.bar(digit));
    this.readout = element("div", "mnistviz-readout");
    this.spoken = element("div", "mnistviz-spoken");
    this.spoken.setAttribute("aria-live", "polite");
    this.message = element("div", "mnistviz-message");
    this.message.setAttribute("role", "alert");
    this.sequential = this.choice("Colours", "sequential", ["viridis", "cividis", "gray"]);
    this.scale = this.choice("One colour range", "scale", ["layer", "map"], (name) => `range per ${name}`);
    this.strips = new Map();
    this.kernels = new Map();
    this.sections = new Map();
    this.lesson = new FramingLesson(this.model);
    const layers = this.model.get("layers").map((layer) => this.section(layer, point));
    const bars = element("div", "mnistviz-bars", this.bars);
    bars.setAttribute("role", "group");
    bars.setAttribute("aria-label", "Probability of each digit");
    this.tools = element("div", "mnistviz-tools", [this.readout, this.scale, this.sequential]);
    this.layers = element("div", "mnistviz-layers", [this.tools, this.lesson.el, ...layers, element("div", "mnistviz-note", [this.model.get("note")])]);
    const flow = element("div", "mnistviz-flow", [
      seen,
      element("div", "mnistviz-verdict", [this.verdict, this.confidence, this.reason()]),
      element("div", "mnistviz-answer", [bars, this.doubt]),
      this.layers,
    ]);
    const { strips, kernels, sections, digit, tools } = this;
    const page = { strips, kernels, sections, digit, tools, flow, pad: () => this.pad() };
    this.microscope = new Microscope(this.model, page, (signed) => this.colours(signed), point);
    this.el.append(this.message, flow, this.spoken);
    this.read(null, false);
    this.verdict.textContent = "draw a digit";
  }

  /** One row of the probabilities, as text with a role, so that it needs no eyes for colour or length. */
  bar(digit) {
    const fill = element("span", "mnistviz-fill");
    const number = element("span", "mnistviz-number");
    const label = element("span", "mnistviz-class", [String(digit)]);
    const row = element("div", "mnistviz-bar", [label, element("span", "mnistviz-track", [fill]), number]);
    row.setAttribute("role", "meter");
    row.setAttribute("aria-label", `digit ${digit}`);
    row.setAttribute("aria-valuemin", "0");
    row.setAttribute("aria-valuemax", "100");
    row.addEventListener("click", () => this.askProbability(digit));
    return Object.assign(row, { fill, number });
  }

  /** What a click on a bar does, for the likeliest digit and for keyboards. */
  reason() {
    const button = element("button", "mnistviz-button", ["where from?"]);
    button.setAttribute("aria-label", "Ask where the confidence comes from");
    button.addEventListener("click", () => this.askProbability(this.header?.prediction ?? 0));
    return button;
  }

  askProbability(digit) {
    this.microscope.choose(this.model.get("output"), [digit]);
  }

  /** A folding section with the strip of one layer. */
  section(layer, point) {
    const choose = (which, place) => this.microscope.choose(layer.name, indexOf(which, place));
    const strip = new Strip(layer, point, choose, () => this.microscope.close());
    const keys = "Arrow keys read values, Shift with arrows changes the map, Enter asks where a value comes from.";
    strip.canvas.setAttribute("aria-label", `${layer.title}. ${keys}`);
    const range = element("span", "mnistviz-range");
    const summary = element("summary", "", [element("span", "mnistviz-title", [layer.title]), range]);
    const details = element("details", "mnistviz-layer", [summary, strip.canvas]);
    details.dataset.layer = layer.name;
    details.open = !this.model.get("folded").includes(layer.name);
    details.addEventListener("toggle", () => this.fold(layer.name, !details.open));
    this.strips.set(layer.name, strip);
    this.sections.set(layer.name, Object.assign(details, { range }));
    return details;
  }

  choice(text, trait, values, name = (value) => value) {
    const select = element("select", "", values.map((value) => Object.assign(element("option", "", [name(value)]), { value })));
    select.addEventListener("change", () => {
      this.model.set(trait, select.value);
      this.model.save_changes();
    });
    select.setAttribute("aria-label", text);
    return select;
  }

  listen() {
    this.onMessage = (content, buffers) => this.guarded(() => this.receive(content, buffers));
    this.onSettings = () => this.guarded(() => this.showSettings());
    this.onMessageText = () => this.showMessage();
    this.model.on("msg:custom", this.onMessage);
    this.model.on("change:sequential change:scale change:folded", this.onSettings);
    this.model.on("change:message", this.onMessageText);
    this.resizing = new ResizeObserver(() => this.guarded(() => this.resize()));
    this.resizing.observe(this.el);
    this.checkUploads();
  }

  close() {
    this.isClosed = true;
    this.link.close();
    this.model.off("msg:custom", this.onMessage);
    this.model.off("change:sequential change:scale change:folded", this.onSettings);
    this.model.off("change:message", this.onMessageText);
    this.resizing.disconnect();
    this.lesson.close();
    this.microscope.dispose();
    this.stopChecking?.();
    this.pen?.close();
  }

  /** The kernel is gone: what is shown stays, says so, and takes no more input. */
  end(text) {
    this.close();
    this.message.textContent = text;
    const hand = this.el.closest(".mnistviz-explorer")?.querySelector(".mnistviz-hand");
    disable([...this.el.children, hand].filter((part) => part && part !== this.message));
  }

  pad() {
    return this.el.closest(".mnistviz-explorer")?.querySelector(".mnistviz-pad");
  }

  /** From its first frame on, when it stands in the page beside its pad, the view sets the pace of the pen. */
  async takePen() {
    this.pen = null; // while the model is fetched, later frames need not ask again
    const canvas = await modelOf(this.model.widget_manager, this.model.get("canvas"));
    if (!canvas || this.isClosed) return;
    const pad = this.pad();
    if (pad) this.pen = new Pen(pad, canvas, () => this.header.number);
    else this.pen = undefined;
  }

  /** Jupyter drops messages above about 10 MB without a word, so files are weighed here, before they are sent. */
  async checkUploads() {
    const limit = this.model.get("upload_limit");
    const upload = await modelOf(this.model.widget_manager, this.model.get("upload"));
    if (!upload || this.isClosed) return;
    const check = () => {
      const file = upload.get("value")[0];
      if (!file || file.content.byteLength <= limit) return;
      upload.set("value", []);
      this.report(`A picture of at most ${limit / 2 ** 20} MB is required. Received: ${(file.content.byteLength / 2 ** 20).toFixed(1)} MB. Make it smaller and try again.`);
    };
    upload.on("change:value", check);
    this.stopChecking = () => upload.off("change:value", check);
  }

  receive(content, buffers) {
    if (content.kind === "frame") {
      this.link.stopAsking();
      const isFirst = this.waiting === null;
      this.waiting = { header: content, bytes: toBytes(buffers[0]), terms: buffers[1] ? toBytes(buffers[1]) : new Uint8Array() };
      if (!isFirst) return; // an older frame has not been painted yet: this one takes its place
      const paint = () => this.guarded(() => this.paint());
      if (document.hidden) setTimeout(paint); // a hidden page has no animation frames
      else requestAnimationFrame(paint);
    } else if (content.kind === "values") this.showValues(content, buffers);
    else if (content.kind === "kernels") this.showKernels(content, buffers);
  }

  paint() {
    const { header, bytes, terms } = this.waiting;
    this.waiting = null;
    this.header = header;
    this.microscope.mark(header.look);
    let offset = 0;
    const take = (length) => bytes.subarray(offset, (offset += length));
    const images = header.images.map((image) => ({ ...image, codes: take(image.shape[0] * image.shape[1]) }));
    // Canvases first: to write on one asks for the layout, which texts change.
    this.digit.show(images[0].codes, { low: [0], high: [1] }, PAPER);
    for (const { name, low, high } of header.layers) {
      const strip = this.strips.get(name);
      strip.show(take(strip.rows * strip.columns * strip.channels).slice(), { low, high }, this.table(strip.layer));
    }
    for (const { name, low, high } of header.layers) setText(this.sections.get(name).range, rangeText(low, high));
    this.showSteps(images.slice(1));
    this.lesson.show(header.framing, take);
    this.microscope.show(header.look, terms, this.digit);
    this.showProbabilities(header);
    this.showDoubt(false); // nobody judges a digit by half of it
    this.painted += 1;
    if (this.pen === undefined) this.takePen();
    Object.assign(this.el.dataset, {
      frame: this.painted,
      points: header.points,
      prediction: header.prediction ?? "",
      confidence: header.prediction === null ? "" : header.confidence,
    });
    if (!this.pen?.framePainted(header.heard[this.pen.page] ?? 0)) this.model.send({ kind: "painted", number: header.number });
    if (this.early) this.showValues(...this.early);
  }

  /** The steps of framing before the last one, small, with an arrow after each; the last one is the digit itself. */
  showSteps(images) {
    while (this.steps.children.length > images.length) this.steps.lastChild.remove();
    while (this.steps.children.length < images.length) this.steps.append(element("span", "", [element("canvas", "mnistviz-paper"), "\u2192"]));
    images.forEach(({ text, shape: [height, width], codes }, i) => {
      const canvas = this.steps.children[i].firstChild;
      paintInk(canvas, codes, width, height);
      canvas.title = text;
    });
    setText(this.framing, [...images.map(({ text }) => text), this.header.centring].filter(Boolean).join("; "));
  }

  showProbabilities({ prediction, confidence, probabilities }) {
    const known = prediction !== null;
    this.verdict.classList.toggle("mnistviz-known", known);
    setText(this.verdict, known ? String(prediction) : "draw a digit");
    setText(this.confidence, known ? percent(confidence) : "");
    this.bars.forEach((row, digit) => {
      const share = known ? probabilities[digit] : 0;
      row.fill.style.transform = `scaleX(${share})`;
      if (setText(row.number, known ? percent(share) : "")) {
        row.setAttribute("aria-valuenow", (100 * share).toFixed(1));
        row.setAttribute("aria-valuetext", known ? percent(share) : "no prediction");
      }
      row.classList.toggle("mnistviz-winner", digit === prediction);
    });
  }

  /** The exact values of a frame; of one that is not painted yet they are kept until it is. */
  showValues(content, buffers) {
    const { number, names, familiar } = content;
    this.early = this.waiting?.header.number === number ? [content, buffers] : null;
    if (this.waiting || this.header?.number !== number) return; // too early, or the pen has moved on
    names.forEach((name, i) => {
      const bytes = toBytes(buffers[i]);
      const strip = name === "digit" ? this.digit : this.strips.get(name);
      strip.values = new Float32Array(bytes.slice().buffer);
      this.microscope.refresh(strip);
    });
    if (this.pointed?.cursor) this.read(this.pointed, false);
    this.showDoubt(!familiar);
    const { prediction, confidence } = this.header;
    const answer = prediction === null ? "blank paper" : `The network reads ${prediction}, confidence ${percent(confidence)}`;
    this.lesson.speak();
    this.microscope.speak();
    this.spoken.textContent = familiar ? answer : `${DOUBT} ${answer}`;
  }

  /** The kernels of the convolutions, above the maps that they make. */
  showKernels({ layers }, buffers) {
    layers.forEach((kernel, i) => {
      let strip = this.kernels.get(kernel.name);
      if (!strip) {
        strip = new KernelStrip(kernel, (which, loud) => this.read(which, loud));
        this.kernels.set(kernel.name, strip);
        this.strips.get(kernel.name).canvas.before(element("div", "mnistviz-kernels", [strip.caption, strip.canvas]));
      }
      strip.showWeights(new Float32Array(toBytes(buffers[i]).slice().buffer), this.colours(true));
    });
    this.resize();
  }

  showDoubt(isDoubted) {
    this.doubt.hidden = !isDoubted;
    this.el.classList.toggle("mnistviz-doubted", isDoubted);
  }

  read(strip, loud) {
    this.pointed = strip;
    this.readout.setAttribute("aria-live", loud ? "polite" : "off");
    this.readout.textContent = strip?.codes ? strip.read() : "Point at a cell to read it, click to explain it";
    if (loud && strip?.cursor) this.microscope.follow(strip);
  }

  fold(name, isFolded) {
    const folded = this.model.get("folded").filter((other) => other !== name);
    if (folded.length !== this.model.get("folded").length === isFolded) return;
    this.model.set("folded", isFolded ? [...folded, name] : folded);
    this.model.save_changes();
    if (isFolded && this.model.get("cell")?.layer === name) this.microscope.close();
  }

  showSettings() {
    this.sequential.value = this.model.get("sequential");
    this.scale.value = this.model.get("scale");
    for (const [name, details] of this.sections) details.open = !this.model.get("folded").includes(name);
    for (const strip of this.strips.values()) {
      if (strip.codes) strip.recolour(this.table(strip.layer));
      this.microscope.refresh(strip);
    }
    this.resize();
  }

  table(layer) {
    return this.colours(layer.signed);
  }

  colours(signed) {
    return this.tables[signed ? DIVERGING : this.model.get("sequential")];
  }

  resize() {
    const width = this.layers.clientWidth;
    if (!width) return; // not laid out yet
    this.digit.resize(DIGIT_SIDE, DIGIT_SIDE);
    for (const strip of this.kernels.values()) strip.resize(width, 0);
    for (const strip of this.strips.values()) strip.resize(width, strip.channels <= FEW_UNITS ? NUMBER_HEIGHT : UNIT_HEIGHT);
  }

  showMessage() {
    this.message.textContent = this.model.get("message");
  }

  /** Whatever goes wrong here is seen here and logged by the kernel; the next frame has a new chance. */
  guarded(action) {
    if (this.isClosed) return; // a frame may come due after the explorer is gone
    try {
      action();
    } catch (error) {
      this.waiting = null;
      this.report(String(error));
    }
  }

  report(text) {
    this.message.textContent = text;
    this.model.send({ kind: "error", text });
  }
}

export default { render };
