// @vitest-environment happy-dom

import { beforeEach, expect, test, vi } from "vitest";
import { Arrays } from "../../../core/codec";
import { completeBrowser } from "../../../testing/browser";
import { openExplorer } from "../../../testing/explorer";
import { pack, type Sample } from "../../../testing/pack";
import type { State } from "../../state";
import { BLANK_UPDATE, type ExplorerTraits } from "../../traits";
import { CounterfactualSection } from ".";
import { KernelSearcher } from "./kernel_searcher";

const RESULT = {
  kind: "add",
  title: "Ink to add, so that 1 is read as 7",
  holds: true,
  place: [10, 0, 0],
  readings: [
    [
      { label: "1", share: 0.875 },
      { label: "7", share: 0.125 },
    ],
    [
      { label: "7", share: 0.625 },
      { label: "1", share: 0.375 },
    ],
  ],
  remarks: ["14.6 pixels.", "It looks like a digit."],
  strokes: [
    [100, 50, 140, 60],
    [20, 30, 40, 50],
  ],
  width: 20,
  taking: "Drawn on the pad the network reads 7.",
};
const PART = { progress: null, problem: "", result: RESULT };
const CHANGED = new Float32Array(2 * 784);
CHANGED[784 + 3] = 0.5;
CHANGED[784 + 4] = -0.25;

beforeEach(completeBrowser);

function open(changes: Partial<ExplorerTraits> = { change_open: true }) {
  const section = new CounterfactualSection((stage) => new KernelSearcher(stage));
  const { kernel, el } = openExplorer([section], changes);
  let number = 0;
  const show = (counterfactual: object | null): void => {
    number += 1;
    const arrays: Record<string, Sample> = {
      "scene/points": [new Float64Array(0), 0, 2],
      "scene/lengths": [new Int32Array(0), 0],
      "input/digit": [new Uint8Array(784), 28, 28],
      "counterfactual/digits": [CHANGED, 2, 28, 28],
    };
    kernel.receive(pack({ ...BLANK_UPDATE, number, sections: counterfactual ? { counterfactual } : {} }, arrays));
    vi.runAllTimers();
  };
  return { section, kernel, el, show };
}

function texts(el: Element, selector: string): (string | null)[] {
  return [...el.querySelectorAll(selector)].map(({ textContent }) => textContent);
}

/** The names of the buttons that are shown. */
function buttons(el: HTMLElement): (string | null)[] {
  const all = [...el.querySelectorAll<HTMLElement>(".mnistviz-change button")];
  return all.filter((one) => !one.closest("[hidden]")).map(({ textContent }) => textContent);
}

function click(el: HTMLElement, name: string): void {
  const all = [...el.querySelectorAll<HTMLElement>(".mnistviz-change button")];
  all.find(({ textContent }) => textContent === name)?.click();
}

/** What is marked on the pad: the kind, and the lines. */
function marked(el: HTMLElement): [string | undefined, (string | null)[]] | null {
  const overlay = el.querySelector<SVGElement>(".mnistviz-pad .mnistviz-suggestion");
  if (!overlay) return null;
  const lines = [...overlay.querySelectorAll(".mnistviz-suggested-ink")];
  const places = lines.map((line) => ["x1", "y1", "x2", "y2"].map((name) => line.getAttribute(name)).join(" "));
  return [overlay.dataset.kind, places];
}

test("a search is asked for, told, stopped and taken by messages", () => {
  const { kernel, el, show } = open();
  show({ progress: null, problem: "", result: null });
  expect(buttons(el)).toEqual(["Look for it"]);
  click(el, "Look for it");
  show({ progress: 0.25, problem: "", result: null });
  expect(buttons(el)).toEqual(["Stop"]);
  expect(el.querySelector("progress")?.value).toBe(0.25);
  click(el, "Stop");
  show(PART);
  expect(buttons(el)).toEqual(["Look for it", "Take it"]);
  click(el, "Take it");
  const kinds = kernel.sent.map(({ kind }) => kind);
  expect(kinds.filter((kind) => ["look", "stop", "take"].includes(String(kind)))).toEqual(["look", "stop", "take"]);
});

test("both answers, the change and the sentences are shown, and the lines are marked on the pad", () => {
  const { section, el, show } = open();
  show(PART);
  expect(texts(el, ".mnistviz-change-title")).toEqual([RESULT.title]);
  expect(texts(el, ".mnistviz-change-readings > *")).toEqual([
    "1: 87.5 %",
    "7: 12.5 %",
    "-1 .. 1",
    "7: 62.5 %",
    "1: 37.5 %",
  ]);
  expect(el.textContent).toContain("14.6 pixels. It looks like a digit.");
  expect(marked(el)).toEqual(["add", ["100 50 140 60", "20 30 40 50"]]);
  section.describe();
  const said = `${RESULT.title}. 1: 87.5 %, 7: 12.5 %; changed: 7: 62.5 %, 1: 37.5 %. ${RESULT.taking}`;
  expect(texts(el, ".mnistviz-said")).toEqual([said]);
});

test("a result of a former digit is marked, offers nothing, and leaves the pad", () => {
  const { el, show } = open();
  show(PART);
  const stale = el.querySelector<HTMLElement>(".mnistviz-change-stale");
  expect(stale?.hidden).toBe(true);
  show({ ...PART, result: { ...RESULT, holds: false } });
  expect(stale?.hidden).toBe(false);
  expect(buttons(el)).toEqual(["Look for it"]);
  expect(marked(el)).toBeNull();
});

test("noise has its own range, and is not marked on the pad", () => {
  const { el, show } = open();
  show({ ...PART, result: { ...RESULT, kind: "noise", strokes: [] } });
  expect(texts(el, "[data-picture=change] .mnistviz-change-readings > *")).toEqual(["-0.5 .. 0.5"]);
  expect(marked(el)).toBeNull();
  expect(buttons(el)).toEqual(["Look for it", "Take it"]);
});

test("what is to be removed is marked otherwise", () => {
  const { el, show } = open();
  show({ ...PART, result: { ...RESULT, kind: "remove" } });
  expect(marked(el)?.[0]).toBe("remove");
});

test("a folded section takes its marks away", () => {
  const { el, show } = open();
  show(PART);
  show(null);
  expect(marked(el)).toBeNull();
});

test("a problem is shown and said once", () => {
  const { section, el, show } = open();
  show({ progress: null, problem: "The paper is blank.", result: null });
  section.describe();
  expect(texts(el, ".mnistviz-change-problem")).toEqual(["The paper is blank."]);
  expect(texts(el, ".mnistviz-said")).toEqual(["The paper is blank."]);
});

test("kind and target are settings that all pages share", () => {
  const { kernel, el } = open({ classes: ["circle", "square"], change_open: true });
  const [kind, target] = [...el.querySelectorAll<HTMLSelectElement>(".mnistviz-change select")];
  if (!kind || !target) throw new Error("no choices");
  expect([...target.options].map(({ textContent }) => textContent)).toEqual(["the runner-up", "circle", "square"]);
  kind.value = "noise";
  kind.dispatchEvent(new Event("change"));
  target.value = "1";
  target.dispatchEvent(new Event("change"));
  expect([kernel.get("change_kind"), kernel.get("change_target")]).toEqual(["noise", 1]);
  kernel.set("change_kind", "remove");
  kernel.set("change_target", null);
  expect([kind.value, target.value]).toEqual(["remove", ""]);
});

test("while the page is ahead of the kernel, a result is of a former digit", () => {
  const { section, kernel } = open();
  const [digit, elsewhere] = [new Float32Array(784), new Float32Array(784).fill(0.01)];
  const arrays = Arrays.of({ digits: { dtype: "float32", shape: [2, 28, 28], data: CHANGED } });
  const holds = (seen: Float32Array, onPaper: object): boolean | undefined => {
    const state = { settings: kernel.model, forward: { digit: seen }, framing: { onPaper } };
    const partOfKernel = (): object => ({ header: PART, arrays });
    return section.compute({ ...state, partOfKernel } as unknown as State)?.header.result?.holds;
  };
  expect(holds(digit, { scale: 10, left: 0, top: 0 })).toBe(true);
  expect(holds(elsewhere, { scale: 10, left: 0, top: 0 })).toBe(false);
  expect(holds(digit, { scale: 10, left: 5, top: 0 })).toBe(false); // the same digit in another place
  kernel.set("change_open", false);
  expect(holds(digit, { scale: 10, left: 0, top: 0 })).toBeUndefined();
});
