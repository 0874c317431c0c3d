/** `Step`: one operation of a network, forwards and backwards. The counterpart of `mnistviz/network/numpy_layers/operation.py`. */

/**
 * Computes values from those of the step before, as float32, and gradients as float64. Maps lie as in Python: row by row, the
 * channels of a place one after the other.
 *
 * What it returns is its own, and is overwritten by the next call.
 */
export interface Step {
  /** Of the output: that of the layer, or `sumsOf` it. */
  readonly name: string;
  /** Returns the output for the values of the step before. */
  forward(below: Float32Array): Float32Array;
  /**
   * Returns the gradient with respect to the values of the step before.
   *
   * @param below the values of the step before
   * @param output what `forward` made of them
   * @param upstream the gradient with respect to the output
   */
  backward(below: Float32Array, output: Float32Array, upstream: Float64Array): Float64Array;
  /**
   * Only of a step whose outputs each are one value below times a slope. Tells which ones the last outputs were, of those outputs
   * that are asked for: replaces them by the values below, and multiplies slopes with theirs.
   *
   * @param below the values of the step before
   * @param sources indices of outputs, which become those of values below
   */
  trace?(below: Float32Array, sources: Int32Array, slopes: Float64Array): void;
  /** Forgets the values before, so that nothing is left of their rounding errors. */
  reset?(): void;
}

/** Returns the name of what the activation of a convolution or dense layer is applied to. */
export function sumsOf(layer: string): string {
  return `${layer}/sums`;
}

/** Passes values on: in this order, layers that change the shape alone change nothing. */
export class Pass implements Step {
  constructor(readonly name: string) {}

  forward(below: Float32Array): Float32Array {
    return below;
  }

  backward(_below: Float32Array, _output: Float32Array, upstream: Float64Array): Float64Array {
    return upstream;
  }

  trace(): void {}
}
