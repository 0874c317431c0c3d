/** A network as the notebook kernel describes it: the counterpart of `mnistviz/network/chain.py`. */

/** (row, column, channel) or (unit). */
export type Shape = readonly number[];
type Pair = readonly [rows: number, columns: number];

/** One layer; it reads the layer before it. */
export interface ChainLayer {
  readonly name: string;
  /** The Keras class. */
  readonly kind: string;
  /** Of the output. */
  readonly shape: Shape;
  /** Of a kernel or pool; null for a layer without one, as are the strides. */
  readonly window: Pair | null;
  readonly strides: Pair | null;
  /** From one value of the window to the next. */
  readonly dilation: Pair;
  readonly padding: "valid" | "same";
  /** Groups of a convolution's input channels and filters; a filter reads only the channels of its own group. */
  readonly groups: number;
  /** The function that is applied last, as explanations name it. */
  readonly activation: string;
  /** Keras' name of the same function: of a function with parameters of its own, too. */
  readonly function: string;
  /** Its parameters, by Keras' names. */
  readonly constants: Readonly<Record<string, number>>;
  /** Whether the output can be negative. */
  readonly signed: boolean;
}

/** Computes the output of one layer from that of the layer before it. Each result is an array of its own. */
export type Operation = (input: Float32Array) => Float32Array;

/** The numbers of a shape of three axes; units are one row and one column of channels. */
export function planesOf(shape: Shape): { rows: number; columns: number; channels: number } {
  const [rows, columns, channels] = shape.length === 3 ? shape : [1, 1, ...shape];
  return { rows: rows ?? 1, columns: columns ?? 1, channels: channels ?? 1 };
}

/** Where the windows of a convolution or pool lie along one axis. */
export interface Axis {
  /** Number of positions, and of places below. */
  readonly size: number;
  readonly below: number;
  readonly window: number;
  readonly stride: number;
  readonly dilation: number;
  /** Places of padding before the first one; "same" puts an odd one at the end. */
  readonly before: number;
}

/** Returns the geometry of a convolution or pool along rows (0) or columns (1). */
export function axisOf(layer: ChainLayer, input: Shape, axis: 0 | 1): Axis {
  const [size, below] = [layer.shape[axis] ?? 1, input[axis] ?? 1];
  const window = layer.window?.[axis] ?? 1;
  const stride = layer.strides?.[axis] ?? 1;
  const dilation = layer.dilation[axis];
  const reach = (size - 1) * stride + (window - 1) * dilation + 1;
  const before = layer.padding === "same" ? Math.floor(Math.max(reach - below, 0) / 2) : 0;
  return { size, below, window, stride, dilation, before };
}
