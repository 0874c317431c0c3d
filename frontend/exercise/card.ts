/** An exercise: question, field for the answer, buttons, and feedback. */

import type { Host } from "@anywidget/types";
import { announcer, button, element, setText } from "../core/dom";
import { showEnding, whenKernelEnds } from "../core/ending";
import type { Model, Traits } from "../core/model";
import { SmallExplorer } from "../core/small_explorer";
import { language, text } from "../core/text";
import { followTheme } from "../core/theme";
import { proseOf } from "./prose";
import type { ExerciseTraits, NumberTable, Verdict } from "./traits";

const LONGEST_ANSWER = 200; // characters
const CHANGES = ["change:feedback", "change:points"] as const;
const VERDICTS: Readonly<Record<Verdict, string | null>> = {
  "": null,
  right: "verdict-right",
  wrong: "verdict-wrong",
  hint: "verdict-hint",
  answer: "verdict-answer",
  refused: "verdict-refused",
};

export class ExerciseCard {
  private readonly field = element("input");
  private readonly feedback = element("p", "mnistviz-feedback");
  private readonly points = element("p", "mnistviz-points");
  private readonly explorer: SmallExplorer;
  private isAsked = false; // for a guess before the answer is shown
  private readonly stopWatching: () => void;
  private readonly stopFollowing: () => void;

  constructor(
    private readonly model: Model<ExerciseTraits>,
    private readonly el: HTMLElement,
    host: Host | undefined,
  ) {
    el.classList.add("mnistviz-exercise");
    Object.assign(el, language());
    this.feedback.setAttribute("role", "status"); // announced politely
    this.explorer = new SmallExplorer(model, host);
    const paragraphs = model.get("paragraphs").map((paragraph) => element("p", "", proseOf(paragraph)));
    const tables = element("div", "mnistviz-tables", model.get("tables").map(tableOf));
    const question = element("div", "mnistviz-question", [...paragraphs, tables]);
    const form = this.form();
    const message = announcer("mnistviz-message", "alert");
    const reply = element("div", "mnistviz-reply", [form, message, this.feedback, this.points]);
    this.stopFollowing = followTheme(el);
    this.stopWatching = whenKernelEnds(model as Model<Traits>, () => showEnding(message, [form]));
    el.append(element("div", "mnistviz-card", [question, this.explorer.el, reply]));
    for (const name of CHANGES) model.on(name, this.show);
    this.show();
  }

  close(): void {
    for (const name of CHANGES) this.model.off(name, this.show);
    this.stopWatching();
    this.stopFollowing();
    this.explorer.close();
  }

  private readonly show = (): void => {
    const feedback = this.model.get("feedback");
    const verdict = this.model.get("verdict");
    const key = VERDICTS[verdict];
    this.el.dataset.verdict = feedback ? verdict : "";
    const lead = element("strong", "", [key ? text(key) : ""]);
    this.feedback.replaceChildren(...(feedback ? [lead, " ", ...proseOf(feedback)] : []));
    setText(this.points, this.model.get("points"));
  };

  private form(): HTMLFormElement {
    const draws = this.model.get("draws");
    const form = element("form", "mnistviz-form");
    form.dataset.lmSuppressShortcuts = "true"; // or Enter opens the notebook cell's editor
    if (!draws) form.append(this.labelledField(form));
    const check = element("button", "mnistviz-button mnistviz-check", [
      text(draws ? "exercise-check-drawing" : "exercise-check"),
    ]);
    const hint = button(text("exercise-hint"), () => this.model.send({ kind: "hint" }));
    form.append(
      check,
      hint,
      button(text("exercise-show-answer"), () => this.reveal()),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.model.send({ kind: "check", answer: this.field.value });
    });
    return form;
  }

  /** Shows the answer. Who has tried nothing is asked once what they expect: seen once, an answer can't be guessed any more. */
  private reveal(): void {
    const isTooEarly = this.model.get("verdict") === "" && !this.isAsked;
    this.isAsked = true;
    if (isTooEarly) setText(this.feedback, text("exercise-guess-first"));
    else this.model.send({ kind: "reveal" });
  }

  private labelledField(form: HTMLFormElement): HTMLLabelElement {
    Object.assign(this.field, { type: "text", autocomplete: "off", spellcheck: false, maxLength: LONGEST_ANSWER });
    this.field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault(); // inside JupyterLab's outputs Chromium does not submit a form on Enter by itself
      form.requestSubmit();
    });
    return element("label", "", [text("exercise-your-answer"), " ", this.field]);
  }
}

function tableOf({ caption, header, rows }: NumberTable): HTMLElement {
  const head = element(
    "tr",
    "",
    header.map((words) => heading(words, "col")),
  );
  const body = rows.map(([first = "", ...others]) => {
    return element("tr", "", [heading(first, "row"), ...others.map((words) => element("td", "", [words]))]);
  });
  const parts = [element("caption", "", proseOf(caption)), element("thead", "", [head]), element("tbody", "", body)];
  return element("div", "mnistviz-scroll", [element("table", "", parts)]);
}

/** A heading without words would head nothing: it is an empty square. */
function heading(words: string, scope: "col" | "row"): HTMLTableCellElement {
  return words ? Object.assign(element("th", "", [words]), { scope }) : element("td");
}
