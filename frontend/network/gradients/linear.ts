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
    readonly map: LinearMap,
    below: number,
    readonly offset: Float64Array,
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
  private readonly transposed: Float64Array;

  /** @param kernel (input, unit) */
  constructor(
    kernel: Float32Array,
    private readonly inputs: number,
    private readonly units: number,
  ) {
    this.kernel = Float64Array.from(kernel);
    this.transposed = this.kernel.map((_, at) => kernel[(at % inputs) * units + Math.floor(at / inputs)] as number);
  }

  add(changes: Float64Array, sums: Float64Array): void {
    multiply(changes, this.kernel, this.inputs, this.units, sums);
  }

  addBack(upstream: Float64Array, gradient: Float64Array): void {
    multiply(upstream, this.transposed, this.units, this.inputs, gradient);
  }
}

/** Adds, for each place, the product of a vector and a matrix (from, to). */
function multiply(vectors: Float64Array, matrix: Float64Array, from: number, to: number, sums: Float64Array): void {
  for (let at = 0; at < vectors.length; at++) {
    const value = vectors[at] as number;
    if (value === 0) continue;
    addTo(sums, Math.floor(at / from) * to, value, matrix, (at % from) * to, to);
  }
}

/** Adds so many values, times a factor, to sums. */
export function addTo(
  sums: Float64Array,
  to: number,
  factor: number,
  values: Float64Array,
  from: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) sums[to + i] = (sums[to + i] as number) + factor * (values[from + i] as number);
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
