/**
 * Gradients in the page: the counterpart of `NumPyEngine`. It runs a network on digits that differ little, one after the other, and
 * follows a weighted sum of values back to the digit, or to the values of a layer.
 */

import type { Arrays } from "../../core/codec";
import { type ChainLayer, planesOf, type Shape } from "../chain";
import { Activation, PRelu, Relu, Softmax, slopeBelowZero } from "./functions";
import { DenseMap, Linear, type LinearMap, ScaleMap } from "./linear";
import { GlobalMaxPool, MaxPool } from "./maxima";
import { Pass, type Step, sumsOf } from "./step";
import { meanGradientOf, partsOf } from "./straight_path";
import { ConvolutionMap, MeanMap, windowsOf } from "./windows";

const DIGIT: Shape = [28, 28, 1];
const WEIGHTED = ["Conv2D", "DepthwiseConv2D", "Dense"];
/** Kinds that do more than apply their function. */
const KINDS = [
  ...WEIGHTED,
  "MaxPooling2D",
  "AveragePooling2D",
  "GlobalMaxPooling2D",
  "GlobalAveragePooling2D",
  "BatchNormalization",
  "PReLU",
  "Flatten",
];
/** Activations that make probabilities of logits at the end of a network. */
const PROBABLE = ["softmax", "sigmoid", "hard_sigmoid"];

export class GradientEngine {
  /** The name of the values that become the probabilities, as in Python; null: the network ends otherwise. */
  readonly logits: string | null;
  private readonly steps: readonly Step[];
  private readonly names: readonly string[];
  private readonly values: Float32Array[]; // the digit, and the output of each step

  /** Throws if a layer is of an unknown kind, or an array is missing. */
  constructor(
    readonly layers: readonly ChainLayer[],
    readonly arrays: Arrays,
  ) {
    this.logits = logitsOf(layers);
    this.steps = layers.flatMap((layer, at) => stepsOf(layer, layers[at - 1]?.shape ?? DIGIT, arrays));
    this.names = this.steps.map(({ name }) => name);
    this.values = [new Float32Array(784)];
    this.pass(new Float32Array(784)); // so that there are values of everything
  }

  /** Sends a digit through the network: 784 values row by row, 0 paper to 1 ink. Costs the less the nearer it is to the last one. */
  run(digit: ArrayLike<number>): void {
    this.pass(digit);
    // What is not finite would stay in the sums of all digits that follow.
    if (!this.values.at(-1)?.every(Number.isFinite)) {
      this.reset();
      this.pass(digit);
    }
  }

  /** Forgets the last digit with all rounding errors. */
  reset(): void {
    for (const step of this.steps) step.reset?.();
  }

  /** Returns the values of a layer, or of `logits`: maps as (row, column, channel). The next digit overwrites them. */
  valuesOf(name: string): Float32Array {
    return this.values[this.place(name)] as Float32Array;
  }

  /** Returns the probabilities; the next digit overwrites them. */
  get probabilities(): Float32Array {
    return this.values.at(-1) as Float32Array;
  }

  /**
   * Returns how a weighted sum of the values of a layer changes with the last digit, or with the values of a layer before it. The
   * next call overwrites it.
   *
   * @param of the layer's name, or `logits`, or what the activation of a layer is applied to (`sumsOf`)
   * @param upstream the weight of each value
   * @param at the layer's name; null: the digit
   */
  gradient(of: string, upstream: Float64Array, at: string | null = null): Float64Array {
    let gradient = upstream;
    const first = at === null ? 0 : this.place(at);
    for (let number = this.place(of); number > first; number--) {
      const [below, output] = [this.values[number - 1], this.values[number]] as [Float32Array, Float32Array];
      gradient = (this.steps[number - 1] as Step).backward(below, output, gradient);
    }
    return gradient;
  }

  /**
   * Returns the mean of that gradient at the middles of equal steps from blank paper to a digit. Pauses after each step. Of networks
   * that are linear in pieces it costs a small part of sending the digit through the network at each (`straight_path.ts`). The values
   * of layers are then no longer those of the last digit.
   */
  *meanGradient(
    of: string,
    upstream: Float64Array,
    digit: ArrayLike<number>,
    steps: number,
  ): Generator<void, Float64Array> {
    const parts = partsOf(this.steps.slice(0, this.place(of)));
    return yield* parts ? meanGradientOf(parts, upstream, digit, steps) : this.meanOfPasses(of, upstream, digit, steps);
  }

  /** The same for all networks: sends each digit of the way through the network. */
  *meanOfPasses(
    of: string,
    upstream: Float64Array,
    digit: ArrayLike<number>,
    steps: number,
  ): Generator<void, Float64Array> {
    const total = new Float64Array(digit.length);
    this.reset();
    for (let step = 0; step < steps; step++) {
      const place = (step + 0.5) / steps;
      this.run(Float32Array.from(digit, (ink) => ink * place));
      const gradient = this.gradient(of, upstream);
      for (let i = 0; i < total.length; i++) total[i] = (total[i] as number) + (gradient[i] as number);
      yield;
    }
    return total.map((sum) => sum / steps);
  }

  private pass(digit: ArrayLike<number>): void {
    (this.values[0] as Float32Array).set(digit);
    this.steps.forEach((step, at) => {
      this.values[at + 1] = step.forward(this.values[at] as Float32Array);
    });
  }

  private place(name: string): number {
    const at = this.names.indexOf(name);
    if (at < 0) throw new RangeError(name);
    return at + 1;
  }
}

/** Returns the name of the values that the network's last function makes probabilities of; null if it has no such function. */
export function logitsOf(layers: readonly ChainLayer[]): string | null {
  const last = layers.map((layer) => KINDS.includes(layer.kind) || layer.function !== "linear").lastIndexOf(true);
  const layer = layers[last];
  if (!layer || !PROBABLE.includes(layer.function)) return null;
  return WEIGHTED.includes(layer.kind) ? sumsOf(layer.name) : (layers[last - 1]?.name ?? null);
}

function stepsOf(layer: ChainLayer, input: Shape, arrays: Arrays): readonly Step[] {
  const { name, kind, function: named } = layer;
  if (!WEIGHTED.includes(kind)) return [KINDS.includes(kind) ? stepOf(layer, input, arrays) : activation(layer)];
  if (named === "linear") return [stepOf(layer, input, arrays)];
  return [stepOf(layer, input, arrays, sumsOf(name)), activation(layer)];
}

/** Returns a layer without its activation; its output may have another name. */
function stepOf(layer: ChainLayer, input: Shape, arrays: Arrays, name = layer.name): Step {
  const part = (of: string): Float32Array => arrays.float32(`${layer.name}/${of}`).data;
  const { channels } = planesOf(input);
  const [below, size] = [sizeOf(input), sizeOf(layer.shape)];
  const linear = (map: LinearMap, offset: Float32Array): Step => {
    const offsets = Float64Array.from({ length: size }, (_, at) => offset[at % offset.length] ?? 0);
    return new Linear(name, map, below, offsets);
  };
  switch (layer.kind) {
    case "Conv2D":
    case "DepthwiseConv2D":
      return linear(new ConvolutionMap(layer, input, part("kernel")), part("bias"));
    case "Dense":
      return linear(new DenseMap(part("kernel"), channels, planesOf(layer.shape).channels), part("bias"));
    case "BatchNormalization":
      return linear(new ScaleMap(part("scale")), part("offset"));
    case "AveragePooling2D":
    case "GlobalAveragePooling2D":
      return linear(new MeanMap(layer, input, channels), new Float32Array(1));
    case "MaxPooling2D":
      return MaxPool.of(name, windowsOf(layer, input), channels, below);
    case "GlobalMaxPooling2D":
      return new GlobalMaxPool(name, channels, below);
    case "PReLU":
      return new PRelu(name, channelsLast(part("slope"), input));
    default:
      return new Pass(name);
  }
}

function activation(layer: ChainLayer): Step {
  const [name, size] = [layer.name, sizeOf(layer.shape)];
  if (layer.function === "linear") return new Pass(name);
  if (layer.function === "softmax") return new Softmax(name, planesOf(layer.shape).channels, size);
  const slope = slopeBelowZero(layer);
  return slope === null ? new Activation(name, layer, size) : new Relu(name, slope, size);
}

function sizeOf(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** Brings values from (channel, row, column) into the order of the steps. */
function channelsLast(values: Float32Array, shape: Shape): Float32Array {
  const { channels } = planesOf(shape);
  const places = values.length / channels;
  return values.map((_, at) => values[(at % channels) * places + Math.floor(at / channels)] as number);
}
