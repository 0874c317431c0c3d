import { VERSION } from "../core/codec";

/** An array of uint8 or float32 with its shape. */
export type Sample = readonly [data: Uint8Array | Float32Array, ...shape: number[]];

/** Packs a message as Python does; the codec's own tests read what Python has packed. */
export function pack(
  header: Readonly<Record<string, unknown>>,
  samples: Readonly<Record<string, Sample>> = {},
): [Record<string, unknown>, DataView[]] {
  const bytes: number[] = [];
  const arrays = Object.entries(samples).map(([name, [data, ...shape]]) => {
    while (bytes.length % 8) bytes.push(0);
    bytes.push(...new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    return { name, dtype: data instanceof Uint8Array ? "uint8" : "float32", shape };
  });
  return [{ ...header, codec: VERSION, arrays }, [new DataView(Uint8Array.from(bytes).buffer)]];
}
