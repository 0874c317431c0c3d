import { beforeEach, expect, test, vi } from "vitest";
import { Arrays, type Message, unpack } from "../core/codec";
import { bytesOf } from "../core/model";
import type { ExplorerTraits, Settled, Update } from "../explorer/traits";
import { blankDrawing } from "../ink/drawing";
import { sceneOf } from "../ink/scene";
import { Network } from "../network/network";
import { LocalKernel } from "./local_kernel";

const TURNS = 2;
const samples = { dtype: "uint8", shape: [TURNS, 10, 28, 28], data: new Uint8Array(TURNS * 10 * 784) } as const;
for (let turn = 0; turn < TURNS; turn++) {
  for (let digit = 0; digit < 10; digit++) {
    for (let row = 4; row < 24; row++) samples.data[((turn * 10 + digit) * 28 + row) * 28 + 10 + digit] = 255 - turn;
  }
}

const LAYER = { name: "digit", title: "The digit", shape: [28, 28], signed: false };

/** A kernel of a network without layers, and what it tells its page. */
function play(sentences: readonly string[] = []) {
  const weights = Arrays.of({});
  const network = new Network([], weights);
  const shared = { layers: [], weights, network, statistics: null, samples };
  const named = { layers: [], digit: LAYER, upload_kinds: "PNG", note: "shipped weights" };
  const words = { traits: named, names: [], sentences, origin: "shipped network", changes: [] };
  const traits = { message: "", steps_off: [], edits: [] } as unknown as ExplorerTraits;
  const kernel = new LocalKernel(shared, words, traits, sceneOf(blankDrawing(22)));
  const heard: Message<Update & Settled>[] = [];
  kernel.model.on("msg:custom", (content, buffers) => {
    if (content.kind !== "probe") heard.push(unpack(content, buffers));
  });
  const tell = async (content: object, buffers: ArrayBuffer[] = []): Promise<void> => {
    kernel.model.send(content, undefined, buffers);
    await Promise.resolve();
  };
  const kinds = (): string[] => heard.map(({ header }) => header.kind);
  return { kernel, model: kernel.model, heard, tell, kinds, newest: () => heard.at(-1) as Message<Update & Settled> };
}

beforeEach(() => {
  vi.useFakeTimers();
});

test("a page that asks gets the network, the paper and, once it rests, the verdict", async () => {
  const { tell, kinds, newest } = play();
  await tell({ kind: "ready" });
  expect(kinds()).toEqual(["network", "update"]);
  vi.advanceTimersByTime(200);
  expect(kinds()).toEqual(["network", "update", "settled"]);
  expect(newest().header).toMatchObject({ number: 1, familiar: true });
  expect(newest().arrays.float32("input/digit").shape).toEqual([28, 28]);
});

test("bytes arrive, as the page finds out", async () => {
  const { model, tell } = play();
  const probe = new Uint8Array([0, 127, 128, 255]).buffer;
  const answers: unknown[] = [];
  model.on("msg:custom", (content, buffers) => answers.push([content, buffers[0]?.buffer]));
  await tell({ kind: "probe" }, [probe]);
  expect(answers).toEqual([[{ kind: "probe" }, probe]]);
  await tell({ kind: "probe", passed: true });
  expect(answers).toHaveLength(1);
});

test("the pen is heard, and told once it rests", async () => {
  const { tell, kinds, newest } = play();
  await tell({ kind: "pen", page: "a", first: 0, events: [["down", 10, 20]] });
  await tell({ kind: "pen", page: "a", first: 1, events: [["move", 30, 40], ["up"]] });
  expect(kinds()).toEqual([]);
  vi.advanceTimersByTime(130);
  expect(kinds()).toEqual(["update"]);
  const { header, arrays } = newest();
  expect(header).toMatchObject({ points: 2, heard: { a: 3 }, scene: { base: 0, brush: 22, pen: null } });
  expect([...arrays.float64("scene/points").data]).toEqual([10, 20, 30, 40]);
  expect([...arrays.int32("scene/lengths").data]).toEqual([2]);
});

test("events that come twice count once", async () => {
  const { tell, newest } = play();
  const events = [["down", 10, 20], ["up"]];
  await tell({ kind: "pen", page: "a", first: 0, events });
  await tell({ kind: "pen", page: "a", first: 0, events: [...events, ["down", 50, 60], ["up"]] });
  vi.advanceTimersByTime(130);
  expect([...newest().arrays.int32("scene/lengths").data]).toEqual([1, 1]);
});

test("an earlier moment is told beside the whole drawing, and read as if the pen had stopped there", async () => {
  const { tell, newest, heard } = play();
  const events = [["down", 10, 20], ["move", 200, 20], ["move", 60, 220], ["up"]];
  await tell({ kind: "pen", page: "a", first: 0, events: events.slice(0, 2) });
  vi.advanceTimersByTime(400);
  const digit = [...newest().arrays.float32("input/digit").data];
  await tell({ kind: "pen", page: "a", first: 2, events: [...events.slice(2), ["rewind", 2]] });
  vi.advanceTimersByTime(400);
  const update = heard.at(-2);
  expect(update?.header).toMatchObject({ kind: "update", points: 2, scene: { moment: 2 } });
  expect([...(update?.arrays.int32("scene/lengths").data ?? [])]).toEqual([3]);
  expect([...newest().arrays.float32("input/digit").data]).toEqual(digit);
  await tell({ kind: "pen", page: "a", first: 5, events: [["down", 9, 9]] });
  vi.advanceTimersByTime(130);
  expect(newest().header).toMatchObject({ points: 4, scene: { moment: null } });
});

test("a sample replaces the drawing, and undo brings it back", async () => {
  const { tell, newest } = play();
  await tell({ kind: "pen", page: "a", first: 0, events: [["down", 10, 20], ["up"]] });
  await tell({ kind: "sample", index: 3 });
  expect(newest().header.scene).toMatchObject({ picture: true, hides: true });
  expect(
    newest()
      .arrays.float32("scene/ink")
      .data.filter((value) => value > 0),
  ).toHaveLength(20);
  await tell({ kind: "pen", page: "a", first: 2, events: [["undo"]] });
  expect(newest().header).toMatchObject({ points: 1, scene: { picture: false, hides: false } });
});

test("a sample of one's own is told as it is, and undo brings the drawing back", async () => {
  const { tell, newest } = play(Array.from({ length: 10 }, (_, index) => `picture ${index}`));
  await tell({ kind: "pen", page: "a", first: 0, events: [["down", 10, 20], ["up"]] });
  await tell({ kind: "sample", index: 3 });
  const { header, arrays } = newest();
  expect(header.scene).toMatchObject({ picture: true, given: "picture 3", hides: true });
  expect(arrays.has("scene/ink")).toBe(false);
  const { shape, data } = arrays.float32("scene/digit");
  expect(shape).toEqual([28, 28]);
  expect([...data]).toEqual(Array.from(samples.data.subarray(3 * 784, 4 * 784), (code) => Math.fround(code / 255)));
  await tell({ kind: "pen", page: "a", first: 2, events: [["undo"]] });
  expect(newest().header).toMatchObject({ points: 1, scene: { picture: false, given: null, hides: false } });
});

test("a digit that the page shows is put on the paper as it is, and undo takes it away", async () => {
  const { tell, newest } = play();
  const digit = Float32Array.from({ length: 784 }, (_, at) => at / 784);
  await tell({ kind: "feed", name: "x".repeat(100) }, [digit.buffer]);
  const { header, arrays } = newest();
  expect(header.scene.given).toMatch(/^the digit that pleases x{20,} \.\.\. x{20,}$/);
  expect([...arrays.float32("scene/digit").data]).toEqual([...digit]);
  await tell({ kind: "pen", page: "a", first: 0, events: [["undo"]] });
  expect(newest().header.scene).toMatchObject({ picture: false, given: null });
});

test("a digit that the page gives is told as it is, and undo brings the drawing back", async () => {
  const { tell, newest } = play();
  await tell({ kind: "pen", page: "a", first: 0, events: [["down", 10, 20], ["up"]] });
  const digit = Float32Array.from({ length: 784 }, (_, pixel) => (pixel % 7) / 7);
  await tell({ kind: "give", given: "a changed digit" }, [digit.slice().buffer]);
  const { header, arrays } = newest();
  expect(header.scene).toMatchObject({ picture: true, given: "a changed digit", hides: true });
  expect(arrays.float32("scene/digit").data).toEqual(digit);
  await tell({ kind: "pen", page: "a", first: 2, events: [["undo"]] });
  expect(newest().header).toMatchObject({ points: 1, scene: { picture: false, given: null, hides: false } });
});

test("other samples come in turn", async () => {
  const { model, tell } = play();
  const darkest = (): number => Math.max(...bytesOf(model.get("samples").pictures));
  const shades = [darkest()];
  for (let turn = 0; turn < TURNS; turn++) {
    await tell({ kind: "more" });
    shades.push(darkest());
  }
  expect(shades).toEqual([255, 254, 255]);
});

test("a file that is not a picture is refused by name, until the pen goes on", async () => {
  const { model, tell } = play();
  await tell({ kind: "upload", name: "<b>" }, [new ArrayBuffer(3)]);
  await vi.waitFor(() => expect(model.get("message")).toMatch(/^<b>: .*PNG, JPEG/));
  await tell({ kind: "pen", page: "a", first: 0, events: [["clear"]] });
  expect(model.get("message")).toBe("");
});

test("a long name leaves room for the reason", async () => {
  const { model, tell } = play();
  await tell({ kind: "upload", name: `${"x".repeat(1000)}.png` }, [new ArrayBuffer(3)]);
  await vi.waitFor(() => expect(model.get("message")).toMatch(/^x+ \.\.\. x+\.png: .*PNG, JPEG/));
  expect(model.get("message").length).toBeLessThanOrEqual(300);
});

test("another choice of framing steps is told like a drawing", async () => {
  const { model, kinds } = play();
  model.set("steps_off", ["centre"]);
  vi.advanceTimersByTime(400);
  expect(kinds()).toEqual(["update", "settled"]);
});

test("edits are applied at rest, and the note says them", async () => {
  const { model, tell, newest } = play();
  await tell({ kind: "ready" });
  const edits = [{ do: "shuffle", layer: "conv1", seed: 2 }] as const;
  model.set("edits", edits);
  expect(model.get("note")).toBe("shipped network, edited: weights of conv1 shuffled (seed 2)");
  vi.advanceTimersByTime(400);
  expect(newest().header).toMatchObject({ kind: "settled", made_with: { steps_off: [], edits } });
  model.set("edits", []);
  expect(model.get("note")).toBe("shipped weights");
});

test("in another language it says everything anew, and the drawing stays", async () => {
  const { kernel, model, tell, newest } = play();
  await tell({ kind: "pen", page: "a", first: 0, events: [["down", 10, 20], ["up"]] });
  model.set("message", "No ink found.");
  const traits = { layers: [], digit: { ...LAYER, title: "Die Ziffer" }, upload_kinds: "PNG", note: "das Netz" };
  const names = [..."0123456789"];
  kernel.speak({ traits, names, sentences: [], origin: "das Netz", changes: [] });
  expect([model.get("digit").title, model.get("note"), model.get("message")]).toEqual(["Die Ziffer", "das Netz", ""]);
  expect(model.get("samples").names).toEqual(names);
  vi.advanceTimersByTime(130);
  expect(newest().header.points).toBe(1);
});
