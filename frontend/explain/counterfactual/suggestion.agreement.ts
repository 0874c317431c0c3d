import { expect, test } from "vitest";
import type { Drawing } from "../../ink/drawing";
import { frameScene } from "../../ink/framing";
import type { FramingSteps } from "../../ink/framing_steps";
import { PenPath } from "../../ink/pen_path";
import { sceneOf } from "../../ink/scene";
import { forwardOf } from "../../network/forward";
import { type ChainLayer, Network } from "../../network/network";
import { expectedByPython, largestDifference } from "../../testing/agreement";
import type { Counterfactual, Kind } from "./counterfactual";
import type { Line } from "./pen_lines";
import { suggest } from "./suggestion";

interface Case extends Drawing {
  readonly wanted: FramingSteps;
  readonly kind: Kind;
  readonly target: number;
  /** Of the change, in pixels of the digit, and those that are suggested, in pad pixels. */
  readonly lines: readonly Line[];
  readonly suggested: readonly Line[];
  readonly width: number;
  readonly is_drawn: boolean;
  readonly is_least: boolean;
}

const { header, arrays } = expectedByPython<{ layers: ChainLayer[]; cases: Case[] }>(import.meta.url);
const network = new Network(header.layers, arrays.of("network"));
const PAD_PIXEL = 1e-6;
const PROBABILITY = 1e-3;

function passOf(name: string): Counterfactual["before"] {
  const { data } = arrays.float32(name);
  return forwardOf(data, network.run(data));
}

test.each(header.cases.map((one, number) => ({ number, ...one })))("drawing $number: $kind", (expected) => {
  const { number, strokes, brush, wanted, kind, target, lines } = expected;
  const scene = sceneOf({ strokes, brush });
  const framing = frameScene(new PenPath().update(scene.drawing), null, wanted);
  const [before, after] = [passOf(`digits/${number}`), passOf(`changed/${number}`)];
  const steps = suggest({ before, after, kind, target, strokes: lines }, scene, framing, wanted, network);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { isDrawn, isLeast, width, forward, strokes: suggested } = step.value;
  expect([isDrawn, isLeast]).toEqual([expected.is_drawn, expected.is_least]);
  expect(forward.prediction).toBe(target);
  expect(width).toBeCloseTo(expected.width, 9);
  expect(suggested).toHaveLength(expected.suggested.length);
  expect(largestDifference(suggested.flat(), expected.suggested.flat())).toBeLessThan(PAD_PIXEL);
  const truth = arrays.float32(`probabilities/${number}`).data;
  expect(largestDifference(forward.probabilities, truth)).toBeLessThan(PROBABILITY);
});

test("some are drawn as they are, some are drawn longer or moved, and some are pictures", () => {
  const kinds = new Set(header.cases.map(({ is_drawn, is_least }) => `${is_drawn} ${is_least}`));
  expect([...kinds].sort()).toEqual(["false true", "true false", "true true"]);
});
