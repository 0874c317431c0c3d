/** Layers with windows that are linear: convolutions, and pools that take the mean. */

import { type Axis, axisOf, type ChainLayer, planesOf, type Shape } from "../chain";
import { addTo, type LinearMap } from "./linear";

/** A position of a window along one axis, and which of its values it reads there. */
interface Reading {
  readonly position: number;
  readonly value: number;
}

/** Returns, for each place below, the windows along one axis that read it. */
export function readings({ size, below, window, stride, dilation, before }: Axis): readonly (readonly Reading[])[] {
  const found: Reading[][] = Array.from({ length: below }, () => []);
  for (let position = 0; position < size; position++) {
    for (let value = 0; value < window; value++) {
      found[position * stride - before + value * dilation]?.push({ position, value });
    }
  }
  return found;
}

/** Returns, for each window along one axis, the places inside the map that it reads. */
function places(axis: Axis): { readonly place: number; readonly value: number }[][] {
  const found: { place: number; value: number }[][] = Array.from({ length: axis.size }, () => []);
  readings(axis).forEach((read, place) => {
    for (const { position, value } of read) found[position]?.push({ place, value });
  });
  return found;
}

/** A convolution, also a depthwise one, which has as many groups as input channels. */
export class ConvolutionMap implements LinearMap {
  private readonly rows: Axis;
  private readonly columns: Axis;
  private readonly channels: number; // of a group, as are the filters
  private readonly filters: number;
  private readonly forwards: Float64Array; // (row, column, channel, filter of its group)
  private readonly backwards: Float64Array; // (filter, row, column, channel of its group)
  private readonly down: ReturnType<typeof readings>;
  private readonly across: ReturnType<typeof readings>;
  private readonly above: ReturnType<typeof places>;
  private readonly aside: ReturnType<typeof places>;

  /** @param kernel (filter, input channel of its group, row, column) */
  constructor(layer: ChainLayer, input: Shape, kernel: Float32Array) {
    [this.rows, this.columns] = [axisOf(layer, input, 0), axisOf(layer, input, 1)];
    const [all, filters] = [planesOf(input).channels, planesOf(layer.shape).channels];
    [this.channels, this.filters] = [all / layer.groups, filters / layer.groups];
    [this.down, this.across] = [readings(this.rows), readings(this.columns)];
    [this.above, this.aside] = [places(this.rows), places(this.columns)];
    const window = this.rows.window * this.columns.window;
    this.forwards = new Float64Array(kernel.length);
    this.backwards = new Float64Array(kernel.length);
    kernel.forEach((weight, at) => {
      const value = at % window;
      const channel = Math.floor(at / window) % this.channels;
      const filter = Math.floor(at / (window * this.channels));
      const first = Math.floor(filter / this.filters) * this.channels;
      this.forwards[(value * all + first + channel) * this.filters + (filter % this.filters)] = weight;
      this.backwards[(filter * window + value) * this.channels + channel] = weight;
    });
  }

  add(changes: Float64Array, sums: Float64Array): void {
    const { rows, columns, filters, forwards } = this;
    const all = changes.length / (rows.below * columns.below);
    const outputs = sums.length / (rows.size * columns.size);
    for (let at = 0; at < changes.length; at++) {
      const change = changes[at] as number;
      if (change === 0) continue;
      const channel = at % all;
      const place = (at - channel) / all;
      const column = place % columns.below;
      const first = Math.floor(channel / this.channels) * filters;
      for (const down of this.down[(place - column) / columns.below] as readonly Reading[]) {
        for (const across of this.across[column] as readonly Reading[]) {
          const to = (down.position * columns.size + across.position) * outputs + first;
          const from = ((down.value * columns.window + across.value) * all + channel) * filters;
          addTo(sums, to, change, forwards, from, filters);
        }
      }
    }
  }

  addBack(upstream: Float64Array, gradient: Float64Array): void {
    const { rows, columns, channels, backwards } = this;
    const all = gradient.length / (rows.below * columns.below);
    const outputs = upstream.length / (rows.size * columns.size);
    for (let at = 0; at < upstream.length; at++) {
      const value = upstream[at] as number;
      if (value === 0) continue;
      const filter = at % outputs;
      const position = (at - filter) / outputs;
      const column = position % columns.size;
      const first = Math.floor(filter / this.filters) * channels;
      for (const down of this.above[(position - column) / columns.size] ?? []) {
        for (const across of this.aside[column] ?? []) {
          const to = (down.place * columns.below + across.place) * all + first;
          const from = ((filter * rows.window + down.value) * columns.window + across.value) * channels;
          addTo(gradient, to, value, backwards, from, channels);
        }
      }
    }
  }
}

/** The mean of each window, or of each whole map. Only values inside the map count. */
export class MeanMap implements LinearMap {
  private readonly windows: readonly (readonly number[])[]; // the places that each reads
  private readonly readers: number[][]; // the windows that read each place

  constructor(
    layer: ChainLayer,
    input: Shape,
    private readonly channels: number,
  ) {
    this.windows = windowsOf(layer, input);
    const { rows, columns } = planesOf(input);
    this.readers = Array.from({ length: rows * columns }, () => []);
    this.windows.forEach((read, window) => {
      for (const place of read) this.readers[place]?.push(window);
    });
  }

  add(changes: Float64Array, sums: Float64Array): void {
    const { channels, readers, windows } = this;
    for (let at = 0; at < changes.length; at++) {
      const change = changes[at] as number;
      if (change === 0) continue;
      const channel = at % channels;
      for (const window of readers[(at - channel) / channels] as number[]) {
        const to = window * channels + channel;
        sums[to] = (sums[to] as number) + change / (windows[window] as number[]).length;
      }
    }
  }

  addBack(upstream: Float64Array, gradient: Float64Array): void {
    const { channels, windows } = this;
    for (let at = 0; at < upstream.length; at++) {
      const channel = at % channels;
      const read = windows[(at - channel) / channels] as number[];
      const share = (upstream[at] as number) / read.length;
      if (share === 0) continue;
      for (const place of read) {
        gradient[place * channels + channel] = (gradient[place * channels + channel] as number) + share;
      }
    }
  }
}

/** Returns the places that each window of a pool reads, row by row; a pool of whole maps has one window. */
export function windowsOf(layer: ChainLayer, input: Shape): readonly (readonly number[])[] {
  const { rows, columns } = planesOf(input);
  if (!layer.window) return [Array.from({ length: rows * columns }, (_, place) => place)];
  const [above, aside] = [places(axisOf(layer, input, 0)), places(axisOf(layer, input, 1))];
  return above.flatMap((down) =>
    aside.map((across) => down.flatMap(({ place }) => across.map((one) => place * columns + one.place))),
  );
}
