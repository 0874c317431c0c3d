import { expect, test } from "vitest";
import expected from "../expected.json";
import { unpack } from "./codec";

/** The bytes of a message, `offset` bytes into a larger buffer, as a websocket's frame may hand them over. */
function bufferOf(base64: string, offset: number): DataView {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const larger = new Uint8Array(offset + bytes.length);
  larger.set(bytes, offset);
  return new DataView(larger.buffer, offset);
}

test.each(expected.messages)("what Python packs as $content.kind is unpacked", ({ content, buffer, values }) => {
  for (const offset of [0, 1, 4, 8]) {
    const { header, arrays } = unpack(content, [bufferOf(buffer, offset)]);
    const { codec: _, arrays: entries, ...sent } = content;
    expect(header).toEqual(sent);
    expect(arrays.names).toEqual(Object.keys(values));
    for (const { name, dtype, shape } of entries as { name: string; dtype: "float32"; shape: number[] }[]) {
      const tensor = arrays.get(name, dtype);
      expect(tensor.shape).toEqual(shape);
      expect([...tensor.data]).toEqual((values as Record<string, number[]>)[name]);
    }
  }
});

test.each(expected.messages)(
  "what comes as text is the same as $content.kind in bytes",
  ({ content, buffer, values }) => {
    const { header, arrays } = unpack({ ...content, base64: buffer }, []);
    expect(header).toEqual(unpack(content, [bufferOf(buffer, 0)]).header);
    for (const [name, numbers] of Object.entries(values)) expect([...arrays.tensor(name).data]).toEqual(numbers);
  },
);

const [, message] = expected.messages;
const sample = { content: message?.content ?? {}, buffer: bufferOf(message?.buffer ?? "", 0) };

test("another version is refused", () => {
  expect(() => unpack({ ...sample.content, codec: 1 }, [sample.buffer])).toThrow("version 1");
  expect(() => unpack({ kind: "update" }, [sample.buffer])).toThrow("version undefined");
});

test("a buffer of another length is refused", () => {
  const { buffer } = sample.buffer;
  expect(() => unpack(sample.content, [new DataView(buffer, 1)])).toThrow("6 bytes; its arrays need 7");
  expect(() => unpack(sample.content, [new Uint8Array(8)])).toThrow("8 bytes; its arrays need 7");
  expect(() => unpack(sample.content, [])).toThrow("0 buffers");
});

test("arrays have the type that is asked for, and a section sees its own", () => {
  const all = expected.messages[2];
  const { arrays } = unpack(all?.content ?? {}, [bufferOf(all?.buffer ?? "", 0)]);
  expect(arrays.of("a").names).toEqual(["uint8", "int32"]);
  expect(arrays.of("b").float32("float32").shape).toEqual([1, 3, 3]);
  expect(() => arrays.uint8("b/float32")).toThrow("float32 array b/float32 instead of uint8");
  expect(() => arrays.of("a").float32("none")).toThrow("no array a/none");
});
