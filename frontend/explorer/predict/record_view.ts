/** The record of guesses on the page: how many agreed, the newest ones, a file to save, and a button that deletes them. */

import { button, element, setText } from "../../core/dom";
import { text } from "../../core/text";
import type { Kind } from "./question";
import { csvOf, type Guess, type GuessRecord, MOST } from "./record";

const LISTED = 10; // guesses, the newest; the file has all

export class RecordView {
  readonly el: HTMLDetailsElement;
  private readonly title = element("span", "mnistviz-title");
  private readonly list = element("ol", "mnistviz-guess-list");
  private readonly note = element("div", "mnistviz-caption");
  private readonly save = button(text("predict-save"), () => this.saveFile());
  private readonly remove = button(text("predict-delete"), () => this.ask(true));
  private readonly sure = element("span");
  private readonly confirm = element("div", "mnistviz-guess-buttons", [
    this.sure,
    button(text("predict-delete-all"), () => this.clear()),
    button(text("predict-keep"), () => this.ask(false)),
  ]);
  private readonly buttons = element("div", "mnistviz-guess-buttons", [this.save, this.remove]);

  constructor(private readonly record: GuessRecord) {
    this.confirm.setAttribute("role", "group");
    this.confirm.setAttribute("aria-label", text("predict-delete"));
    this.confirm.hidden = true;
    this.list.setAttribute("aria-label", text("predict-list"));
    this.list.reversed = true;
    const parts = [this.list, this.note, this.buttons, this.confirm];
    this.el = element("details", "mnistviz-layer mnistviz-guesses", [element("summary", "", [this.title]), ...parts]);
    this.el.addEventListener("toggle", () => this.show());
    this.show();
  }

  /** Shows what is recorded now; another page may have added to it. */
  show(): void {
    const { all, isKept } = this.record;
    const agreed = all.filter((guess) => guess.agreed).length;
    setText(this.title, text("predict-record", { count: all.length, agreed }));
    const newest = all.slice(-LISTED).reverse();
    this.list.start = all.length;
    this.list.replaceChildren(...newest.map((guess) => element("li", "", [lineOf(guess)])));
    const others = all.length - newest.length;
    const parts = [
      others ? text("predict-others", { count: others }) : "",
      text(isKept ? "predict-kept" : "predict-not-kept"),
      all.length === MOST ? text("predict-full", { most: MOST }) : "",
    ];
    setText(this.note, parts.filter(Boolean).join(" "));
    this.save.disabled = this.remove.disabled = !all.length;
    setText(this.sure, text("predict-delete-sure", { count: all.length }));
    if (!all.length) this.ask(false);
  }

  /** Asks whether the record is really to be deleted. */
  private ask(isAsked: boolean): void {
    const hadFocus = this.el.contains(document.activeElement);
    this.confirm.hidden = !isAsked;
    this.buttons.hidden = isAsked;
    if (hadFocus) (isAsked ? this.confirm : this.buttons).querySelector("button")?.focus({ preventScroll: true });
  }

  private clear(): void {
    this.record.clear();
    this.ask(false);
    this.show();
    this.el.querySelector("summary")?.focus({ preventScroll: true });
  }

  /** Hands the record to the browser as a file; nothing is sent. */
  private saveFile(): void {
    const url = URL.createObjectURL(new Blob([csvOf(this.record.all)], { type: "text/csv" }));
    const link = Object.assign(element("a"), { href: url, download: "mnistviz-guesses.csv" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url)); // not before the browser has taken it
  }
}

function lineOf({ time, question, guess, result, agreed }: Guess): string {
  const kinds: Readonly<Record<Kind, string>> = {
    digit: text("predict-kind-digit"),
    sure: text("predict-kind-sure"),
    map: text("predict-kind-map"),
    change: text("predict-kind-change"),
  };
  const told = { time: localTime(time), question: kinds[question], guess, result, agreed: agreed ? "yes" : "no" };
  return text("predict-line", told);
}

/** Returns date and time of the reader's zone, as ISO 8601 writes them. */
function localTime(time: string): string {
  const moment = new Date(time);
  const two = (number: number): string => String(number).padStart(2, "0");
  const date = [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join("-");
  return `${date} ${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
