import { expect, test } from "vitest";
import { EVERY_STEP } from "../ink/framing_steps";
import { type ChainLayer, Network } from "../network/network";
import { expectedByPython, largestDifference } from "../testing/agreement";
import { AnswerHistory, flipsOf, momentsOf } from "./answer_history";

interface Expected {
  readonly layers: readonly ChainLayer[];
  readonly drawings: readonly {
    readonly strokes: readonly (readonly (readonly [number, number])[])[];
    readonly brush: number | null;
    readonly moments: readonly number[];
    readonly flips: readonly (readonly [points: number, before: number, after: number])[];
  }[];
  readonly counted: readonly { readonly lengths: readonly number[]; readonly moments: readonly number[] }[];
}

const { header, arrays } = expectedByPython<Expected>(import.meta.url);
const network = new Network(header.layers, arrays.of("network"));

test("the moments of long drawings are Python's", () => {
  for (const { lengths, moments } of header.counted) {
    const strokes = lengths.map((length) => Array.from({ length }, () => [0, 0] as const));
    expect(momentsOf({ strokes, brush: null })).toEqual(moments);
  }
});

test("each moment is read as in Python, and the answer changes at the same ones", () => {
  let changes = 0;
  for (const [number, drawing] of header.drawings.entries()) {
    const history = new AnswerHistory();
    history.follow(drawing, EVERY_STEP, network);
    for (const _ of history.complete());
    const { readings } = history;
    expect(readings.map(({ points }) => points)).toEqual(drawing.moments);
    const own = readings.flatMap(({ probabilities }) => [...probabilities]);
    expect(largestDifference(own, arrays.float32(`drawings/${number}`).data)).toBeLessThan(1e-3);
    expect(flipsOf(readings).map(({ points, before, after }) => [points, before, after])).toEqual(drawing.flips);
    changes += drawing.flips.length;
  }
  expect(changes).toBeGreaterThan(10);
});
