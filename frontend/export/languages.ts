/** The language of an exported page: that of the browser, until the reader chooses another one. */

import { button, element } from "../core/dom";
import { firstKnown } from "../core/page_language";
import { LANGUAGES, language, text, useLanguage } from "../core/text";

const KEPT = "mnistviz-language"; // in the browser's storage

/** Returns the language that the reader has chosen last, or else that of the browser. */
export function languageOfPage(): string {
  return firstKnown([...kept(), ...navigator.languages]);
}

/**
 * Puts buttons above the first explorer that choose the language.
 *
 * @param onChange is called when another one is spoken
 */
export function offerLanguages(onChange: () => void): void {
  const buttons = LANGUAGES.map((code) => {
    const one = button(nameOf(code), () => choose(code));
    return Object.assign(one, { lang: code });
  });
  const row = element("div", "mnistviz-languages", buttons);
  row.setAttribute("role", "group");
  const show = (): void => {
    row.setAttribute("aria-label", text("page-language"));
    for (const one of buttons) one.setAttribute("aria-pressed", String(one.lang === language().lang));
    sayInDocument();
  };
  const choose = (code: string): void => {
    if (code === language().lang) return;
    useLanguage(code);
    keep(code);
    show();
    onChange();
  };
  show();
  document.querySelector(".mnistviz-explorer")?.before(row);
}

/** Title and language of the document, where that is ours; a page of nbconvert has its own. */
function sayInDocument(): void {
  if (!document.body.classList.contains("mnistviz-document")) return;
  Object.assign(document.documentElement, language());
  document.title = text("export-title");
  document.querySelector("h1")?.replaceChildren(text("export-title"));
}

/** Returns the name of a language, in itself. */
function nameOf(code: string): string {
  return new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
}

/** A browser may have no storage for pages from disk, or be told to keep nothing. */
function kept(): string[] {
  try {
    const code = localStorage.getItem(KEPT);
    return code === null ? [] : [code];
  } catch {
    return [];
  }
}

function keep(code: string): void {
  try {
    localStorage.setItem(KEPT, code);
  } catch {
    return; // the choice holds until the page is left
  }
}
