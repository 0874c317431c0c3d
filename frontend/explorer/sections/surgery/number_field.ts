/** A field for one number. What is no number stays in it, and is answered with a sentence. */

import { element } from "../../../core/dom";
import { text, withDecimalSign } from "../../../core/text";

/** What the fields of a section do. */
export interface FieldListener {
  /** Shows why something was refused; an empty text takes the former reason away. */
  refuse(why: string): void;
}

export class NumberField {
  readonly input = element("input", "mnistviz-entry");
  private isTyped = false; // something that is not taken yet

  /**
   * @param name of the number, for screen readers
   * @param take what becomes of a number
   */
  constructor(
    name: string,
    private readonly take: (value: number) => void,
    private readonly listener: FieldListener,
  ) {
    this.input.type = "text"; // a field of type number hides what is no number
    this.input.inputMode = "decimal";
    this.input.autocomplete = "off";
    this.input.spellcheck = false;
    this.name = name;
    this.input.addEventListener("input", () => {
      this.isTyped = true;
    });
    this.input.addEventListener("change", () => this.read());
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.read(); // notebooks may keep the event from becoming a change
    });
  }

  set name(name: string) {
    this.input.setAttribute("aria-label", name);
  }

  /** Shows a number, unless the user is typing another one. */
  show(value: string): void {
    if (!this.isTyped && this.input.value !== value) this.input.value = value;
  }

  /** Forgets what was typed: the field is that of another number now. */
  forget(): void {
    this.isTyped = false;
    this.input.removeAttribute("aria-invalid");
  }

  /** Returns why a number is refused; empty: it is taken. */
  protected refusal(value: number, received: string): string {
    return Number.isFinite(Math.fround(value)) ? "" : text("surgery-not-a-number", { received });
  }

  private read(): void {
    if (!this.isTyped) return;
    const received = this.input.value.trim();
    const value = numberIn(received);
    const why = this.refusal(value, received);
    if (why) this.input.setAttribute("aria-invalid", "true");
    this.listener.refuse(why);
    if (why) return;
    this.forget();
    this.take(value);
  }
}

/** A field for the number of a filter, a unit, a channel or an input, from 0. */
export class PlaceField extends NumberField {
  private last = 0;
  private what = "";

  /** Says what is counted, and how many there are. */
  count(what: string, count: number): void {
    this.what = what;
    this.name = what;
    this.last = count - 1;
  }

  protected override refusal(value: number, received: string): string {
    if (Number.isInteger(value) && value >= 0 && value <= this.last) return "";
    return text("surgery-not-in-range", { what: this.what, received, last: String(this.last) });
  }
}

/** Returns the number that a text writes, with a decimal point or comma; NaN: none. */
export function numberIn(words: string): number {
  return words ? Number(words.replace(",", ".").replace("\u2212", "-")) : Number.NaN;
}

/**
 * Returns the numbers of pasted text, between which are spaces, commas, semicolons, brackets or lines. Where the language has a
 * decimal comma, and the text no decimal point, a comma inside a word is one.
 */
export function numbersIn(pasted: string): number[] {
  const hasDecimalCommas = withDecimalSign(".") === "," && !pasted.includes(".");
  return pasted
    .split(hasDecimalCommas ? /(?:[\s;[\]]|,(?=\s))+/ : /[\s;,[\]]+/)
    .filter((word) => word)
    .map(numberIn);
}
