/**
 * Every sentence of the page, by its key in the catalogue, and the language that the page speaks.
 *
 * One language at a time: each widget has a module of its own, and no page is of two languages.
 */

import { FluentBundle, FluentResource } from "@fluent/bundle";
import catalogues from "catalogues";

const ENGLISH = "en";
const OMITTED = " ... ";

/** The codes of all languages. */
export const LANGUAGES: readonly string[] = Object.keys(catalogues);

interface Speech {
  readonly code: string;
  readonly bundle: FluentBundle;
  /** Between the whole part of a number and its decimals. */
  readonly decimal: string;
  /** What stands before and after a number in percent. */
  readonly percent: readonly [before: string, after: string];
}

let speech: Speech | null = null; // English until a language is used

/** Speaks a language from now on. What is on the page already stays as it is. Of an unknown one, English is spoken. */
export function useLanguage(code: string): void {
  const known = code in catalogues ? code : ENGLISH;
  if (speech?.code !== known) speech = speechOf(known);
}

/** Returns the language, as attributes of an element: a page in another one, or written the other way, may hold the widget. */
export function language(): { readonly lang: string; readonly dir: string } {
  return { lang: now().code, dir: text("text-direction") };
}

/**
 * Returns a message of the catalogue.
 *
 * @param values for its placeholders. Fluent groups the digits of a number ("1,234") and rounds it to three decimals; pass a
 *   string where it has to look otherwise.
 */
export function text(key: string, values: Record<string, string | number> = {}): string {
  return messageOf(now().bundle, key, values);
}

/** Returns a number that was written with a decimal point with the sign of the language. */
export function withDecimalSign(written: string): string {
  const { decimal } = now();
  return decimal === "." ? written : written.replace(".", decimal);
}

/** Returns a number that was written with a decimal point as a number of percent. */
export function asPercent(written: string): string {
  const [before, after] = now().percent;
  return before + withDecimalSign(written) + after;
}

/** Leaves out the middle of a text with more than `limit` characters, as `shorten` of `mnistviz/locale` does. */
export function shorten(value: string, limit: number): string {
  const characters = Array.from(value);
  if (characters.length <= limit) return value;
  const kept = limit - OMITTED.length;
  const head = Math.floor(kept / 2);
  return characters.slice(0, head).join("") + OMITTED + characters.slice(characters.length - (kept - head)).join("");
}

function now(): Speech {
  speech ??= speechOf(ENGLISH);
  return speech;
}

function speechOf(code: string): Speech {
  const bundle = new FluentBundle(code, { useIsolating: false }); // the marks of isolation would be read as part of a number
  for (const error of bundle.addResource(new FluentResource(catalogues[code] ?? ""))) throw error;
  const parts = new Intl.NumberFormat(code).formatToParts(0.5);
  const decimal = parts.find(({ type }) => type === "decimal")?.value ?? ".";
  const [before = "", after = ""] = messageOf(bundle, "percent", { number: "0" }).split("0");
  return { code, bundle, decimal, percent: [before, after] };
}

function messageOf(bundle: FluentBundle, key: string, values: Record<string, string | number>): string {
  const pattern = bundle.getMessage(key)?.value;
  if (!pattern) throw new Error(`The catalogue has no text ${key}`);
  return bundle.formatPattern(pattern, values);
}
