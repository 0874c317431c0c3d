/** The classes between which a network chooses: the ten digits, or whatever a model of one's own tells apart. */

import { text } from "../core/text";

/** So many classes find room below one another; of more, the most probable ones are shown. */
export const MOST_SHOWN = 10;

/** Whether these are the ten digits. */
export function areDigits(classes: readonly string[]): boolean {
  return classes.length === 10 && classes.every((name, i) => name === String(i));
}

/** Names a class for those who listen: "digit 3", "class cat". */
export function spokenName(classes: readonly string[], which: number): string {
  const name = classes[which] ?? String(which);
  return areDigits(classes) ? text("digit-of-bar", { digit: name }) : text("class-of-bar", { name });
}

/** Returns which classes are shown: all in their order, or of many the most probable ones, the best first. */
export function shownClasses(probabilities: readonly number[], count: number): number[] {
  const all = Array.from({ length: count }, (_, which) => which);
  if (count <= MOST_SHOWN) return all;
  return all.sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0) || a - b).slice(0, MOST_SHOWN);
}

/** Returns how many characters a name has in its longest line, if it takes a second line where it is long and has spaces. */
export function widthOf(name: string): number {
  const lengths = name.split(/\s+/).map((word) => Array.from(word).length);
  const total = Array.from(name).length;
  return lengths.length > 1 && total > 8 ? Math.max(...lengths, Math.ceil(total / 2) + 1) : total;
}
