// @vitest-environment happy-dom

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { bytesOf } from "../../../core/model";
import { completeBrowser, message } from "../../../testing/browser";
import { network, update } from "../../../testing/computing_page";
import { openExplorer } from "../../../testing/explorer";
import { SELDOM } from "../../pen_post";
import type { ExplorerTraits } from "../../traits";
import { MaximiseSection } from ".";

const STROKE = [80, 60, 200, 60, 120, 240];
const SEVEN = { layer: "probabilities", index: [7] };

beforeEach(completeBrowser);
afterEach(() => vi.restoreAllMocks());

/** The section in a page without a notebook kernel, with a drawing. The logit of 7 is a tenth of all ink, others are 0. */
function open(changes: Partial<ExplorerTraits> = {}) {
  const section = new MaximiseSection(null);
  const traits = { has_kernel: false, maximise_open: true, maximise_unit: SEVEN, ...changes };
  const { kernel, el, page } = openExplorer([section], traits);
  let number = 0;
  const frame = (): unknown => vi.advanceTimersByTime(20);
  const draw = (points: readonly number[]): void => {
    number += 1;
    kernel.receive(update(number, points));
    frame();
  };
  kernel.receive(network());
  draw(STROKE);
  const find = <Found extends HTMLElement>(selector: string): Found =>
    el.querySelector<Found>(`.mnistviz-maximise ${selector}`) as Found;
  const words = (selector: string): string => find(selector)?.textContent ?? "";
  const press = (name: string): void => {
    const buttons = [...el.querySelectorAll<HTMLButtonElement>(".mnistviz-maximise button")];
    buttons.find(({ textContent }) => textContent === name)?.click();
    frame();
  };
  const choose = (label: string, value: string): void => {
    const select = find<HTMLSelectElement>(`[aria-label="${label}"]`);
    select.value = value;
    select.dispatchEvent(new Event("change"));
  };
  const finish = async (): Promise<void> => {
    while (words("button") === "stop") await message();
  };
  /** Does something when an ascent has come so far; a slice of it is a step, because time passes with each look at the clock. */
  const halfway = (action: () => void): void => {
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => (now += 10));
    const paint = section.paint.bind(section);
    const spy = vi.spyOn(section, "paint").mockImplementation((part) => {
      paint(part);
      if (part?.header.progress !== 0.5) return;
      spy.mockRestore();
      action();
    });
  };
  /** The digit that would be put on the pad. */
  const found = (): Float32Array => {
    const send = vi.spyOn(kernel, "send");
    press("put it on the pad");
    const [{ base64 }] = send.mock.lastCall as unknown as [{ base64: string }];
    send.mockRestore();
    return new Float32Array(bytesOf(base64).slice().buffer);
  };
  return { section, kernel, el, page, draw, find, words, press, choose, finish, halfway, found };
}

const sumOf = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0);

test("the page climbs by itself, and says what it does not have", async () => {
  const { kernel, el, find, words, press, finish, found } = open();
  press("start");
  await finish();
  expect(kernel.sent.filter(({ kind }) => kind === "error")).toEqual([]);
  const digit = found();
  expect(sumOf(digit)).toBeGreaterThan(600);
  expect(words("[class$=value]")).toBe(`logits[7]: ${Number((0.1 * sumOf(digit)).toPrecision(4))}`);
  expect(words("[class$=found]")).toContain("The network reads this as 7, with 100.0 %.");
  expect(words("[class$=found]")).not.toContain("doubt");
  expect(words("[class$=sides]")).toContain("shown in a notebook: this page does not have all 5,000 of them");
  expect(find<HTMLProgressElement>("progress").value).toBe(1);
  expect(words(".mnistviz-said")).toContain("logits[7] reached");
  expect(el.querySelector(".mnistviz-maximise-patches")).toBeNull();
});

test("it can be stopped on the way, and begun again", async () => {
  const { kernel, find, words, press, finish, halfway } = open();
  halfway(() => press("stop"));
  press("start");
  await finish();
  expect(find<HTMLProgressElement>("progress").value).toBe(0);
  expect(words("[class$=found]")).toContain("Stopped after 50 % of the steps.");
  await message();
  expect(words("[class$=found]")).toContain("Stopped after 50 % of the steps.");
  press("start");
  await finish();
  expect(words("[class$=found]")).not.toContain("Stopped");
  expect(kernel.get("maximise_asked")).toBe(2);
});

test("it ends when the section folds", async () => {
  const { kernel, press, words, halfway } = open();
  const unfold = (isOpen: boolean): void => {
    kernel.set("maximise_open", isOpen);
    vi.advanceTimersByTime(20);
  };
  halfway(() => unfold(false));
  press("start");
  await message();
  unfold(true);
  expect(words("button")).toBe("start");
  expect(words("[class$=found]")).toContain("Stopped after 50 % of the steps.");
});

test("it starts from the digit on the pad, and says so when that is another one", async () => {
  const { draw, words, press, choose, finish } = open();
  const before = (): string[] =>
    /at the start (\S+), for the digit on the pad ([\d.]+)/.exec(words("[class$=found]")) ?? [];
  choose("Start from", "digit");
  press("start");
  await finish();
  const [, start, own] = before();
  expect(Number(start)).toBeGreaterThan(1);
  expect(own).toBe(start);
  expect(words("[class$=found]")).not.toContain("earlier digit");
  draw([140, 60, 140, 220]);
  expect(before()[1]).toBe(start);
  expect(before()[2]).not.toBe(start);
  expect(words("[class$=found]")).toContain("It started from an earlier digit than the one on the pad.");
});

test("from blank paper, too", async () => {
  const { words, press, choose, finish } = open();
  choose("Start from", "paper");
  press("start");
  await finish();
  expect(words("[class$=found]")).toContain("at the start 0, ");
});

test("a unit that nothing moves is named", async () => {
  const { words, press, choose, finish } = open();
  choose("Class", "3");
  press("start");
  await finish();
  expect(words("[class$=problem]")).toMatch(/^The value of logits\[3\] stays 0 wherever ink is added or removed/);
});

test("what belongs to a network before an edit is not shown beside another one", async () => {
  const { kernel, find, words, press, finish } = open();
  press("start");
  await finish();
  const edits = [{ do: "silence", layer: "logits", index: 7 }] as const;
  kernel.set("edits", edits);
  vi.advanceTimersByTime(20);
  expect(words("[class$=problem]")).toMatch(/^The network has changed since/);
  expect(find("[class$=sides]").closest("[hidden]")).not.toBeNull();
  press("start");
  await finish();
  expect(words("[class$=problem]")).toMatch(/^The value of logits\[7\] stays 0 /);
});

test("nothing is asked of a notebook kernel", async () => {
  const { section, press, finish } = open();
  press("start");
  await finish();
  expect(section.kernelInterval()).toBe(SELDOM);
});

test("a page that is closed climbs no more", async () => {
  const { page, words, press, halfway } = open();
  halfway(() => page.close());
  press("start");
  await message();
  expect(words("button")).toBe("stop");
});
