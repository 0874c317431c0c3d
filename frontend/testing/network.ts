/** Small networks by hand. */

import { Arrays, type Tensor } from "../core/codec";
import { type ChainLayer, Network } from "../network/network";

/** A layer; what is left out is as Keras has it by default. */
export type SmallLayer = Partial<ChainLayer> & Pick<ChainLayer, "kind" | "shape">;

/** Returns a network of layers named "layer0", "layer1" ...; its arrays are given by `layer0/part`, in one row unless they have a shape. */
export function smallNetwork(
  layers: readonly SmallLayer[],
  numbers: Readonly<Record<string, readonly number[]>> = {},
  shapes: Readonly<Record<string, readonly number[]>> = {},
): Network {
  const tensors = Object.entries(numbers).map(([name, values]): [string, Tensor] => {
    return [name, { dtype: "float32", shape: shapes[name] ?? [values.length], data: Float32Array.from(values) }];
  });
  const complete = layers.map((layer, at): ChainLayer => {
    const strides = layer.window ? ([1, 1] as const) : null;
    const placed = {
      name: `layer${at}`,
      window: null,
      strides,
      dilation: [1, 1],
      padding: "valid",
      groups: 1,
    } as const;
    return { ...placed, activation: "linear", function: "linear", constants: {}, signed: true, ...layer };
  });
  return new Network(complete, new Arrays(new Map(tensors)));
}
