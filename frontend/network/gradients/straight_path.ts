/**
 * Gradients on the straight way from blank paper to a digit, for networks of linear layers, ReLUs and pools that take the maximum
 * of windows.
 *
 * At each place of the way, each output of such a ReLU or pool is one of the values below times a slope: 1, or that of negative
 * values. As long as it is the same one, and the slope the same, every value of the network is a line start + growth * place, and
 * the gradient stays as it is. From one place to the next few of them change. So the lines and the gradients are kept, all values
 * are taken from the lines, and linear layers are given only the changes, forwards of the lines and backwards of the gradient. That
 * costs a small part of sending each digit of the way through the network.
 *
 * The sums of the first linear layer are the same lines on the whole way. There most outputs need not even be looked at: see
 * `Choice.isConvex`.
 */

import { Choice, type Gate, isGate, Line } from "./choice";
import { Relu } from "./functions";
import { Linear, type LinearMap } from "./linear";
import { MaxPool } from "./maxima";
import type { Step } from "./step";

const STAGES = 16; // of the way: at the end of each, all outputs of the first part are looked at

/** A linear layer, and the gates that follow it. The first part of a network may have gates alone. */
interface Part {
  readonly linear: Linear | null;
  readonly gates: Gate[];
}

/** Returns the parts of a network, from below; null if a step is neither linear nor a gate. */
export function partsOf(steps: readonly Step[]): readonly Part[] | null {
  const parts: Part[] = [];
  for (const [at, step] of steps.entries()) {
    const isLinear = step instanceof Linear;
    if (isLinear || at === 0) parts.push({ linear: isLinear ? step : null, gates: [] });
    if (isLinear) continue;
    if (!isGate(step)) return null;
    const gates = parts.at(-1)?.gates ?? [];
    const last = gates.at(-1);
    // The maximum of ReLUs is the ReLU of the maximum, which is less work.
    if (step instanceof MaxPool && last instanceof Relu && last.slope >= 0) {
      gates.splice(-1, 1, step, new Relu(last.name, last.slope, step.size));
    } else gates.push(step);
  }
  return parts;
}

/**
 * Returns the mean gradient of a weighted sum of the last values with respect to the pixels, at the middles of equal steps from blank
 * paper to a digit. Pauses after each step.
 *
 * @param upstream the weight of each of the last values
 */
export function* meanGradientOf(
  parts: readonly Part[],
  upstream: Float64Array,
  digit: ArrayLike<number>,
  steps: number,
): Generator<void, Float64Array> {
  const first = new Stretch(parts[0] as Part, digit.length, null);
  first.begin(Float64Array.from(digit));
  const others: Stretch[] = [];
  for (const part of parts.slice(1)) others.push(new Stretch(part, 0, others.at(-1) ?? first));
  (others.at(-1) ?? first).gradient.set(upstream);
  const total = new Float64Array(first.sums);
  const stage = Math.ceil(steps / STAGES);
  for (let step = 0; step < steps; step++) {
    if (step % stage === 0) first.lookAhead((Math.min(step + stage, steps) - 0.5) / steps);
    for (const stretch of [first, ...others]) stretch.moveTo((step + 0.5) / steps);
    for (let at = others.length - 1; at >= 0; at--) others[at]?.passBack();
    first.addChanges(total, steps - step); // a change counts at this step and at all that follow
    yield;
  }
  return first.toPixels(total).map((sum) => sum / steps);
}

/** A part on the way. */
class Stretch {
  /** Number of sums of the linear layer. */
  readonly sums: number;
  /** With respect to the outputs. */
  readonly gradient: Float64Array;
  private readonly map: LinearMap | null;
  private readonly line: Line; // of the sums
  private readonly outputs: Line;
  private readonly changes: Line; // of the outputs, which the next stretch has not taken yet
  private readonly all: Choice;
  private choice: Choice; // of the outputs that may change
  private readonly sources: Int32Array; // the sum that each output is made of, and its slope
  private readonly slopes: Float64Array;
  private readonly shareOf: Int32Array; // what each output has given to the gradient of which sum
  private readonly shares: Float64Array;
  private readonly gradientChanges: Float64Array; // with respect to the sums

  /** @param pixels how many are below, if no stretch is */
  constructor(
    { linear, gates }: Part,
    private readonly pixels: number,
    private readonly below: Stretch | null,
  ) {
    this.map = linear?.map ?? null;
    this.sums = linear?.offset.length ?? pixels;
    this.line = new Line(linear?.offset.slice() ?? new Float64Array(pixels), new Float64Array(this.sums));
    this.all = Choice.ofAll(gates, this.sums);
    this.choice = this.all;
    const size = this.all.outputs.length;
    [this.outputs, this.changes] = [Line.zeros(size), Line.zeros(size)];
    [this.sources, this.slopes] = [new Int32Array(size), new Float64Array(size)];
    [this.shareOf, this.shares] = [new Int32Array(size), new Float64Array(size)];
    this.gradient = new Float64Array(size);
    this.gradientChanges = new Float64Array(this.sums);
  }

  /** Begins at blank paper: only the first stretch. */
  begin(ink: Float64Array): void {
    if (this.map) this.map.add(ink, this.line.growth);
    else this.line.growth.set(ink);
    this.moveTo(0);
  }

  /** Finds the outputs that may change up to a place: only of the first stretch, whose sums stay the same lines. */
  lookAhead(place: number): void {
    const { all, sources, slopes } = this;
    if (!all.isConvex) return;
    all.lookAt(this.line, place);
    this.choice = all.of(all.outputs.filter((at) => all.sources[at] !== sources[at] || all.slopes[at] !== slopes[at]));
  }

  /** Goes to a place 0..1 of the way, after the stretch below. */
  moveTo(place: number): void {
    const { below, choice, line } = this;
    if (below) {
      this.map?.add(below.changes.start, line.start);
      this.map?.add(below.changes.growth, line.growth);
      below.changes.clear();
    }
    choice.lookAt(line, place);
    this.follow();
  }

  /** Gives the change of the gradient to the stretch below. */
  passBack(): void {
    this.gradientChanges.fill(0);
    this.addChanges(this.gradientChanges, 1);
    if (this.below) this.map?.addBack(this.gradientChanges, this.below.gradient);
  }

  /** Adds how the gradient with respect to the sums has changed since the last call, times a factor. */
  addChanges(to: Float64Array, factor: number): void {
    const { gradient, sources, slopes, shareOf, shares } = this;
    for (let i = 0; i < shares.length; i++) {
      const share = (slopes[i] as number) * (gradient[i] as number);
      const former = shares[i] as number;
      const source = sources[i] as number;
      const before = shareOf[i] as number;
      shares[i] = share;
      if (source === before) {
        if (share !== former) to[source] = (to[source] as number) + factor * (share - former);
      } else {
        to[before] = (to[before] as number) - factor * former;
        to[source] = (to[source] as number) + factor * share;
        shareOf[i] = source;
      }
    }
  }

  /** Returns the gradient with respect to the pixels: only of the first stretch. */
  toPixels(gradient: Float64Array): Float64Array {
    if (!this.map) return gradient;
    const pixels = new Float64Array(this.pixels);
    this.map.addBack(gradient, pixels);
    return pixels;
  }

  /** Brings the lines of the outputs up to date. */
  private follow(): void {
    const { sources, slopes, choice, line, outputs, changes } = this;
    for (let n = 0; n < choice.outputs.length; n++) {
      const at = choice.outputs[n] as number;
      const source = choice.sources[n] as number;
      const slope = choice.slopes[n] as number;
      const start = slope * (line.start[source] as number);
      const growth = slope * (line.growth[source] as number);
      changes.start[at] = (changes.start[at] as number) + start - (outputs.start[at] as number);
      changes.growth[at] = (changes.growth[at] as number) + growth - (outputs.growth[at] as number);
      outputs.start[at] = start;
      outputs.growth[at] = growth;
      sources[at] = source;
      slopes[at] = slope;
    }
  }
}
