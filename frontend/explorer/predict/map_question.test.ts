import { expect, test } from "vitest";
import { forwardOf } from "../../network/forward";
import type { Network } from "../../network/network";
import { smallNetwork } from "../../testing/network";
import type { State } from "../state";
import { askMap } from "./map_question";

const RIGHT = [-1, 0, 1, -2, 0, 2, -1, 0, 1];
const BELOW = [-1, -2, -1, 0, 0, 0, 1, 2, 1];
const SPOT = [-1, -1, -1, -1, 8, -1, -1, -1, -1];
const CORNER = [0, 0, 1, 0, 0, 0, -1, 0, 0];
const SUM = [1, 1, 1, 1, 1, 1, 1, 1, 1];
const DIGIT = Float32Array.from({ length: 784 }, (_, i) => {
  const [row, column] = [Math.floor(i / 28), i % 28];
  return (row > 4 && row < 8 && column > 5 && column < 22) || (column > 15 && column < 19 && row > 4 && row < 24)
    ? 1
    : 0;
});

function networkOf(kernels: readonly (readonly number[])[], kind = "Conv2D"): Network {
  const arrays = { "layer0/kernel": kernels.flat(), "layer0/bias": kernels.map(() => 0) };
  const shapes = { "layer0/kernel": [kernels.length, 1, 3, 3] };
  if (kind !== "Conv2D") return smallNetwork([{ kind, shape: [784] }]);
  return smallNetwork([{ kind, shape: [26, 26, kernels.length], window: [3, 3] }], arrays, shapes);
}

function stateOf(network: Network, digit = DIGIT): State {
  return { network, forward: forwardOf(digit, network.run(digit)) } as unknown as State;
}

/** A map by the definition: the products of each window, summed up. */
function mapOf(kernel: readonly number[]): number[] {
  return Array.from({ length: 26 * 26 }, (_, i) => {
    const [row, column] = [Math.floor(i / 26), i % 26];
    return kernel.reduce(
      (sum, weight, at) => sum + weight * (DIGIT[(row + Math.floor(at / 3)) * 28 + column + (at % 3)] ?? 0),
      0,
    );
  });
}

test("the right map is the one that the kernel makes, and no other looks like it", () => {
  const kernels = [SPOT, RIGHT, BELOW, CORNER, SUM];
  const asked = new Set<number>();
  for (let seed = 0; seed < 20; seed++) {
    let turn = seed;
    const random = (): number => {
      turn = (turn * 7 + 3) % 20;
      return turn / 20;
    };
    const question = askMap(stateOf(networkOf(kernels)), random);
    const channel = Number(/channel (\d)/.exec(question?.words ?? "")?.[1]);
    asked.add(channel);
    const values = mapOf(kernels[channel] ?? []);
    const high = Math.max(...values.map(Math.abs)); // each map has its own range
    const codes = values.map((value) => 128 + Math.round((127 * value) / high));
    const fits = question?.pictures?.choices.map((picture) =>
      picture.codes.every((code, i) => Math.abs(code - (codes[i] ?? 0)) <= 1),
    );
    const answer = { prediction: 7, confidence: 1, probabilities: [] };
    expect(fits).toEqual([0, 1, 2, 3].map((choice) => question?.judge(choice, answer).agrees));
    expect(fits?.filter(Boolean)).toHaveLength(1);
    expect(question?.pictures?.about.words).toContain("row by row:");
    const right = question?.pictures?.choices[fits?.indexOf(true) ?? -1];
    expect(question?.judge(0, answer).pictures).toEqual([question?.pictures?.about, right]);
  }
  expect(asked).toEqual(new Set([1, 2])); // the two that answer to edges
});

test.each([
  [RIGHT, "vertical edges with ink on the right"],
  [RIGHT.map((weight) => -weight), "vertical edges with ink on the left"],
  [BELOW, "horizontal edges with ink below"],
  [BELOW.map((weight) => -weight), "horizontal edges with ink above"],
])("kernel %j answers to edges", (kernel, words) => {
  expect(askMap(stateOf(networkOf([SPOT, kernel, CORNER, SUM])), Math.random)?.words).toContain(words);
});

test("what is said of edges is left out where no kernel answers to them", () => {
  const question = askMap(stateOf(networkOf([SPOT, CORNER, SUM, [1, 0, -1, 0, 0, 0, -1, 0, 1]])), Math.random);
  expect(question?.words).toMatch(/your digit\?$/);
});

test("nothing is asked where four maps don't differ clearly", () => {
  const twice = SUM.map((weight) => 2 * weight);
  expect(askMap(stateOf(networkOf([SPOT, SUM, RIGHT, twice])), Math.random)).toBeNull();
  const nothing = SUM.map(() => 0);
  expect(askMap(stateOf(networkOf([SPOT, SUM, RIGHT, nothing])), Math.random)).toBeNull();
  expect(askMap(stateOf(networkOf([SPOT, SUM, RIGHT, BELOW]), new Float32Array(784)), Math.random)).toBeNull();
  expect(askMap(stateOf(networkOf([], "Flatten")), Math.random)).toBeNull();
});
