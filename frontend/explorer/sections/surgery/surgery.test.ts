// @vitest-environment happy-dom

import { beforeEach, expect, test, vi } from "vitest";
import { useLanguage } from "../../../core/text";
import { completeBrowser } from "../../../testing/browser";
import { openExplorer } from "../../../testing/explorer";
import { pack, type Sample } from "../../../testing/pack";
import { BLANK_UPDATE, type ExplorerTraits } from "../../traits";
import { SurgerySection } from ".";
import { numberIn, numbersIn } from "./number_field";

const PLAIN = { window: null, strides: null, dilation: [1, 1], padding: "valid", groups: 1, constants: {} } as const;
const LINEAR = { activation: "linear", function: "linear", signed: true } as const;
const LAYERS = [
  { ...PLAIN, ...LINEAR, name: "conv", kind: "Conv2D", shape: [14, 14, 2], window: [2, 2], strides: [2, 2] },
  { ...PLAIN, ...LINEAR, name: "flat", kind: "Flatten", shape: [392] },
  { ...PLAIN, ...LINEAR, name: "logits", kind: "Dense", shape: [10] },
  {
    ...PLAIN,
    ...LINEAR,
    name: "probabilities",
    kind: "Softmax",
    shape: [10],
    activation: "softmax",
    function: "softmax",
  },
];
const ARRAYS: Record<string, Sample> = {
  "conv/kernel": [Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8), 2, 1, 2, 2],
  "conv/bias": [Float32Array.of(0.5, -0.5), 2],
  "logits/kernel": [Float32Array.from({ length: 3920 }, (_, i) => (i % 10) / 1000), 392, 10],
  "logits/bias": [new Float32Array(10), 10],
};
const NO_RANKING = { progress: null, error: null, found: null };

beforeEach(completeBrowser);

function open(changes: Partial<ExplorerTraits> = { surgery_open: true }, layers: object | null = LAYERS) {
  const { kernel, el } = openExplorer([new SurgerySection()], changes);
  let number = 0;
  const tell = (surgery: object | null): void => {
    const arrays: Record<string, Sample> = {
      "scene/points": [new Float64Array(0), 0, 2],
      "scene/lengths": [new Int32Array(0), 0],
      ...(layers ? {} : { "input/digit": [new Uint8Array(784), 28, 28] as Sample }),
    };
    number += 1;
    kernel.receive(pack({ ...BLANK_UPDATE, number, sections: surgery ? { surgery } : {} }, arrays));
    vi.runAllTimers();
  };
  kernel.receive(pack({ kind: "network", layers }, layers ? ARRAYS : {}));
  tell({ problem: null, is_counted: true, accuracy: null, ranking: NO_RANKING });
  const field = (name: string) => {
    const own = el.querySelector<HTMLInputElement>(`.mnistviz-surgery [aria-label="${name}"]`);
    return own as HTMLInputElement;
  };
  const type = (name: string, value: string): void => {
    field(name).value = value;
    field(name).dispatchEvent(new Event("input"));
    field(name).dispatchEvent(new Event("change"));
    vi.runAllTimers();
  };
  const press = (name: string): void => {
    const buttons = [...el.querySelectorAll<HTMLButtonElement>(".mnistviz-surgery button")];
    buttons.find((one) => (one.getAttribute("aria-label") ?? one.textContent) === name)?.click();
    vi.runAllTimers();
  };
  const choose = (layer: string): void => {
    const select = el.querySelector<HTMLSelectElement>(".mnistviz-surgery select") as HTMLSelectElement;
    select.value = layer;
    select.dispatchEvent(new Event("change"));
    vi.runAllTimers();
  };
  const said = (selector: string): string => el.querySelector(selector)?.textContent ?? "";
  const edits = (): unknown => kernel.get("edits");
  return { kernel, el, tell, field, type, press, choose, said, edits };
}

test("buttons and fields make records", () => {
  const { type, press, choose, edits, kernel } = open();
  type("filter", "1");
  press("Silence filter 1 of conv");
  type("row 1, column 0", "-0,5");
  type("bias", "1e2");
  choose("logits");
  type("unit", "3");
  type("input", "17");
  type("its weight", "0.1");
  press("shuffle all weights of logits");
  press("shuffle all weights of logits");
  expect(edits()).toEqual([
    { do: "silence", layer: "conv", index: 1 },
    { do: "weight", layer: "conv", index: [1, 0, 0, 1], value: -0.5 },
    { do: "bias", layer: "conv", index: 1, value: 100 },
    { do: "weight", layer: "logits", index: [17, 3], value: Math.fround(0.1) },
    { do: "shuffle", layer: "logits", seed: 0 },
    { do: "shuffle", layer: "logits", seed: 1 },
  ]);
  expect(kernel.sent.filter(({ kind }) => kind === "network")).toEqual([]);
});

test("the fields show the weights of the edited network", () => {
  const { type, press, field, said } = open();
  expect(field("row 1, column 0").value).toBe("3");
  type("filter", "1");
  expect(field("row 1, column 0").value).toBe("7");
  expect(field("bias").value).toBe("-0.5");
  press("Silence filter 1 of conv");
  expect(field("row 1, column 0").value).toBe("0");
  expect(said(".mnistviz-edits")).toBe("filter 1 of conv silenced");
  expect(said(".mnistviz-said")).toBe("filter 1 of conv silenced");
  press("undo the last edit");
  expect(field("row 1, column 0").value).toBe("7");
  expect(said(".mnistviz-said")).toBe("Undone: filter 1 of conv silenced");
});

test("rows of numbers are pasted into the kernel", () => {
  const { el, edits, said } = open();
  const kernel = el.querySelector(".mnistviz-kernel") as HTMLElement;
  const paste = (text: string): void => {
    const event = Object.assign(new Event("paste", { cancelable: true }), { clipboardData: { getData: () => text } });
    kernel.dispatchEvent(event);
    vi.runAllTimers();
  };
  paste("1 0 -1");
  expect(said(".mnistviz-refused")).toContain("4 weights here, but 3 numbers");
  expect(edits()).toEqual([]);
  paste("[[1, 0],\n [-1, 2.5]]");
  expect(said(".mnistviz-refused")).toBe("");
  const values = [
    [1, 0],
    [-1, 2.5],
  ];
  expect(edits()).toEqual([{ do: "kernel", layer: "conv", index: 0, channel: 0, values }]);
});

test("what is no number stays in its field and is answered", () => {
  const { type, field, edits, said, tell } = open();
  for (const wrong of ["much", "", "1e99", "1.2.3"]) {
    type("row 0, column 0", wrong);
    expect(said(".mnistviz-refused")).toContain(`“${wrong}” is not a number`);
    tell({ problem: null, is_counted: true, accuracy: null, ranking: NO_RANKING });
    expect(field("row 0, column 0").value).toBe(wrong);
    expect(field("row 0, column 0").getAttribute("aria-invalid")).toBe("true");
  }
  type("filter", "2");
  expect(said(".mnistviz-refused")).toContain("There is no filter “2”");
  expect(said(".mnistviz-refused")).toContain("from 0 to 1");
  expect(edits()).toEqual([]);
  type("row 0, column 0", "4");
  expect(said(".mnistviz-refused")).toBe("");
  expect(field("row 0, column 0").hasAttribute("aria-invalid")).toBe(false);
});

test("an edit that would not do what it says is refused", () => {
  const { choose, press, type, edits, said } = open();
  choose("logits");
  press("Silence unit 0 of logits");
  expect(said(".mnistviz-refused")).toContain(
    "Nothing can silence unit 0 of logits: the activation in 'probabilities'",
  );
  type("bias", "3e38");
  expect(edits()).toHaveLength(1); // very sure, but still a number
  choose("conv");
  type("bias", "3e38");
  expect(said(".mnistviz-refused")).toContain("some probabilities are no numbers");
  expect(edits()).toHaveLength(1);
});

test("folded, a line says that the network is edited, and restores it", () => {
  const { el, kernel, edits } = open({ edits: [{ do: "silence", layer: "conv", index: 1 }] });
  const notice = el.querySelector<HTMLElement>(".mnistviz-edited") as HTMLElement;
  expect(notice.hidden).toBe(false);
  expect(notice.textContent).toContain("filter 1 of conv silenced");
  kernel.set("edits", [...kernel.get("edits"), { do: "shuffle", layer: "logits", seed: 0 }]);
  expect(notice.textContent).toContain("2 times; the last time: weights of logits shuffled");
  notice.querySelector("button")?.click();
  expect(edits()).toEqual([]);
  expect(notice.hidden).toBe(true);
});

test("the microscope chooses the filter that its value comes from", () => {
  const { kernel, field, el } = open();
  kernel.set("inspected", { layer: "flat", index: [7] });
  expect(field("filter").value).toBe("1");
  expect(el.querySelector<HTMLSelectElement>(".mnistviz-surgery select")?.value).toBe("conv");
  kernel.set("inspected", { layer: "probabilities", index: [4] });
  expect(field("unit").value).toBe("4");
});

test("an accuracy of former edits is marked", () => {
  const { tell, press, el, said } = open();
  const line = el.querySelector(".mnistviz-accuracy") as HTMLElement;
  expect(line.textContent).toContain("Counting");
  const told = { problem: null, is_counted: true, ranking: NO_RANKING };
  tell({ ...told, accuracy: { edits: [], share: 0.995, original: 0.995, is_old: false } });
  expect(line.textContent).toBe("The original reads 99.5 % of 1,000 training digits of MNIST correctly.");
  press("Silence filter 0 of conv");
  expect(line.classList.contains("mnistviz-old")).toBe(true);
  expect(line.textContent).toContain("Before the last change it was 99.5 %");
  const edits = [{ do: "silence", layer: "conv", index: 0 }];
  tell({ ...told, accuracy: { edits, share: 0.5, original: 0.995, is_old: false } });
  expect(said(".mnistviz-accuracy")).toContain("This network reads 50.0 % of 1,000");
  expect(line.classList.contains("mnistviz-old")).toBe(false);
  tell({ ...told, accuracy: { edits, share: 0.5, original: 0.995, is_old: true } });
  expect(line.classList.contains("mnistviz-old")).toBe(true);
});

test("a ranking is asked for, stopped, and silences by its buttons", () => {
  const { kernel, tell, press, el, edits, said } = open();
  const told = { problem: null, is_counted: true, accuracy: null };
  const digits = el.querySelectorAll<HTMLSelectElement>(".mnistviz-surgery select")[1] as HTMLSelectElement;
  digits.value = "7";
  press("rank");
  expect(kernel.get("ranking")).toEqual({ layer: "conv", digit: 7, number: 1 });
  tell({ ...told, ranking: { progress: 0.25, error: null, found: null } });
  expect(el.querySelector("progress")?.hidden).toBe(false);
  expect(el.querySelector("progress")?.value).toBe(0.25);
  press("stop");
  expect(kernel.get("ranking")).toBeNull();
  const rows = [
    { index: 1, cost: 0.03, recall_cost: 0.1 },
    { index: 0, cost: -0.001, recall_cost: 0 },
  ];
  tell({ ...told, ranking: { progress: null, error: null, found: { edits: [], layer: "conv", digit: 7, rows } } });
  expect([...el.querySelectorAll("tbody td")].map((cell) => cell.textContent)).toEqual([
    ...["1", "10.0 %", "3.0 %"],
    ...["0", "0.0 %", "-0.1 %"],
  ]);
  press("Silence filter 1 of conv");
  expect(edits()).toEqual([{ do: "silence", layer: "conv", index: 1 }]);
  expect(el.querySelector(".mnistviz-ranking")?.classList.contains("mnistviz-old")).toBe(true);
  expect(said(".mnistviz-surgery")).toContain("The network was changed after this ranking.");
});

test("closed it computes nothing, and nothing is shown", () => {
  const section = new SurgerySection();
  const { kernel } = openExplorer([section], { edits: [] });
  const state = { settings: kernel.model, original: null } as never;
  expect(section.compute(state)).toBeNull();
});

test("a network that the page can't run is not edited, and a sentence says why", () => {
  const { tell, el, said } = open({ surgery_open: true }, null);
  expect(said(".mnistviz-surgery")).toContain("its weights are changing");
  tell({ problem: "The layer add reads two layers." });
  expect(said(".mnistviz-surgery")).toContain("The layer add reads two layers.");
  expect(el.querySelector<HTMLElement>(".mnistviz-surgery-controls")?.parentElement?.hidden).toBe(true);
});

test("without a notebook kernel, a sentence stands in the place of accuracy and ranking", () => {
  const { el, said } = open({ surgery_open: true, has_kernel: false });
  expect(said(".mnistviz-surgery")).toContain("are counted in a notebook only");
  expect(el.querySelector<HTMLElement>(".mnistviz-accuracy")?.hidden).toBe(true);
});

test("numbers are read as people write them", () => {
  expect([numberIn("0,5"), numberIn("\u22122"), numberIn(""), numberIn("x")]).toEqual([0.5, -2, NaN, NaN]);
  expect(numbersIn("[[1, 0, -1],\n[.5; 2e1 3]]")).toEqual([1, 0, -1, 0.5, 20, 3]);
});

test("where the language has a decimal comma, pasted numbers may have it", () => {
  useLanguage("de");
  expect(numbersIn("0,5 1; -2,25\n3, 4")).toEqual([0.5, 1, -2.25, 3, 4]);
  expect(numbersIn("[[0.5,1],[-2.25,3]]")).toEqual([0.5, 1, -2.25, 3]);
  useLanguage("en");
  expect(numbersIn("1,2")).toEqual([1, 2]);
});
