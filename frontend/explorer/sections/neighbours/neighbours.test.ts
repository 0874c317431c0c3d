// @vitest-environment happy-dom

import { beforeEach, expect, test, vi } from "vitest";
import { completeBrowser } from "../../../testing/browser";
import { openExplorer } from "../../../testing/explorer";
import { pack, type Sample } from "../../../testing/pack";
import { SELDOM } from "../../pen_post";
import { BLANK_UPDATE, type ExplorerTraits } from "../../traits";
import { NeighboursSection } from ".";

const PIXELS = 28 * 28;
const NEAR = [..."7777777719"].map((label, i) => ({ number: 100 + i, label, distance: String(i + 1) }));

const PART = {
  problem: "",
  done: 1,
  map: 1,
  heard: 0,
  layer: "relu3",
  units: 128,
  method: "t-SNE",
  overlap: 0.5236,
  label: "7",
  position: [0.5, 0.25],
  near: NEAR,
  runnerUp: { number: 7, label: "1", distance: "12" },
};

const MAP: Record<string, Sample> = {
  "neighbours/places": [new Float32Array(400), 200, 2],
  "neighbours/labels": [new Uint8Array(200), 200],
  // The middles of the classes lie on a line from left to right.
  "neighbours/centres": [Float32Array.from({ length: 20 }, (_, i) => (i % 2 ? 0.25 : i / 20)), 10, 2],
};

beforeEach(completeBrowser);

function open(changes: Partial<ExplorerTraits> = { neighbours_open: true }) {
  const section = new NeighboursSection();
  const { kernel, el } = openExplorer([section], changes);
  let number = 0;
  const show = (neighbours: object, more: Record<string, Sample> = {}): void => {
    const arrays: Record<string, Sample> = {
      "scene/points": [new Float64Array(0), 0, 2],
      "scene/lengths": [new Int32Array(0), 0],
      "input/digit": [new Uint8Array(PIXELS), 28, 28],
      "neighbours/digit": [new Uint8Array(PIXELS), 28, 28],
      "neighbours/images": [new Uint8Array(10 * PIXELS), 10, 28, 28],
      "neighbours/runner_up": [new Uint8Array(PIXELS), 28, 28],
      ...more,
    };
    number += 1;
    kernel.receive(pack({ ...BLANK_UPDATE, number, sections: { neighbours } }, arrays));
    vi.runAllTimers();
  };
  return { section, kernel, el, show };
}

function texts(el: Element, selector: string): (string | null)[] {
  return [...el.querySelectorAll(selector)].map(({ textContent }) => textContent);
}

test("the nearest are shown with class and distance, and so is the nearest of the runner-up", () => {
  const { el, show } = open();
  show(PART);
  const names = [...el.querySelectorAll(".mnistviz-neighbour")].map((one) => one.getAttribute("aria-label"));
  expect(names).toHaveLength(11);
  expect(names[0]).toBe("7 1 away: Show this 7 on the pad");
  expect(names[9]).toBe("9 10 away: Show this 9 on the pad");
  expect(names[10]).toBe("1 12 away: Show this 1 on the pad");
  expect(texts(el, ".mnistviz-landed-reading")[0]).toBe("The network reads this digit as 7.");
  expect(el.textContent).toContain("Its 10 nearest known digits: 8 × 7, 1 × 1, 1 × 9.");
  expect(el.textContent).toContain("of ten true neighbours, 5.2 are neighbours on it (52.4 %)");
  expect(el.textContent).toContain("the nearest 1: that class is the second most probable");
});

test("the map is asked for until it comes, each time only once", () => {
  const { kernel, show } = open();
  show(PART);
  expect(kernel.get("neighbours_asked")).toBe(1);
  show({ ...PART });
  expect(kernel.get("neighbours_asked")).toBe(1); // the kernel has not heard it yet
  show({ ...PART, heard: 1 });
  expect(kernel.get("neighbours_asked")).toBe(2); // the map was in an update that was passed over
  show({ ...PART, heard: 2 }, MAP);
  show({ ...PART, heard: 2 });
  expect(kernel.get("neighbours_asked")).toBe(2);
  show({ ...PART, map: 2, heard: 2 });
  expect(kernel.get("neighbours_asked")).toBe(3); // another network has another map
});

test("where it lies is said in words once the pen rests", () => {
  const { section, el, show } = open();
  show(PART, MAP);
  section.describe();
  const said = "Its 10 nearest known digits: 8 × 7, 1 × 1, 1 × 9. On the map it lies nearest to the middle of the 5s.";
  expect(texts(el, ".mnistviz-said")).toEqual([said]);
  const label = el.querySelector(".mnistviz-digit-map")?.getAttribute("aria-label");
  expect(label).toMatch(/^Map of 5,000 known digits.*nearest to the middle of the 5s\.$/);
});

test("a neighbour is put on the pad by a click", () => {
  const { kernel, el, show } = open();
  show(PART);
  el.querySelectorAll<HTMLElement>(".mnistviz-neighbour")[3]?.click();
  expect(kernel.sent.at(-1)).toEqual({ kind: "bundled", number: 103 });
});

test("until the digits are known their progress is shown, or why they can't be", () => {
  const { section, el, show } = open();
  const state = (): string | null | undefined => texts(el, ".mnistviz-neighbours > .mnistviz-caption")[0];
  const content = el.querySelector<HTMLElement>(".mnistviz-landed");
  show({ problem: "", done: 0.4, map: null });
  expect(state()).toBe("Computing what the network makes of 5,000 known digits: 40 % done.");
  expect(content?.hidden).toBe(true);
  show({ problem: "The network has no hidden layer. Use another one.", done: 0, map: null });
  expect(state()).toBe("The network has no hidden layer. Use another one.");
  section.describe();
  expect(texts(el, ".mnistviz-said")).toEqual(["The network has no hidden layer. Use another one."]);
  show(PART);
  expect(state()).toBe("");
  expect(content?.hidden).toBe(false);
  show({ ...PART, label: null, position: null, near: [], runnerUp: null });
  expect(state()).toBe("Draw a digit to see where it lands.");
  expect(el.querySelector<HTMLElement>(".mnistviz-landed-answers")?.hidden).toBe(true);
});

test("classes that are no digits have no nearest of the runner-up", () => {
  const { el, show } = open();
  show({ ...PART, runnerUp: null });
  expect([...el.querySelectorAll<HTMLElement>(".mnistviz-near")].map(({ hidden }) => hidden)).toEqual([false, true]);
});

test("the pen is followed by the kernel only while it is open", () => {
  const closed = open({ neighbours_open: false }).section.kernelInterval();
  expect(open().section.kernelInterval()).toBeLessThan(closed);
  expect(closed).toBe(SELDOM);
});
