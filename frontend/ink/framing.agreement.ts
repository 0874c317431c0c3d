import { expect, test } from "vitest";
import { expectedByPython, largestDifference } from "../testing/agreement";
import { type PenEvent, replay } from "../testing/pen_events";
import { framePath } from "./framing";
import { digitOf, type FramingSteps } from "./framing_steps";
import { PenPath } from "./pen_path";

interface Session {
  readonly brush: number | null;
  readonly wanted: FramingSteps;
  readonly events: readonly PenEvent[];
  readonly texts: readonly string[][];
}

const { header, arrays } = expectedByPython<{ sessions: readonly Session[] }>(import.meta.url);
const digits = arrays.float32("digits").data;
const places = arrays.get("places", "float64").data;

test("a drawing becomes Python's digit after each event of the pen", () => {
  let [number, largest] = [0, 0];
  for (const [index, { brush, wanted, events, texts }] of header.sessions.entries()) {
    const path = new PenPath();
    for (const [at, drawing] of replay(brush, events).entries()) {
      const rebuilt = index % 3 ? drawing : structuredClone(drawing); // as a page has it from a message
      const framing = framePath(path.update(rebuilt), wanted);
      const { scale, left, top } = framing.onPaper;
      expect(framing.steps.map((step) => step.text)).toEqual(texts[at]);
      expect([scale, left, top]).toEqual([...places.subarray(3 * number, 3 * number + 3)]);
      const expected = digits.subarray(784 * number, 784 * number + 784);
      largest = Math.max(largest, largestDifference(digitOf(framing), expected));
      number++;
    }
  }
  expect(number).toBe(digits.length / 784);
  expect(largest).toBeLessThanOrEqual(1e-4);
  console.info(`${number} digits, largest difference ${largest}`);
});
