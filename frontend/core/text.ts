/** Every sentence of the page, by its key in the catalogue. */

import { FluentBundle, FluentResource } from "@fluent/bundle";
import catalogue from "../../mnistviz/locale/en.ftl";

/** Of the catalogue. A page in another language, or one that is written from right to left, may hold the widget. */
export const LANGUAGE = { lang: "en", dir: "ltr" } as const;

const OMITTED = " ... ";
const bundle = new FluentBundle(LANGUAGE.lang, { useIsolating: false }); // the marks of isolation would be read as part of a number
for (const error of bundle.addResource(new FluentResource(catalogue))) throw error;

/**
 * Returns a message of the catalogue.
 *
 * @param values for its placeholders. Fluent groups the digits of a number ("1,234") and rounds it to three decimals; pass a
 *   string where it has to look otherwise.
 */
export function text(key: string, values: Record<string, string | number> = {}): string {
  const pattern = bundle.getMessage(key)?.value;
  if (!pattern) throw new Error(`The catalogue has no text ${key}`);
  return bundle.formatPattern(pattern, values);
}

/** Leaves out the middle of a text with more than `limit` characters, as `shorten` of `mnistviz/locale` does. */
export function shorten(value: string, limit: number): string {
  const characters = Array.from(value);
  if (characters.length <= limit) return value;
  const kept = limit - OMITTED.length;
  const head = Math.floor(kept / 2);
  return characters.slice(0, head).join("") + OMITTED + characters.slice(characters.length - (kept - head)).join("");
}
