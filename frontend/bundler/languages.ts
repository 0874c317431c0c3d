/** The catalogues of all languages, as a module of the page. */

import { readdirSync, readFileSync } from "node:fs";

const FOLDER = new URL("../../mnistviz/locale/", import.meta.url);
const ENDING = ".ftl";

/**
 * Returns the source of a module with the catalogue of each language, by its code.
 *
 * @param messages takes from a catalogue what the page needs
 */
export function moduleOf(messages: (catalogue: string) => string): string {
  const codes = readdirSync(FOLDER)
    .filter((name) => name.endsWith(ENDING))
    .map((name) => name.slice(0, -ENDING.length));
  const catalogues = codes.sort().map((code) => [code, messages(readFileSync(new URL(code + ENDING, FOLDER), "utf8"))]);
  return `export default ${JSON.stringify(Object.fromEntries(catalogues))};`;
}
