import { expect, test } from "vitest";
import { expectedByPython, largestDifference } from "../testing/agreement";
import { frameInk } from "./framing";
import type { FramingSteps, Image } from "./framing_steps";

interface Case {
  readonly wanted: FramingSteps;
  readonly steps: readonly [name: string, text: string, isDone: boolean][];
}

const { header, arrays } = expectedByPython<{ cases: readonly Case[] }>(import.meta.url);

function imageOf(name: string): Image {
  const { shape, data } = arrays.float32(name);
  return { rows: shape[0] ?? 0, columns: shape[1] ?? 0, data };
}

test("a picture becomes Python's digit, step by step", () => {
  let largest = 0;
  for (const [number, { wanted, steps }] of header.cases.entries()) {
    const framing = frameInk(imageOf(String(number)), wanted);
    expect(framing.steps.map(({ name, text, isDone }) => [name, text, isDone])).toEqual(steps);
    for (const { name, image } of framing.steps) {
      const expected = imageOf(`${number}/${name}`);
      expect([image.rows, image.columns]).toEqual([expected.rows, expected.columns]);
      largest = Math.max(largest, largestDifference(image.data, expected.data));
    }
  }
  expect(largest).toBeLessThanOrEqual(1e-4);
  console.info(`${header.cases.length} pictures, largest difference ${largest}`);
});
