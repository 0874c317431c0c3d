/**
 * Activations with their slopes: the counterpart of `mnistviz/network/numpy_layers/functions.py`. Where a function has a corner,
 * the slope is the one that TensorFlow takes: that of a ReLU at 0 is 0.
 */

import { activationOf } from "../activation";
import type { ChainLayer } from "../chain";
import type { Step } from "./step";

type Constants = ChainLayer["constants"];
/** The derivative of a function, from the value x that it is applied to and its result y. */
type Slope = (x: number, y: number) => number;

const SELU_SCALE = 1.0507009873554805;
const SELU_ALPHA = 1.6732632423543772;
const LEAKY_SLOPE = 0.2; // Keras' default
const GELU_SCALE = Math.sqrt(2 / Math.PI);
const GELU_CUBE = 0.044715;

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Of functions without parameters. */
const SLOPES: Readonly<Record<string, Slope>> = {
  relu6: (x) => (x > 0 && x < 6 ? 1 : 0),
  selu: (_, y) => (y < 0 ? y + SELU_SCALE * SELU_ALPHA : SELU_SCALE),
  silu: (x, y) => sigmoid(x) + y * (1 - sigmoid(x)),
  sigmoid: (_, y) => y * (1 - y),
  hard_sigmoid: (x) => (x > -3 && x < 3 ? 1 / 6 : 0),
  tanh: (_, y) => 1 - y * y,
  softplus: sigmoid,
  softsign: (x) => 1 / (1 + Math.abs(x)) ** 2,
  exponential: (_, y) => y,
  mish: (x) => {
    const tanh = Math.tanh(Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))));
    return tanh + x * (1 - tanh * tanh) * sigmoid(x);
  },
};

function slopeOf(name: string, constants: Constants): Slope {
  const { alpha = 1 } = constants;
  if (name === "relu") return slopeOfLimitedRelu(constants);
  if (name === "elu") return (x) => (x > 0 ? 1 : alpha * Math.exp(x));
  if (name === "gelu") return constants.approximate ? slopeOfApproximateGelu : slopeOfGelu;
  const known = SLOPES[name];
  if (!known) throw new RangeError(name); // the notebook kernel sends only known ones
  return known;
}

/** Of one with a limit or a threshold; others are `Relu`. */
function slopeOfLimitedRelu(constants: Constants): Slope {
  const { negative_slope: slope = 0, max_value: most = Number.POSITIVE_INFINITY, threshold = 0 } = constants;
  return (x) => {
    if (x > threshold) return x <= most ? 1 : 0;
    return x < threshold ? slope : 0; // at the threshold, as Keras puts them together
  };
}

/** y is x times the normal distribution's share below x. */
function slopeOfGelu(x: number, y: number): number {
  return (x === 0 ? 0.5 : y / x) + (x * Math.exp(-0.5 * x * x)) / Math.sqrt(2 * Math.PI);
}

function slopeOfApproximateGelu(x: number): number {
  const tanh = Math.tanh(GELU_SCALE * (x + GELU_CUBE * x * x * x));
  return 0.5 * (1 + tanh) + 0.5 * x * (1 - tanh * tanh) * GELU_SCALE * (1 + 3 * GELU_CUBE * x * x);
}

/** Returns the slope of a ReLU for values that are not above 0; null for another function, or a ReLU with a limit or a threshold. */
export function slopeBelowZero({ function: named, constants }: ChainLayer): number | null {
  const { max_value: most = Number.POSITIVE_INFINITY, threshold = 0 } = constants;
  if (named === "relu")
    return most === Number.POSITIVE_INFINITY && threshold === 0 ? (constants.negative_slope ?? 0) : null;
  return named === "leaky_relu" ? (constants.negative_slope ?? LEAKY_SLOPE) : null;
}

/** A function of each value. */
export class Activation implements Step {
  private readonly apply: (values: Float64Array) => void;
  private readonly slope: Slope;
  private readonly results: Float64Array;
  private readonly output: Float32Array;
  private readonly gradient: Float64Array;

  constructor(
    readonly name: string,
    { function: named, constants }: ChainLayer,
    size: number,
  ) {
    this.apply = activationOf(named, constants, 1) ?? (() => undefined);
    this.slope = slopeOf(named, constants);
    this.results = new Float64Array(size);
    this.output = new Float32Array(size);
    this.gradient = new Float64Array(size);
  }

  forward(below: Float32Array): Float32Array {
    this.results.set(below);
    this.apply(this.results);
    this.output.set(this.results);
    return this.output;
  }

  backward(below: Float32Array, output: Float32Array, upstream: Float64Array): Float64Array {
    const { gradient, slope } = this;
    for (let i = 0; i < gradient.length; i++) {
      const value = upstream[i] as number;
      gradient[i] = value === 0 ? 0 : value * slope(below[i] as number, output[i] as number);
    }
    return gradient;
  }
}

/** A ReLU without a limit: values above 0 stay, others are multiplied with a slope. Much faster than as an `Activation`. */
export class Relu implements Step {
  private readonly output: Float32Array;
  private readonly gradient: Float64Array;

  constructor(
    readonly name: string,
    readonly slope: number,
    size: number,
  ) {
    this.output = new Float32Array(size);
    this.gradient = new Float64Array(size);
  }

  forward(below: Float32Array): Float32Array {
    const { output, slope } = this;
    for (let i = 0; i < output.length; i++) {
      const value = below[i] as number;
      output[i] = value <= 0 ? (slope === 0 ? 0 : slope * value) : value;
    }
    return output;
  }

  backward(below: Float32Array, _output: Float32Array, upstream: Float64Array): Float64Array {
    const { gradient, slope } = this;
    for (let i = 0; i < gradient.length; i++) {
      gradient[i] = (upstream[i] as number) * ((below[i] as number) > 0 ? 1 : slope);
    }
    return gradient;
  }

  trace(below: Float32Array, sources: Int32Array, slopes: Float64Array): void {
    const { slope } = this;
    for (let i = 0; i < sources.length; i++) {
      if (!((below[sources[i] as number] as number) > 0)) slopes[i] = (slopes[i] as number) * slope;
    }
  }
}

/** A slope for each negative value. That at 0 is 0, because Keras puts it together of two ReLUs. */
export class PRelu implements Step {
  private readonly output: Float32Array;
  private readonly gradient: Float64Array;

  /** @param slopes in the order of the values */
  constructor(
    readonly name: string,
    private readonly slopes: Float32Array,
  ) {
    this.output = new Float32Array(slopes.length);
    this.gradient = new Float64Array(slopes.length);
  }

  forward(below: Float32Array): Float32Array {
    for (let i = 0; i < this.output.length; i++) {
      const value = below[i] as number;
      this.output[i] = value > 0 ? value : value * (this.slopes[i] as number);
    }
    return this.output;
  }

  backward(below: Float32Array, _output: Float32Array, upstream: Float64Array): Float64Array {
    for (let i = 0; i < this.gradient.length; i++) {
      this.gradient[i] = (upstream[i] as number) * this.slopeAt(i, below);
    }
    return this.gradient;
  }

  trace(below: Float32Array, sources: Int32Array, slopes: Float64Array): void {
    for (let i = 0; i < sources.length; i++) {
      slopes[i] = (slopes[i] as number) * this.slopeAt(sources[i] as number, below);
    }
  }

  private slopeAt(at: number, below: Float32Array): number {
    const value = below[at] as number;
    if (value > 0) return 1;
    return value < 0 ? (this.slopes[at] as number) : 0;
  }
}

/** Softmax over the channels of each place, or over all units. */
export class Softmax implements Step {
  private readonly apply: (values: Float64Array) => void;
  private readonly results: Float64Array;
  private readonly output: Float32Array;
  private readonly gradient: Float64Array;

  constructor(
    readonly name: string,
    private readonly channels: number,
    size: number,
  ) {
    this.apply = activationOf("softmax", {}, channels) as (values: Float64Array) => void;
    this.results = new Float64Array(size);
    this.output = new Float32Array(size);
    this.gradient = new Float64Array(size);
  }

  forward(below: Float32Array): Float32Array {
    const { channels, results, output } = this;
    results.set(below);
    for (let at = 0; at < below.length; at += channels) this.apply(results.subarray(at, at + channels));
    output.set(results);
    return output;
  }

  backward(_below: Float32Array, output: Float32Array, upstream: Float64Array): Float64Array {
    const { channels, gradient } = this;
    for (let first = 0; first < output.length; first += channels) {
      let sum = 0;
      for (let i = first; i < first + channels; i++) sum += (upstream[i] as number) * (output[i] as number);
      for (let i = first; i < first + channels; i++)
        gradient[i] = (output[i] as number) * ((upstream[i] as number) - sum);
    }
    return gradient;
  }
}
