import { expect, test } from "vitest";
import { forwardOf } from "../../network/forward";
import { GradientEngine } from "../../network/gradients/gradient_engine";
import type { Network } from "../../network/network";
import { smallNetwork } from "../../testing/network";
import { CannotExplain } from "../cannot_explain";
import { amountOf, type Counterfactual, changeOf, type Kind, Search } from "./counterfactual";

const PIXELS = Array.from({ length: 784 }, (_, i) => i);
const isRight = (pixel: number): boolean => pixel % 28 >= 14;

/** A network of two classes: the logit of "yes", 1, is the weighted sum of the pixels and a bias, that of "no" is 0. */
function linearNetwork(weights: readonly number[], bias: number): Network {
  return smallNetwork(
    [
      { kind: "Flatten", shape: [784] },
      { kind: "Dense", shape: [2], activation: "softmax", function: "softmax" },
    ],
    { "layer1/kernel": weights.flatMap((weight) => [0, weight]), "layer1/bias": [0, bias] },
    { "layer1/kernel": [784, 2] },
  );
}

function search(
  network: Network,
  digit: Float32Array,
  kind: Kind,
): { search: Search; end: () => Counterfactual | null } {
  const gradients = new GradientEngine(network.layers, network.arrays);
  const begun = new Search(network, gradients, forwardOf(digit, network.run(digit)), 1, kind);
  const end = (): Counterfactual | null => {
    const steps = begun.run();
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  };
  return { search: begun, end };
}

const find = (network: Network, digit: Float32Array, kind: Kind) => search(network, digit, kind).end();

test.each([0.5, 3, 12])("ink is least where the least is known: %f pixels", (needed) => {
  const weights = PIXELS.map((pixel): number => (isRight(pixel) ? 2 : 1)); // so at least `needed` pixels on the right are needed
  const paper = new Float32Array(784);
  paper[13 * 28 + 2] = 0.5;
  const added = find(linearNetwork(weights, -0.5 - 2 * needed), paper, "add") as Counterfactual;
  expect(amountOf(added)).toBeGreaterThanOrEqual(needed);
  expect(amountOf(added)).toBeLessThanOrEqual(1.03 * needed);
  expect(changeOf(added).every((change, pixel) => change === 0 || (change > 0 && isRight(pixel)))).toBe(true);
  expect(added.strokes).toHaveLength(1);
  expect(added).toMatchObject({ kind: "add", target: 1, after: { prediction: 1 } });

  const against = weights.map((weight) => -weight);
  const total = weights.reduce((sum, weight) => sum + weight);
  const full = new Float32Array(784).fill(1);
  const removed = find(linearNetwork(against, total - 2 * needed), full, "remove") as Counterfactual;
  expect(amountOf(removed)).toBeGreaterThanOrEqual(needed);
  expect(amountOf(removed)).toBeLessThanOrEqual(1.03 * needed);
  expect(changeOf(removed).every((change, pixel) => change === 0 || (change < 0 && isRight(pixel)))).toBe(true);
});

test.each([3, 20])("noise is least where the least is known: along the normal of a plane, behind by %f", (gap) => {
  const weights = PIXELS.map((pixel) => Math.sin(pixel * pixel));
  const grey = new Float32Array(784).fill(0.5);
  const bias = -0.5 * weights.reduce((sum, weight) => sum + weight) - gap;
  const found = find(linearNetwork(weights, bias), grey, "noise") as Counterfactual;
  const distance = gap / Math.hypot(...weights);
  expect(amountOf(found)).toBeGreaterThanOrEqual(0.9999 * distance);
  expect(amountOf(found)).toBeLessThanOrEqual(1.02 * distance);
  expect(found.strokes).toEqual([]);
});

test("what ink can't do is not found", () => {
  const dot = new Float32Array(784).fill(0.5, 300, 302);
  const againstInk = linearNetwork(
    PIXELS.map(() => -1),
    -1,
  );
  expect(find(againstInk, dot, "add")).toBeNull();
  expect(find(againstInk, dot, "noise")).toBeNull();
  expect(
    find(
      linearNetwork(
        PIXELS.map(() => 1),
        -10,
      ),
      dot,
      "remove",
    ),
  ).toBeNull();
});

test("values that are not finite are named", () => {
  const dots = new Float32Array(784).fill(0.5, 300, 310);
  const weights = PIXELS.map(() => -3e38);
  for (const kind of ["add", "remove", "noise"] as const) {
    expect(() => find(linearNetwork(weights, 0), dots, kind)).toThrow(CannotExplain);
    expect(() => find(linearNetwork(weights, 0), dots, kind)).toThrow("not finite");
  }
});

test("the progress grows to nearly 1, and there are many pauses", () => {
  const paper = new Float32Array(784);
  paper[400] = 0.5;
  const weights = PIXELS.map((pixel) => Math.cos(pixel / 9));
  for (const kind of ["add", "noise"] as const) {
    const { search: begun } = search(linearNetwork(weights, -30), paper, kind);
    const shares = [begun.progress];
    for (const _ of begun.run()) shares.push(begun.progress);
    expect(shares[0]).toBe(0);
    expect([...shares].sort((one, other) => one - other)).toEqual(shares);
    expect(shares.at(-1)).toBeLessThanOrEqual(0.95);
    expect(shares.length).toBeGreaterThan(100);
  }
});
