/**
 * Framing: each step between the pad and the network as a picture with a switch, and what the network reads with every step, with
 * those that are on, and with none. While it is folded, the notebook kernel computes nothing for it.
 */

import numbers from "../../../mnistviz/assets/framing.json";
import { paintInk } from "../../core/canvas";
import { Arrays, type Tensor } from "../../core/codec";
import { announcer, button, element, setText } from "../../core/dom";
import { save } from "../../core/model";
import { percent } from "../../core/numbers";
import { text } from "../../core/text";
import { DIGIT_SIDE, digitImage } from "../../ink/framing_steps";
import { codesOf } from "../ink_codes";
import type { Part, Section } from "../section";
import type { Stage } from "../stage";
import { compared, type State } from "../state";
import { Drawer } from "./drawer";

interface Step {
  readonly name: string;
  readonly text: string;
}

interface Reading {
  readonly prediction: number | null;
  readonly confidence: number;
}

interface Header {
  /** Says which picture is fed as it is, without any steps; empty: none is. */
  readonly given: string;
  /** What was done to a picture before there was ink. */
  readonly photo: readonly Step[];
  /** None for blank paper. */
  readonly steps: readonly Step[];
  /** The first one is with every step. */
  readonly answers: readonly Reading[];
}

export class FramingSection implements Section {
  readonly name = "framing";
  private stage!: Stage;
  private drawer!: Drawer;
  private cards: readonly Card[] = [];
  private readonly photo = element("div", "mnistviz-framing-steps mnistviz-framing-photo");
  private answers: readonly Answer[] = [];
  private readonly lesson = element("div");
  private readonly given = element("div", "mnistviz-caption");
  private readonly warning = element("span");
  private readonly partly = element("div", "mnistviz-partly", [this.warning]);
  private readonly spoken = announcer("mnistviz-framing-spoken", "polite");
  private isShown = false;

  build(stage: Stage): void {
    this.stage = stage;
    const { model } = stage;
    const words = (step: string): string => text("framing-step", { step });
    const switches = model
      .get("step_names")
      .map((name) => new Card(name, words(name), (isOn) => this.switch(name, isOn)));
    this.cards = [new Card("ink", words("ink"), null), ...switches];
    const classes = model.get("classes");
    this.answers = [
      new Answer("every", text("framed-with-every"), classes),
      new Answer("chosen", text("framed-as-chosen"), classes),
      new Answer("none", text("framed-with-none"), classes),
    ];
    this.partly.append(button(text("all-steps-on"), () => this.switchAllOn(), text("all-steps-on-aloud")));
    const answers = element(
      "div",
      "mnistviz-framed-answers",
      this.answers.map(({ el }) => el),
    );
    answers.setAttribute("role", "group");
    answers.setAttribute("aria-label", text("framed-in-three-ways"));
    const cards = element(
      "div",
      "mnistviz-framing-steps",
      this.cards.map(({ el }) => el),
    );
    this.lesson.append(this.photo, cards, answers);
    this.drawer = new Drawer(stage, "framing_open", text("framing-title"), [this.given, this.lesson, this.spoken]);
    this.drawer.el.classList.add("mnistviz-lesson");
    stage.tools.after(element("div", "", [this.partly, this.drawer.el]));
    stage.listen(["change:steps_off"], () => this.showSwitches());
    this.showSwitches();
  }

  compute(state: State): Part<Header> | null {
    if (!state.settings.get("framing_open")) return null;
    const { given } = state.framing;
    if (given !== null) return { header: { given, photo: [], steps: [], answers: [] }, arrays: Arrays.of({}) };
    const comparison = compared(state);
    if (!comparison) return state.partOfKernel(this.name) as Part<Header> | null;
    const { photo, steps } = comparison;
    const pictures: Record<string, Tensor> = {};
    for (const step of photo) pictures[`photo/${step.name}`] = codesOf(step.image, numbers.lesson_side);
    for (const step of steps) pictures[`steps/${step.name}`] = codesOf(step.image, numbers.lesson_side);
    const answers = this.answers.map(({ name }) => {
      const { digit, prediction, confidence } = comparison[name as "every" | "chosen" | "none"];
      pictures[`answers/${name}`] = codesOf(digitImage(digit), DIGIT_SIDE);
      return { prediction, confidence };
    });
    return { header: { given: "", photo, steps, answers }, arrays: Arrays.of(pictures) };
  }

  paint(part: Part<Header> | null): void {
    this.isShown = part !== null;
    if (!part) return;
    const { given, photo, steps, answers } = part.header;
    setText(this.given, given && text("framing-given", { picture: given }));
    this.lesson.hidden = given !== "";
    this.photo.hidden = !photo.length; // of a drawing
    this.photo.replaceChildren(...photo.map((step) => this.photoCard(step, part.arrays)));
    this.cards.forEach((card, i) => {
      const step = steps[i];
      card.show(step?.text ?? "", step ? part.arrays.uint8(`steps/${step.name}`) : null);
    });
    this.answers.forEach((answer, i) => {
      const reading = answers[i];
      if (!reading) return;
      answer.show(reading, part.arrays.uint8(`answers/${answer.name}`), reading.prediction !== answers[0]?.prediction);
    });
  }

  describe(): void {
    const answers = this.answers.map((answer) => answer.words).join("; ");
    if (this.isShown) setText(this.spoken, this.given.textContent || answers);
  }

  private photoCard(step: Step, arrays: Arrays): HTMLElement {
    const card = new Card(step.name, step.name, null);
    card.show(step.text, arrays.uint8(`photo/${step.name}`));
    return card.el;
  }

  private switch(name: string, isOn: boolean): void {
    const { model } = this.stage;
    const off = new Set(model.get("steps_off"));
    if (isOn) off.delete(name);
    else off.add(name);
    const inOrder = model.get("step_names").filter((step) => off.has(step));
    save(model, "steps_off", inOrder);
  }

  private switchAllOn(): void {
    save(this.stage.model, "steps_off", []);
    this.drawer.focus(); // the button is about to go
  }

  private showSwitches(): void {
    const { model } = this.stage;
    const off = model.get("steps_off");
    for (const card of this.cards) card.check(!off.includes(card.name));
    this.partly.hidden = !off.length;
    const isOff = off.length === model.get("step_names").length;
    const steps = off.map((step) => text("framing-step", { step })).join(", ");
    setText(this.warning, isOff ? text("framing-off") : text("framing-partly-off", { steps }));
  }
}

/** A step as a picture, with a switch if it can be left out. */
class Card {
  readonly el: HTMLElement;
  private readonly canvas = element("canvas", "mnistviz-paper");
  private readonly text = element("div", "mnistviz-caption");
  private readonly box = element("input");

  constructor(
    readonly name: string,
    words: string,
    onSwitch: ((isOn: boolean) => void) | null,
  ) {
    const label = element("label", "", [words]);
    this.box.type = "checkbox";
    this.box.addEventListener("change", () => onSwitch?.(this.box.checked));
    if (onSwitch) label.prepend(this.box);
    this.canvas.setAttribute("aria-hidden", "true"); // the sentence below says what was done
    this.el = element("div", "mnistviz-framing-step", [label, this.canvas, this.text]);
    this.el.dataset.step = name;
  }

  check(isOn: boolean): void {
    this.box.checked = isOn;
  }

  show(what: string, picture: Tensor<"uint8"> | null): void {
    setText(this.text, what);
    paintPicture(this.canvas, picture);
  }
}

/** What the network reads from a digit that was framed in one way. */
class Answer {
  readonly el: HTMLElement;
  private readonly canvas = element("canvas", "mnistviz-paper");
  private readonly reading = element("span", "mnistviz-number");

  constructor(
    readonly name: string,
    private readonly how: string,
    private readonly classes: readonly string[],
  ) {
    this.canvas.setAttribute("aria-hidden", "true"); // what is read in it says enough
    this.el = element("div", "mnistviz-framed-answer", [this.canvas, element("div", "", [`${how}: `, this.reading])]);
    this.el.dataset.answer = name;
  }

  get words(): string {
    return `${this.how}: ${this.reading.textContent}`;
  }

  show({ prediction, confidence }: Reading, picture: Tensor<"uint8">, isOtherwise: boolean): void {
    setText(
      this.reading,
      prediction === null ? text("blank-paper") : `${this.classes[prediction] ?? prediction}, ${percent(confidence)}`,
    );
    this.el.classList.toggle("mnistviz-otherwise", isOtherwise);
    paintPicture(this.canvas, picture);
  }
}

function paintPicture(canvas: HTMLCanvasElement, picture: Tensor<"uint8"> | null): void {
  const [height = 1, width = 1] = picture?.shape ?? [];
  paintInk(canvas, picture?.data ?? new Uint8Array(1), width, height);
}
