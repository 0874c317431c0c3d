/**
 * Pools that take the largest value. Where several values of a window are the largest, TensorFlow gives the whole gradient to the
 * first of them, row by row; a pool of whole maps shares it among them.
 */

import type { Step } from "./step";

/** The largest value of each window. */
export class MaxPool implements Step {
  private readonly winners: Int32Array; // where the first of the largest values lies
  private readonly output: Float32Array;
  private readonly gradient: Float64Array;

  /**
   * @param candidates where the values lie that each output reads, one output after the other
   * @param most so many for each output; in a smaller window the first one stands again for the rest
   * @param below number of values below
   */
  private constructor(
    readonly name: string,
    private readonly candidates: Int32Array,
    private readonly most: number,
    below: number,
  ) {
    this.winners = new Int32Array(candidates.length / most);
    this.output = new Float32Array(this.winners.length);
    this.gradient = new Float64Array(below);
  }

  /**
   * @param windows the places that each reads, row by row
   * @param below number of values below
   */
  static of(name: string, windows: readonly (readonly number[])[], channels: number, below: number): MaxPool {
    const most = Math.max(...windows.map(({ length }) => length));
    const candidates = Int32Array.from({ length: windows.length * channels * most }, (_, at) => {
      const output = Math.floor(at / most);
      const places = windows[Math.floor(output / channels)] as readonly number[];
      return ((places[at % most] ?? places[0]) as number) * channels + (output % channels);
    });
    return new MaxPool(name, candidates, most, below);
  }

  /** Returns which values some of the outputs read, one output after the other. */
  read(outputs: Int32Array): Int32Array {
    const { most, candidates } = this;
    const read = new Int32Array(outputs.length * most);
    outputs.forEach((output, at) => {
      read.set(candidates.subarray(output * most, (output + 1) * most), at * most);
    });
    return read;
  }

  /** Returns the pool of these outputs alone, whose values below are what they `read`. */
  alone(read: Int32Array): MaxPool {
    return new MaxPool(
      this.name,
      read.map((_, at) => at),
      this.most,
      read.length,
    );
  }

  forward(below: Float32Array): Float32Array {
    const { most, candidates, winners, output } = this;
    for (let at = 0, first = 0; at < output.length; at++, first += most) {
      let winner = candidates[first] as number;
      let largest = below[winner] as number;
      for (let i = first + 1; i < first + most; i++) {
        const candidate = candidates[i] as number;
        const value = below[candidate] as number;
        if (value > largest) {
          winner = candidate;
          largest = value;
        }
      }
      winners[at] = winner;
      output[at] = largest;
    }
    return output;
  }

  /** Number of outputs. */
  get size(): number {
    return this.output.length;
  }

  backward(_below: Float32Array, _output: Float32Array, upstream: Float64Array): Float64Array {
    const { winners, gradient } = this;
    gradient.fill(0);
    for (let at = 0; at < upstream.length; at++) {
      const winner = winners[at] as number;
      gradient[winner] = (gradient[winner] as number) + (upstream[at] as number);
    }
    return gradient;
  }

  trace(_below: Float32Array, sources: Int32Array): void {
    for (let i = 0; i < sources.length; i++) sources[i] = this.winners[sources[i] as number] as number;
  }
}

/** The largest value of each map. */
export class GlobalMaxPool implements Step {
  private readonly output: Float32Array;
  private readonly gradient: Float64Array;

  constructor(
    readonly name: string,
    private readonly channels: number,
    below: number,
  ) {
    this.output = new Float32Array(channels);
    this.gradient = new Float64Array(below);
  }

  forward(below: Float32Array): Float32Array {
    const { channels, output } = this;
    output.fill(Number.NEGATIVE_INFINITY);
    below.forEach((value, at) => {
      output[at % channels] = Math.max(output[at % channels] as number, value);
    });
    return output;
  }

  backward(below: Float32Array, output: Float32Array, upstream: Float64Array): Float64Array {
    const { channels, gradient } = this;
    const counts = new Float64Array(channels);
    below.forEach((value, at) => {
      if (value === output[at % channels]) counts[at % channels] = (counts[at % channels] as number) + 1;
    });
    below.forEach((value, at) => {
      const channel = at % channels;
      gradient[at] = value === output[channel] ? (upstream[channel] as number) / (counts[channel] as number) : 0;
    });
    return gradient;
  }
}
