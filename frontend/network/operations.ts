/** What each kind of layer computes. */

import type { Arrays } from "../core/codec";
import { activationOf } from "./activation";
import { type ChainLayer, type Operation, planesOf, type Shape } from "./chain";
import { convolution } from "./convolution";
import { dense } from "./dense";
import { globalPool, pool } from "./pooling";

/** Returns what a layer computes from an input of a shape. Throws if the layer is of an unknown kind. */
export function operationOf(layer: ChainLayer, input: Shape, arrays: Arrays): Operation {
  const part = (name: string): Float32Array => arrays.float32(`${layer.name}/${name}`).data;
  switch (layer.kind) {
    case "Conv2D":
    case "DepthwiseConv2D":
      return activated(layer, convolution(layer, input, { kernel: part("kernel"), bias: part("bias") }));
    case "Dense":
      return activated(layer, dense(input, { kernel: part("kernel"), bias: part("bias") }));
    case "MaxPooling2D":
    case "AveragePooling2D":
      return pool(layer, input);
    case "GlobalMaxPooling2D":
    case "GlobalAveragePooling2D":
      return globalPool(layer, input);
    case "Flatten":
      return flatten(input);
    case "BatchNormalization":
      return normalise(input, part("scale"), part("offset"));
    case "PReLU":
      return slope(part("slope"));
    default:
      return layer.function === "linear" ? (values) => values.slice() : activated(layer, copy());
  }
}

/** Applies the layer's activation to its sums, and rounds once. */
function activated(layer: ChainLayer, sums: (values: Float32Array) => Float64Array): Operation {
  const apply = activationOf(layer.function, layer.constants, layer.shape.at(-1) ?? 1);
  return (values) => {
    const results = sums(values);
    apply?.(results);
    return new Float32Array(results);
  };
}

function copy(): (values: Float32Array) => Float64Array {
  let buffer = new Float64Array(0);
  return (values) => {
    if (buffer.length !== values.length) buffer = new Float64Array(values.length);
    buffer.set(values);
    return buffer;
  };
}

/** Keras' order of units: channels of the first place, channels of the second, and so on. */
function flatten(input: Shape): Operation {
  const { channels } = planesOf(input);
  return (values) => {
    const units = new Float32Array(values.length);
    let from = 0;
    for (let channel = 0; channel < channels; channel++) {
      for (let to = channel; to < units.length; to += channels) units[to] = values[from++] as number;
    }
    return units;
  };
}

function normalise(input: Shape, scale: Float32Array, offset: Float32Array): Operation {
  const { rows, columns } = planesOf(input);
  const places = rows * columns;
  return (values) =>
    values.map((value, i) => {
      const channel = Math.floor(i / places);
      return value * (scale[channel] as number) + (offset[channel] as number);
    });
}

function slope(slopes: Float32Array): Operation {
  return (values) => values.map((value, i) => (value > 0 ? value : value * (slopes[i] as number)));
}
