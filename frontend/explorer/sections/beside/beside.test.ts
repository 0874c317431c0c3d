// @vitest-environment happy-dom

import { beforeEach, expect, test, vi } from "vitest";
import { completeBrowser } from "../../../testing/browser";
import { openExplorer } from "../../../testing/explorer";
import { pack, type Sample } from "../../../testing/pack";
import { SELDOM } from "../../pen_post";
import { BLANK_UPDATE, type ExplorerTraits } from "../../traits";
import { BesideSection } from ".";

const LAYERS = [
  { name: "conv", title: "conv", relative: 0.25 },
  { name: "conv2d", title: "conv2d / conv2d_1", relative: 0.5 },
];

const PART = {
  names: ["this network", "the other network"],
  notes: ["mine", "yours"],
  answers: [
    { label: "7", confidence: 0.875 },
    { label: "1", confidence: 0.5 },
  ],
  layers: LAYERS,
  most: "conv2d",
  remarks: ["conv2d differs most.", "Not compared: dense"],
  shown: { name: "conv", title: "conv", shape: [1, 2, 2], signed: false },
};

/** Two maps of one row and two columns, of the first and of the second. */
const VALUES: Sample = [Float32Array.of(1, 0, 2, 3, 4, 0, 2, 1), 2, 2, 1, 2];
const DIGIT: Sample = [new Uint8Array(784), 28, 28];

beforeEach(completeBrowser);

function open(changes: Partial<ExplorerTraits> = { beside: "network", beside_open: true }) {
  const section = new BesideSection();
  const { kernel, el } = openExplorer([section], changes);
  let number = 0;
  const show = (beside: object | null): void => {
    const sections = beside ? { beside } : {};
    const arrays: Record<string, Sample> = {
      "scene/points": [new Float64Array(0), 0, 2],
      "scene/lengths": [new Int32Array(0), 0],
      "input/digit": DIGIT,
      "beside/first": DIGIT,
      "beside/second": DIGIT,
      "beside/values": VALUES,
    };
    number += 1;
    kernel.receive(pack({ ...BLANK_UPDATE, number, sections }, arrays));
    vi.runAllTimers();
  };
  return { section, kernel, el, show };
}

function texts(el: Element, selector: string): (string | null)[] {
  return [...el.querySelectorAll(selector)].map(({ textContent }) => textContent);
}

/** What is read at a value of each of the three strips. */
function readings(el: HTMLElement, keys: readonly string[]): (string | null | undefined)[] {
  return [...el.querySelectorAll(".mnistviz-triptych canvas")].map((canvas) => {
    for (const key of keys) canvas.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    return el.querySelector(".mnistviz-readout")?.textContent;
  });
}

test("both answers and what differs most are shown and said", () => {
  const { section, el, show } = open();
  show(PART);
  expect(texts(el, ".mnistviz-compared-answer .mnistviz-number")).toEqual(["7, 87.5 %", "1, 50.0 %"]);
  expect(texts(el, ".mnistviz-compared-answer .mnistviz-caption")).toEqual(["mine", "yours"]);
  expect(texts(el, ".mnistviz-otherwise .mnistviz-number")).toEqual(["1, 50.0 %"]);
  expect(texts(el, ".mnistviz-winner .mnistviz-compared-name")).toEqual(["conv2d / conv2d_1"]);
  expect(texts(el, ".mnistviz-compared-layer .mnistviz-number")).toEqual(["25 %", "50 %"]);
  section.describe();
  const said = "this network: 7, 87.5 %; the other network: 1, 50.0 %. conv2d differs most.";
  expect(texts(el, ".mnistviz-said")).toEqual([said]);
});

test("the strips have the values of both on one range, and the difference on a symmetric one", () => {
  const { el, show } = open();
  show(PART);
  expect(texts(el, ".mnistviz-triptych .mnistviz-range")).toEqual(["0 .. 4", "0 .. 4", "-3 .. 3"]);
  // The strips have no width here, so the cursor stays at the first value.
  expect(readings(el, ["ArrowDown"])).toEqual([
    "conv, first, channel 0, row 0, column 0: 1",
    "conv, second, channel 0, row 0, column 0: 4",
    "conv, second - first, channel 0, row 0, column 0: 3",
  ]);
  show({ ...PART, shown: { ...PART.shown, name: "units", title: "units", shape: [4] } });
  expect(texts(el, ".mnistviz-triptych-title")).toEqual(["first0 .. 4", "second0 .. 4", "second - first-3 .. 3"]);
});

test("a layer is chosen by its radio button", () => {
  const { kernel, el, show } = open();
  show(PART);
  const radios = [...el.querySelectorAll<HTMLInputElement>(".mnistviz-compared-layer input")];
  expect(radios.map(({ checked }) => checked)).toEqual([true, false]);
  radios[1]?.click();
  expect(kernel.get("beside_layer")).toBe("conv2d");
});

test("a drawing is kept by a button, and until then a hint says so", () => {
  const { kernel, el, show } = open({ beside: "drawing", beside_open: true });
  show(null);
  const [content, hint] = [".mnistviz-compared > div:not([class])", ".mnistviz-compared > .mnistviz-caption"];
  expect(el.querySelector<HTMLElement>(content)?.hidden).toBe(true);
  expect(el.querySelector<HTMLElement>(hint)?.hidden).toBe(false);
  el.querySelector<HTMLElement>(".mnistviz-compared > button")?.click();
  expect(kernel.get("kept")).toBe(1);
  show(PART);
  expect(el.querySelector<HTMLElement>(content)?.hidden).toBe(false);
  expect(el.querySelector<HTMLElement>(hint)?.hidden).toBe(true);
});

test("networks without a common layer show their answers alone", () => {
  const { el, show } = open();
  show({ ...PART, layers: [], most: null, shown: null, remarks: ["No layer in common."] });
  expect(texts(el, ".mnistviz-compared-answer .mnistviz-number")).toEqual(["7, 87.5 %", "1, 50.0 %"]);
  expect(el.querySelectorAll(".mnistviz-compared-layer")).toHaveLength(0);
  expect(el.querySelector<HTMLElement>(".mnistviz-triptych")?.hidden).toBe(true);
});

test("unfolding is a setting", () => {
  const { kernel, el } = open({ beside: "network" });
  const details = el.querySelector<HTMLDetailsElement>(".mnistviz-compared");
  expect(details?.open).toBe(false);
  kernel.set("beside_open", true);
  expect(details?.open).toBe(true);
});

test("the kernel follows the pen only while it is open and there is something to compare", () => {
  const { section, show } = open({ beside: "drawing", beside_open: true });
  expect(section.kernelInterval()).toBe(SELDOM);
  show(PART);
  expect(section.kernelInterval()).toBeLessThan(SELDOM);
  const closed = open({ beside: "network", beside_open: false });
  closed.show(PART);
  expect(closed.section.kernelInterval()).toBe(SELDOM);
});
