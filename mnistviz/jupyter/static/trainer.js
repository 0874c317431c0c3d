// The trainer: choices and buttons, progress, curves, the kernels and maps as they change, the confusion matrix at the end.

const AT_WORK = ["running", "paused"];
const BUTTONS = {
  start: { text: "Start", states: ["ready", "finished", "stopped"] },
  pause: { text: "Pause", states: ["running"] },
  resume: { text: "Resume", states: ["paused"] },
  stop: { text: "Stop", states: AT_WORK },
  reset: { text: "Reset", states: ["running", "paused", "finished", "stopped"] },
};
const CHOICES = { learning_rate: "Learning rate", batch_size: "Batch size", digits: "Digits", epochs: "Epochs" };
const SAMPLE_SIDE = 28;

function render({ model, el }) {
  const trainer = new TrainerPage(model, el);
  return () => trainer.close();
}

class TrainerPage {
  constructor(model, el) {
    Object.assign(this, { model, el });
    this.painted = 0;
    this.waiting = this.header = null;
    el.classList.add("mnistviz-training");
    Object.assign(el.dataset, { frame: "0", state: "", batch: "0" });
    this.build();
    this.listen();
    this.showChoices();
    this.showDigit();
    this.showMessage();
    this.link = new Link(model, (text) => this.end(text));
  }

  build() {
    const { model } = this;
    this.tables = Object.fromEntries(Object.entries(model.get("palettes")).map(([name, bytes]) => [name, colourTable(toBytes(bytes))]));
    this.message = element("div", "mnistviz-message");
    this.message.setAttribute("role", "alert");
    this.spoken = element("div", "mnistviz-spoken");
    this.spoken.setAttribute("aria-live", "polite");
    this.buttons = Object.fromEntries(Object.keys(BUTTONS).map((name) => [name, this.button(name)]));
    this.selects = Object.fromEntries(Object.keys(CHOICES).map((name) => [name, this.select(name)]));
    this.augment = element("input");
    this.augment.type = "checkbox";
    this.augment.addEventListener("change", () => this.choose("augment", this.augment.checked));
    const labels = Object.entries(CHOICES).map(([name, text]) => element("label", "", [text, this.selects[name]]));
    const choices = element("div", "mnistviz-choices", [...labels, element("label", "", [this.augment, "Augmentation"])]);
    this.state = element("b", "mnistviz-state");
    const controls = element("div", "mnistviz-controls", [choices, element("div", "mnistviz-buttons", [...Object.values(this.buttons), this.state])]);
    controls.dataset.lmSuppressShortcuts = "true"; // or Enter on a button would go to the notebook
    this.epochs = this.progress("Epoch");
    this.batches = this.progress("Batch");
    this.loss = new Curve("Loss", (value) => value.toFixed(2), null);
    this.accuracy = new Curve("Accuracy", percent, 1);
    this.readout = element("div", "mnistviz-readout");
    this.samples = Array.from({ length: 10 }, (_, digit) => this.sample(digit));
    const samples = element("div", "mnistviz-samples", this.samples);
    samples.setAttribute("role", "group");
    samples.setAttribute("aria-label", "Digit whose maps are shown");
    this.reading = element("span", "mnistviz-reading");
    const point = (strip, loud) => this.read(strip, loud);
    this.enlargement = new Enlargement(point);
    this.strips = model.get("strips").map((layer) => this.strip(layer, point));
    this.confusion = element("div");
    this.el.append(
      this.message,
      controls,
      element("div", "mnistviz-bars-of-progress", [this.epochs.el, this.batches.el]),
      element("div", "mnistviz-curves", [this.loss.el, this.accuracy.el]),
      element("div", "mnistviz-chosen", [samples, this.reading]),
      element("div", "mnistviz-layers", [this.readout, ...this.strips.map(({ el }) => el), this.enlargement.el]),
      this.confusion,
      this.spoken,
    );
    this.read(null, false);
  }

  button(name) {
    const button = element("button", "mnistviz-button", [BUTTONS[name].text]);
    button.addEventListener("click", () => this.model.send({ kind: "press", button: name }));
    button.disabled = true; // until a frame tells the state
    return button;
  }

  select(name) {
    const select = element("select");
    select.addEventListener("change", () => this.choose(name, JSON.parse(select.value)));
    return select;
  }

  choose(name, value) {
    this.model.set("choices", { ...this.model.get("choices"), [name]: value });
    this.model.save_changes();
  }

  progress(name) {
    const text = element("span");
    const bar = element("progress");
    bar.setAttribute("aria-label", name);
    return { name, text, bar, el: element("div", "", [text, bar]) };
  }

  sample(digit) {
    const canvas = element("canvas", "mnistviz-paper");
    const size = SAMPLE_SIDE * SAMPLE_SIDE;
    paintInk(canvas, toBytes(this.model.get("samples")).subarray(digit * size), SAMPLE_SIDE, SAMPLE_SIDE);
    const button = element("button", "", [canvas]);
    button.setAttribute("aria-label", `Show the maps of a ${digit}`);
    button.addEventListener("click", () => {
      this.model.set("digit", digit);
      this.model.save_changes();
    });
    return button;
  }

  strip(layer, point) {
    const strip = new Strip(layer, point, (which, place) => this.enlargement.toggle(which, place));
    const range = element("span", "mnistviz-range");
    const title = element("div", "mnistviz-strip-title", [element("span", "", [layer.title]), range]);
    return { strip, range, el: element("div", "mnistviz-layer", [title, strip.canvas]) };
  }

  listen() {
    const { model } = this;
    this.listeners = {
      "msg:custom": (content, buffers) => this.guarded(() => this.receive(content, buffers)),
      "change:choices": () => this.guarded(() => this.showChoices()),
      "change:digit": () => this.guarded(() => this.showDigit()),
      "change:message": () => this.showMessage(),
    };
    for (const [name, listener] of Object.entries(this.listeners)) model.on(name, listener);
    this.resizing = new ResizeObserver(() => this.guarded(() => this.resize()));
    this.resizing.observe(this.el);
  }

  close() {
    this.isClosed = true;
    this.link.close();
    for (const [name, listener] of Object.entries(this.listeners)) this.model.off(name, listener);
    this.resizing.disconnect();
  }

  /** The kernel is gone: what is shown stays, says so, and takes no more input. */
  end(text) {
    this.close();
    this.message.textContent = text;
    disable([...this.el.children].filter((part) => part !== this.message));
  }

  receive(content, buffers) {
    if (content.kind === "rest") return this.speak();
    this.link.stopAsking();
    const isFirst = this.waiting === null;
    this.waiting = { header: content, bytes: toBytes(buffers[0]) };
    if (!isFirst) return; // an older frame has not been painted yet: this one takes its place
    const paint = () => this.guarded(() => this.paint());
    if (document.hidden) setTimeout(paint); // a hidden page has no animation frames
    else requestAnimationFrame(paint);
  }

  paint() {
    const { header, bytes } = this.waiting;
    this.waiting = null;
    this.header = header;
    let offset = 0;
    this.strips.forEach(({ strip, range }, i) => {
      const { low, high } = header.strips[i];
      const codes = bytes.slice(offset, (offset += strip.rows * strip.columns * strip.channels));
      strip.show(codes, { low, high }, this.tables[strip.layer.signed ? "signed" : "unsigned"]);
      setText(range, rangeText(low, high));
      this.enlargement.refresh(strip);
    });
    this.showState(header);
    this.showCurves(header);
    setText(this.reading, `read as ${header.prediction}, ${percent(header.confidence)}`);
    this.confusion.replaceChildren(...(header.confusion ? [confusionTable(header.confusion)] : []));
    this.painted += 1;
    Object.assign(this.el.dataset, { frame: this.painted, state: header.state, batch: header.trained });
    this.model.send({ kind: "painted", number: header.number });
  }

  showState({ state, progress, trained }) {
    const focused = Object.values(this.buttons).find((button) => button === document.activeElement);
    for (const [name, button] of Object.entries(this.buttons)) button.disabled = !BUTTONS[name].states.includes(state);
    this.buttons.pause.hidden = state === "paused";
    this.buttons.resume.hidden = state !== "paused";
    setText(this.buttons.start, trained && !AT_WORK.includes(state) ? "Train on" : "Start");
    // A button that can no longer be pressed must not take the keyboard's focus with it.
    if (focused?.disabled || focused?.hidden) Object.values(this.buttons).find((button) => !button.disabled && !button.hidden)?.focus();
    for (const control of [...Object.values(this.selects), this.augment]) control.disabled = AT_WORK.includes(state);
    this.showProgress(this.epochs, progress.epoch, progress.epochs);
    this.showProgress(this.batches, progress.batch, progress.batches);
    setText(this.state, state);
  }

  showProgress({ name, text, bar }, done, all) {
    bar.max = all || 1;
    bar.value = done;
    setText(text, all ? `${name} ${done} of ${all}` : `${name} \u2013`);
  }

  showCurves({ batches, loss, accuracy, validations, trained, end }) {
    this.loss.show(batches, loss, validations.map(([batch, value]) => [batch, value]), trained, end);
    this.accuracy.show(batches, accuracy, validations.map(([batch, , value]) => [batch, value]), trained, end);
  }

  showChoices() {
    const choices = this.model.get("choices");
    for (const [name, select] of Object.entries(this.selects)) {
      const chosen = choices[name];
      const offered = this.model.get("options")[name];
      const values = offered.includes(chosen) ? offered : [chosen, ...offered]; // code may have chosen another one
      const option = (value) => Object.assign(element("option", "", [value.toLocaleString("en", { maximumFractionDigits: 6 })]), { value: JSON.stringify(value) });
      select.replaceChildren(...values.map(option));
      select.value = JSON.stringify(chosen);
    }
    this.augment.checked = choices.augment;
  }

  showDigit() {
    this.samples.forEach((button, digit) => button.setAttribute("aria-pressed", String(digit === this.model.get("digit"))));
  }

  /** The training rests: the result is said aloud, politely. */
  speak() {
    if (!this.header) return;
    const { state, progress, validations } = this.header;
    const accuracy = validations.length ? `, ${percent(validations.at(-1)[2])} of the digits held back are read right` : "";
    setText(this.spoken, `Training ${state}, epoch ${progress.epoch} of ${progress.epochs}${accuracy}`);
  }

  read(strip, loud) {
    this.readout.setAttribute("aria-live", loud ? "polite" : "off");
    this.readout.textContent = strip?.codes ? strip.read() : "Point at a cell to read its value, click to enlarge";
  }

  resize() {
    const width = this.el.querySelector(".mnistviz-layers").clientWidth;
    if (width) for (const { strip } of this.strips) strip.resize(width, 0);
  }

  showMessage() {
    this.message.textContent = this.model.get("message");
  }

  /** Whatever goes wrong here is seen here and logged by the kernel; the next frame has a new chance. */
  guarded(action) {
    if (this.isClosed) return; // a frame may come due after the trainer is gone
    try {
      action();
    } catch (error) {
      this.waiting = null;
      this.message.textContent = String(error);
      this.model.send({ kind: "error", text: String(error) });
    }
  }
}

export default { render };
