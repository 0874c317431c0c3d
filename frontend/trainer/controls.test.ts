// @vitest-environment happy-dom

import { expect, test } from "vitest";
import { FakeModel } from "../testing/fake_model";
import { Controls } from "./controls";
import type { Choices, TrainerTraits } from "./traits";

const CHOICES: Choices = { learning_rate: 0.002, batch_size: 50, digits: 500, epochs: 3, augment: true };

function controlsOf(choices: Choices, rates: readonly (number | null)[], optimizer: string, subject = "digits") {
  const options = { learning_rate: rates, batch_size: [50], digits: [500, "all"], epochs: [3] };
  const model = new FakeModel({ choices, options, optimizer, subject } as unknown as TrainerTraits);
  const { el } = new Controls(model.model);
  return { model, el, rate: el.querySelector("select") as HTMLSelectElement };
}

test("a compiled model is trained as compiled until another rate is chosen", () => {
  const { model, el, rate } = controlsOf({ ...CHOICES, learning_rate: null }, [null, 0.002], "SGD");
  expect([...rate.options].map((option) => option.textContent)).toEqual(["as compiled", "0.002"]);
  expect(rate.selectedOptions[0]?.textContent).toBe("as compiled");
  expect(el.textContent).toContain("SGD trains it");
  rate.value = "0.002";
  rate.dispatchEvent(new Event("change"));
  expect(model.get("choices").learning_rate).toBe(0.002);
  rate.value = "null";
  rate.dispatchEvent(new Event("change"));
  expect(model.get("choices").learning_rate).toBeNull();
});

test("other models have rates alone, and no remark", () => {
  const { el, rate } = controlsOf(CHOICES, [0.002, 0.01], "");
  expect([...rate.options].map((option) => option.textContent)).toEqual(["0.002", "0.01"]);
  expect(el.textContent).not.toContain("compiled");
});

test("only digits are augmented", () => {
  const { el } = controlsOf(CHOICES, [0.002], "");
  expect(el.querySelectorAll("input[type=checkbox]").length).toBe(1);
  expect(el.textContent).toContain("Digits");
  const others = controlsOf({ ...CHOICES, augment: false }, [0.002], "", "pictures").el;
  expect(others.querySelectorAll("input").length).toBe(0);
  expect(others.textContent).toContain("Pictures");
  expect(others.textContent).toContain("only MNIST's digits are");
});
