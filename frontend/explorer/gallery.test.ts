// @vitest-environment happy-dom

import { beforeEach, expect, test, vi } from "vitest";
import { completeBrowser } from "../testing/browser";
import { openExplorer } from "../testing/explorer";
import { pack } from "../testing/pack";
import type { Samples } from "./traits";

const GIVEN = "dog: as it is, not framed";
const PIXELS = Uint8Array.from({ length: 3 * 4 * 3 }, (_, i) => 7 * i); // 3 rows, 4 columns, colours
const SAMPLES: Samples = {
  pictures: new DataView(Uint8Array.from({ length: 2 * PIXELS.length }, (_, i) => i).buffer),
  shape: [3, 4, 3],
  names: ["cat", "dog"],
  given: true,
  more: true,
};

/** An update of the kernel with a picture on the pad, or with a drawing. */
function update(number: number, given: string | null) {
  const scene = { base: 0, strokes: 0, points: 0, brush: 22, picture: given !== null, given, hides: false, pen: null };
  const header = { kind: "update", number, scene, points: 0, heard: {}, prediction: 1, confidence: 0.7, steps: [] };
  return pack(
    { ...header, probabilities: [0.3, 0.7], centring: given ?? "", sections: { maps: { layers: [] } } },
    {
      "scene/points": [new Float64Array(0), 0, 2],
      "scene/lengths": [new Int32Array(0), 0],
      "input/digit": given === null ? [new Uint8Array(784), 28, 28] : [PIXELS, 3, 4, 3],
    },
  );
}

function open(samples: Partial<Samples> = {}) {
  const opened = openExplorer(undefined, {
    classes: ["cat", "dog"],
    samples: { ...SAMPLES, ...samples },
    steps_off: ["crop"],
  });
  const find = (selector: string): HTMLElement => opened.el.querySelector<HTMLElement>(selector) as HTMLElement;
  const buttons = (): HTMLButtonElement[] => [
    ...opened.el.querySelectorAll<HTMLButtonElement>(".mnistviz-samples button"),
  ];
  const show = (number: number, given: string | null): void => {
    opened.kernel.receive(update(number, given));
    vi.advanceTimersToNextFrame();
  };
  return { ...opened, find, buttons, show };
}

beforeEach(completeBrowser);

test("each sample has the name of its class, as text, title and for those who listen", () => {
  const { buttons } = open();
  expect(buttons().map((one) => one.textContent)).toEqual(["cat", "dog"]);
  expect(buttons().map((one) => one.title)).toEqual(["cat", "dog"]);
  expect(buttons().map((one) => one.getAttribute("aria-label"))).toEqual(["cat: sample 1", "dog: sample 2"]);
  expect(buttons().map((one) => one.tabIndex)).toEqual([0, -1]);
  const sizes = buttons().map((one) => one.querySelector("canvas") as HTMLCanvasElement);
  expect(sizes.map(({ width, height }) => [width, height])).toEqual([
    [4, 3],
    [4, 3],
  ]);
});

test("a click tells the kernel which sample, and other samples take the places of these", () => {
  const { kernel, buttons, find } = open();
  buttons()[1]?.click();
  expect(kernel.sent.at(-1)).toEqual({ kind: "sample", index: 1 });
  find(".mnistviz-more").click();
  expect(kernel.sent.at(-1)).toEqual({ kind: "more" });
  kernel.set("samples", { ...SAMPLES, names: ["dog", "fish"] });
  expect(buttons().map((one) => one.textContent)).toEqual(["dog", "fish"]);
});

test("there is no button for others if all are shown", () => {
  expect(open({ more: false }).find(".mnistviz-more").hidden).toBe(true);
});

test("what the network sees has the size and the colours of the picture, until one draws", () => {
  const { find, show, el, page } = open();
  show(1, GIVEN);
  const strip = page as unknown as { stage: { digit: { read(): string; cursor: object | null } } };
  const { digit } = strip.stage;
  digit.cursor = { channel: 0, row: 1, column: 2 };
  const codes = [18, 19, 20].map((place) => (PIXELS[place] ?? 0) / 255); // (4 + 2) * 3
  expect(digit.read()).toBe(`digit, row 1, column 2: about ${codes.map((share) => share.toPrecision(2)).join(", ")}`);
  (page as unknown as { stage: { point(strip: object, loud: boolean): void } }).stage.point(digit, false);
  expect(find(".mnistviz-readout").textContent).toContain("row 1, column 2");
  expect(find("figcaption").textContent).toBe(GIVEN);
  const { classList } = find(".mnistviz-framing > canvas");
  expect(classList.contains("mnistviz-paper")).toBe(false); // or the dark theme would invert it
  expect(el.classList.contains("mnistviz-given")).toBe(true);
  show(2, null);
  expect(find(".mnistviz-readout").textContent).toBe("Point at a value to read it, click to explain it");
  expect(find("figcaption").textContent).toBe("");
  expect(find(".mnistviz-framing > canvas").classList.contains("mnistviz-paper")).toBe(true);
  expect(el.classList.contains("mnistviz-given")).toBe(false);
});
