import { expect, test } from "vitest";
import { BinaryProbe } from "./binary_probe";
import type { Model, Traits } from "./model";

type Sent = readonly [content: Record<string, unknown>, buffers?: readonly ArrayBuffer[]];

function probe() {
  const sent: Sent[] = [];
  const send = (content: Record<string, unknown>, _: unknown, buffers?: readonly ArrayBuffer[]): void => {
    sent.push(buffers ? [content, buffers] : [content]);
  };
  return { sent, probe: new BinaryProbe({ send } as unknown as Model<Traits>) };
}

const PROBE = new Uint8Array([0, 127, 128, 255]);
const BYTES = Uint8Array.from({ length: 20_000 }, (_, i) => i % 251);

test("a page says that it is there in a message without bytes, and sends the probe in another", () => {
  const { probe: one, sent } = probe();
  one.greet();
  expect(sent).toEqual([[{ kind: "ready", binary: false }], [{ kind: "probe" }, [PROBE.buffer]]]);
});

test("once the probe is back the page says so, and bytes go as bytes", () => {
  const { probe: one, sent } = probe();
  one.greet();
  one.hear([new DataView(PROBE.slice().buffer)]);
  one.hear([new DataView(PROBE.slice().buffer)]); // that of another view
  expect(one.hasPassed).toBe(true);
  expect(one.limit(8)).toBe(8);
  one.send({ kind: "upload" }, BYTES.buffer);
  one.greet();
  expect(sent.slice(2)).toEqual([
    [{ kind: "probe", passed: true }],
    [{ kind: "upload" }, [BYTES.buffer]],
    [{ kind: "ready", binary: true }],
  ]);
});

test.each([
  ["without its bytes", []],
  ["without buffers", undefined],
  ["as a text would be", [new TextEncoder().encode("\0\u007f\u0080\u00ff")]],
])("a probe that comes back %s has not passed, and bytes go as text", (_, buffers) => {
  const { probe: one, sent } = probe();
  one.hear(buffers);
  expect(one.hasPassed).toBe(false);
  expect(one.limit(8)).toBe(6);
  one.send({ kind: "upload" }, BYTES.buffer);
  expect(sent).toHaveLength(1);
  const { base64, ...content } = sent[0]?.[0] ?? {};
  expect(content).toEqual({ kind: "upload" });
  expect(new Uint8Array(Buffer.from(String(base64), "base64"))).toEqual(BYTES);
});
