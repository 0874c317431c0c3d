// @vitest-environment happy-dom

import { beforeEach, expect, test } from "vitest";
import { completeBrowser } from "../testing/browser";
import { FakeModel } from "../testing/fake_model";
import { ExerciseCard } from "./card";
import type { ExerciseTraits } from "./traits";

const TRAITS: ExerciseTraits = {
  language: "en",
  language_chosen: true,
  explorer: "",
  paragraphs: ["How large is it?"],
  tables: [],
  draws: false,
  verdict: "",
  feedback: "",
  points: "10 of 10 points",
};

beforeEach(completeBrowser);

function open(changes: Partial<ExerciseTraits> = {}) {
  const kernel = new FakeModel<ExerciseTraits>({ ...TRAITS, ...changes });
  const el = document.createElement("div");
  new ExerciseCard(kernel.model, el, undefined);
  const press = (name: string): void =>
    [...el.querySelectorAll("button")].find((one) => one.textContent === name)?.click();
  const status = (): string => el.querySelector("[role=status]")?.textContent ?? "";
  return { kernel, press, status };
}

test("who has tried nothing is asked once for a guess before the answer is shown", () => {
  const { kernel, press, status } = open();
  press("Show the answer");
  expect(status()).toMatch(/^What do you expect\?/);
  expect(kernel.sent).toEqual([]);
  press("Show the answer");
  expect(kernel.sent).toEqual([{ kind: "reveal" }]);
});

test("who has tried sees the answer at once", () => {
  const { kernel, press } = open({ verdict: "wrong", feedback: "5 is too small." });
  press("Show the answer");
  expect(kernel.sent).toEqual([{ kind: "reveal" }]);
});
