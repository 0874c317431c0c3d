// @vitest-environment happy-dom

import { beforeEach, expect, test, vi } from "vitest";
import { completeBrowser } from "../testing/browser";
import { contract, openExplorer, traits } from "../testing/explorer";
import { FakeModel } from "../testing/fake_model";
import { pack } from "../testing/pack";
import explorer from "./index";
import type { ExplorerModel, ExplorerTraits, ListedLayer } from "./traits";

const layer = (name: string, shape: readonly number[], more: Partial<ListedLayer> = {}): ListedLayer => ({
  name,
  title: `${name}: of its own`,
  shape,
  signed: false,
  drawn: true,
  starts: false,
  ...more,
});

function update(number: number, probabilities: readonly number[]) {
  const confidence = Math.max(...probabilities);
  const header = {
    kind: "update",
    number,
    scene: { base: 0, strokes: 0, points: 0, brush: 22, picture: false, hides: false, pen: null },
    points: 3,
    heard: {},
    prediction: probabilities.indexOf(confidence),
    confidence,
    probabilities,
    steps: [],
    centring: "",
    sections: { maps: { layers: [] } },
  };
  return pack(header, {
    "scene/points": [new Float64Array(0), 0, 2],
    "scene/lengths": [new Int32Array(0), 0],
    "input/digit": [new Uint8Array(784), 28, 28],
  });
}

const settled = (number: number) =>
  pack(
    { kind: "settled", number, familiar: true, made_with: { steps_off: [], edits: [] }, sections: { maps: {} } },
    { "input/digit": [new Float32Array(784), 28, 28] },
  );

function show(probabilities: readonly number[], changes: Partial<ExplorerTraits>) {
  const opened = openExplorer(undefined, changes);
  opened.kernel.receive(update(1, probabilities));
  vi.advanceTimersToNextFrame();
  opened.kernel.receive(settled(1));
  return opened;
}

const texts = (el: HTMLElement, selector: string): string[] =>
  [...el.querySelectorAll(selector)].map((node) => node.textContent ?? "");

beforeEach(completeBrowser);

test("classes have names, also where they are spoken", () => {
  const { el } = show([0.25, 0.75], { classes: ["cat", "polar bear"] });
  expect(texts(el, ".mnistviz-prediction")).toEqual(["polar bear"]);
  expect(texts(el, ".mnistviz-class")).toEqual(["cat", "polar bear"]);
  expect(contract(el)).toMatchObject({ prediction: "1", confidence: "0.75" });
  const bar = el.querySelectorAll(".mnistviz-bar")[1];
  expect(bar?.getAttribute("aria-label")).toBe("class polar bear");
  expect(el.querySelector(".mnistviz-spoken")?.textContent).toBe("The network reads polar bear, confidence 75.0 %");
  expect(el.querySelectorAll(".mnistviz-samples")).toHaveLength(0);
});

test("independent probabilities are not said to sum to 100 %", () => {
  const { el } = show([0.9, 0.75], { classes: ["cat", "dog"], independent: true });
  expect(el.querySelector(".mnistviz-spoken")?.textContent).toContain("Each class has a probability of its own.");
  expect(el.querySelector(".mnistviz-bars")?.getAttribute("aria-label")).toContain("on its own");
});

test("of many classes the ten most probable are shown, and each row explains the class that it shows", () => {
  const classes = [..."abcdefghijkl"];
  const probabilities = classes.map((_, which) => (which === 11 ? 0.5 : which === 3 ? 0.3 : 0.02));
  const { el, kernel } = show(probabilities, { classes });
  expect(texts(el, ".mnistviz-class")).toEqual([..."ldabcefghi"]);
  expect(texts(el, ".mnistviz-others")).toEqual(["2 other classes have 4.0 % together"]);
  el.querySelectorAll<HTMLElement>(".mnistviz-bar")[1]?.click();
  expect(kernel.get("inspected")).toEqual({ layer: "probabilities", index: [3] });
  const key = new KeyboardEvent("keydown", { key: "0", bubbles: true });
  el.querySelector(".mnistviz-bars")?.dispatchEvent(key);
  expect(kernel.get("inspected")).toEqual({ layer: "probabilities", index: [11] });
});

test("every form of layer has its place", () => {
  const layers = [
    layer("steps", [28, 16]),
    layer("volume", [4, 4, 4, 4], { drawn: false }),
    layer("many", [5, 5, 512]),
    layer("mean", [1, 1, 8], { flat: true }),
    layer("maps", [5, 5, 4]),
    layer("dense", [20]),
  ];
  const { el, kernel } = show([1], { layers, folded: ["maps"] });
  const places = [...el.querySelectorAll<HTMLElement>("[data-layer]")];
  expect(places.map(({ dataset }) => dataset.layer)).toEqual(layers.map(({ name }) => name));
  const scrolled = places.filter((place) => place.querySelector(".mnistviz-scroller"));
  expect(scrolled.map(({ dataset }) => dataset.layer)).toEqual(["steps", "many"]);
  expect(places.filter((place) => !place.querySelector("canvas")).map((place) => place.textContent)).toEqual([
    "volume: of its own",
  ]);
  expect(places.filter((place) => place.classList.contains("mnistviz-units"))).toEqual([places.at(-1)]);
  const fold = places[4] as HTMLDetailsElement;
  expect(fold.open).toBe(false);
  fold.open = true;
  fold.dispatchEvent(new Event("toggle"));
  expect(kernel.get("folded")).toEqual([]);
});

test("if a live model gets other layers, the page is built anew, once", async () => {
  const el = document.createElement("div");
  document.body.replaceChildren(el);
  const live = new FakeModel<ExplorerTraits>(traits());
  const model = live.model as ExplorerModel;
  const end = explorer.render({ model, el } as unknown as Parameters<typeof explorer.render>[0]);
  const listening = live.listening;
  expect(texts(el, "[data-layer] b")).toEqual(["conv", "logits"]);
  live.set("layers", [layer("new", [3, 3, 2])]);
  live.set("classes", ["yes", "no"]);
  await vi.advanceTimersByTimeAsync(0);
  expect(texts(el, "[data-layer] b")).toEqual(["new"]);
  expect(texts(el, ".mnistviz-class")).toEqual(["yes", "no"]);
  expect(el.querySelectorAll(".mnistviz-page")).toHaveLength(1);
  expect(live.listening).toBe(listening); // the former page hears nothing any more
  expect(live.sent.filter(({ kind }) => kind === "ready")).toHaveLength(2);
  end();
  expect(live.listening).toBe(0);
});
