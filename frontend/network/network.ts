/** Sends digits through a network, in the page. */

import { Arrays, type Tensor } from "../core/codec";
import type { ChainLayer, Operation, Shape } from "./chain";
import { operationOf } from "./operations";

export type { ChainLayer } from "./chain";

/** The outputs by layer name, in the order of the layers: maps as (channel, row, column), units in order. */
export type Activations = ReadonlyMap<string, Float32Array>;

/** What a network reads: rows, columns, and one channel. */
const DIGIT: Shape = [28, 28, 1];

/**
 * A network with the weights of one moment.
 *
 * Adds up in float64 and rounds each output once, so that it agrees with Keras and LiteRT as well as these do with each other.
 */
export class Network {
  private readonly operations: readonly Operation[];

  /** Throws if a layer is of an unknown kind, or an array is missing. */
  constructor(
    readonly layers: readonly ChainLayer[],
    readonly arrays: Arrays,
  ) {
    this.operations = layers.map((layer, i) => operationOf(layer, layers[i - 1]?.shape ?? DIGIT, arrays));
  }

  /**
   * Returns the weights of a convolution or dense layer; null for other layers.
   *
   * A convolution's kernel is (filter, input channel of its group, row, column), that of a dense layer (input, unit).
   */
  weightsOf(name: string): { kernel: Tensor<"float32">; bias: Tensor<"float32"> } | null {
    if (!this.arrays.names.includes(`${name}/kernel`)) return null;
    return { kernel: this.arrays.float32(`${name}/kernel`), bias: this.arrays.float32(`${name}/bias`) };
  }

  /** Returns the factors and offsets of a batch normalisation, (channel) or (unit); null for other layers. */
  scaleOf(name: string): { factor: Float32Array; offset: Float32Array } | null {
    if (!this.arrays.names.includes(`${name}/scale`)) return null;
    return { factor: this.arrays.float32(`${name}/scale`).data, offset: this.arrays.float32(`${name}/offset`).data };
  }

  /** Returns an array of the network, named `layer/part`; null if there is none. */
  array(name: string): Tensor<"float32"> | null {
    return this.arrays.has(name) ? this.arrays.float32(name) : null;
  }

  /** Returns a network with other arrays in the place of some. */
  withArrays(changed: ReadonlyMap<string, Tensor<"float32">>): Network {
    const { arrays } = this;
    const tensors = arrays.names.map((name): [string, Tensor] => [name, changed.get(name) ?? arrays.tensor(name)]);
    return new Network(this.layers, new Arrays(new Map(tensors)));
  }

  /** Returns the outputs of all layers for a digit: 784 values row by row, 0 paper to 1 ink. */
  run(digit: Float32Array): Activations {
    const activations = new Map<string, Float32Array>();
    let values = digit;
    this.operations.forEach((operation, i) => {
      values = operation(values);
      activations.set((this.layers[i] as ChainLayer).name, values);
    });
    return activations;
  }
}
