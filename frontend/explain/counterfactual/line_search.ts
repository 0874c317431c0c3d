/**
 * Finds the few lines of a pen or a rubber that turn a digit into another one for a network: the counterpart of
 * `mnistviz/explain/line_search.py`, which says how the numbers were chosen.
 *
 * The search is greedy with several hopes at a time (a beam search): gradients of the network say which of 3,700 lines promise most
 * for their ink, the network itself decides among these. Then the lines are shortened and moved as long as that saves ink. The
 * result is a local minimum: no end of a line can move, and no line can be left out. Other lines may need less ink.
 */

import type { Contest } from "./contest";
import { cover, type Grid, type Line, type Paper, product } from "./pen_lines";
import { maskOf, masksOf, replaced, type Variant, variantsOf } from "./variants";

/** What a line costs beside its ink (pixels of full ink), so that few long lines are found rather than many dots. */
const PRICE = 6;
/** Exponents of the cost that a gain is divided by; the cheaper of both results is taken. */
const EAGERNESS = [0.25, 0.5] as const;
/** Sets of lines that are followed at a time. */
const HOPES = 6;
/** Lines that are tried next for each of them. */
const TRIED = 24;
/** Lines that are put together. */
const MOST_LINES = 8;
/** Lines that cost so many times as much as the best ones are not polished. */
const HOPELESS = 2;
/** Share of common ink from which two sets of lines count as the same hope. */
const ALIKE = 0.7;
/** Pixels that lines and their ends are moved by, one after the other. */
const STEPS = [1, 0.5, 0.25] as const;
const LAST_STEP = 0.25;
/** Ink (pixels of full ink) that a margin as large as the first deficit is worth while lines are moved. */
const WORTH = 5;
/** Changes of lines that are tried at a time. */
const PORTION = 12;
/** Portions that are tried before the step gets smaller; with the last step all are. */
const PORTIONS = 2;
/** Merit of a win, in the same unit as costs and margins, which are smaller. */
const WINS = 1e6;
/** Least saving (pixels of full ink) or gain of margin that counts, so that the search ends. */
const GAIN = 1e-3;
/** A line that changes less ink (pixels of full ink) is not tried. */
const LEAST_INK = 0.5;

/** Lines on a paper, and what the network makes of them. */
export interface Sketch {
  readonly lines: readonly Line[];
  /** How much of each pixel they cover. */
  readonly mask: Float32Array;
  /** Of ink that they add or take away (pixels of full ink). */
  readonly amount: number;
  /** See `Contest.margin`. */
  readonly margin: number;
}

type Plan = Pick<Sketch, "lines" | "mask">;

export class LineSearch {
  private readonly start: Sketch;
  private readonly deficit: number;
  private readonly margins = new Map<string, number>(); // of lines that were tried: a fifth comes again

  /**
   * @param enough the margin from which the class counts as the winner
   * @param grid the lines to begin with
   */
  constructor(
    private readonly contest: Contest,
    private readonly paper: Paper,
    private readonly enough: number,
    private readonly grid: Grid,
  ) {
    this.start = this.sketch({ lines: [], mask: maskOf([]) });
    this.deficit = enough - this.start.margin;
  }

  /** Returns the cheapest lines that were found; if none is enough, those with the largest margin. Pauses after each digit. */
  *run(): Generator<void, Sketch> {
    let ends: Sketch[] = [];
    for (const eagerness of EAGERNESS) ends.push(yield* this.grow(this.start, eagerness));
    if (!ends.some(this.wins)) {
      const nearest = yield* this.polish(first(ends, ({ margin }) => margin));
      ends = [yield* this.grow(nearest, EAGERNESS[0])];
    }
    ends.sort((one, other) => Number(this.wins(other)) - Number(this.wins(one)) || costOf(one) - costOf(other));
    let best = yield* this.polish(ends[0] as Sketch);
    for (const end of ends.slice(1)) {
      if (!this.wins(end) || costOf(end) >= HOPELESS * costOf(best)) continue;
      best = first([best, yield* this.polish(end)], (sketch) => -costOf(sketch));
    }
    return best;
  }

  private readonly wins = ({ margin }: Sketch): boolean => margin >= this.enough;

  private sketch({ lines, mask }: Plan): Sketch {
    const { contest, margins, paper } = this;
    const margin = margins.get(String(lines)) ?? contest.margin(paper.changed(mask));
    margins.set(String(lines), margin);
    return { lines, mask, amount: paper.amountOf(mask), margin };
  }

  private *sketches(plans: readonly Plan[]): Generator<void, Sketch[]> {
    const made: Sketch[] = [];
    for (const plan of plans) {
      made.push(this.sketch(plan));
      yield;
    }
    return made;
  }

  /** Returns how the margin of a sketch changes with how much of each pixel is covered. */
  private slopes({ mask }: Sketch): Float64Array {
    const { contest, paper } = this;
    contest.margin(paper.changed(mask));
    return contest.gradient().map((slope, i) => slope * (paper.room[i] as number) * paper.sign);
  }

  /** Adds lines until they are enough. Returns the cheapest lines that are, or else those with the largest margin. */
  private *grow(start: Sketch, eagerness: number): Generator<void, Sketch> {
    const promise = (sketch: Sketch): number => (sketch.margin - this.start.margin) / costOf(sketch) ** eagerness;
    let best = start;
    let hopes = [start];
    for (let count = 0; count < MOST_LINES && !this.wins(start); count++) {
      const tried = yield* this.longer(hopes, eagerness);
      if (!tried.length) break;
      best = first([best, ...tried], ({ margin }) => margin);
      const enough = tried.filter(this.wins);
      if (enough.length) return first(enough, (sketch) => -costOf(sketch));
      hopes = this.different(tried.sort((one, other) => promise(other) - promise(one)));
    }
    return best;
  }

  /** Returns the sketches with one more line each, of those lines that promise most by the gradient. */
  private *longer(hopes: readonly Sketch[], eagerness: number): Generator<void, Sketch[]> {
    const { grid, paper, start } = this;
    const count = Math.floor((TRIED * HOPES) / hopes.length);
    const plans: Plan[] = [];
    for (const hope of hopes) {
      const free = hope.mask.map((share) => 1 - share);
      const gains = grid.sums(this.slopes(hope).map((slope, i) => slope * (free[i] as number)));
      const inks = grid.sums(Float64Array.from(paper.room, (room, i) => room * (free[i] as number)));
      const cost = costOf(hope) + PRICE;
      const promises = gains.map((gain, line) => {
        const ink = inks[line] as number;
        return ink > LEAST_INK ? (hope.margin - start.margin + gain) / (cost + ink) ** eagerness : -Infinity;
      });
      for (const number of inOrder(promises).slice(0, count)) {
        if (promises[number] === -Infinity) break;
        const line = grid.lines[number] as Line;
        plans.push({ lines: [...hope.lines, line], mask: cover(hope.mask.slice(), line) });
      }
      yield;
    }
    return yield* this.sketches(plans);
  }

  /** Returns the first sketches that do not share most of their ink. */
  private different(sketches: readonly Sketch[]): Sketch[] {
    const kept: Sketch[] = [];
    for (const sketch of sketches) {
      const isAlike = (other: Sketch): boolean => {
        const common = sketch.mask.map((share, i) => Math.min(share, other.mask[i] as number));
        return this.paper.amountOf(common) / Math.max(sketch.amount, other.amount) >= ALIKE;
      };
      if (!kept.some(isAlike)) kept.push(sketch);
      if (kept.length === HOPES) break;
    }
    return kept;
  }

  /** Moves, halves and leaves out lines as long as that raises the margin until it is enough, and then saves ink. */
  private *polish(sketch: Sketch): Generator<void, Sketch> {
    let best = sketch;
    for (const step of STEPS) {
      const isLast = step === LAST_STEP;
      const worth = isLast ? 0 : WORTH / Math.max(this.deficit, 1e-6);
      for (;;) {
        const better = yield* this.better(best, step, worth, isLast ? Infinity : PORTIONS);
        if (!better) break;
        best = better;
      }
    }
    return best;
  }

  /**
   * Returns a better sketch that differs in one line; null if there is none.
   *
   * @param sketch the present lines
   * @param step how far lines and their ends are moved (pixels)
   * @param worth what a margin of 1 is worth (pixels of full ink)
   * @param portions how many of those that promise most by the gradient are tried, in portions
   */
  private *better(sketch: Sketch, step: number, worth: number, portions: number): Generator<void, Sketch | null> {
    const variants = variantsOf(sketch.lines, step);
    const masks = masksOf(sketch.lines, variants);
    const order = variants.length ? this.mostPromising(sketch, variants, masks, worth) : [];
    for (let from = 0, portion = 0; from < order.length && portion < portions; from += PORTION, portion++) {
      const plans = order.slice(from, from + PORTION).map((at): Plan => {
        return { lines: replaced(sketch.lines, variants[at] as Variant), mask: masks[at] as Float32Array };
      });
      const best = first(yield* this.sketches(plans), (other) => this.merit(other, worth));
      if (this.merit(best, worth) > this.merit(sketch, worth) + GAIN) return best;
    }
    return null;
  }

  /** Returns the numbers of the variants that may help, those first that promise most by the gradient. */
  private mostPromising(
    sketch: Sketch,
    variants: readonly Variant[],
    masks: readonly Float32Array[],
    worth: number,
  ): number[] {
    const { paper, enough } = this;
    const slopes = this.slopes(sketch);
    const before = product(sketch.mask, slopes);
    const costs = variants.map(({ line }, at) => {
      return paper.amountOf(masks[at] as Float32Array) + PRICE * (sketch.lines.length - (line ? 0 : 1));
    });
    const promises = Float64Array.from(costs, (cost, at) => {
      const margin = sketch.margin + product(masks[at] as Float32Array, slopes) - before;
      return margin >= enough ? WINS - cost + worth * margin : margin;
    });
    const order = inOrder(promises);
    const isCheaper = (at: number): boolean => (costs[at] as number) < costOf(sketch);
    return this.wins(sketch) && !worth ? order.filter(isCheaper) : order;
  }

  /** Returns what orders sketches: those that win by their cost, before all that don't, by their margin. */
  private merit(sketch: Sketch, worth: number): number {
    return this.wins(sketch) ? WINS - costOf(sketch) + worth * sketch.margin : sketch.margin;
  }
}

/** Ink, and a price for each line (pixels of full ink). */
function costOf({ amount, lines }: Sketch): number {
  return amount + PRICE * lines.length;
}

/** Returns the first of those sketches that have the most. */
function first(sketches: readonly Sketch[], of: (sketch: Sketch) => number): Sketch {
  return sketches.reduce((best, sketch) => (of(sketch) > of(best) ? sketch : best));
}

/** Returns the places of the values, of the largest value first. */
function inOrder(values: Float64Array): number[] {
  return [...values.keys()].sort((one, other) => {
    const [a, b] = [values[one] as number, values[other] as number];
    return a === b ? 0 : b - a; // two infinite ones have no difference
  });
}
