/**
 * The kernels of filters, ready to be multiplied with many windows at once.
 *
 * Two windows and four filters share a loop, so that each number is read once for several products. The loop keeps eight sums,
 * which still fit into a processor's registers.
 */

const LANES = 4; // filters that share a loop

export class Kernels {
  private readonly blocks: Float64Array;
  private readonly filters: number;
  private readonly length: number;

  /** @param kernel (filter, value of the window). */
  constructor(
    kernel: Float32Array,
    private readonly bias: Float32Array,
  ) {
    this.filters = bias.length;
    this.length = kernel.length / bias.length;
    this.blocks = new Float64Array(Math.ceil(this.filters / LANES) * LANES * this.length);
    kernel.forEach((weight, at) => {
      const filter = Math.floor(at / this.length);
      const lane = filter % LANES;
      this.blocks[(filter - lane) * this.length + (at % this.length) * LANES + lane] = weight;
    });
  }

  /**
   * Writes, for each filter and window, the sum of the products plus the bias.
   *
   * @param windows (window, value of the window), with one window more if their number is odd.
   * @param count of windows.
   * @param sums (filter, place): those of the first filter and window go to `at`.
   * @param places of each filter.
   */
  multiply(windows: Float64Array, count: number, sums: Float64Array, at: number, places: number): void {
    const { blocks, length } = this;
    for (let filter = 0; filter < this.filters; filter += LANES) {
      for (let window = 0; window < count; window += 2) {
        let [a0, a1, a2, a3, b0, b1, b2, b3] = [0, 0, 0, 0, 0, 0, 0, 0];
        const end = (window + 1) * length;
        for (let value = window * length, weight = filter * length; value < end; value++, weight += LANES) {
          const a = windows[value] as number; // one constant a line: taking arrays apart here would cost twice the time
          const b = windows[value + length] as number;
          const w0 = blocks[weight] as number;
          const w1 = blocks[weight + 1] as number;
          const w2 = blocks[weight + 2] as number;
          const w3 = blocks[weight + 3] as number;
          a0 += a * w0;
          a1 += a * w1;
          a2 += a * w2;
          a3 += a * w3;
          b0 += b * w0;
          b1 += b * w1;
          b2 += b * w2;
          b3 += b * w3;
        }
        const to = at + filter * places + window;
        this.write(sums, to, places, filter, [a0, a1, a2, a3]);
        if (window + 1 < count) this.write(sums, to + 1, places, filter, [b0, b1, b2, b3]);
      }
    }
  }

  private write(sums: Float64Array, to: number, places: number, filter: number, lanes: readonly number[]): void {
    const count = Math.min(LANES, this.filters - filter);
    for (let lane = 0; lane < count; lane++) {
      sums[to + lane * places] = (lanes[lane] as number) + (this.bias[filter + lane] as number);
    }
  }
}
