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
   * @param windows the places that each reads, row by row
   * @param below number of values below
   */
  constructor(
    readonly name: string,
    private readonly windows: readonly (readonly number[])[],
    private readonly channels: number,
    below: number,
  ) {
    this.winners = new Int32Array(windows.length * channels);
    this.output = new Float32Array(windows.length * channels);
    this.gradient = new Float64Array(below);
  }

  forward(below: Float32Array): Float32Array {
    const { windows, channels, winners, output } = this;
    for (let window = 0, at = 0; window < windows.length; window++) {
      const places = windows[window] as readonly number[];
      for (let channel = 0; channel < channels; channel++, at++) {
        let winner = (places[0] as number) * channels + channel;
        let most = below[winner] as number;
        for (let i = 1; i < places.length; i++) {
          const candidate = (places[i] as number) * channels + channel;
          if ((below[candidate] as number) > most) [winner, most] = [candidate, below[candidate] as number];
        }
        winners[at] = winner;
        output[at] = most;
      }
    }
    return output;
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
