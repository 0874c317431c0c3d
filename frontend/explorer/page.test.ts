// @vitest-environment happy-dom

import { beforeEach, expect, test, vi } from "vitest";
import { element, setText } from "../core/dom";
import { completeBrowser } from "../testing/browser";
import { contract, LAYERS, openExplorer } from "../testing/explorer";
import { pack, type Sample } from "../testing/pack";
import type { Part, Section } from "./section";
import { makeSections } from "./sections";
import type { Stage } from "./stage";

/** A section that nobody else knows: the mean activation of each layer. */
class MeansSection implements Section {
  readonly name = "means";
  readonly el = element("p", "means");
  readonly calls: string[] = [];

  build(stage: Stage): void {
    stage.layers.append(this.el);
  }

  paint(part: Part<{ readonly layers: readonly string[] }> | null): void {
    this.calls.push(part ? "paint" : "closed");
    if (!part) return;
    const means = part.arrays.float32("means").data;
    setText(this.el, part.header.layers.map((layer, i) => `${layer} ${means[i]}`).join(", "));
  }

  settle(part: Part | null, isCurrent: boolean): void {
    this.calls.push(`settle ${part ? "part" : "nothing"} ${isCurrent}`);
  }

  describe(): void {
    this.calls.push("describe");
  }

  close(): void {
    this.calls.push("close");
  }
}

/** An update in which every section but microscope and framing is open. */
function update(number: number, prediction: number | null, sections: object = {}, arrays: Record<string, Sample> = {}) {
  const maps = { layers: LAYERS.map(({ name }) => ({ name, low: [-1], high: [1] })) };
  const header = {
    kind: "update",
    number,
    scene: { base: 0, strokes: 0, points: 0, brush: 22, picture: false, hides: false, pen: null },
    points: 3 * number,
    heard: {},
    prediction,
    confidence: 0.875,
    probabilities: Array.from({ length: 10 }, (_, digit) => (digit === prediction ? 0.875 : 0.0125)),
    steps: [{ name: "crop", text: "cropped" }],
    centring: "centred",
    sections: { maps, ...sections },
  };
  return pack(header, {
    "scene/points": [new Float64Array(0), 0, 2],
    "scene/lengths": [new Int32Array(0), 0],
    "input/digit": [new Uint8Array(784), 28, 28],
    "input/crop": [new Uint8Array(6), 2, 3],
    "maps/conv": [new Uint8Array(32), 2, 4, 4],
    "maps/logits": [new Uint8Array(10), 1, 1, 10],
    ...arrays,
  });
}

function settled(number: number, familiar: boolean, sections: object = {}, arrays: Record<string, Sample> = {}) {
  const header = {
    kind: "settled",
    number,
    familiar,
    made_with: { steps_off: [], edits: [] },
    sections: { maps: {}, ...sections },
  };
  return pack(header, { "input/digit": [new Float32Array(784), 28, 28], ...arrays });
}

const texts = (el: HTMLElement, selector: string): string[] =>
  [...el.querySelectorAll(selector)].map((node) => node.textContent ?? "");

const playFrame = (): unknown => vi.advanceTimersToNextFrame();

beforeEach(completeBrowser);

test("a section is one class in the list, and nothing else", () => {
  const means = new MeansSection();
  const { kernel, el, page } = openExplorer([...makeSections(), means]);
  const part = { means: { layers: ["conv", "logits"] } };
  kernel.receive(update(1, 7, part, { "means/means": [Float32Array.of(0.5, -2), 2] }));
  playFrame();
  expect(means.el.textContent).toBe("conv 0.5, logits -2");
  expect(texts(el, ".mnistviz-prediction")).toEqual(["7"]);
  kernel.receive(update(2, 7));
  playFrame();
  kernel.receive(settled(2, true));
  page.close();
  expect(means.calls).toEqual(["paint", "closed", "settle nothing true", "describe", "close"]);
  expect(el.dataset.frame).toBe("2");
});

test("the note says whose weights are shown at the moment", () => {
  const { kernel, el } = openExplorer();
  expect(texts(el, ".mnistviz-note")).toEqual(["shipped weights"]);
  kernel.set("note", "<b>edited</b>");
  expect(texts(el, ".mnistviz-note")).toEqual(["<b>edited</b>"]);
});

test("an update is painted whole and reported", () => {
  const { kernel, el } = openExplorer();
  kernel.receive(update(4, 7));
  expect(contract(el)).toMatchObject({ frame: "0", points: "0", prediction: "", confidence: "" });
  playFrame();
  expect(contract(el)).toMatchObject({ frame: "1", points: "12", prediction: "7", confidence: "0.875" });
  expect(texts(el, ".mnistviz-bar .mnistviz-number")[7]).toBe("87.5 %");
  expect(texts(el, ".mnistviz-range")).toEqual(["-1 .. 1", "-1 .. 1"]);
  expect(texts(el, "figcaption")[0]).toBe("cropped; centred");
  expect(kernel.sent.at(-1)).toEqual({ kind: "painted", number: 4 });
});

test("of several updates the newest is painted", () => {
  const { kernel, el } = openExplorer();
  for (const number of [1, 2, 3]) kernel.receive(update(number, number));
  playFrame();
  expect(contract(el)).toMatchObject({ frame: "1", prediction: "3" });
  playFrame();
  expect(el.dataset.frame).toBe("1");
});

test("blank paper has no prediction", () => {
  const { kernel, el } = openExplorer();
  kernel.receive(update(1, null));
  playFrame();
  expect(contract(el)).toMatchObject({ frame: "1", prediction: "", confidence: "" });
  expect(texts(el, ".mnistviz-bar .mnistviz-number")).toEqual(Array(10).fill(""));
});

test("what follows an update waits for it, and is passed over if the pen has moved on", () => {
  const means = new MeansSection();
  const { kernel, el } = openExplorer([...makeSections(), means]);
  const unfamiliar = (): boolean => !el.querySelector<HTMLElement>(".mnistviz-flag")?.hidden;
  kernel.receive(update(1, 7));
  kernel.receive(settled(1, false, { means: {} }));
  expect(means.calls).toEqual([]);
  playFrame();
  expect(means.calls).toEqual(["closed", "settle part true", "describe"]);
  expect(unfamiliar()).toBe(false); // half a digit is not a digit
  vi.advanceTimersByTime(1500);
  expect(unfamiliar()).toBe(true);
  kernel.receive(update(2, 7));
  playFrame();
  expect(unfamiliar()).toBe(false);
  kernel.receive(settled(1, false, { means: {} }));
  expect(unfamiliar()).toBe(false);
  expect(means.calls.at(-1)).toBe("settle part false");
});

test("kernels are shown even if the pen has moved on", () => {
  const { kernel, el } = openExplorer();
  kernel.receive(update(2, 7));
  playFrame();
  const weights: Sample = [Float32Array.from({ length: 18 }, (_, i) => i), 2, 1, 3, 3];
  kernel.receive(settled(1, true, { kernels: {} }, { "kernels/conv": weights }));
  expect(el.querySelectorAll("[data-kernels=conv] canvas")).toHaveLength(1);
});

test("an error is shown and reported, and the next update has a new chance", () => {
  const { kernel, el } = openExplorer();
  const [content, buffers] = update(1, 7);
  kernel.receive([{ ...content, codec: 99 }, buffers]);
  playFrame();
  expect(el.querySelector("[role=alert]")?.textContent).toContain("version 99");
  expect(kernel.sent.at(-1)).toMatchObject({ kind: "error" });
  expect(el.dataset.frame).toBe("0");
  kernel.receive(update(2, 7));
  playFrame();
  expect(contract(el)).toMatchObject({ frame: "1", prediction: "7" });
});

test("it asks for an update until one comes", () => {
  const { kernel } = openExplorer();
  vi.advanceTimersByTime(2500);
  const asked = (): number => kernel.sent.filter(({ kind }) => kind === "ready").length;
  expect(asked()).toBe(3);
  kernel.receive(update(1, 7));
  vi.advanceTimersByTime(5000);
  expect(asked()).toBe(3);
});

test("settings of the model are shown, and choices go to the model", () => {
  const { kernel, el } = openExplorer();
  kernel.model.set("steps_off", ["line"]);
  const partly = el.querySelector<HTMLElement>(".mnistviz-partly");
  expect(partly?.hidden).toBe(false);
  expect(partly?.textContent).toContain("line");
  const crop = el.querySelector<HTMLInputElement>("[data-step=crop] input");
  if (crop) crop.checked = false;
  crop?.dispatchEvent(new Event("change"));
  expect(kernel.get("steps_off")).toEqual(["crop", "line"]);
});

test("a bar asks for its explanation, and a second time takes it away", () => {
  const { kernel, el } = openExplorer();
  const bar = el.querySelectorAll<HTMLElement>(".mnistviz-bar")[3];
  bar?.click();
  expect(kernel.get("inspected")).toEqual({ layer: "probabilities", index: [3] });
  bar?.click();
  expect(kernel.get("inspected")).toBeNull();
});

test("a closed page hears nothing any more", () => {
  const { kernel, el, page } = openExplorer();
  kernel.receive(update(1, 7));
  page.close();
  playFrame();
  expect(kernel.listening).toBe(0);
  expect(el.dataset.frame).toBe("0");
});
