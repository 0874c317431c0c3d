// The lesson of framing: each step between the pad and the network as a picture with a switch, and what the network reads
// with every step, with those that are on, and with none. While it is folded, the kernel computes nothing for it.

const FRAMING_STEPS = ["ink", "crop", "scale", "line", "centre"]; // named as in Python
const FRAMING_ANSWERS = { every: "with every step", chosen: "with your switches", none: "without any" };

class FramingLesson {
  constructor(model) {
    this.model = model;
    this.cards = FRAMING_STEPS.map((name) => this.card(name));
    this.photo = element("div", "mnistviz-framing-steps mnistviz-framing-photo");
    this.answers = Object.keys(FRAMING_ANSWERS).map((name) => this.answer(name));
    this.warning = element("div", "mnistviz-partly", [element("span"), this.button()]);
    this.spoken = element("div", "mnistviz-framing-spoken");
    this.spoken.setAttribute("aria-live", "polite");
    const title = element("span", "mnistviz-title", ["framing: from the pad to the network"]);
    const answers = element("div", "mnistviz-framed-answers", this.answers);
    answers.setAttribute("role", "group");
    answers.setAttribute("aria-label", "What the network reads, framed in three ways");
    const cards = element("div", "mnistviz-framing-steps", this.cards);
    this.details = element("details", "mnistviz-layer mnistviz-lesson", [element("summary", "", [title]), this.photo, cards, answers, this.spoken]);
    this.details.addEventListener("toggle", () => this.open(this.details.open));
    this.el = element("div", "", [this.warning, this.details]);
    this.onSwitch = () => this.showSwitches();
    this.onOpen = () => this.showOpen();
    model.on("change:steps_off", this.onSwitch);
    model.on("change:framing_open", this.onOpen); // apart: a key may come between unfolding and its toggle event
    this.showSwitches();
    this.showOpen();
  }

  close() {
    this.model.off("change:steps_off", this.onSwitch);
    this.model.off("change:framing_open", this.onOpen);
  }

  card(name, hasSwitch = name !== "ink") {
    const canvas = element("canvas", "mnistviz-paper");
    const text = element("div", "mnistviz-caption");
    const label = element("label", "", [name]);
    const card = element("div", "mnistviz-framing-step", [label, canvas, text]);
    card.dataset.step = name;
    let box = null;
    if (hasSwitch) {
      box = element("input");
      box.type = "checkbox";
      box.addEventListener("change", () => this.switch(name, box.checked));
      label.prepend(box);
    }
    return Object.assign(card, { canvas, text, box, step: name });
  }

  answer(name) {
    const canvas = element("canvas", "mnistviz-paper");
    const text = element("span", "mnistviz-number");
    const answer = element("div", "mnistviz-framed-answer", [canvas, element("div", "", [`${FRAMING_ANSWERS[name]}: `, text])]);
    answer.dataset.answer = name;
    return Object.assign(answer, { canvas, text, key: name });
  }

  button() {
    const button = element("button", "mnistviz-button", ["all on"]);
    button.setAttribute("aria-label", "Switch all steps of framing on");
    button.addEventListener("click", () => {
      this.save("steps_off", []);
      this.details.querySelector("summary").focus(); // the button is about to go
    });
    return button;
  }

  switch(name, isOn) {
    const off = new Set(this.model.get("steps_off"));
    if (isOn) off.delete(name);
    else off.add(name);
    this.save("steps_off", FRAMING_STEPS.filter((step) => off.has(step)));
  }

  open(isOpen) {
    if (this.model.get("framing_open") !== isOpen) this.save("framing_open", isOpen);
  }

  save(trait, value) {
    this.model.set(trait, value);
    this.model.save_changes();
  }

  showOpen() {
    this.details.open = this.model.get("framing_open");
  }

  showSwitches() {
    const off = this.model.get("steps_off");
    for (const { box, step } of this.cards) if (box) box.checked = !off.includes(step);
    this.warning.hidden = !off.length;
    setText(this.warning.firstChild, `Framing is partly off: the network gets the digit without ${off.join(", ")}.`);
  }

  /** Shows the lesson of a frame, if it has one. `take` cuts the next bytes off the frame's pictures. */
  show(lesson, take) {
    this.lesson = lesson;
    if (!lesson) return;
    const paint = (canvas, { shape: [height, width] }) => paintInk(canvas, take(height * width), width, height);
    this.photo.hidden = !lesson.photo.length; // of a drawing
    this.photo.replaceChildren(...lesson.photo.map((step) => {
      const card = this.card(step.name, false);
      setText(card.text, step.text);
      paint(card.canvas, step);
      return card;
    }));
    this.cards.forEach((card, i) => {
      const step = lesson.steps[i]; // none of blank paper
      setText(card.text, step?.text ?? "");
      if (step) paint(card.canvas, step);
      else paintInk(card.canvas, new Uint8Array(1), 1, 1);
    });
    this.answers.forEach((answer, i) => {
      const { prediction, confidence } = lesson.answers[i];
      setText(answer.text, prediction === null ? "blank paper" : `${prediction}, ${percent(confidence)}`);
      answer.classList.toggle("mnistviz-otherwise", prediction !== lesson.answers[0].prediction);
      paint(answer.canvas, lesson.answers[i]);
    });
  }

  /** Says the answers: the pen rests. */
  speak() {
    if (this.lesson) setText(this.spoken, this.answers.map((answer) => `${FRAMING_ANSWERS[answer.key]}: ${answer.text.textContent}`).join("; "));
  }
}

