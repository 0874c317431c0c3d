// @vitest-environment happy-dom

import { expect, test, vi } from "vitest";
import { FakeModel } from "../testing/fake_model";
import { Samples } from "./samples";
import type { TrainerTraits, Update } from "./traits";

vi.mock("../core/canvas", () => ({ paintInk: vi.fn(), paintPicture: vi.fn() }));

const { paintPicture } = await import("../core/canvas");

function samplesOf(classes: readonly string[], pictures: Uint8Array) {
  const traits = {
    subject: "pictures",
    classes,
    samples: new DataView(pictures.buffer),
    sample_shape: [1, 2, 3],
    digit: 1,
  };
  const model = new FakeModel(traits as unknown as TrainerTraits);
  return { model, samples: new Samples(model.model) };
}

test("each class has a button with its name and its picture", () => {
  const { model, samples } = samplesOf(
    ["bar", "disc", "square"],
    Uint8Array.from({ length: 18 }, (_, i) => i),
  );
  const buttons = [...samples.el.querySelectorAll("button")];
  expect(buttons.map((one) => one.title)).toEqual(["bar", "disc", "square"]);
  expect(buttons.map((one) => one.getAttribute("aria-pressed"))).toEqual(["false", "true", "false"]);
  const painted = vi.mocked(paintPicture).mock.calls;
  expect(painted.map(([, values, width, height]) => [[...values].at(0), values.length, width, height])).toEqual([
    [0, 6, 2, 1],
    [6, 6, 2, 1],
    [12, 6, 2, 1],
  ]);
  buttons[2]?.click();
  expect(model.get("digit")).toBe(2);
});

test("arrows move through all classes and back to the first", () => {
  const { samples } = samplesOf(["bar", "disc", "square"], new Uint8Array(18));
  document.body.append(samples.el);
  const buttons = [...samples.el.querySelectorAll("button")];
  const press = (key: string) =>
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  buttons[2]?.focus();
  press("ArrowRight");
  expect(document.activeElement).toBe(buttons[0]);
  press("ArrowLeft");
  expect(document.activeElement).toBe(buttons[2]);
});

test("the answer has the name of the class", () => {
  const { samples } = samplesOf(["bar", "disc", "square"], new Uint8Array(18));
  samples.paint({ prediction: 2, confidence: 0.75 } as Update);
  expect(samples.el.textContent).toContain("read as square, 75.0 %");
});
