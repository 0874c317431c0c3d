import { describe, expect, test } from "vitest";
import { forwardOf } from "../../network/forward";
import { GradientEngine } from "../../network/gradients/gradient_engine";
import { type ChainLayer, Network } from "../../network/network";
import { expectedByPython, largestDifference } from "../../testing/agreement";
import { amountOf, type Counterfactual, changeOf, type Kind, Search } from "./counterfactual";
import { PEN } from "./pen_lines";

interface Case {
  readonly digit: number;
  readonly kind: Kind;
  readonly target: number;
  readonly found: { readonly amount: number; readonly strokes: readonly (readonly number[])[] } | null;
}

interface Expected {
  readonly layers: ChainLayer[];
  readonly cases: readonly Case[];
}

const { header, arrays } = expectedByPython<{ networks: Expected[] }>(import.meta.url);

/** Of a pixel, where the search goes the same way as in Python. */
const TOLERANCE = 1e-4;
/** Where rounding decides which of two ways the search goes, its end may be another one: at most in one of so many cases. */
const OTHER_WAYS = 10;
/** All changes together have as much ink, or are as long, but for such a share. */
const OTHER_AMOUNT = 0.1;

/** Runs to the end. */
function result<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Whether every changed pixel is under the pen of a stroke. */
function isCovered(change: Float32Array, strokes: Counterfactual["strokes"]): boolean {
  return change.every((value, i) => {
    const [x, y] = [(i % 28) + 0.5, Math.floor(i / 28) + 0.5];
    return (
      value === 0 ||
      strokes.some(([x1, y1, x2, y2]) =>
        Array.from({ length: 201 }, (_, at) => at / 200).some(
          (share) => Math.hypot(x - x1 - share * (x2 - x1), y - y1 - share * (y2 - y1)) < (PEN + 1) / 2 + 0.05,
        ),
      )
    );
  });
}

describe.each(header.networks.map((network, number) => ({ number, ...network })))("network $number", (expected) => {
  const { number, layers, cases } = expected;
  const network = new Network(layers, arrays.of(`${number}/chain`));
  const gradients = new GradientEngine(network.layers, network.arrays);
  const answer = (digit: Float32Array): number | null => forwardOf(digit, network.run(digit)).prediction;
  const differences: number[] = [];
  const amounts = { own: 0, truth: 0 };

  test.each(cases)("digit $digit, $kind, read as $target", ({ digit: at, kind, target, found: truth }) => {
    const digit = arrays.float32(`${number}/digits/${at}`).data;
    const before = forwardOf(digit, network.run(digit));
    const found = result(new Search(network, gradients, before, target, kind).run());
    expect(found === null).toBe(truth === null);
    if (!found || !truth) return;
    const change = changeOf(found);
    expect(found.after.prediction).toBe(target);
    expect(found.after.digit.every((ink) => ink >= 0 && ink <= 1)).toBe(true);
    if (kind === "add") expect(Math.min(...change)).toBe(0);
    if (kind === "remove") expect(Math.max(...change)).toBe(0);
    if (kind === "noise") expect(found.strokes).toEqual([]);
    else expect(isCovered(change, found.strokes)).toBe(true);
    expect(answer(digit.map((ink, i) => ink + (change[i] as number) / 2))).not.toBe(target);
    amounts.own += amountOf(found);
    amounts.truth += truth.amount;
    const difference = largestDifference(found.after.digit, arrays.float32(`${number}/changed/${at}/${kind}`).data);
    differences.push(difference);
    if (difference < TOLERANCE) expect(found.strokes).toEqual(truth.strokes);
  });

  test("nearly all changes are Python's, and as small", () => {
    expect(differences.length).toBeGreaterThan(0);
    const others = differences.filter((difference) => difference >= TOLERANCE).length;
    expect(others).toBeLessThanOrEqual(Math.ceil(differences.length / OTHER_WAYS));
    expect(Math.abs(amounts.own / amounts.truth - 1)).toBeLessThan(OTHER_AMOUNT);
  });
});
