/**
 * Which language a page speaks: that of its reader, unless one was chosen in code. `mnistviz/jupyter/page_language.py` is the
 * counterpart.
 */

import { type Model, save, type Traits } from "./model";
import { LANGUAGES, useLanguage } from "./text";

/** The traits of every widget that speaks. */
export interface SpokenTraits extends Traits {
  /** The language of the notebook kernel, and of the page. */
  language: string;
  /** It was chosen in code. */
  language_chosen: boolean;
}

/** Returns the first language of a list that there is; English if there is none. A name may have more parts: "de-AT". */
export function firstKnown(names: readonly string[]): string {
  for (const name of names) {
    const wanted = name.toLowerCase();
    for (const part of [wanted, wanted.split("-")[0]]) {
      const found = LANGUAGES.find((code) => code.toLowerCase() === part);
      if (found) return found;
    }
  }
  return "en";
}

/**
 * Returns the language of the reader: that of JupyterLab if another one than English was chosen there, or else the browser's.
 * Hosts say "en" also where nobody has chosen it.
 */
export function languageOfReader(): string {
  const host = document.documentElement.lang;
  return firstKnown([...(firstKnown([host]) === "en" ? [] : [host]), ...navigator.languages]);
}

/** What is shown of a widget, in one language. */
interface Shown {
  close(): void;
}

/**
 * Shows a widget in the language of its reader, or in the one that was chosen, and tells the notebook kernel. What is shown is
 * built anew when the language changes, or one of the traits that nothing else follows.
 *
 * @param names of these traits
 * @param open builds it
 * @returns what ends it
 */
export function showSpoken<T extends SpokenTraits>(
  model: Model<T>,
  el: HTMLElement,
  names: readonly (keyof T & string)[],
  open: () => Shown,
): () => void {
  const spoken = model as unknown as Model<SpokenTraits>;
  const reader = languageOfReader();
  if (!spoken.get("language_chosen") && spoken.get("language") !== reader) save(spoken, "language", reader);
  const speak = (): Shown => {
    useLanguage(spoken.get("language"));
    return open();
  };
  let shown = speak();
  let isStale = false;
  const renew = (): void => {
    if (!isStale) return; // it was closed meanwhile
    isStale = false;
    shown.close();
    el.replaceChildren();
    shown = speak();
  };
  const noteChange = (): void => {
    if (!isStale) queueMicrotask(renew); // once for all that have changed together
    isStale = true;
  };
  const events = ["language", ...names].map((name) => `change:${name}` as "change:language");
  for (const event of events) spoken.on(event, noteChange);
  return () => {
    isStale = false;
    for (const event of events) spoken.off(event, noteChange);
    shown.close();
  };
}
