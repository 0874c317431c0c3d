import { expect, test } from "vitest";
import { BUTTON_NAMES, isAtWork, isContinuing, isPressable, isVisible } from "./states";
import type { State } from "./traits";

const STATES: State[] = ["ready", "running", "paused", "finished", "stopped"];

test.each([
  ["ready", "start"],
  ["running", "pause stop reset"],
  ["paused", "resume stop reset"],
  ["finished", "start reset"],
  ["stopped", "start reset"],
] as [State, string][])("in the state %s one can %s", (state, pressable) => {
  expect(BUTTON_NAMES.filter((name) => isPressable(name, state)).join(" ")).toBe(pressable);
});

test("whatever can be pressed is seen, and four buttons stand side by side", () => {
  for (const state of STATES) {
    const visible = BUTTON_NAMES.filter((name) => isVisible(name, state));
    expect(visible).toHaveLength(4);
    for (const name of BUTTON_NAMES) if (isPressable(name, state)) expect(visible).toContain(name);
  }
});

test("a training that rests between two batches is still at work", () => {
  expect(STATES.filter(isAtWork)).toEqual(["running", "paused"]);
});

test("a second start continues", () => {
  expect(STATES.filter((state) => isContinuing(state, 12))).toEqual(["ready", "finished", "stopped"]);
  expect(STATES.filter((state) => isContinuing(state, 0))).toEqual([]);
});
