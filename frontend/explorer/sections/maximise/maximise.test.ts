// @vitest-environment happy-dom

import { beforeEach, expect, test, vi } from "vitest";
import { bytesOf } from "../../../core/model";
import { completeBrowser } from "../../../testing/browser";
import { openExplorer } from "../../../testing/explorer";
import { pack, type Sample } from "../../../testing/pack";
import { SELDOM } from "../../pen_post";
import { BLANK_UPDATE, type ExplorerTraits } from "../../traits";
import { MaximiseSection } from ".";
import { Patches } from "./patches";

const SHOWN = {
  name: "conv[2, 2, 1]",
  share: 1,
  start: "noise",
  former: false,
  value: "2.5",
  before: "-0.5",
  own: "1.25",
  field: [7, 14, 0, 14],
  label: "3",
  confidence: 0.5,
  familiar: true,
  patches: [
    { label: "7", name: "conv[0, 1, 1]", value: "1.5" },
    { label: "2", name: "conv[3, 3, 1]", value: "1" },
  ],
};
const PART = { running: false, progress: 0, problem: "", shown: SHOWN };
const DIGIT = new Float32Array(784).map((_, i) => (i % 3) / 2);

beforeEach(completeBrowser);

function open(changes: Partial<ExplorerTraits> = { maximise_open: true }) {
  const section = new MaximiseSection(new Patches());
  const { kernel, el } = openExplorer([section], changes);
  let number = 0;
  const show = (maximise: object | null): void => {
    const arrays: Record<string, Sample> = {
      "scene/points": [new Float64Array(0), 0, 2],
      "scene/lengths": [new Int32Array(0), 0],
      "input/digit": [new Uint8Array(784), 28, 28],
      "maximise/digit": [DIGIT, 28, 28],
      "maximise/patches/0": [new Uint8Array(9), 3, 3],
      "maximise/patches/1": [new Uint8Array(6), 3, 2],
    };
    number += 1;
    kernel.receive(pack({ ...BLANK_UPDATE, number, sections: maximise ? { maximise } : {} }, arrays));
    vi.runAllTimers();
  };
  const selects = [...el.querySelectorAll<HTMLSelectElement>(".mnistviz-maximise select")];
  const [layer, unit, place, start] = selects as [
    HTMLSelectElement,
    HTMLSelectElement,
    HTMLSelectElement,
    HTMLSelectElement,
  ];
  const button = (name: string): HTMLButtonElement | undefined =>
    [...el.querySelectorAll<HTMLButtonElement>(".mnistviz-maximise button")].find(
      ({ textContent }) => textContent === name,
    );
  return { section, kernel, el, show, layer, unit, place, start, button };
}

function choose(select: HTMLSelectElement, value: string): void {
  select.value = value;
  select.dispatchEvent(new Event("change"));
}

function texts(el: Element, selector: string): (string | null)[] {
  return [...el.querySelectorAll(selector)].map(({ textContent }) => textContent);
}

test("a class is chosen at first, and the search asks for it", () => {
  const { kernel, layer, unit, place, start, button } = open();
  expect([layer.value, unit.value, place.parentElement?.hidden]).toEqual(["probabilities", "0", true]);
  choose(unit, "7");
  choose(start, "paper");
  button("start")?.click();
  expect(kernel.get("maximise_unit")).toEqual({ layer: "probabilities", index: [7] });
  expect(kernel.get("maximise_start")).toBe("paper");
  expect(kernel.get("maximise_asked")).toBe(1);
});

test("of a map one place or the mean is chosen", () => {
  const { kernel, layer, unit, place, button } = open();
  choose(layer, "conv");
  expect([...unit.options].map(({ text }) => text)).toEqual(["0", "1"]);
  expect([...place.options].map(({ text }) => text)).toEqual(["row 2, column 2", "whole map (mean)"]);
  choose(unit, "1");
  button("start")?.click();
  expect(kernel.get("maximise_unit")).toEqual({ layer: "conv", index: [2, 2, 1] });
  choose(place, "");
  button("start")?.click();
  expect(kernel.get("maximise_unit")).toEqual({ layer: "conv", index: [1] });
  expect(kernel.get("maximise_asked")).toBe(2);
});

test("the unit under the microscope is chosen", () => {
  const { kernel, layer, unit, place } = open();
  kernel.set("inspected", { layer: "conv", index: [0, 3, 1] });
  expect([layer.value, unit.value]).toEqual(["conv", "1"]);
  expect(place.selectedOptions[0]?.text).toBe("row 0, column 3");
  kernel.set("inspected", { layer: "logits", index: [4] });
  expect([layer.value, unit.value, place.parentElement?.hidden]).toEqual(["logits", "4", true]);
  kernel.set("inspected", null);
  expect(layer.value).toBe("logits");
  kernel.set("inspected", { layer: "not listed", index: [4] });
  expect([layer.value, unit.value]).toEqual(["probabilities", "0"]);
});

test("the same button stops what is running", () => {
  const { kernel, el, show, button } = open();
  button("start")?.click();
  show({ ...PART, running: true, progress: 0.25, shown: { ...SHOWN, share: 0.5, patches: null } });
  const bar = el.querySelector<HTMLProgressElement>(".mnistviz-maximise progress");
  expect(bar?.value).toBe(0.25);
  expect(bar?.getAttribute("aria-label")).toBe("Progress of the search");
  button("stop")?.click();
  expect(kernel.get("maximise_stopped")).toBe(1);
  expect(kernel.get("maximise_asked")).toBe(1);
  show({ ...PART, shown: { ...SHOWN, share: 0.5, patches: null } });
  expect(button("start")).toBeDefined();
  expect(el.querySelector(".mnistviz-maximise")?.textContent).toContain("Stopped after 50 % of the steps.");
});

test("the digit, its values and real digits are shown and said", () => {
  const { section, el, show } = open();
  show(PART);
  expect(texts(el, ".mnistviz-maximise-value")).toEqual(["conv[2, 2, 1]: 2.5"]);
  const words = el.querySelector(".mnistviz-maximise-found")?.textContent;
  expect(words).toContain("at the start -0.5, for the digit on the pad 1.25");
  expect(words).toContain("The network reads this as 3, with 50.0 %.");
  expect(words).toContain("raises no doubt");
  expect(texts(el, ".mnistviz-maximise-patch")).toEqual(["a 7: 1.5", "a 2: 1"]);
  const pictures = [...el.querySelectorAll<HTMLCanvasElement>(".mnistviz-maximise-sides canvas")];
  expect(pictures.map(({ width, height }) => [width, height])).toEqual([
    [28, 28],
    [3, 3],
    [2, 3],
  ]);
  const { top, left, width, height } = el.querySelector<HTMLElement>(".mnistviz-maximise-field")?.style ?? {};
  expect([top, left, width, height]).toEqual(["25%", "0%", "50%", "25%"]);
  section.describe();
  const said =
    "conv[2, 2, 1] reached 2.5, for the digit on the pad it has 1.25. The network reads this as 3, with 50.0 %.";
  expect(texts(el, ".mnistviz-maximise .mnistviz-said")).toEqual([said]);
});

test("doubt, a former digit, blank paper and a unit without digits are said", () => {
  const { el, show } = open();
  const words = () => el.querySelector(".mnistviz-maximise")?.textContent ?? "";
  show({ ...PART, shown: { ...SHOWN, familiar: false, former: true } });
  expect(words()).toContain("It also says that this does not look like a digit");
  expect(words()).toContain("It started from an earlier digit");
  show({ ...PART, shown: { ...SHOWN, label: null, familiar: null, patches: [] } });
  expect(words()).toContain("This is blank paper");
  expect(words()).not.toContain("It also says");
  expect(words()).toContain("None of the 5,000 digits of MNIST moves conv[2, 2, 1]");
  expect(el.querySelectorAll(".mnistviz-maximise-patch")).toHaveLength(0);
});

test("a problem takes the place of what was shown", () => {
  const { el, show } = open();
  show(PART);
  show({ ...PART, shown: null, problem: "No way up. Choose another." });
  expect(texts(el, ".mnistviz-maximise-problem")).toEqual(["No way up. Choose another."]);
  expect(el.querySelector(".mnistviz-maximise-sides")?.parentElement?.hidden).toBe(true);
});

test("the digit goes onto the pad with its exact values", () => {
  const { kernel, show, button } = open();
  show(PART);
  const send = vi.spyOn(kernel, "send");
  button("put it on the pad")?.click();
  const [{ base64, ...content }] = send.mock.calls[0] as unknown as [Record<string, string>];
  expect(content).toEqual({ kind: "feed", name: "conv[2, 2, 1]" });
  expect(bytesOf(String(base64))).toEqual(new Uint8Array(DIGIT.buffer));
});

test("unfolding is a setting", () => {
  const { kernel, el } = open({});
  const details = el.querySelector<HTMLDetailsElement>(".mnistviz-questions > .mnistviz-maximise");
  expect(details?.open).toBe(false);
  kernel.set("maximise_open", true);
  expect(details?.open).toBe(true);
});

test("only a shown result makes the notebook kernel hear of every event of the pen", () => {
  const { section, show, kernel } = open();
  expect(section.kernelInterval()).toBe(SELDOM);
  show(PART);
  expect(section.kernelInterval()).toBe(0);
  kernel.set("maximise_open", false);
  expect(section.kernelInterval()).toBe(SELDOM);
});
