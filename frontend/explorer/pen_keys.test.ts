// @vitest-environment happy-dom

import { beforeEach, expect, test, vi } from "vitest";
import { completeBrowser } from "../testing/browser";
import { openComputing, playFrame, settled } from "../testing/computing_page";
import { contract } from "../testing/explorer";
import { pack } from "../testing/pack";

beforeEach(completeBrowser);

async function openKeys() {
  const explorer = await openComputing();
  const press = (...keys: string[]): void => {
    for (const key of keys) {
      const [name = key, shift] = key.split("+").reverse();
      const options = { key: name === "Space" ? " " : name, shiftKey: shift === "Shift", bubbles: true };
      explorer.pad.dispatchEvent(new KeyboardEvent("keydown", options));
    }
  };
  const events = (): unknown[] => {
    vi.advanceTimersByTime(250);
    return explorer.pen().flatMap((batch) => batch.events);
  };
  const spoken = (): string => explorer.el.querySelector(".mnistviz-spoken")?.textContent ?? "";
  const cursor = explorer.el.querySelector<HTMLElement>(".mnistviz-pen") as HTMLElement;
  return { ...explorer, press, events, spoken, cursor };
}

test("arrow keys move the pen from the middle, with Shift further, and no further than the edge", async () => {
  const { press, events, cursor } = await openKeys();
  press("ArrowUp", "Shift+ArrowLeft", "Space", "ArrowDown", "Shift+ArrowRight", "Space");
  expect(events()).toEqual([["down", 120, 136], ["move", 120, 140], ["move", 140, 140], ["up"]]);
  press(...Array<string>(20).fill("Shift+ArrowRight"), "ArrowUp");
  expect([cursor.style.left, cursor.style.top]).toEqual(["100%", `${(100 * 136) / 280}%`]);
});

test("Escape lifts the pen, and then leaves the pad", async () => {
  const { press, events, pad, cursor } = await openKeys();
  pad.focus();
  press("Space", "Escape", "ArrowRight");
  expect(events()).toEqual([["down", 140, 140], ["up"]]);
  expect(cursor.classList.contains("mnistviz-down")).toBe(false);
  expect(document.activeElement).toBe(pad);
  press("Escape");
  expect(document.activeElement).not.toBe(pad);
  expect(cursor.hidden).toBe(true);
});

test("what the keyboard's pen draws is undone as the mouse's", async () => {
  const { press, el } = await openKeys();
  press("Space", "ArrowRight", "Escape");
  playFrame();
  expect(contract(el)).toMatchObject({ points: "2", prediction: "7" });
  press("Delete");
  playFrame();
  expect(contract(el)).toMatchObject({ points: "0" });
});

test("the pen's place is said when the keys rest, and not at every step", async () => {
  const { press, kernel, spoken, el } = await openKeys();
  kernel.receive(settled(1, new Float32Array(10), new Float32Array(784)));
  expect(spoken()).toBe("blank paper");
  const said: string[] = [];
  new MutationObserver(() => said.push(spoken())).observe(el.querySelector(".mnistviz-spoken") as Node, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  for (let step = 0; step < 10; step++) {
    press("ArrowRight");
    await vi.advanceTimersByTimeAsync(500); // the delay before a key that is held repeats
  }
  expect(said).toEqual([]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(spoken()).toBe("Pen at 180, 140; blank paper");
  expect(said).toHaveLength(1);
});

test("what the page has computed is said, also if the notebook kernel is busy", async () => {
  const { press, spoken } = await openKeys();
  press("Space", "ArrowRight");
  await vi.advanceTimersByTimeAsync(1000);
  expect(spoken()).toMatch(/^Pen down at 144, 140; 7, \d+\.\d %$/);
});

test("where only the kernel knows the answer, no former one is said", async () => {
  const { press, kernel, spoken } = await openKeys();
  kernel.receive(pack({ kind: "network", layers: null }, {}));
  await vi.advanceTimersByTimeAsync(100);
  const before = spoken();
  press("Space", "ArrowRight");
  await vi.advanceTimersByTimeAsync(3000);
  expect(spoken()).toBe(before);
  expect(before).not.toContain("Pen");
});
