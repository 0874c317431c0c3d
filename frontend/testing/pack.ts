import { VERSION } from "../core/codec";

const DTYPES = [
  ["uint8", Uint8Array],
  ["int32", Int32Array],
  ["float32", Float32Array],
  ["float64", Float64Array],
] as const;

/** An array with its shape. */
export type Sample = readonly [data: Uint8Array | Int32Array | Float32Array | Float64Array, ...shape: number[]];

/** Packs a message as Python does; the codec's own tests read what Python has packed. */
export function pack(
  header: Readonly<Record<string, unknown>>,
  samples: Readonly<Record<string, Sample>> = {},
): [Record<string, unknown>, DataView[]] {
  const bytes: number[] = [];
  const arrays = Object.entries(samples).map(([name, [data, ...shape]]) => {
    while (bytes.length % 8) bytes.push(0);
    bytes.push(...new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    return { name, dtype: DTYPES.find(([, Type]) => data instanceof Type)?.[0], shape };
  });
  return [{ ...header, codec: VERSION, arrays }, [new DataView(Uint8Array.from(bytes).buffer)]];
}
