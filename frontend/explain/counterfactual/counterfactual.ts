/**
 * What would change the network's mind: the least ink to add or to remove, or the least noise, that makes it read another digit.
 * The counterpart of `mnistviz/explain/counterfactual.py`, which says what "least" means and where the question comes from.
 */

import { type Forward, forwardOf } from "../../network/forward";
import type { GradientEngine } from "../../network/gradients/gradient_engine";
import type { Network } from "../../network/network";
import { Contest } from "./contest";
import { leastNoise, lengthOf } from "./least_noise";
import { LineSearch } from "./line_search";
import { cover, Grid, type Line, Paper } from "./pen_lines";
import { plus, trimmed } from "./trimming";

export type Kind = "add" | "remove" | "noise";

/** How far the target must be ahead, as a share of how far it was behind: enough that rounding does not decide. */
const SURE = 0.001;
/** How often a search goes through the network, back and forth: the mean of 33 digits. */
const USUAL_PASSES: Readonly<Record<Kind, number>> = { add: 900, remove: 1180, noise: 465 };
/** The largest share that is reported: the end is known only once it is reached. */
const NEARLY = 0.95;

/** A digit, changed so that the network reads another one. */
export interface Counterfactual {
  /** The digit as it was. */
  readonly before: Forward;
  /** The changed digit. */
  readonly after: Forward;
  readonly kind: Kind;
  /** The number of the class that the network reads now. */
  readonly target: number;
  /** Of the pen that adds the ink, or of the rubber that removes it. They cover the whole change. Noise has none. */
  readonly strokes: readonly Line[];
}

/** Returns how much was changed at each pixel, -1 to 1. */
export function changeOf({ before, after }: Counterfactual): Float32Array {
  return after.digit.map((ink, i) => ink - (before.digit[i] as number));
}

/** Returns how much was changed in all: of ink its sum (pixels of full ink), of noise its Euclidean length. */
export function amountOf(found: Counterfactual): number {
  const change = changeOf(found);
  return found.kind === "noise" ? lengthOf(change) : change.reduce((sum, value) => sum + Math.abs(value), 0);
}

export class Search {
  private readonly contest: Contest;

  /**
   * @param gradients of the network
   * @param before a digit; it is not blank
   * @param target the number of another class than the network reads
   */
  constructor(
    private readonly network: Network,
    gradients: GradientEngine,
    private readonly before: Forward,
    private readonly target: number,
    private readonly kind: Kind,
  ) {
    this.contest = new Contest(gradients, target);
  }

  /** How much is done, 0 to 1: that of a usual search. An unusual one stays at nearly 1 until it ends. */
  get progress(): number {
    return Math.min(this.contest.passes / USUAL_PASSES[this.kind], NEARLY);
  }

  /**
   * Searches, and pauses after each digit. The same digit gives the same change. Throws `CannotExplain` if values of the network are
   * not finite.
   *
   * @returns null: no such change was found; there may be one
   */
  *run(): Generator<void, Counterfactual | null> {
    const { network, before, target, kind, contest } = this;
    const enough = -SURE * contest.margin(before.digit);
    const { digit, strokes } = yield* kind === "noise" ? this.noise(enough) : this.lines(kind, enough);
    const after = forwardOf(digit, network.run(digit));
    return after.prediction === target ? { before, after, kind, target, strokes } : null;
  }

  private *noise(enough: number): Generator<void, { digit: Float32Array; strokes: Line[] }> {
    return { digit: yield* leastNoise(this.contest, this.before.digit, enough), strokes: [] };
  }

  private *lines(
    kind: "add" | "remove",
    enough: number,
  ): Generator<void, { digit: Float32Array; strokes: readonly Line[] }> {
    const { contest } = this;
    const { digit } = this.before;
    const paper = new Paper(digit, kind);
    const sketch = yield* new LineSearch(contest, paper, enough, yield* Grid.make()).run();
    const changed = paper.changed(sketch.mask);
    if (sketch.margin < enough) return { digit: changed, strokes: sketch.lines };
    const whole = changed.map((ink, i) => ink - (digit[i] as number));
    const change = yield* trimmed(contest, digit, whole, enough);
    const isNeeded = (line: Line): boolean =>
      cover(new Float32Array(digit.length), line).some((share, i) => share > 0 && change[i] !== 0);
    return { digit: plus(digit, change), strokes: sketch.lines.filter(isNeeded) };
  }
}
