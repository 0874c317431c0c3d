import { expect, test } from "vitest";
import { type SmallLayer, smallNetwork } from "../../testing/network";
import { planesOf } from "../chain";
import { GradientEngine } from "./gradient_engine";
import { partsOf } from "./straight_path";

const STEPS = 40;
const DIGITS = 3;
/** Relative to the largest value. */
const TOLERANCE = 1e-5;

/** Returns random numbers -1..1, the same ones for the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) / 2 ** 23 - 1;
  };
}

const conv = (shape: readonly number[], more: Partial<SmallLayer> = {}): SmallLayer => {
  return { kind: "Conv2D", window: [3, 3], shape, ...more };
};
const dense = (...shape: readonly number[]): SmallLayer => ({ kind: "Dense", shape });
const max = (shape: readonly number[], more: Partial<SmallLayer> = {}): SmallLayer => {
  return { kind: "MaxPooling2D", window: [2, 2], strides: [2, 2], shape, ...more };
};
const relu = (shape: readonly number[], constants = {}): SmallLayer => {
  return { kind: "ReLU", function: "relu", constants, shape };
};
const flatten = (size: number): SmallLayer => ({ kind: "Flatten", shape: [size] });

const CHAINS: Readonly<Record<string, readonly SmallLayer[]>> = {
  "convolutions, ReLUs and pools": [
    conv([26, 26, 4]),
    relu([26, 26, 4]),
    max([13, 13, 4]),
    conv([11, 11, 5], { function: "relu" }),
    max([5, 5, 5]),
    flatten(125),
    { ...dense(8), function: "relu" },
    dense(3),
  ],
  "strides, padding, groups, a depthwise convolution and the mean of windows": [
    conv([14, 14, 4], { strides: [2, 2], padding: "same", function: "relu" }),
    conv([14, 14, 4], { padding: "same", groups: 2, dilation: [2, 2], function: "relu" }),
    conv([14, 14, 8], { kind: "DepthwiseConv2D", padding: "same", groups: 4, function: "relu" }),
    { kind: "AveragePooling2D", window: [3, 3], strides: [3, 3], padding: "same", shape: [5, 5, 8] },
    { kind: "GlobalAveragePooling2D", shape: [8] },
    dense(3),
  ],
  "overlapping pools whose windows have different sizes": [
    conv([26, 26, 4]),
    max([13, 13, 4], { window: [3, 3], padding: "same" }),
    conv([11, 11, 3], { function: "relu" }),
    max([6, 6, 3], { window: [3, 3], padding: "same" }),
    flatten(108),
    dense(3),
  ],
  "slopes of negative values": [
    conv([26, 26, 3]),
    relu([26, 26, 3], { negative_slope: 0.1 }),
    max([13, 13, 3]),
    conv([11, 11, 4]),
    { kind: "LeakyReLU", function: "leaky_relu", shape: [11, 11, 4] },
    { kind: "PReLU", shape: [11, 11, 4] },
    max([5, 5, 4]),
    flatten(100),
    { ...dense(6), function: "leaky_relu", constants: { negative_slope: -0.3 } },
    dense(3),
  ],
  "a PReLU and a steep ReLU after the first convolution": [
    conv([26, 26, 3]),
    { kind: "PReLU", shape: [26, 26, 3] },
    relu([26, 26, 3], { negative_slope: 1.5 }),
    max([13, 13, 3]),
    flatten(507),
    dense(3),
  ],
  "normalisations, and dense layers on maps": [
    { kind: "BatchNormalization", shape: [28, 28, 1] },
    conv([26, 26, 3]),
    { kind: "BatchNormalization", shape: [26, 26, 3] },
    relu([26, 26, 3]),
    dense(26, 26, 2),
    { kind: "Activation", shape: [26, 26, 2] },
    relu([26, 26, 2]),
    flatten(1352),
    dense(3),
  ],
  "a pool of pixels first, and a ReLU last": [
    max([14, 14, 1]),
    relu([14, 14, 1]),
    conv([12, 12, 2], { function: "relu" }),
    flatten(288),
    { ...dense(3), function: "relu" },
  ],
};

/** Ends a chain in softmax; its numbers are random. */
function engineOf(layers: readonly SmallLayer[], seed: number): GradientEngine {
  const random = randomNumbers(seed);
  const numbers: Record<string, number[]> = {};
  const draw = (name: string, size: number, factor: number, middle = 0): void => {
    numbers[name] = Array.from({ length: size }, () => middle + factor * random());
  };
  let below: readonly number[] = [28, 28, 1];
  const all = [...layers, { kind: "Softmax", function: "softmax", shape: layers.at(-1)?.shape ?? [] }];
  const shapes: Record<string, readonly number[]> = {};
  for (const [at, { kind, shape, window, groups = 1 }] of all.entries()) {
    const [inputs, outputs] = [planesOf(below).channels, planesOf(shape).channels];
    const name = `layer${at}`;
    if (kind.endsWith("Conv2D") || kind === "Dense") {
      const [rows = 1, columns = 1] = window ?? [];
      const fan = (inputs / groups) * rows * columns;
      draw(`${name}/kernel`, fan * outputs, Math.sqrt(3 / fan));
      draw(`${name}/bias`, outputs, 0.2);
    } else if (kind === "BatchNormalization") {
      draw(`${name}/scale`, outputs, 0.5, 1);
      draw(`${name}/offset`, outputs, 0.2);
    } else if (kind === "PReLU") {
      draw(
        `${name}/slope`,
        shape.reduce((product, size) => product * size),
        1,
      );
    }
    below = shape;
  }
  const network = smallNetwork(all, numbers, shapes);
  return new GradientEngine(network.layers, network.arrays);
}

/** Returns strokes of random grey on paper: the paper has equal values, of which pools take the first. */
function digits(seed: number): Float32Array[] {
  const random = randomNumbers(seed);
  return Array.from({ length: DIGITS }, () => {
    const column = 10 + Math.round(4 * random());
    return Float32Array.from({ length: 784 }, (_, at) => {
      const [x, y] = [at % 28, Math.floor(at / 28)];
      return Math.abs(x - column - y / 5) < 2.5 && y > 4 && y < 23 ? Math.abs(random()) : 0;
    });
  });
}

function result<Result>(steps: Generator<void, Result>): { count: number; value: Result } {
  for (let count = 0; ; count++) {
    const step = steps.next();
    if (step.done) return { count, value: step.value };
  }
}

test.each(Object.entries(CHAINS))("%s: the mean of the gradients of all passes", (_, layers) => {
  for (const seed of [1, 2]) {
    const engine = engineOf(layers, seed);
    const logits = engine.logits as string;
    const upstream = Float64Array.of(1, -0.5, 0.25);
    for (const digit of digits(seed)) {
      const own = result(engine.meanGradient(logits, upstream, digit, STEPS));
      const truth = result(engine.meanOfPasses(logits, upstream, digit, STEPS)).value;
      expect(own.count).toBe(STEPS);
      const largest = Math.max(...truth.map(Math.abs));
      expect(largest).toBeGreaterThan(0);
      const most = Math.max(...own.value.map((value, at) => Math.abs(value - (truth[at] as number))));
      expect(most / largest).toBeLessThan(TOLERANCE);
    }
  }
});

test("only chains of linear layers, ReLUs and pools of windows are followed by their lines", () => {
  const stepsOf = (...layers: SmallLayer[]) => Reflect.get(engineOf(layers, 0), "steps").slice(0, -1);
  expect(partsOf(stepsOf(conv([26, 26, 2]), relu([26, 26, 2]), flatten(1352), dense(3)))).toHaveLength(2);
  for (const named of ["tanh", "sigmoid", "gelu", "softmax", "relu6"])
    expect(partsOf(stepsOf(conv([26, 26, 2], { function: named }), flatten(1352), dense(3)))).toBeNull();
  const wholeMaps = { kind: "GlobalMaxPooling2D", shape: [2] }; // shares the gradient among equal values
  expect(partsOf(stepsOf(conv([26, 26, 2]), wholeMaps, dense(3)))).toBeNull();
});

test("a digit that is run afterwards has its own values", () => {
  const engine = engineOf(CHAINS["convolutions, ReLUs and pools"] ?? [], 3);
  const [first, second] = digits(3) as [Float32Array, Float32Array];
  engine.run(first);
  const before = engine.probabilities.slice();
  result(engine.meanGradient(engine.logits as string, Float64Array.of(1, 0, 0), second, STEPS));
  engine.run(first);
  expect([...engine.probabilities]).toEqual([...before]);
});
