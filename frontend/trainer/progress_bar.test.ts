import { expect, test } from "vitest";
import { progressOf } from "./progress_bar";

test("progress is counted in words and on the bar", () => {
  expect(progressOf("epochs", 2, 10)).toEqual({ words: "Epoch 2 of 10", value: 2, max: 10 });
  expect(progressOf("batches", 1200, 1200)).toEqual({ words: "Batch 1,200 of 1,200", value: 1200, max: 1200 });
});

test("before a training the bars are empty", () => {
  expect(progressOf("epochs", 0, 0)).toEqual({ words: "Epoch –", value: 0, max: 1 });
  expect(progressOf("batches", 0, 0)).toEqual({ words: "Batch –", value: 0, max: 1 });
});
