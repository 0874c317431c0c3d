/**
 * `Aim`: what is to become as large as possible: one value of a layer, the mean of a feature map, or the logit of a class. The
 * counterpart of `mnistviz/explain/aim.py`.
 */

import { type ChainLayer, planesOf } from "../../network/chain";
import { GradientEngine } from "../../network/gradients/gradient_engine";
import { sumsOf } from "../../network/gradients/step";
import type { Index } from "../inspection";
import { chainTo } from "../kinds";
import { type Field, receptiveField } from "../receptive_field";
import { unitName } from "../wording";

const LEAK = 0.1; // slope of a silent ReLU in the leaky network, of whose gradient only the direction is used

export class Aim {
  /** For example "conv2[4, 6, 17]", "conv2[:, :, 17]" for a whole map, or "logits[3]" for a class. */
  readonly name: string;
  /** The pixels that decide about it. */
  readonly field: Field;
  /** The longest side of what a single value of the layer sees, in pixels; of a map, in its middle. */
  readonly side: number;
  private readonly of: string; // of the last layer, the logits: a probability grows, too, when the other classes lose
  private readonly weights: Float64Array; // how much each value of the layer counts
  private leaky: GradientEngine | null = null; // has a small slope where a ReLU is silent

  /**
   * @param layer its name
   * @param index of a value, or the number of a channel for the mean of its map
   */
  constructor(
    private readonly engine: GradientEngine,
    layer: string,
    index: Index,
  ) {
    const { layers, logits } = engine;
    const chain = chainTo(layers, layer);
    const { shape } = chain.at(-1) as ChainLayer;
    const { rows, columns, channels } = planesOf(shape);
    const channel = index.at(-1) ?? 0;
    const isMap = shape.length === 3;
    const isWhole = isMap && index.length === 1;
    this.of = (chain.length === layers.length && logits) || layer;
    const named = this.of === sumsOf(layer) ? layer : this.of; // with a softmax, in one layer of the user's
    this.name = unitName(named, isWhole ? [":", ":", channel] : index);
    const fieldAt = (...place: Index): Field => receptiveField(chain, [...place, channel]);
    const [row = 0, column = 0] = isWhole ? [rows >> 1, columns >> 1] : index.slice(0, -1);
    const one = isMap ? fieldAt(row, column) : fieldAt();
    const [first, last] = isWhole ? [fieldAt(0, 0), fieldAt(rows - 1, columns - 1)] : [one, one];
    this.field = { rows: [first.rows[0], last.rows[1]], columns: [first.columns[0], last.columns[1]] };
    this.side = Math.max(one.rows[1] - one.rows[0], one.columns[1] - one.columns[0]);
    this.weights = Float64Array.from({ length: rows * columns * channels }, (_, at) => {
      if (at % channels !== channel) return 0;
      if (isWhole) return 1 / (rows * columns);
      return Math.floor(at / channels) === row * columns + column ? 1 : 0;
    });
  }

  /** Returns the number for a digit, 784 values row by row. */
  value(digit: ArrayLike<number>): number {
    const { engine, of, weights } = this;
    runAnew(engine, digit);
    const values = engine.valuesOf(of);
    return weights.reduce((sum, weight, at) => (weight ? sum + weight * (values[at] as number) : sum), 0);
  }

  /**
   * Returns how the number changes with each pixel. 0 everywhere if no small change changes it; where ReLUs are silent so that it would
   * be, it is that of the leaky network. What is not finite is 0, since a slope that overflows shows no way.
   */
  gradient(digit: ArrayLike<number>): Float64Array {
    const own = this.gradientIn(this.engine, digit);
    const gradient = own.some((slope) => slope !== 0) ? own : this.leakyGradient(digit);
    return gradient.map((slope) => (Number.isFinite(slope) ? slope : 0));
  }

  private gradientIn(engine: GradientEngine, digit: ArrayLike<number>): Float64Array {
    runAnew(engine, digit);
    return engine.gradient(this.of, this.weights);
  }

  private leakyGradient(digit: ArrayLike<number>): Float64Array {
    if (!this.leaky) {
      const { layers, arrays } = this.engine;
      this.leaky = new GradientEngine(layers.map(withLeak), arrays);
    }
    return this.gradientIn(this.leaky, digit);
  }
}

function withLeak(layer: ChainLayer): ChainLayer {
  const { function: named, constants } = layer;
  if (named !== "relu" || constants.negative_slope) return layer;
  return { ...layer, constants: { ...constants, negative_slope: LEAK } };
}

/** Leaves nothing of the digits before, whose rounding errors may decide which of two equal values in a pool is the larger one. */
function runAnew(engine: GradientEngine, digit: ArrayLike<number>): void {
  engine.reset();
  engine.run(digit);
}
