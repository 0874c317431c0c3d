/** The card below the pad: asks for a guess, and says afterwards how it has turned out. */

import { colour, contextOf } from "../../core/canvas";
import { button, element, setText } from "../../core/dom";
import { text } from "../../core/text";
import { MOST_SHOWN } from "../classes";
import { KINDS, type Picture, type Question, type Verdict, type Wish } from "./question";

/** Who hears what the learner does on the card. */
export interface Guesser {
  choose(choice: number): void;
  wish(wish: Wish): void;
}

export class Card {
  readonly el: HTMLElement;
  private readonly hint = element("div", "mnistviz-predict-hint"); // what to do before a question comes
  private readonly words = element("div", "mnistviz-predict-words"); // question or result: announced
  private readonly about = element("div", "mnistviz-predict-about");
  private readonly choices = element("div", "mnistviz-predict-choices");
  private question: Question | null = null;
  private verdict: Verdict | null = null;

  /** @param colours returns the colours of values that can or cannot be negative */
  constructor(
    private readonly guesser: Guesser,
    private readonly colours: (isSigned: boolean) => Uint32Array,
  ) {
    this.words.setAttribute("role", "status");
    this.words.tabIndex = -1; // has the focus once the buttons are gone
    this.choices.setAttribute("role", "group");
    this.choices.setAttribute("aria-label", text("predict-choices"));
    const parts = [this.hint, this.words, this.about, this.choices, this.wishes()];
    this.el = element("div", "mnistviz-predict-card", parts);
    this.el.setAttribute("role", "group");
    this.el.setAttribute("aria-label", text("predict-first"));
  }

  /** Nothing can be guessed yet. */
  wait(isBlank: boolean): void {
    this.clear();
    setText(this.hint, text(isBlank ? "predict-draw" : "predict-wait"));
    setText(this.words, "");
  }

  /** Asks for a guess. */
  ask(question: Question): void {
    this.clear();
    this.question = question;
    setText(this.hint, "");
    setText(this.words, question.words);
    const { choices, pictures } = question;
    this.choices.classList.toggle("mnistviz-predict-maps", Boolean(pictures));
    this.choices.append(...(choices.length > MOST_SHOWN ? this.list(question) : this.buttons(question)));
    this.recolour();
  }

  /** Says how a guess has turned out. @param isFormer something else is shown by now */
  tell(verdict: Verdict, isFormer: boolean): void {
    const { sentence, agrees } = verdict;
    setText(this.words, isFormer ? `${sentence} ${text("predict-former")}` : sentence);
    if (this.verdict === verdict) return;
    const hadFocus = this.choices.contains(document.activeElement);
    this.clear();
    this.verdict = verdict;
    setText(this.hint, "");
    this.el.dataset.agrees = String(agrees);
    this.recolour();
    if (hadFocus) this.words.focus({ preventScroll: true });
  }

  /** Chooses by a key. Returns whether there is such a choice. */
  press(key: string): boolean {
    const choice = this.question?.choices.findIndex((one) => one.key === key) ?? -1;
    if (choice >= 0) this.guesser.choose(choice);
    return choice >= 0;
  }

  /** Paints the pictures, whose colours depend on the theme. */
  recolour(): void {
    const { question, verdict } = this;
    const pictures = question?.pictures;
    const about = verdict?.pictures ?? (pictures ? [pictures.about] : []);
    this.about.replaceChildren(
      ...about.map((picture) => {
        const canvas = element("canvas");
        canvas.setAttribute("role", "img");
        canvas.setAttribute("aria-label", picture.words);
        this.paint(picture, canvas);
        return canvas;
      }),
    );
    for (const [i, canvas] of this.choices.querySelectorAll("canvas").entries()) {
      const picture = pictures?.choices[i];
      if (picture) this.paint(picture, canvas); // the button's name says what is on it
    }
  }

  private clear(): void {
    this.question = this.verdict = null;
    delete this.el.dataset.agrees;
    this.about.replaceChildren();
    this.choices.replaceChildren();
  }

  private buttons({ choices, pictures }: Question): HTMLButtonElement[] {
    return choices.map(({ label, key }, i) => {
      const picture = pictures?.choices[i];
      const made = button(label, () => this.guesser.choose(i), picture?.words);
      if (picture) made.prepend(element("canvas"));
      if (key) made.setAttribute("aria-keyshortcuts", key);
      return made;
    });
  }

  /** Many classes are chosen from a list. */
  private list({ choices, words }: Question): HTMLElement[] {
    const options = choices.map(({ label }, i) => Object.assign(element("option", "", [label]), { value: String(i) }));
    const select = element("select", "mnistviz-entry", options);
    select.setAttribute("aria-label", words);
    select.dataset.lmSuppressShortcuts = "true"; // or the arrow keys would go to the notebook
    return [select, button(text("predict-say"), () => this.guesser.choose(Number(select.value)))];
  }

  /** Makes the choice of the kind of question. */
  private wishes(): HTMLElement {
    const names: Readonly<Record<Wish, string>> = {
      digit: text("predict-kind-digit"),
      sure: text("predict-kind-sure"),
      map: text("predict-kind-map"),
      change: text("predict-kind-change"),
      turn: text("predict-kind-turn"),
    };
    const options = [...KINDS, "turn" as const].map((wish) =>
      Object.assign(element("option", "", [names[wish]]), { value: wish }),
    );
    const select = element("select", "mnistviz-entry", options);
    select.dataset.lmSuppressShortcuts = "true";
    select.setAttribute("aria-label", text("predict-ask"));
    select.addEventListener("change", () => this.guesser.wish(select.value as Wish));
    return element("label", "mnistviz-predict-wish", [text("predict-ask"), select]);
  }

  private paint({ codes, rows, columns, isSigned }: Picture, canvas: HTMLCanvasElement): void {
    Object.assign(canvas, { width: columns, height: rows });
    const pixels = new ImageData(columns, rows);
    colour(new Uint32Array(pixels.data.buffer), codes, this.colours(isSigned));
    contextOf(canvas).putImageData(pixels, 0, 0);
  }
}
