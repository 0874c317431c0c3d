/** Packs messages as Python does: the counterpart of `unpack` for whoever plays the notebook kernel. */

import { ALIGNMENT, type Tensor, VERSION } from "./codec";

/** Returns the JSON and the buffer of a message. */
export function pack(
  header: Readonly<Record<string, unknown>>,
  tensors: Readonly<Record<string, Tensor>>,
): [content: Record<string, unknown>, buffers: DataView[]] {
  const parts: [start: number, bytes: Uint8Array][] = [];
  let end = 0;
  for (const { data } of Object.values(tensors)) {
    const start = Math.ceil(end / ALIGNMENT) * ALIGNMENT;
    parts.push([start, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)]);
    end = start + data.byteLength;
  }
  const buffer = new Uint8Array(end);
  for (const [start, bytes] of parts) buffer.set(bytes, start);
  const arrays = Object.entries(tensors).map(([name, { dtype, shape }]) => ({ name, dtype, shape }));
  return [{ ...header, codec: VERSION, arrays }, [new DataView(buffer.buffer)]];
}
