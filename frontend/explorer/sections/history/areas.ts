/** The geometry of probabilities that lie on top of each other: in percent of the plot's width and height, from its top left corner. */

import type { Reading } from "../../../explain/answer_history";

/** Classes with an area of their own: as many as there are colours. */
const MOST_AREAS = 10;
/** The share of the plot's height from which on an area has room for a name. */
const NAMED = 0.3;
/** ... and the share of its width, in percent. */
const WIDE = 4;
/** A name stays at least this far away from the sides of the plot. */
const MARGIN = 4;
/** An area is as high as at its highest place, to the eye. */
const NEARLY = 0.95;

/** What one class, or all others together, has had. */
export interface Area {
  /** Of the class; null: all others. */
  readonly which: number | null;
  /** For the attribute `d` of a path. */
  readonly path: string;
  /** The middle of its largest part; null: it has no room for a name. */
  readonly middle: readonly [x: number, y: number] | null;
}

/** Returns the classes that are shown on their own, in order: the ten that were most probable once. */
export function shownClasses(readings: readonly Reading[]): number[] {
  const count = readings[0]?.probabilities.length ?? 0;
  const most = (which: number): number => Math.max(...readings.map(({ probabilities }) => probabilities[which] ?? 0));
  const all = Array.from({ length: count }, (_, which) => ({ which, most: most(which) }));
  const best = all.sort((a, b) => b.most - a.most || a.which - b.which).slice(0, MOST_AREAS);
  return best.map(({ which }) => which).sort((a, b) => a - b);
}

/**
 * Lays out the areas of all classes, from the bottom upwards.
 *
 * @param total points of the drawing: the width of the plot
 */
export function areasOf(readings: readonly Reading[], total: number): Area[] {
  const [first] = readings;
  if (!first) return [];
  const shown = shownClasses(readings);
  const moments = [{ ...first, points: 0 }, ...readings]; // what the first point has given begins at the edge
  const xs = moments.map(({ points }) => (100 * points) / total);
  let floor = moments.map(() => 0);
  const areas: Area[] = [];
  const add = (which: number | null, heights: readonly number[]): void => {
    const top = floor.map((low, i) => Math.min(low + (heights[i] ?? 0), 1));
    areas.push({ which, path: pathOf(xs, floor, top), middle: middleOf(xs, floor, top) });
    floor = top;
  };
  for (const which of shown) {
    add(
      which,
      moments.map(({ probabilities }) => probabilities[which] ?? 0),
    );
  }
  if (shown.length < first.probabilities.length) {
    add(
      null,
      floor.map((low) => 1 - low),
    );
  }
  return areas;
}

function pathOf(xs: readonly number[], floor: readonly number[], top: readonly number[]): string {
  const place = (x: number, height: number): string => `${round(x)} ${round(100 * (1 - height))}`;
  const upper = xs.map((x, i) => place(x, top[i] ?? 0));
  const lower = xs.map((x, i) => place(x, floor[i] ?? 0)).reverse();
  return `M${[...upper, ...lower].join("L")}Z`;
}

function round(value: number): number {
  return Math.round(100 * value) / 100;
}

/** Returns the middle of the longest stretch in which an area is about as high as it gets; null if it is too low for a name. */
function middleOf(
  xs: readonly number[],
  floor: readonly number[],
  top: readonly number[],
): readonly [number, number] | null {
  const heights = top.map((high, i) => high - (floor[i] ?? 0));
  const most = Math.max(...heights);
  if (most < NAMED) return null;
  let [best, start] = [[0, 0] as readonly [number, number], -1];
  let longest = -1;
  heights.forEach((height, i) => {
    if (height < NEARLY * most) {
      start = -1;
      return;
    }
    if (start < 0) start = i;
    const length = (xs[i] ?? 0) - (xs[start] ?? 0);
    if (length > longest) [longest, best] = [length, [start, i]];
  });
  if (longest < WIDE) return null;
  const [from, to] = best;
  const x = ((xs[from] ?? 0) + (xs[to] ?? 0)) / 2;
  const at = Math.round((from + to) / 2);
  const y = 100 * (1 - ((floor[at] ?? 0) + (top[at] ?? 0)) / 2);
  return [Math.min(Math.max(x, MARGIN), 100 - MARGIN), y];
}
