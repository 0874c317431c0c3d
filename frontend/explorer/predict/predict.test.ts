// @vitest-environment happy-dom

import { beforeEach, expect, test, vi } from "vitest";
import { completeBrowser } from "../../testing/browser";
import { openComputing, playFrame, settled, update } from "../../testing/computing_page";
import { contract, openExplorer } from "../../testing/explorer";
import { pack } from "../../testing/pack";

const REST = 800; // milliseconds: longer than the pen has to rest

beforeEach(() => {
  completeBrowser();
  localStorage.clear();
});

const texts = (el: HTMLElement, selector: string): string[] =>
  [...el.querySelectorAll(selector)].map((node) => node.textContent ?? "");
const words = (el: HTMLElement): string => texts(el, ".mnistviz-predict-words").join();
const choices = (el: HTMLElement): HTMLElement[] => [
  ...el.querySelectorAll<HTMLElement>(".mnistviz-predict-choices button"),
];
const isCovered = (el: HTMLElement): boolean => el.classList.contains("mnistviz-covered");

/** Everything that could tell the answer in the bars and above them. */
function answerIn(el: HTMLElement): string {
  const bars = [...el.querySelectorAll(".mnistviz-bar")];
  const values = bars.flatMap((bar) => [bar.getAttribute("aria-valuenow"), bar.getAttribute("aria-valuetext")]);
  const winners = el.querySelectorAll(".mnistviz-winner").length;
  const shown = texts(el, ".mnistviz-prediction, .mnistviz-confidence, .mnistviz-number, .mnistviz-spoken");
  return [winners, ...shown, ...values, el.dataset.prediction, el.dataset.confidence].join(" ");
}

/** A page that computes by itself, in the mode, with a stroke that was drawn. */
async function drawn() {
  const explorer = await openComputing();
  const { kernel, pointer } = explorer;
  kernel.set("predict_first", true);
  const draw = (x: number): void => {
    pointer("pointerdown", x, 60);
    pointer("pointermove", x, 200);
    pointer("pointerup", x, 200);
    playFrame();
  };
  draw(80);
  return { ...explorer, draw };
}

test("without the mode nothing asks and nothing is covered", async () => {
  const { el, pointer } = await openComputing();
  pointer("pointerdown", 80, 60);
  playFrame();
  vi.advanceTimersByTime(REST);
  expect(contract(el)).toMatchObject({ prediction: "7" });
  expect(el.dataset.predict).toBeUndefined();
  expect(el.querySelector(".mnistviz-predict")?.children).toHaveLength(0);
  expect(isCovered(el)).toBe(false);
});

test("the answer is covered until a guess is made, and belongs to the digit then", async () => {
  const { el } = await drawn();
  expect(el.dataset.predict).toBe("wait");
  expect(contract(el)).toMatchObject({ points: "2", prediction: "", confidence: "" });
  expect(answerIn(el)).not.toMatch(/[1-9]/);
  expect(choices(el)).toEqual([]);
  vi.advanceTimersByTime(REST);
  expect(el.dataset.predict).toBe("ask");
  expect(words(el)).toBe("Which digit will the network say?");
  expect(isCovered(el)).toBe(true);
  expect(answerIn(el)).not.toMatch(/[1-9]/);
  choices(el)[3]?.click();
  expect(el.dataset.predict).toBe("told");
  expect(isCovered(el)).toBe(false);
  expect(contract(el)).toMatchObject({ points: "2", prediction: "7" });
  const confidence = (100 * Number(el.dataset.confidence)).toFixed(1);
  expect(words(el)).toBe(`You said 3; the network says 7 (${confidence} %).`);
  expect(texts(el, ".mnistviz-confidence")).toEqual([`${confidence} %`]);
});

test("a question comes when the pen rests, not while it is down or between two strokes", async () => {
  const { el, pointer, draw } = await drawn();
  vi.advanceTimersByTime(400);
  draw(160);
  vi.advanceTimersByTime(400);
  expect(el.dataset.predict).toBe("wait");
  pointer("pointerdown", 100, 100);
  playFrame();
  vi.advanceTimersByTime(5 * REST);
  expect(el.dataset.predict).toBe("wait");
  pointer("pointerup", 100, 100);
  playFrame();
  vi.advanceTimersByTime(REST);
  expect(el.dataset.predict).toBe("ask");
});

test("keys choose, also on the pad, and do nothing else while there is no question", async () => {
  const { el, pad } = await drawn();
  const press = (target: Element, key: string, more: KeyboardEventInit = {}): boolean =>
    target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
  press(pad, "7");
  expect(el.dataset.predict).toBe("wait");
  vi.advanceTimersByTime(REST);
  press(pad, "7", { ctrlKey: true });
  press(el.querySelector(".mnistviz-typed input") as Element, "7");
  expect(el.dataset.predict).toBe("ask");
  expect(press(pad, "7")).toBe(false); // the notebook does not hear it
  expect(el.dataset.predict).toBe("told");
  expect(words(el)).toContain("You said 7, and so does the network");
});

test("another stroke covers at once and needs another guess; an undo brings back what was guessed", async () => {
  const { el, kernel, pointer, draw } = await drawn();
  vi.advanceTimersByTime(REST);
  choices(el)[7]?.click();
  pointer("pointerdown", 160, 60);
  playFrame();
  expect(contract(el)).toMatchObject({ points: "3", prediction: "" });
  expect(isCovered(el)).toBe(true);
  expect(words(el)).toBe("");
  pointer("pointerup", 160, 60);
  [...el.querySelectorAll<HTMLElement>(".mnistviz-buttons button")][0]?.click();
  playFrame();
  expect(contract(el)).toMatchObject({ points: "2", prediction: "7" });
  expect(words(el)).toContain("You said 7");
  draw(160);
  vi.advanceTimersByTime(REST);
  expect(el.dataset.predict).toBe("ask");
  kernel.set("predict_first", false);
  expect(contract(el)).toMatchObject({ points: "4", prediction: "7" });
  expect(isCovered(el)).toBe(false);
});

test("what the kernel says at rest stays covered, and is what the guess is judged by", async () => {
  const { el, kernel, pen } = await drawn();
  vi.advanceTimersByTime(200);
  const page = pen()[0]?.page ?? "";
  kernel.receive(update(2, [80, 60, 80, 200], { [page]: 3 }));
  playFrame();
  const logits = new Float32Array(10);
  logits[4] = 1;
  kernel.receive(settled(2, logits, new Float32Array(784).fill(0.5)));
  expect(answerIn(el)).not.toMatch(/[1-9]/);
  vi.advanceTimersByTime(REST);
  choices(el)[4]?.click();
  const share = Math.E / (Math.E + 9);
  expect(Number(el.dataset.confidence)).toBeCloseTo(share, 6);
  expect(words(el)).toBe(`You said 4, and so does the network (${(100 * share).toFixed(1)} %).`);
  expect(el.dataset.truth).toBe("kernel");
});

test("if the answer becomes another one without another digit, the result is marked as a former one", async () => {
  const { el, kernel } = await drawn();
  vi.advanceTimersByTime(REST);
  choices(el)[7]?.click();
  const former = words(el);
  kernel.set("steps_off", ["crop", "scale", "line", "centre"]);
  playFrame();
  expect(contract(el)).toMatchObject({ prediction: "7" });
  expect(words(el)).toBe(`${former} That was so when you guessed; by now something else is shown.`);
});

test("the kinds of questions take turns; up or down is asked about a change", async () => {
  const { el, draw } = await drawn();
  const select = el.querySelector<HTMLSelectElement>(".mnistviz-predict-wish select") as HTMLSelectElement;
  select.value = "turn";
  select.dispatchEvent(new Event("change"));
  const asked: string[] = [];
  for (const x of [100, 130, 160, 190]) {
    vi.advanceTimersByTime(REST);
    asked.push(words(el));
    choices(el)[0]?.click();
    draw(x);
  }
  expect(asked[0]).toBe("Which digit will the network say?");
  expect(asked[1]).toBe("How sure will the network be?");
  expect(asked[2]).toMatch(/^Before this change, the network gave the 7 \d+\.\d %/); // there are no maps to ask about
  expect(asked[3]).toBe("Which digit will the network say?");
});

test("guesses are recorded in the browser, listed, and deleted only if the learner is sure", async () => {
  const { el, kernel, draw } = await drawn();
  vi.advanceTimersByTime(REST);
  choices(el)[3]?.click();
  draw(160);
  vi.advanceTimersByTime(REST);
  choices(el)[7]?.click();
  expect(texts(el, ".mnistviz-guesses .mnistviz-title")).toEqual(["your guesses: 2, of which 1 agreed"]);
  const lines = texts(el, ".mnistviz-guess-list li");
  expect(lines[0]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d, which answer: you 7, network 7 \(agreed\)$/);
  expect(lines[1]).toMatch(/you 3, network 7 \(differed\)$/);
  expect(kernel.sent.every((message) => !JSON.stringify(message).includes("guess"))).toBe(true);
  const press = (name: string): void =>
    [...el.querySelectorAll<HTMLElement>(".mnistviz-guesses button")].find((one) => one.textContent === name)?.click();
  press("Delete the record");
  press("Keep");
  expect(texts(el, ".mnistviz-guess-list li")).toHaveLength(2);
  press("Delete the record");
  press("Delete");
  expect(texts(el, ".mnistviz-guesses .mnistviz-title")).toEqual(["your guesses: none yet"]);
  expect(localStorage.getItem("mnistviz-guesses-1")).toBe("[]");
});

/** An update of a kernel that computes for the page. */
function computed(number: number, points: readonly number[], prediction: number) {
  const header = {
    kind: "update",
    number,
    scene: { base: 0, strokes: 0, points: 0, brush: 22, picture: false, hides: false, pen: null, moment: null },
    points: points.length / 2,
    heard: {},
    prediction,
    confidence: 0.875,
    probabilities: Array.from({ length: 10 }, (_, digit) => (digit === prediction ? 0.875 : 0.0125)),
    steps: [],
    centring: "",
    sections: { maps: { layers: [] } },
  };
  return pack(header, {
    "scene/points": [Float64Array.from(points), points.length / 2, 2],
    "scene/lengths": [Int32Array.of(points.length / 2), 1],
    "input/digit": [new Uint8Array(784), 28, 28],
  });
}

test("where the kernel computes, its updates are covered, too", () => {
  const { el, kernel } = openExplorer(undefined, { predict_first: true });
  kernel.receive(computed(1, [80, 60, 200, 60], 7));
  playFrame();
  expect(kernel.sent.at(-1)).toEqual({ kind: "painted", number: 1 });
  kernel.receive(
    pack(
      { kind: "settled", number: 1, familiar: false, made_with: { steps_off: [], edits: [] }, sections: { maps: {} } },
      { "input/digit": [new Float32Array(784), 28, 28] },
    ),
  );
  vi.advanceTimersByTime(3 * REST);
  expect(answerIn(el)).not.toMatch(/[1-9]/);
  expect(el.querySelector<HTMLElement>(".mnistviz-flag")?.hidden).toBe(true);
  choices(el)[2]?.click();
  expect(contract(el)).toMatchObject({ prediction: "7", confidence: "0.875" });
  expect(words(el)).toBe("You said 2; the network says 7 (87.5 %).");
  expect(texts(el, ".mnistviz-spoken").join()).toContain("The network reads 7");
  vi.advanceTimersByTime(3 * REST);
  expect(el.querySelector<HTMLElement>(".mnistviz-flag")?.hidden).toBe(false); // it follows the guess
  kernel.receive(computed(2, [80, 60, 200, 160], 1));
  playFrame();
  expect(contract(el)).toMatchObject({ prediction: "" });
  kernel.receive(computed(3, [80, 60, 200, 60], 7)); // the former digit is back
  playFrame();
  expect(contract(el)).toMatchObject({ prediction: "7" });
});

test("a guess uncovers the other views of the same explorer on the page, and no other explorer", () => {
  const shown = { predict_first: true, canvas: "IPY_MODEL_1" };
  const [one, other, stranger] = [shown, shown, { ...shown, canvas: "IPY_MODEL_2" }].map((changes) =>
    openExplorer([], changes),
  );
  for (const view of [one, other, stranger]) view?.kernel.receive(computed(1, [80, 60, 200, 60], 7));
  playFrame();
  vi.advanceTimersByTime(REST);
  choices(one?.el as HTMLElement)[7]?.click();
  expect([other?.el.dataset.predict, other?.el.dataset.prediction]).toEqual(["told", "7"]);
  expect([stranger?.el.dataset.predict, stranger?.el.dataset.prediction]).toEqual(["ask", ""]);
  for (const view of [one, other, stranger]) view?.page.close();
});

test("blank paper asks for a digit", () => {
  const { el, page } = openExplorer(undefined, { predict_first: true });
  expect(el.dataset.predict).toBe("draw");
  expect(texts(el, ".mnistviz-predict-hint").join()).toContain("Draw a digit.");
  page.close();
});
