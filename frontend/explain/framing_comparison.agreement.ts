import { expect, test } from "vitest";
import { framePath } from "../ink/framing";
import type { FramingSteps } from "../ink/framing_steps";
import { PenPath } from "../ink/pen_path";
import { expectedByPython, largestDifference } from "../testing/agreement";
import { type PenEvent, replay } from "../testing/pen_events";
import { completeSteps } from "./framing_comparison";

interface Session {
  readonly brush: number | null;
  readonly wanted: FramingSteps;
  readonly events: readonly PenEvent[];
  readonly steps: readonly [name: string, text: string, isDone: boolean][];
}

const { header, arrays } = expectedByPython<{ sessions: readonly Session[] }>(import.meta.url);

test("the five steps of a drawing are Python's, with their pictures and sentences", () => {
  for (const [number, { brush, wanted, events, steps }] of header.sessions.entries()) {
    const path = new PenPath();
    for (const drawing of replay(brush, events)) path.update(drawing);
    const shown = completeSteps(framePath(path, wanted), path, wanted);
    expect(shown.map(({ name, text, isDone }) => [name, text, isDone])).toEqual(steps);
    for (const { name, image } of shown) {
      const expected = arrays.float32(`${number}/${name}`);
      expect([image.rows, image.columns]).toEqual(expected.shape);
      expect(largestDifference(image.data, expected.data)).toBeLessThanOrEqual(1e-4);
    }
  }
});
