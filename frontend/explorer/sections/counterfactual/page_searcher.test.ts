// @vitest-environment happy-dom

import { beforeEach, expect, test, vi } from "vitest";
import type { Arrays } from "../../../core/codec";
import { framePath } from "../../../ink/framing";
import { digitOf } from "../../../ink/framing_steps";
import { PenPath } from "../../../ink/pen_path";
import type { ChainLayer } from "../../../network/chain";
import { completeBrowser, message } from "../../../testing/browser";
import { openExplorer } from "../../../testing/explorer";
import { pack, type Sample } from "../../../testing/pack";
import type { PenEvent } from "../../paper";
import { BLANK_UPDATE, type ExplorerTraits } from "../../traits";
import { CounterfactualSection } from ".";
import { PageSearcher } from "./page_searcher";

const PLAIN = { window: null, strides: null, dilation: [1, 1], padding: "valid", groups: 1, constants: {} } as const;
const STROKE = [140, 60, 140, 220];
const DRAWN = {
  strokes: [
    [
      [140, 60],
      [140, 220],
    ],
  ],
  brush: 22,
} as const;
const INK = digitOf(framePath(new PenPath().update(DRAWN))).reduce((sum, value) => sum + value, 0);
/** Pixels of full ink: so many more make a 7 of the stroke, or so many less a 1. */
const MISSING = 10;

/** A network of one dense layer: the logit of 7 is a tenth of all ink, that of 1 does not depend on it. */
const LAYERS: readonly ChainLayer[] = [
  { ...PLAIN, name: "flat", kind: "Flatten", shape: [784], activation: "linear", function: "linear", signed: false },
  { ...PLAIN, name: "dense", kind: "Dense", shape: [10], activation: "softmax", function: "softmax", signed: false },
];
const KERNEL = Float32Array.from({ length: 7840 }, (_, i) => (i % 10 === 7 ? 0.1 : 0));

beforeEach(completeBrowser);

const sectionOf = (statistics: Arrays | null): CounterfactualSection =>
  new CounterfactualSection((stage, show) => new PageSearcher(stage, statistics, show));

/** An explorer without a kernel: the test plays what holds the paper there. */
function open(changes: Partial<ExplorerTraits> = {}, statistics: Arrays | null = null) {
  const traits = { has_kernel: false, change_open: true, ...changes };
  const { kernel, el, page } = openExplorer([sectionOf(statistics)], traits);
  const frame = (): unknown => vi.advanceTimersByTime(20);
  const give = (missing = MISSING, weights = KERNEL): void => {
    const bias = Float32Array.from({ length: 10 }, (_, i) => (i === 1 ? 0.1 * (INK + missing) : i === 7 ? 0 : -50));
    const numbers: Record<string, Sample> = { "dense/kernel": [weights, 784, 10], "dense/bias": [bias, 10] };
    kernel.receive(pack({ kind: "network", layers: LAYERS }, numbers));
    frame();
  };
  let number = 0;
  const paper = (points: readonly number[], heard: object = {}): void => {
    number += 1;
    const scene = { ...BLANK_UPDATE.scene, brush: 22 };
    const arrays: Record<string, Sample> = {
      "scene/points": [Float64Array.from(points), points.length / 2, 2],
      "scene/lengths": [Int32Array.from(points.length ? [points.length / 2] : []), points.length ? 1 : 0],
      "input/digit": [new Uint8Array(784), 28, 28],
    };
    kernel.receive(pack({ ...BLANK_UPDATE, number, scene, points: points.length / 2, heard }, arrays));
    frame();
  };
  const section = el.querySelector<HTMLElement>(".mnistviz-change") as HTMLElement;
  const isShown = (one: HTMLElement): boolean => !one.closest("[hidden]");
  const buttons = () => [...section.querySelectorAll<HTMLElement>("button")].filter(isShown);
  const click = (name: string): void =>
    buttons()
      .find(({ textContent }) => textContent === name)
      ?.click();
  const words = (selector: string): string | null =>
    section.querySelector(`.mnistviz-${selector}`)?.textContent ?? null;
  const end = async (): Promise<void> => {
    for (let slice = 0; slice < 5; slice++) await message();
    frame();
  };
  const look = async (): Promise<void> => {
    click("Look for it");
    await end();
  };
  return { kernel, el, page, give, paper, frame, section, buttons, click, words, end, look };
}

type Opened = ReturnType<typeof open>;

const names = ({ buttons }: Opened): (string | null)[] => buttons().map(({ textContent }) => textContent);
const problem = ({ words }: Opened): string | null => words("change-problem");

/** Draws the stroke: with so much more ink it is a 7, with less a 1. */
function drawn(changes: Partial<ExplorerTraits> = {}, missing = MISSING, statistics: Arrays | null = null): Opened {
  const opened = open(changes, statistics);
  opened.give(missing);
  opened.paper(STROKE);
  return opened;
}

function events({ kernel }: Opened): PenEvent[] {
  return kernel.sent.flatMap(({ kind, events: some }) => (kind === "pen" ? (some as PenEvent[]) : []));
}

test("the page searches by itself, shows what it finds, and asks no kernel", async () => {
  const opened = drawn();
  expect(names(opened)).toEqual(["Look for it"]);
  opened.click("Look for it");
  expect(names(opened)).toEqual(["Stop"]);
  expect(opened.section.querySelector("progress")?.hidden).toBe(false);
  await opened.end();
  expect(opened.words("change-title")).toMatch(/^Ink to add, so that 1 is read as 7$/);
  expect(names(opened)).toEqual(["Look for it", "Take it"]);
  expect(opened.words("said")).toContain("Ink to add, so that 1 is read as 7. 1: ");
  expect(opened.section.textContent).toContain("Drawn on the pad the network reads 7 with 5");
  expect(opened.el.querySelectorAll(".mnistviz-pad .mnistviz-suggested-ink").length).toBeGreaterThan(0);
  expect(opened.kernel.sent.filter(({ kind }) => ["look", "stop", "take"].includes(String(kind)))).toEqual([]);
});

test("lines are drawn as a pen does, and the result is then a former one", async () => {
  const opened = drawn();
  await opened.look();
  opened.click("Take it");
  opened.frame();
  const lines = [...opened.el.querySelectorAll(".mnistviz-suggested-ink")];
  expect(lines).toEqual([]);
  expect(opened.words("change-stale")).toContain("belong to a former digit");
  expect(opened.section.querySelector<HTMLElement>(".mnistviz-change-stale")?.hidden).toBe(false);
  expect(opened.el.dataset.prediction).toBe("7");
  vi.advanceTimersByTime(300);
  const done = events(opened);
  expect(done.length % 3).toBe(0);
  expect(done.slice(0, 3).map(([kind]) => kind)).toEqual(["down", "move", "up"]);
  const { page } = opened.kernel.sent.find(({ kind }) => kind === "pen") as { page: string };
  opened.paper(STROKE, { [page]: done.length }); // as if they were undone
  expect(opened.el.dataset.prediction).toBe("1");
  expect(opened.section.querySelector<HTMLElement>(".mnistviz-change-stale")?.hidden).toBe(true);
});

test.each(["remove", "noise"] as const)("%s is given as a picture of exactly the changed digit", async (kind) => {
  const opened = drawn({ change_kind: kind }, -MISSING);
  opened.kernel.receive([{ kind: "probe" }, [new DataView(Uint8Array.of(0, 127, 128, 255).buffer)]]); // bytes arrive
  const send = vi.spyOn(opened.kernel, "send");
  await opened.look();
  expect(opened.words("change-title")).toContain("so that 7 is read as 1");
  expect(opened.section.textContent).toContain("fed to the network as it is, without framing: it reads 1 with 5");
  opened.click("Take it");
  const [content, , buffers] = send.mock.calls.at(-1) as unknown as [object, undefined, ArrayBuffer[]];
  expect(content).toEqual({ kind: "give", given: expect.stringContaining("The changed digit, with ") });
  const ink = new Float32Array(buffers[0] as ArrayBuffer).reduce((sum, value) => sum + value, 0);
  expect(ink).toBeLessThan(INK - MISSING);
  expect(ink).toBeGreaterThan(INK - 1.1 * MISSING);
});

test("a search is stopped by its button, by the pen, and by folding", async () => {
  const opened = drawn();
  opened.click("Look for it");
  opened.click("Stop");
  expect(names(opened)).toEqual(["Look for it"]);
  await opened.end();
  expect(opened.words("change-title")).toBe("");

  opened.click("Look for it");
  opened.paper([...STROKE, 200, 220]);
  expect(names(opened)).toEqual(["Look for it"]);
  await opened.end();
  expect(opened.words("change-title")).toBe("");

  opened.paper(STROKE);
  opened.click("Look for it");
  opened.kernel.set("change_open", false);
  opened.frame();
  await opened.end();
  expect(opened.words("change-title")).toBe("");
});

test("why there is no answer is said, as long as it is about what is on the paper", async () => {
  const opened = open();
  opened.give();
  opened.paper([]);
  await opened.look();
  expect(problem(opened)).toBe("The paper is blank, so there is no answer to change. Draw a digit first.");
  opened.paper(STROKE);
  expect(problem(opened)).toBe("");
  opened.kernel.set("change_target", 1);
  await opened.look();
  expect(problem(opened)).toBe("The network reads 1 already. Choose another target.");
  opened.kernel.set("change_target", 3);
  opened.kernel.set("change_kind", "noise");
  await opened.look();
  expect(problem(opened)).toBe("No noise was found that turns this digit into the target. Try another target.");
  expect(opened.words("said")).toBe(problem(opened));
  opened.give(
    MISSING,
    KERNEL.map((_, i) => (i % 10 === 7 ? 3e38 : 0)),
  );
  opened.paper(STROKE);
  opened.kernel.set("change_target", null);
  await opened.look();
  expect(problem(opened)).toContain("values are not finite");
});

test("a network that was changed is another one", async () => {
  const opened = drawn();
  await opened.look();
  const stale = opened.section.querySelector<HTMLElement>(".mnistviz-change-stale");
  expect(stale?.hidden).toBe(true);
  opened.kernel.set("edits", [{ do: "bias", layer: "dense", index: 2, value: 1 }]);
  opened.frame();
  expect(stale?.hidden).toBe(false);
  expect(names(opened)).toEqual(["Look for it"]);
  await opened.look();
  expect(stale?.hidden).toBe(true);
  opened.kernel.set("edits", []);
  opened.frame();
  expect(stale?.hidden).toBe(false);
});

test("without statistics of the network, nobody knows whether the changed digit looks like one", async () => {
  const opened = drawn();
  await opened.look();
  expect(opened.section.textContent).toContain("is only known for the shipped network");
});
