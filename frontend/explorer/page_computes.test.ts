// @vitest-environment happy-dom

import { beforeEach, expect, test, vi } from "vitest";
import { completeBrowser } from "../testing/browser";
import { network, openComputing, playFrame, settled, update } from "../testing/computing_page";
import { contract } from "../testing/explorer";
import { pack } from "../testing/pack";
import { REST, SELDOM } from "./pen_post";

beforeEach(completeBrowser);

test("an animation frame after the pen's event its digit is painted, and no message lies between", async () => {
  const { el, kernel, pointer, pen } = await openComputing();
  expect(contract(el)).toMatchObject({ frame: "1", prediction: "", points: "0" });
  pointer("pointerdown", 80, 60);
  pointer("pointermove", 200, 60);
  pointer("pointermove", 120, 240);
  playFrame();
  expect(contract(el)).toMatchObject({ frame: "2", prediction: "7", points: "3" });
  expect(el.dataset.truth).toBe("page");
  expect(kernel.sent.filter(({ kind }) => kind !== "pen")).toEqual([]);
  expect(pen().flatMap(({ events }) => events)[0]).toEqual(["down", 80, 60]);
});

test("the kernel hears at most five batches a second, and every event once", async () => {
  const { pointer, pen } = await openComputing();
  pointer("pointerdown", 0, 100);
  for (let x = 1; x <= 200; x++) {
    pointer("pointermove", x, 100);
    vi.advanceTimersByTime(10);
  }
  pointer("pointerup", 200, 100);
  vi.advanceTimersByTime(200);
  expect(pen().length).toBeLessThanOrEqual(12); // in two seconds
  expect(pen().length).toBeGreaterThan(8);
  const events = pen().flatMap(({ events }) => events);
  expect(events).toHaveLength(202);
  expect(events.at(-1)).toEqual(["up"]);
  expect(pen().map(({ first }) => first)).toEqual([...pen().keys()].map((i) => sum(pen().slice(0, i))));
});

test("a page that goes tells first what its pen has done since the last batch", async () => {
  const { page, pointer, pen } = await openComputing();
  pointer("pointerdown", 0, 100);
  pointer("pointermove", 50, 100);
  pointer("pointerup", 50, 100);
  expect(pen()).toHaveLength(1);
  page.close();
  expect(pen().flatMap(({ events }) => events)).toEqual([["down", 0, 100], ["move", 50, 100], ["up"]]);
  vi.advanceTimersByTime(1000);
  expect(pen()).toHaveLength(2);
});

test("what the user asks for by a button does not overtake the strokes before it", async () => {
  const { el, kernel, pointer } = await openComputing();
  pointer("pointerdown", 80, 60);
  pointer("pointermove", 200, 60);
  pointer("pointerup", 200, 60);
  el.querySelector<HTMLElement>(".mnistviz-samples button")?.click();
  const events = kernel.sent.map(({ kind, events }) => events ?? kind);
  expect(events).toEqual([[["down", 80, 60]], [["move", 200, 60], ["up"]], "sample"]);
});

test.each([
  ["beside_open", 1], // there is nothing to compare: as seldom as with all closed
  ["neighbours_open", 2],
] as const)("with %s, the kernel hears the pen as often as the section asks", async (setting, soon) => {
  const { pointer, pen, kernel } = await openComputing();
  kernel.set(setting, true);
  pointer("pointerdown", 0, 100);
  expect(pen()).toHaveLength(1);
  for (let x = 1; x < SELDOM / 10; x++) {
    pointer("pointermove", x, 100);
    vi.advanceTimersByTime(10);
  }
  expect(pen()).toHaveLength(soon);
  vi.advanceTimersByTime(10);
  expect(pen()).toHaveLength(2);
});

test("the kernel is told that the pen moves, and when it rests", async () => {
  const { pointer, kernel } = await openComputing();
  const told = (): unknown[] => kernel.sent.map(({ kind, moves }) => moves ?? kind);
  pointer("pointerdown", 0, 100);
  vi.advanceTimersByTime(REST - 1);
  expect(told()).toEqual([true]);
  vi.advanceTimersByTime(1);
  expect(told()).toEqual([true, "rests"]); // what it has done was told before
  vi.advanceTimersByTime(1000);
  pointer("pointermove", 10, 100);
  vi.advanceTimersByTime(100);
  pointer("pointermove", 20, 100);
  vi.advanceTimersByTime(REST - 1);
  expect(told()).toEqual([true, "rests", true, true]); // after SELDOM
  pointer("pointermove", 30, 100);
  vi.advanceTimersByTime(REST - 1);
  expect(told()).toHaveLength(4);
  vi.advanceTimersByTime(1);
  expect(told()).toEqual([true, "rests", true, true, false]); // with the last event
  vi.advanceTimersByTime(1000);
  expect(told()).toHaveLength(5);
});

const sum = (batches: readonly { events: readonly unknown[] }[]): number =>
  batches.reduce((count, { events }) => count + events.length, 0);

test("the kernel hears the pen after it has taken the network back, also if it fails to answer what came before", async () => {
  const { kernel, pointer, pen } = await openComputing();
  for (let x = 0; x < 5; x++) {
    pointer(x ? "pointermove" : "pointerdown", 40 * x, 100);
    vi.advanceTimersByTime(250); // each goes in a batch of its own, and none is answered
  }
  const before = pen().length;
  kernel.receive(pack({ kind: "network", layers: null }, {}));
  pointer("pointermove", 220, 100);
  pointer("pointerup", 220, 100);
  vi.advanceTimersByTime(200);
  expect(pen().length).toBeGreaterThan(before);
  expect(pen().flatMap(({ events }) => events)).toHaveLength(7);
});

test("what the user has done since stays on top of what the kernel says", async () => {
  const { el, kernel, pointer, pen } = await openComputing();
  pointer("pointerdown", 80, 60);
  pointer("pointermove", 200, 60);
  playFrame();
  const page = pen()[0]?.page ?? "";
  kernel.receive(update(2, [80, 60], { [page]: 1 }, page)); // it has heard the press alone
  playFrame();
  expect(contract(el)).toMatchObject({ points: "2" });
  pointer("pointermove", 120, 240);
  playFrame();
  expect(contract(el)).toMatchObject({ points: "3" });
  kernel.receive(update(3, [], { [page]: 3 })); // another page has cleared the paper
  playFrame();
  expect(contract(el)).toMatchObject({ points: "0", prediction: "" });
});

test("at rest the kernel's values are shown, and a difference is reported", async () => {
  const { el, kernel, pointer, pen } = await openComputing();
  pointer("pointerdown", 80, 60);
  pointer("pointerup", 80, 60);
  playFrame();
  vi.advanceTimersByTime(200);
  const page = pen()[0]?.page ?? "";
  kernel.receive(update(2, [80, 60], { [page]: 2 }));
  playFrame();
  const own = Number(el.dataset.confidence);
  const logits = new Float32Array(10);
  logits[7] = 1;
  kernel.receive(settled(2, logits, new Float32Array(784).fill(0.5)));
  expect(el.dataset.truth).toBe("kernel");
  expect(Number(el.dataset.confidence)).toBeCloseTo(Math.E / (Math.E + 9), 6);
  expect(Number(el.dataset.confidence)).not.toBeCloseTo(own, 3);
  expect(kernel.sent.at(-1)).toMatchObject({ kind: "differs" });
  kernel.receive(pack({ kind: "network", layers: null }));
  expect(el.dataset.truth).toBe("kernel");
});

test("values at rest of one network are not compared with those of the next", async () => {
  const { el, kernel } = await openComputing();
  kernel.receive(update(2, [80, 60]));
  kernel.receive(settled(2, Float32Array.from({ length: 10 }, Math.sqrt), new Float32Array(784)));
  kernel.receive(network());
  playFrame();
  expect(contract(el)).toMatchObject({ points: "1", prediction: "7" });
  expect(kernel.sent.filter(({ kind }) => kind === "differs")).toEqual([]);
});

test("a folded layer costs nothing, and shows its values once it is unfolded", async () => {
  const { el, kernel, pointer } = await openComputing();
  const range = (): string | null | undefined => el.querySelector("[data-layer=logits] .mnistviz-range")?.textContent;
  kernel.model.set("folded", ["logits"]);
  playFrame();
  const before = range();
  pointer("pointerdown", 80, 60);
  playFrame();
  expect(contract(el)).toMatchObject({ prediction: "7" });
  expect(range()).toBe(""); // not that of the former digit
  kernel.model.set("folded", []);
  playFrame();
  expect(range()).toMatch(/\d \.\. \d/);
  expect(range()).not.toBe(before);
});

test("undo and clear are painted at once, too", async () => {
  const { el, pointer, pen } = await openComputing();
  for (const x of [80, 200]) {
    pointer("pointerdown", x, 60);
    pointer("pointerup", x, 60);
  }
  el.querySelector<HTMLElement>(".mnistviz-buttons button")?.click();
  playFrame();
  expect(contract(el)).toMatchObject({ points: "1" });
  vi.advanceTimersByTime(200);
  expect(
    pen()
      .flatMap(({ events }) => events)
      .at(-1),
  ).toEqual(["undo"]);
});

test("a second finger neither ends nor steals the stroke, and a stylus takes over from a palm", async () => {
  const { el, pointer } = await openComputing();
  pointer("pointerdown", 80, 60, { pointerType: "touch", pointerId: 5 });
  pointer("pointerdown", 10, 10, { pointerType: "touch", pointerId: 6 });
  pointer("pointermove", 20, 20, { pointerType: "touch", pointerId: 6 });
  pointer("pointerup", 20, 20, { pointerType: "touch", pointerId: 6 });
  pointer("pointermove", 90, 70, { pointerType: "touch", pointerId: 5 });
  playFrame();
  expect(contract(el)).toMatchObject({ points: "2" });
  pointer("pointerdown", 100, 100, { pointerType: "pen", pointerId: 7 });
  pointer("pointermove", 110, 110, { pointerType: "pen", pointerId: 7 });
  pointer("pointermove", 95, 75, { pointerType: "touch", pointerId: 5 });
  pointer("pointermove", 120, 120, { pointerType: "pen", pointerId: 7 });
  playFrame();
  expect(contract(el)).toMatchObject({ points: "3" }); // the palm's stroke is gone
});

test("between the strokes of a stylus a palm draws nothing, and later a finger draws again", async () => {
  const { el, pointer } = await openComputing();
  const palm = { pointerType: "touch", pointerId: 5 };
  pointer("pointerdown", 100, 100, { pointerType: "pen", pointerId: 7 });
  pointer("pointerup", 100, 100, { pointerType: "pen", pointerId: 7 });
  vi.advanceTimersByTime(900);
  pointer("pointermove", 90, 90, { pointerType: "pen", pointerId: 7 }); // near the pad, in the air
  vi.advanceTimersByTime(900);
  pointer("pointerdown", 200, 200, palm);
  pointer("pointermove", 210, 210, palm);
  pointer("pointerup", 210, 210, palm);
  playFrame();
  expect(contract(el)).toMatchObject({ points: "1" });
  vi.advanceTimersByTime(200);
  pointer("pointerdown", 200, 200, palm);
  playFrame();
  expect(contract(el)).toMatchObject({ points: "2" });
});

test("the keyboard draws", async () => {
  const { el, pad, pen } = await openComputing();
  const press = (key: string, more: KeyboardEventInit = {}): boolean =>
    pad.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
  press(" ");
  for (let i = 0; i < 3; i++) press("ArrowRight");
  press("ArrowUp", { shiftKey: true });
  press(" ");
  press("ArrowDown");
  playFrame();
  expect(contract(el)).toMatchObject({ points: "5", prediction: "7" });
  vi.advanceTimersByTime(200);
  const events = pen().flatMap(({ events }) => events);
  expect(events).toEqual([
    ["down", 140, 140],
    ["move", 144, 140],
    ["move", 148, 140],
    ["move", 152, 140],
    ["move", 152, 120],
    ["up"],
  ]);
  press("z", { ctrlKey: true });
  playFrame();
  expect(contract(el)).toMatchObject({ points: "0", prediction: "" });
});

test("several digits of a drawing are framed once the pen rests, one is chosen, and the frames go with the next stroke", async () => {
  const { el, kernel, pointer, pen } = await openComputing();
  pointer("pointerdown", 80, 60);
  pointer("pointerup", 80, 60);
  playFrame();
  vi.advanceTimersByTime(300);
  const page = pen()[0]?.page ?? "";
  kernel.receive(update(2, [80, 60], { [page]: 2 }));
  playFrame();
  const choice = el.querySelector<HTMLElement>(".mnistviz-choice") as HTMLElement;
  expect(choice.hidden).toBe(true);
  const boxes = [
    [0.1, 0.2, 0.4, 0.9],
    [0.5, 0.2, 0.9, 0.9],
  ];
  kernel.receive(settled(2, new Float32Array(10), new Float32Array(784), boxes));
  playFrame();
  expect(choice.hidden).toBe(false);
  expect(choice.textContent).toContain("2 digits found");
  const [first, second] = choice.querySelectorAll("button");
  expect(first?.getAttribute("aria-label")).toBe("digit 1 of 2");
  expect(first?.getAttribute("aria-pressed")).toBe("false");
  expect(second?.style).toMatchObject({ left: "50%", top: "20%", width: "40%", height: "70%" });
  second?.click();
  expect(kernel.sent.at(-1)).toEqual({ kind: "choose", index: 1 });
  pointer("pointerdown", 20, 20);
  playFrame();
  expect(choice.hidden).toBe(true);
});
