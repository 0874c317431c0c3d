/** Messages with arrays: the counterpart of `mnistviz/codec.py`, which describes the format. */

import { type Bytes, bytesOf } from "./model";
import { text } from "./text";

export const VERSION = 2;
export const ALIGNMENT = 8; // bytes; every array starts at a multiple of it

const TYPES = { uint8: Uint8Array, int32: Int32Array, float32: Float32Array, float64: Float64Array };
type Dtype = keyof typeof TYPES;
interface Data {
  uint8: Uint8Array;
  int32: Int32Array;
  float32: Float32Array;
  float64: Float64Array;
}
type DataOf<D extends Dtype> = Data[D];

/** An array: its values in C order, and its shape. */
export interface Tensor<D extends Dtype = Dtype> {
  readonly dtype: D;
  readonly shape: readonly number[];
  readonly data: DataOf<D>;
}

interface Entry {
  name: string;
  dtype: Dtype;
  shape: number[];
}

/** What a message contains: a header of JSON values, and arrays. */
export interface Message<Header> {
  readonly header: Header;
  readonly arrays: Arrays;
}

/** The arrays of a message by name. */
export class Arrays {
  constructor(
    private readonly tensors: ReadonlyMap<string, Tensor>,
    private readonly prefix = "",
  ) {}

  /** Makes a collection of arrays that no message has brought. */
  static of(tensors: Readonly<Record<string, Tensor>>): Arrays {
    return new Arrays(new Map(Object.entries(tensors)));
  }

  get names(): string[] {
    const names = [...this.tensors.keys()].filter((name) => name.startsWith(this.prefix));
    return names.map((name) => name.slice(this.prefix.length));
  }

  /** Returns those named `section/...`, without that prefix. */
  of(section: string): Arrays {
    return new Arrays(this.tensors, `${this.prefix}${section}/`);
  }

  /** Returns an array of any type; throws if there is none of this name. */
  tensor(name: string): Tensor {
    const tensor = this.tensors.get(this.prefix + name);
    if (!tensor) throw new Error(text("codec-array", { name: this.prefix + name, received: "none", expected: "any" }));
    return tensor;
  }

  /** Whether there is an array of this name. */
  has(name: string): boolean {
    return this.tensors.has(this.prefix + name);
  }

  uint8(name: string): Tensor<"uint8"> {
    return this.get(name, "uint8");
  }

  int32(name: string): Tensor<"int32"> {
    return this.get(name, "int32");
  }

  float64(name: string): Tensor<"float64"> {
    return this.get(name, "float64");
  }

  float32(name: string): Tensor<"float32"> {
    return this.get(name, "float32");
  }

  /** Returns an array; throws if the message has none of this name and type. */
  get<D extends Dtype>(name: string, dtype: D): Tensor<D> {
    const tensor = this.tensors.get(this.prefix + name);
    if (!tensor || !isOf(tensor, dtype)) {
      throw new Error(
        text("codec-array", { name: this.prefix + name, received: tensor?.dtype ?? "none", expected: dtype }),
      );
    }
    return tensor;
  }
}

function isOf<D extends Dtype>(tensor: Tensor, dtype: D): tensor is Tensor<D> {
  return tensor.dtype === dtype;
}

/** Unpacks a message; throws if it has another version, or a buffer that is too long or too short for its arrays. */
export function unpack<Header>(content: Record<string, unknown>, buffers: readonly ArrayBufferView[]): Message<Header> {
  const { codec, arrays, base64, ...header } = content;
  if (codec !== VERSION) throw new Error(text("codec-version", { received: String(codec), version: VERSION }));
  const parts: readonly Bytes[] = base64 === undefined ? buffers : [base64 as string];
  const [buffer] = parts;
  if (parts.length !== 1 || buffer === undefined) throw new Error(text("codec-buffers", { count: parts.length }));
  const bytes = bytesOf(buffer);
  const tensors = new Map<string, Tensor>();
  let end = 0;
  for (const { name, dtype, shape } of arrays as Entry[]) {
    const Type = TYPES[dtype];
    if (!Type) throw new Error(text("codec-unknown-dtype", { name, dtype }));
    const start = Math.ceil(end / ALIGNMENT) * ALIGNMENT;
    const length = shape.reduce((product, size) => product * size, 1);
    end = start + length * Type.BYTES_PER_ELEMENT;
    if (end > bytes.length) break;
    tensors.set(name, { dtype, shape, data: view(Type, bytes.subarray(start, end)) } as Tensor);
  }
  if (end !== bytes.length)
    throw new Error(text("codec-length", { received: String(bytes.length), needed: String(end) }));
  return { header: header as Header, arrays: new Arrays(tensors) };
}

/** Returns the values of an array, copied if they don't lie where the processor can read them. */
function view(Type: (typeof TYPES)[Dtype], bytes: Uint8Array): DataOf<Dtype> {
  const { buffer, byteOffset, length } = bytes.byteOffset % Type.BYTES_PER_ELEMENT ? bytes.slice() : bytes;
  return new Type(buffer as ArrayBuffer, byteOffset, length / Type.BYTES_PER_ELEMENT);
}
