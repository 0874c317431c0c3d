// @vitest-environment happy-dom

import { beforeEach, expect, test } from "vitest";
import { FakeModel } from "../testing/fake_model";
import { Replay } from "./replay";
import type { State, TrainerTraits, Update } from "./traits";

const KEPT = {
  kept: [
    [0, 0],
    [1, 10],
    [2, 20],
  ],
  validations: [
    [0, 2.3, 0.1],
    [10, 1.2, 0.7],
    [20, 0.9, 0.8],
    [25, 0.8, 0.9],
  ],
};

let model: FakeModel<TrainerTraits>;
let replay: Replay;

function paint(state: State, more: object = {}): void {
  replay.paint({ ...KEPT, state, trained: 25, ...more } as unknown as Update);
}

function slider(): HTMLInputElement {
  return replay.el.querySelector("input") as HTMLInputElement;
}

function slideTo(step: number): void {
  slider().value = String(step);
  slider().dispatchEvent(new Event("input"));
}

function back(): HTMLButtonElement {
  return replay.el.querySelector("button") as HTMLButtonElement;
}

beforeEach(() => {
  model = new FakeModel({ epoch: null } as TrainerTraits);
  replay = new Replay(model.model);
  document.body.replaceChildren(replay.el);
  paint("paused");
});

test("the slider begins at the present weights, and each step chooses an epoch", () => {
  expect([slider().min, slider().max, slider().value]).toEqual(["0", "3", "3"]);
  expect(slider().getAttribute("aria-valuetext")).toBe("present weights");
  slideTo(1);
  expect(model.get("epoch")).toBe(1);
  expect(slider().getAttribute("aria-valuetext")).toBe("epoch 1, validation 70.0 %");
  slideTo(3);
  expect(model.get("epoch")).toBeNull();
});

test("button and Escape return to the present weights", () => {
  expect(back().disabled).toBe(true);
  slideTo(0);
  expect(back().disabled).toBe(false);
  back().focus();
  back().click();
  expect(model.get("epoch")).toBeNull();
  expect(document.activeElement).toBe(slider());
  slideTo(2);
  slider().dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  expect(model.get("epoch")).toBeNull();
  expect(slider().value).toBe("3");
});

test("nothing is replayed while the training runs, nor before it", () => {
  paint("running");
  expect(slider().disabled).toBe(true);
  paint("ready", { kept: [], trained: 0 });
  expect(slider().disabled).toBe(true);
  expect(replay.el.textContent).not.toContain("kept");
});

test("it says which epochs are kept", () => {
  expect(replay.el.textContent).not.toContain("kept");
  paint("finished", {
    kept: [
      [0, 0],
      [2, 20],
      [3, 30],
    ],
  });
  expect(replay.el.textContent).toContain("every 2 epochs, and after the last");
  paint("finished", { kept: [] });
  expect(replay.el.textContent).toContain("too large");
});
