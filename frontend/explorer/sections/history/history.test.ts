// @vitest-environment happy-dom

import { beforeEach, expect, test, vi } from "vitest";
import { completeBrowser, message } from "../../../testing/browser";
import { openComputing as open, update } from "../../../testing/computing_page";
import { contract } from "../../../testing/explorer";
import { pack, type Sample } from "../../../testing/pack";

const playFrame = (): unknown => vi.advanceTimersToNextFrame();

beforeEach(completeBrowser);

/** Opens the section on how the answer came about, with three points on the pad. */
async function openHistory() {
  const explorer = await open();
  const { el, kernel, pointer } = explorer;
  for (const x of [80, 140, 200]) pointer(x === 80 ? "pointerdown" : "pointermove", x, 60);
  pointer("pointerup", 200, 60);
  kernel.model.set("history_open", true);
  playFrame();
  const slider = el.querySelector<HTMLInputElement>(".mnistviz-moment-slider input") as HTMLInputElement;
  const go = (points: number): void => {
    slider.value = String(points);
    slider.dispatchEvent(new Event("input"));
    playFrame();
  };
  return { ...explorer, slider, go };
}

test("the slider takes the whole page back to a moment, and the pen to now", async () => {
  const { el, pen, slider, go, pointer } = await openHistory();
  const confidences = new Map<number, string | null>();
  const note = el.querySelector<HTMLElement>(".mnistviz-moment") as HTMLElement;
  expect([slider.min, slider.max, slider.value]).toEqual(["0", "3", "3"]);
  for (const points of [2, 1]) {
    go(points);
    expect(contract(el)).toMatchObject({ points: String(points), prediction: "7" });
    confidences.set(points, contract(el).confidence ?? null);
    expect(note.hidden).toBe(false);
  }
  expect(confidences.get(1)).not.toBe(confidences.get(2));
  expect(note.textContent).toContain("after one point");
  go(0);
  expect(contract(el)).toMatchObject({ points: "0", prediction: "" });
  note.querySelector("button")?.click();
  playFrame();
  expect(contract(el)).toMatchObject({ points: "3" });
  expect(note.hidden).toBe(true);
  go(2);
  pointer("pointerdown", 20, 200);
  playFrame();
  expect(contract(el)).toMatchObject({ points: "4" });
  expect([slider.max, slider.value]).toEqual(["4", "4"]);
  vi.advanceTimersByTime(200);
  const rewinds = pen().flatMap(({ events }) => events.filter(([kind]) => kind === "rewind"));
  expect(rewinds.map(([, points]) => points)).toEqual([2, 1, 0, null, 2]);
});

test("the history is computed once the pen rests, and says what each moment gave", async () => {
  const { el, slider, go } = await openHistory();
  const told = (): string => el.querySelector(".mnistviz-history .mnistviz-caption:last-child")?.textContent ?? "";
  expect(told()).toContain("0 of 3 moments");
  await vi.waitFor(() => expect(told()).toContain("3 of 3 moments computed. The answer has never changed."));
  expect(el.querySelectorAll(".mnistviz-history-plot g path")).toHaveLength(10);
  expect(el.querySelector(".mnistviz-history-class")?.textContent).toBe("7");
  go(2);
  const share = `${(100 * Number(contract(el).confidence)).toFixed(1)} %`;
  expect(slider.getAttribute("aria-valuetext")).toBe(`Point 2 of 3: 7, ${share}`);
});

test("without its network the page shows the kernel's history, and computes its own no more", async () => {
  const { el, kernel } = await openHistory();
  const told = (): string => el.querySelector(".mnistviz-history .mnistviz-caption:last-child")?.textContent ?? "";
  kernel.receive(pack({ kind: "network", layers: null }));
  const header = { moments: [1, 3], predictions: [2, 4], total: 3, strokes: [3], moment: null, picture: false };
  const [content] = update(2, [80, 60, 140, 60, 200, 60]);
  const probabilities = Float32Array.from({ length: 20 }, (_, i) => (i === 2 || i === 14 ? 1 : 0));
  const arrays: Record<string, Sample> = {
    "scene/points": [Float64Array.from([80, 60, 140, 60, 200, 60]), 3, 2],
    "scene/lengths": [Int32Array.from([3]), 1],
    "input/digit": [new Uint8Array(784), 28, 28],
    "history/probabilities": [probabilities, 2, 10],
  };
  kernel.receive(pack({ ...content, sections: { history: header } }, arrays));
  playFrame();
  expect(told()).toBe("2 of 3 moments computed. Changes: 2 \u2192 4 at point 3.");
  vi.advanceTimersByTime(500);
  for (let turn = 0; turn < 3; turn++) await message(); // a slice would have come
  expect(told()).toBe("2 of 3 moments computed. Changes: 2 \u2192 4 at point 3.");
});

test("what the kernel says while an earlier moment is shown does not bring back now", async () => {
  const { el, kernel, pen, go } = await openHistory();
  vi.advanceTimersByTime(200);
  go(1);
  const page = pen()[0]?.page ?? "";
  kernel.receive(update(2, [80, 60, 140, 60, 200, 60], { [page]: 4 })); // it has heard the stroke alone
  playFrame();
  expect(contract(el)).toMatchObject({ points: "1" });
});
