/**
 * Linear layers, by differences: the digits of an explanation differ little from one to the next, so each layer adds what the
 * changed values below contribute. That costs a fraction of a whole pass, and so do gradients, which are mostly 0.
 */

import type { Step } from "./step";

/** A linear layer without its bias. */
export interface LinearMap {
  /** Adds what changes of the values below contribute to the sums. Zeros cost nothing. */
  add(changes: Float64Array, sums: Float64Array): void;
  /** Adds what the gradient with respect to the sums contributes to that below. Zeros cost nothing. */
  addBack(upstream: Float64Array, gradient: Float64Array): void;
}

export class Linear implements Step {
  private readonly sums: Float64Array;
  private readonly output: Float32Array;
  private readonly former: Float32Array; // what the sums are of
  private readonly changes: Float64Array;
  private readonly gradient: Float64Array;

  /**
   * @param below number of values below
   * @param offset of each sum
   */
  constructor(
    readonly name: string,
    private readonly map: LinearMap,
    below: number,
    private readonly offset: Float64Array,
  ) {
    this.sums = offset.slice();
    this.output = new Float32Array(offset.length);
    this.former = new Float32Array(below);
    this.changes = new Float64Array(below);
    this.gradient = new Float64Array(below);
  }

  forward(below: Float32Array): Float32Array {
    const { changes, former } = this;
    for (let i = 0; i < changes.length; i++) changes[i] = (below[i] as number) - (former[i] as number);
    former.set(below);
    this.map.add(changes, this.sums);
    this.output.set(this.sums);
    return this.output;
  }

  backward(_below: Float32Array, _output: Float32Array, upstream: Float64Array): Float64Array {
    this.gradient.fill(0);
    this.map.addBack(upstream, this.gradient);
    return this.gradient;
  }

  reset(): void {
    this.sums.set(this.offset);
    this.former.fill(0);
  }
}

/** A dense layer. On maps it works on the channels of each place. */
export class DenseMap implements LinearMap {
  private readonly kernel: Float64Array;

  /** @param kernel (input, unit) */
  constructor(
    kernel: Float32Array,
    private readonly inputs: number,
    private readonly units: number,
  ) {
    this.kernel = Float64Array.from(kernel);
  }

  add(changes: Float64Array, sums: Float64Array): void {
    const { kernel, inputs, units } = this;
    for (let at = 0; at < changes.length; at++) {
      const change = changes[at] as number;
      if (change === 0) continue;
      const to = Math.floor(at / inputs) * units;
      const weight = (at % inputs) * units;
      for (let unit = 0; unit < units; unit++) {
        sums[to + unit] = (sums[to + unit] as number) + change * (kernel[weight + unit] as number);
      }
    }
  }

  addBack(upstream: Float64Array, gradient: Float64Array): void {
    const { kernel, inputs, units } = this;
    for (let at = 0; at < upstream.length; at++) {
      const value = upstream[at] as number;
      if (value === 0) continue;
      const to = Math.floor(at / units) * inputs;
      for (let input = 0, weight = at % units; input < inputs; input++, weight += units) {
        gradient[to + input] = (gradient[to + input] as number) + value * (kernel[weight] as number);
      }
    }
  }
}

/** A factor for each channel, as of a batch normalisation. */
export class ScaleMap implements LinearMap {
  constructor(private readonly factors: Float32Array) {}

  add(changes: Float64Array, sums: Float64Array): void {
    const { factors } = this;
    for (let at = 0; at < changes.length; at++) {
      sums[at] = (sums[at] as number) + (changes[at] as number) * (factors[at % factors.length] as number);
    }
  }

  addBack(upstream: Float64Array, gradient: Float64Array): void {
    this.add(upstream, gradient);
  }
}
