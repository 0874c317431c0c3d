/** The terms of a window: values, weights and products, for each input channel. */

import type { Tensor } from "../../../core/codec";

export const [VALUES, WEIGHTS, PRODUCTS] = [0, 1, 2] as const;
type Kind = typeof VALUES | typeof WEIGHTS | typeof PRODUCTS;

export class WindowTerms {
  private readonly data: Float32Array;
  private readonly squares: number;
  private readonly channels: number;

  /** @param terms (3, rows, columns, channels) */
  constructor({ data, shape }: Tensor<"float32">) {
    const [, rows = 0, columns = 0, channels = 0] = shape;
    this.data = data;
    this.squares = rows * columns;
    this.channels = channels;
  }

  /** Returns the numbers of one kind and channel, row by row. */
  of(kind: Kind, channel: number): Float32Array {
    const at = (square: number): number => (kind * this.squares + square) * this.channels + channel;
    return Float32Array.from({ length: this.squares }, (_, square) => this.data[at(square)] ?? 0);
  }

  /** Returns the largest size of a kind, over all channels. */
  high(kind: Kind): number {
    const count = this.squares * this.channels;
    const all = this.data.subarray(kind * count, (kind + 1) * count);
    return all.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  }

  /** Returns what each channel contributes: the sum of its products. */
  get contributions(): number[] {
    const sum = (products: Float32Array): number => products.reduce((total, product) => total + product, 0);
    return Array.from({ length: this.channels }, (_, channel) => sum(this.of(PRODUCTS, channel)));
  }
}

/** Returns the numbers of the channels, the strongest contribution first. */
export function ranked(contributions: readonly number[]): number[] {
  const size = (channel: number): number => Math.abs(contributions[channel] ?? 0);
  return contributions.map((_, channel) => channel).sort((a, b) => size(b) - size(a));
}
