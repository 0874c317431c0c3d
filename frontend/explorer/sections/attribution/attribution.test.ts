// @vitest-environment happy-dom

import { beforeEach, expect, test, vi } from "vitest";
import type { ChainLayer } from "../../../network/chain";
import { completeBrowser, message } from "../../../testing/browser";
import { openExplorer } from "../../../testing/explorer";
import { smallNetwork } from "../../../testing/network";
import { pack, type Sample } from "../../../testing/pack";
import { BLANK_UPDATE, type ExplorerTraits } from "../../traits";
import { AttributionSection } from ".";
import { type Outcome, type Wish, Work } from "./work";

const PLAIN = { window: null, strides: null, dilation: [1, 1], padding: "valid", groups: 1, constants: {} } as const;
const FLAT = {
  ...PLAIN,
  name: "flat",
  kind: "Flatten",
  shape: [784],
  activation: "linear",
  function: "linear",
} as const;

/** A network of one dense layer: the logit of 7 is a tenth of all ink, that of 1 a twentieth. */
function chain(activation: string): ChainLayer[] {
  const dense = {
    ...PLAIN,
    name: "dense",
    kind: "Dense",
    shape: [10],
    activation,
    function: activation,
    signed: false,
  };
  return [{ ...FLAT, signed: false }, dense];
}

const KERNEL = Float32Array.from({ length: 7840 }, (_, i) => (i % 10 === 7 ? 0.1 : i % 10 === 1 ? 0.05 : 0));
const NUMBERS: Record<string, Sample> = {
  "dense/kernel": [KERNEL, 784, 10],
  "dense/bias": [new Float32Array(10), 10],
};
const STROKE = [80, 60, 200, 60, 120, 240];

beforeEach(completeBrowser);

function open(changes: Partial<ExplorerTraits> = {}) {
  const { kernel, el, page } = openExplorer([new AttributionSection()], { attribution_open: true, ...changes });
  const section = el.querySelector<HTMLElement>(".mnistviz-attribution") as HTMLElement;
  let number = 0;
  const draw = (points: readonly number[], sections: object = {}, more: Record<string, Sample> = {}): void => {
    number += 1;
    const scene = { ...BLANK_UPDATE.scene, brush: 22 };
    const arrays: Record<string, Sample> = {
      "scene/points": [Float64Array.from(points), points.length / 2, 2],
      "scene/lengths": [Int32Array.from(points.length ? [points.length / 2] : []), points.length ? 1 : 0],
      "input/digit": [new Uint8Array(784), 28, 28],
      ...more,
    };
    kernel.receive(pack({ ...BLANK_UPDATE, number, scene, points: points.length / 2, sections }, arrays));
    vi.advanceTimersByTime(20); // a frame
  };
  const rest = async (): Promise<void> => {
    vi.advanceTimersByTime(200);
    for (let slice = 0; slice < 20; slice++) await message();
  };
  const give = (layers: readonly ChainLayer[] = chain("softmax")): void =>
    kernel.receive(pack({ kind: "network", layers }, NUMBERS));
  return { kernel, el, page, section, draw, rest, give };
}

function shownTexts(section: HTMLElement, selector: string): (string | null)[] {
  return [...section.querySelectorAll<HTMLElement>(selector)].filter(isShown).map(({ textContent }) => textContent);
}

const isShown = (element: HTMLElement): boolean => !element.closest("[hidden]");

/** What is read at a pixel of the map. */
function read(section: HTMLElement, row: number, column: number): string | null | undefined {
  const canvas = section.querySelector("canvas") as HTMLCanvasElement;
  canvas.getBoundingClientRect();
  const [x, y] = [(column + 0.5) * 10, (row + 0.5) * 10];
  const event = new MouseEvent("mousemove", { bubbles: true });
  Object.defineProperties(event, { offsetX: { value: x }, offsetY: { value: y } });
  canvas.dispatchEvent(event);
  return section.querySelector(".mnistviz-attribution-readout")?.textContent;
}

test("the map comes when the pen rests, adds up, and is followed by its curve", async () => {
  const { section, draw, rest, give } = open();
  give();
  draw(STROKE);
  expect(section.dataset.state).toBe("waiting");
  await rest();
  expect(section.dataset).toMatchObject({ state: "current", curve: "yes", check: "no" });
  expect(shownTexts(section, ".mnistviz-attribution-title span")[0]).toBe("why 7");
  const [words] = shownTexts(section, ".mnistviz-attribution-words > div");
  const [, sum, whole] = /add up to (.+), and the ink gives (.+) in all/.exec(words ?? "") ?? [];
  expect(Number(sum)).toBeGreaterThan(1);
  expect(sum).toBe(whole);
  expect(words).toContain("completeness error is 0.0 %");
  expect(section.querySelector(".mnistviz-said")?.textContent).toContain("why 7, integrated gradients");
});

test("while the pen moves, the former map is dimmed and called so", async () => {
  const { section, draw, rest, give } = open();
  give();
  draw(STROKE);
  await rest();
  const line = shownTexts(section, ".mnistviz-attribution-status");
  draw([80, 60, 200, 60, 90, 240]);
  expect(section.dataset.state).toBe("former");
  expect(section.querySelector(".mnistviz-former canvas")).not.toBeNull();
  expect(shownTexts(section, ".mnistviz-attribution-status").join()).toContain("former drawing");
  await message();
  expect(section.dataset.state).toBe("former"); // it waits for the pen
  await rest();
  expect(section.dataset.state).toBe("current");
  expect(shownTexts(section, ".mnistviz-attribution-status")).toEqual(line);
});

test("blank paper has no map, and says what to do", async () => {
  const { section, draw, rest, give } = open();
  give();
  draw(STROKE);
  await rest();
  draw([]);
  expect(section.dataset.state).toBe("none");
  expect(section.querySelector<HTMLElement>(".mnistviz-attribution-content")?.hidden).toBe(true);
  expect(shownTexts(section, ".mnistviz-attribution-status")).toEqual([
    "The digit is blank paper, so no ink speaks for any class. Draw something, then ask again.",
  ]);
});

test("another class, the runner-up and another method are asked by choices", async () => {
  const { kernel, section, draw, rest, give } = open();
  give();
  draw(STROKE);
  const choose = async (setting: string, value: string): Promise<void> => {
    const select = section.querySelector<HTMLSelectElement>(`[data-setting=${setting}]`) as HTMLSelectElement;
    select.value = value;
    select.dispatchEvent(new Event("change"));
    vi.advanceTimersByTime(20);
    await rest();
  };
  const title = (): string | null | undefined => shownTexts(section, ".mnistviz-attribution-title span")[0];
  await choose("attribution_other", "-2");
  expect(title()).toBe("why 7 and not 1");
  await choose("attribution_target", "1");
  expect(title()).toBe("why 1 and not 7");
  await choose("attribution_other", "4");
  expect(title()).toBe("why 1 and not 4");
  await choose("attribution_method", "occlusion");
  expect(kernel.get("attribution_method")).toBe("occlusion");
  expect(section.dataset.state).toBe("current");
  expect(section.textContent).toContain("when a patch of 3x3 pixels becomes paper");
  const options = [...section.querySelectorAll<HTMLOptionElement>("[data-setting=attribution_other] option")];
  expect(options.filter(({ disabled }) => disabled).map(({ value }) => value)).toEqual(["1"]);
  expect(options[1]?.text).toBe("the runner-up, 7");
});

test("a button shows the map with random weights beside it, and how alike they are", async () => {
  const { section, draw, rest, give } = open();
  give();
  draw(STROKE);
  await rest();
  section.querySelector<HTMLElement>("button")?.click();
  vi.advanceTimersByTime(20);
  await rest();
  expect(section.dataset.check).toBe("yes");
  expect(shownTexts(section, ".mnistviz-attribution-title span")).toContain("why 7, random weights");
  const words = shownTexts(section, ".mnistviz-attribution-words > div").at(-1) ?? "";
  expect(Math.abs(Number(/on the ink is (-?[\d.]+):/.exec(words)?.[1]))).toBeLessThan(0.5);
});

test("the page says why a network has no map", async () => {
  const { section, draw, rest, give } = open({ attribution_method: "grad_cam" });
  give();
  draw(STROKE);
  await rest();
  expect(shownTexts(section, ".mnistviz-attribution-status").join()).toContain("has no convolution");
  give(chain("tanh"));
  draw([...STROKE, 100, 100]);
  await rest();
  expect(section.dataset.state).toBe("none");
  expect(shownTexts(section, ".mnistviz-attribution-status").join()).toContain("in the layer 'dense'");
});

test("folded, nothing is computed", async () => {
  const { kernel, section, draw, rest, give } = open();
  give();
  draw(STROKE);
  kernel.set("attribution_open", false);
  vi.advanceTimersByTime(20);
  await rest();
  expect(section.dataset).toMatchObject({ state: "waiting", curve: "no" });
  kernel.set("attribution_open", true);
  vi.advanceTimersByTime(20);
  await rest();
  expect(section.dataset.state).toBe("current");
});

test("answers of the notebook kernel are shown, former ones as such, and its reasons", () => {
  const { section, draw } = open({ attribution_check: true });
  const answer = {
    ...{ target: 3, other: 5, method: "grad_cam", whole: 2, completeness_error: null },
    ...{ area: 0.25, random_area: 0.5, checked: true, correlation: null },
  };
  const part = { problem: "", answer, former: false, prediction: 3, probabilities: Array(10).fill(0.1) };
  const map: Sample = [Float32Array.from({ length: 784 }, (_, at) => at), 28, 28];
  const arrays: Record<string, Sample> = {
    ...{ "attribution/values": map, "attribution/digit": map, "attribution/checked": map },
    "attribution/probabilities": [new Float32Array(26), 26],
    "attribution/random": [new Float32Array(260), 10, 26],
  };
  draw(STROKE, { attribution: part }, arrays);
  expect(section.dataset).toMatchObject({ state: "current", curve: "yes", check: "yes" });
  expect(shownTexts(section, ".mnistviz-attribution-title span")[0]).toBe("why 3 and not 5");
  expect(section.textContent).toContain("on average; in ten random orders 0.5");
  expect(section.textContent).toContain("there is no rank correlation");
  expect(section.textContent).toContain("don't trust it on its own");
  draw(STROKE, { attribution: { ...part, former: true } }, arrays);
  expect(section.dataset.state).toBe("former");
  draw(STROKE, { attribution: { ...part, answer: null, problem: "No chain. Do this." } });
  expect(shownTexts(section, ".mnistviz-attribution-status")).toEqual(["No chain. Do this."]);
});

test("a value is read under the pointer, and said to be a former one", async () => {
  const { section, draw, rest, give } = open();
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, get: () => 280 });
  give();
  draw(STROKE);
  await rest();
  expect(read(section, 0, 3)).toBe("map, row 0, column 3: 0");
  draw([80, 60, 200, 60, 90, 240]);
  expect(read(section, 0, 3)).toBe("map, row 0, column 3: 0 (of the former map)");
});

test("once the kernel has framed the drawing, the map is that of its digit; until then the page's own stays", async () => {
  const network = smallNetwork([FLAT, { kind: "Dense", shape: [10], function: "softmax" }], {
    "layer1/kernel": [...KERNEL],
    "layer1/bias": Array(10).fill(0),
  });
  const outcomes: Outcome[] = [];
  const work = new Work(
    (action) => action(),
    (outcome) => outcomes.push(outcome),
  );
  const [own, kernels] = [new Float32Array(784).fill(0.5), new Float32Array(784).fill(0.50001)];
  const wish: Wish = { network, digit: own, asked: { target: 7, other: null }, method: "occlusion", checked: false };
  expect(work.follow(wish)).toBeNull();
  vi.advanceTimersByTime(200);
  for (let slice = 0; slice < 20; slice++) await message();
  const first = work.follow(wish);
  expect(first?.answer?.digit).toBe(own);
  expect(work.isRefreshing).toBe(false);
  expect(work.follow({ ...wish, digit: kernels })).toBe(first);
  expect(work.isRefreshing).toBe(true);
  vi.advanceTimersByTime(200);
  for (let slice = 0; slice < 20; slice++) await message();
  expect(work.isRefreshing).toBe(false);
  expect(outcomes.at(-1)?.answer).toMatchObject({ digit: kernels, curve: {} });
  work.close();
});
