import { expect, test } from "vitest";
import { type Drawing, type Stroke, until } from "../ink/drawing";
import { frameScene } from "../ink/framing";
import { digitOf, EVERY_STEP, NO_STEP } from "../ink/framing_steps";
import { PenPath } from "../ink/pen_path";
import { forwardOf } from "../network/forward";
import type { Network } from "../network/network";
import { smallNetwork } from "../testing/network";
import { AnswerHistory, flipsOf, momentsOf, sharedPoints, strokeEnds } from "./answer_history";

const line = (length: number, y: number): Stroke => Array.from({ length }, (_, i) => [20 + 3 * i, y + i]);
const of = (...strokes: Stroke[]): Drawing => ({ strokes, brush: 22 });

/** Sums the ink of the upper and of the lower half. */
function halves(): Network {
  const kernel = Array.from({ length: 784 }, (_, i) => (i < 392 ? [1, 0] : [0, 1.01])).flat();
  const layers = [
    { kind: "Flatten", shape: [784] },
    { kind: "Dense", shape: [2] },
  ] as const;
  return smallNetwork(layers, { "layer1/kernel": kernel, "layer1/bias": [0, 0] });
}

/** Runs a computation to its end; returns its steps. */
const run = (history: AnswerHistory): number => [...history.complete()].length;

test("all moments of a short drawing are computed, of a long one every second and so on, and the ends of strokes", () => {
  expect(momentsOf(of(line(3, 0), line(2, 0)))).toEqual([1, 2, 3, 4, 5]);
  expect(momentsOf(of(line(120, 0)))).toHaveLength(120);
  const long = momentsOf(of(line(151, 0), line(150, 0)));
  expect(long.filter((points) => points % 4 !== 0)).toEqual([151, 301]);
  expect(long).toHaveLength(77);
  const dots = momentsOf(of(...Array.from({ length: 500 }, () => line(1, 0))));
  expect(dots.every((points) => points % 8 === 0 || points === 500)).toBe(true);
  expect(momentsOf(of())).toEqual([]);
});

test("each moment is read as if the pen had stopped there", () => {
  const drawing = of(line(30, 40), line(12, 200));
  for (const wanted of [EVERY_STEP, NO_STEP]) {
    const [network, history] = [halves(), new AnswerHistory()];
    history.follow(drawing, wanted, network);
    expect(run(history)).toBe(42);
    for (const { points, probabilities, prediction } of history.readings) {
      const framing = frameScene(new PenPath().update(until(drawing, points)), null, wanted);
      const forward = forwardOf(digitOf(framing), network.run(digitOf(framing)));
      expect([...probabilities]).toEqual([...forward.probabilities]);
      expect(prediction).toBe(forward.prediction);
    }
  }
});

test("what is known of a drawing that grows is kept, and what an undo takes away is forgotten", () => {
  const [network, history] = [halves(), new AnswerHistory()];
  const [first, second] = [line(10, 40), line(8, 200)];
  history.follow(of(first), EVERY_STEP, network);
  expect(history.isComplete).toBe(false);
  run(history);
  expect(history.isComplete).toBe(true);
  history.follow(of([...first], second), { ...EVERY_STEP }, network);
  expect(history.readings.map(({ points }) => points)).toEqual(first.map((_, i) => i + 1));
  expect(run(history)).toBe(8);
  history.follow(of(first), EVERY_STEP, network);
  expect(history.isComplete).toBe(true);
  history.follow(of(first, line(8, 100)), EVERY_STEP, network);
  expect(run(history)).toBe(8);
});

test("another network, brush or framing is another history", () => {
  const history = new AnswerHistory();
  const [drawing, network] = [of(line(10, 40)), halves()];
  history.follow(drawing, EVERY_STEP, network);
  run(history);
  const wider = { ...drawing, brush: 30 };
  const others: Parameters<AnswerHistory["follow"]>[] = [
    [drawing, NO_STEP, network],
    [wider, NO_STEP, network],
    [wider, NO_STEP, halves()],
  ];
  for (const other of others) {
    expect(history.follow(...other)).toBe(true);
    expect(history.readings).toEqual([]);
    expect(run(history)).toBe(10);
  }
  const copy = { ...wider, strokes: wider.strokes.map((stroke) => [...stroke]) };
  expect(history.follow(copy, { ...NO_STEP }, others[2]?.[2] ?? network)).toBe(false);
  expect(history.isComplete).toBe(true);
});

test("drawings share what lies before the first difference", () => {
  const [one, other] = [line(5, 0), line(5, 100)];
  expect(sharedPoints(of(one, other), of(one, other))).toBe(10);
  expect(sharedPoints(of(one), of(one, other))).toBe(5);
  expect(sharedPoints(of(one.slice(0, 3), other), of(one, other))).toBe(3);
  expect(sharedPoints(of(one), of(other))).toBe(0);
  expect(sharedPoints(of(), of(other))).toBe(0);
  expect(strokeEnds(of(one, other))).toEqual([5, 10]);
});

test("a flip is the first moment with another answer; moments without ink are none", () => {
  const answers = [null, 1, 1, 7, null, 7, 1].map((prediction, i) => ({ points: 2 * i, prediction }));
  expect(flipsOf(answers)).toEqual([
    { points: 6, before: 1, after: 7 },
    { points: 12, before: 7, after: 1 },
  ]);
});
