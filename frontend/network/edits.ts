/** Edits of a network, as pages and notebook kernel apply them: the counterpart of `mnistviz/network/edit_records.py`. */

import type { Tensor } from "../core/codec";
import type { Shape } from "./chain";
import type { Network } from "./network";
import { randomOrder } from "./random_order";

const BLANK = 784; // pixels of blank paper

type Nested = number | readonly Nested[];

/** One change. Filters, units, rows, columns and channels are counted from 0, in Keras' order. */
export type Edit =
  | { readonly do: "silence"; readonly layer: string; readonly index: number }
  /** `index` is (row, column, input channel, filter), or (input, unit). */
  | { readonly do: "weight"; readonly layer: string; readonly index: readonly number[]; readonly value: number }
  | { readonly do: "bias"; readonly layer: string; readonly index: number; readonly value: number }
  /** `values` are (row, column, input channel), or (input); without the last axis if a channel is given, or there is but one. */
  | {
      readonly do: "kernel";
      readonly layer: string;
      readonly index: number;
      readonly channel: number | null;
      readonly values: readonly Nested[];
    }
  | { readonly do: "shuffle"; readonly layer: string; readonly seed: number };

export type Edits = readonly Edit[];

export function areSameEdits(one: Edits, other: Edits): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Returns a network with edits. What no edit changes is shared with the original; without edits, that is returned. */
export function edited(original: Network, edits: Edits): Network {
  if (!edits.length) return original;
  const changed = new Map<string, Tensor<"float32">>();
  const copyOf = (name: string): Tensor<"float32"> | null => {
    const known = changed.get(name) ?? original.array(name);
    if (!known || changed.has(name)) return known;
    const copy = { ...known, data: known.data.slice() };
    changed.set(name, copy);
    return copy;
  };
  for (const edit of edits) {
    const [kernel, bias] = [copyOf(`${edit.layer}/kernel`), copyOf(`${edit.layer}/bias`)];
    if (kernel && bias) apply(edit, kernel, bias);
    if (edit.do !== "silence" || !bias) continue;
    for (const name of wayFrom(original, edit.layer)) {
      for (const part of [copyOf(`${name}/scale`), copyOf(`${name}/offset`)]) {
        for (let i = edit.index; part && i < part.data.length; i += bias.data.length) part.data[i] = 0;
      }
    }
  }
  return original.withArrays(changed);
}

function apply(edit: Edit, kernel: Tensor<"float32">, bias: Tensor<"float32">): void {
  const at = (index: readonly number[]): number => placeOf(kernel.shape, index);
  if (edit.do === "bias") bias.data[edit.index] = edit.value;
  else if (edit.do === "weight") kernel.data[at(edit.index)] = edit.value;
  else if (edit.do === "shuffle") {
    const order = randomOrder(kernel.data.length, edit.seed);
    kernel.data.set(Float32Array.from(order, (from) => kernel.data[from] as number));
  } else if (edit.do === "silence") {
    bias.data[edit.index] = 0;
    for (const index of weightsOf(kernel.shape, null)) kernel.data[at([...index, edit.index])] = 0;
  } else {
    const values = [edit.values].flat(3) as number[];
    weightsOf(kernel.shape, edit.channel).forEach((index, i) => {
      kernel.data[at([...index, edit.index])] = values[i] ?? 0;
    });
  }
}

/** Returns the indices of a filter's or unit's weights in Keras' order, without that of the filter or unit. */
function weightsOf(kernel: Shape, channel: number | null): number[][] {
  const upTo = (count = 1): number[] => Array.from({ length: count }, (_, i) => i);
  if (kernel.length === 2) return upTo(kernel[0]).map((input) => [input]);
  const channels = channel === null ? upTo(kernel[1]) : [channel];
  return upTo(kernel[2]).flatMap((row) =>
    upTo(kernel[3]).flatMap((column) => channels.map((one) => [row, column, one])),
  );
}

/** Returns where a weight with an index in Keras' order lies in a kernel (filter, input channel, row, column), or (input, unit). */
export function placeOf(kernel: Shape, index: readonly number[]): number {
  const [row, column, channel, filter] = index;
  const ordered = kernel.length === 2 ? index : [filter, channel, row, column];
  return ordered.reduce<number>((place, one, axis) => place * (kernel[axis] ?? 1) + (one ?? 0), 0);
}

/** Returns the layers from one with a kernel to the last one before the next: on this way, filters stay apart. */
export function wayFrom(network: Network, layer: string): string[] {
  const names = network.layers.map(({ name }) => name);
  const after = names.slice(names.indexOf(layer) + 1);
  const end = after.findIndex((name) => network.weightsOf(name) !== null);
  return [layer, ...(end < 0 ? after : after.slice(0, end))];
}

/** Returns the layer on the way from a silenced filter or unit that makes another value of 0; null: it is silent. */
export function loudLayer(network: Network, layer: string, index: number): string | null {
  const count = network.weightsOf(layer)?.bias.data.length ?? 1;
  const values = network.run(new Float32Array(BLANK)); // what does not depend on the digit is the same for any
  for (const name of wayFrom(network, layer)) {
    const all = values.get(name) ?? new Float32Array(0);
    const areMaps = network.layers.find((one) => one.name === name)?.shape.length === 3;
    const size = all.length / count;
    const own = areMaps ? all.subarray(index * size, (index + 1) * size) : all.filter((_, i) => i % count === index);
    if (own.some((value) => value !== 0)) return name;
  }
  return null;
}
