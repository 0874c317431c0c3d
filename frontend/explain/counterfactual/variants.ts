/** Other lines in the place of one: what the search for lines tries to save ink. */

import { cover, type Line } from "./pen_lines";

/** What may stand in the place of one of several lines; null: nothing. */
export interface Variant {
  readonly number: number;
  readonly line: Line | null;
}

const SIDES = [-1, 0, 1];
const DIRECTIONS = SIDES.flatMap((x) => SIDES.map((y) => [x, y] as const)).filter(([x, y]) => x || y);

/**
 * Returns, for each line, what may stand in its place: nothing, its halves, the line moved, or one end moved.
 *
 * @param step how far lines and their ends are moved (pixels)
 */
export function variantsOf(lines: readonly Line[], step: number): Variant[] {
  return lines.flatMap((line, number) => {
    const [x1, y1, x2, y2] = line;
    const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
    const moved = DIRECTIONS.flatMap(([right, down]): Line[] => {
      const [dx, dy] = [step * right, step * down];
      return [
        [x1 + dx, y1 + dy, x2 + dx, y2 + dy],
        [x1 + dx, y1 + dy, x2, y2],
        [x1, y1, x2 + dx, y2 + dy],
      ];
    });
    const others: (Line | null)[] = [...(lines.length > 1 ? [null] : []), [x1, y1, x, y], [x, y, x2, y2], ...moved];
    return others.map((other) => ({ number, line: other }));
  });
}

/** Returns the lines with a variant in the place of one. */
export function replaced(lines: readonly Line[], { number, line }: Variant): Line[] {
  return [...lines.slice(0, number), ...(line ? [line] : []), ...lines.slice(number + 1)];
}

/** Returns what the lines cover with each of the variants. */
export function masksOf(lines: readonly Line[], variants: readonly Variant[]): Float32Array[] {
  const others = lines.map((_, number) => maskOf(lines.filter((_line, at) => at !== number)));
  return variants.map(({ number, line }) => {
    const mask = others[number] as Float32Array;
    return line ? cover(mask.slice(), line) : mask;
  });
}

/** Returns what lines cover. */
export function maskOf(lines: readonly Line[]): Float32Array {
  return lines.reduce(cover, new Float32Array(784));
}
