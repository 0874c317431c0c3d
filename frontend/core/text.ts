/** Every sentence of the page, by its key in the catalogue. */

import { FluentBundle, FluentResource } from "@fluent/bundle";
import catalogue from "../../mnistviz/locale/en.ftl";

const bundle = new FluentBundle("en", { useIsolating: false }); // the marks of isolation would be read as part of a number
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
