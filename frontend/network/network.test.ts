import { expect, test } from "vitest";
import { type SmallLayer, smallNetwork } from "../testing/network";
import { type Forward, forwardOf } from "./forward";
import type { Network } from "./network";

/** Paper with some ink: {"row,column": value}. */
function digit(ink: Readonly<Record<string, number>>): Float32Array {
  const values = new Float32Array(784);
  for (const [place, value] of Object.entries(ink)) {
    const [row = 0, column = 0] = place.split(",").map(Number);
    values[28 * row + column] = value;
  }
  return values;
}

function forward(network: Network, input: Float32Array): Forward {
  return forwardOf(input, network.run(input));
}

/** Returns the values of the last layer at (channel, row, column). */
function last(network: Network, input: Float32Array): (...at: [number, number, number]) => number {
  const [rows = 1, columns = 1] = network.layers.at(-1)?.shape ?? [];
  const values = [...network.run(input).values()].at(-1) ?? new Float32Array();
  return (channel, row, column) => values[(channel * rows + row) * columns + column] ?? Number.NaN;
}

const conv = (layer: Partial<SmallLayer> & Pick<SmallLayer, "shape">): SmallLayer => ({ kind: "Conv2D", ...layer });
/** Turns the digit into two maps: the digit, and 10 times the digit. */
const twoMaps: SmallLayer = conv({ shape: [28, 28, 2], window: [1, 1] });
const twoMapsNumbers = {
  "layer0/kernel": [1, 10],
  "layer0/bias": [0, 0],
} as const;

test("a convolution multiplies a window with each filter's kernel, which it doesn't turn round, and adds a bias", () => {
  const network = smallNetwork([conv({ shape: [27, 27, 2], window: [2, 2] })], {
    "layer0/kernel": [...[1, 2, 3, 4], ...[100, 200, 300, 400]],
    "layer0/bias": [0.5, -0.5],
  });
  const at = last(network, digit({ "5,6": 1, "5,7": 0.5 }));
  expect([at(0, 5, 6), at(0, 5, 5), at(0, 4, 6), at(0, 20, 20)]).toEqual([2.5, 1 * 2 + 0.5, 3 + 2 + 0.5, 0.5]);
  expect(at(1, 5, 6)).toBe(100 + 100 - 0.5);
});

test("strides skip places, and same padding puts an odd place at the end", () => {
  const ones = {
    "layer0/kernel": [1, 1, 1, 1],
    "layer0/bias": [0],
  } as const;
  const every = smallNetwork([conv({ shape: [28, 28, 1], window: [2, 2], padding: "same" })], ones);
  const third = smallNetwork([conv({ shape: [9, 9, 1], window: [2, 2], strides: [3, 3] })], ones);
  const input = digit({ "27,27": 1, "3,4": 0.5 });
  const [at, atThird] = [last(every, input), last(third, input)];
  expect([at(0, 27, 27), at(0, 26, 26), at(0, 3, 4), at(0, 2, 3), at(0, 4, 4)]).toEqual([1, 1, 0.5, 0.5, 0]);
  expect([atThird(0, 1, 1), atThird(0, 8, 8), atThird(0, 0, 1)]).toEqual([0.5, 0, 0]);
});

test("dilation spreads a window, whose values may all lie in the padding", () => {
  const network = smallNetwork([conv({ shape: [28, 28, 1], window: [2, 1], dilation: [60, 1], padding: "same" })], {
    "layer0/kernel": [1, 1],
    "layer0/bias": [7],
  });
  const at = last(network, new Float32Array(784).fill(1));
  expect([at(0, 0, 0), at(0, 14, 3), at(0, 27, 27)]).toEqual([7, 7, 7]);
});

test("filters read the channels of their own group", () => {
  const grouped = conv({ shape: [28, 28, 2], window: [1, 1], groups: 2 });
  const network = smallNetwork([twoMaps, grouped], {
    ...twoMapsNumbers,
    "layer1/kernel": [1, 2],
    "layer1/bias": [0, 0],
  });
  const at = last(network, digit({ "3,3": 1 }));
  expect([at(0, 3, 3), at(1, 3, 3)]).toEqual([1, 20]);
});

test("pools take the maximum or the mean of what lies inside", () => {
  const input = digit({ "27,27": 0.5, "0,0": 1 });
  const pool = (kind: string): SmallLayer => ({
    kind,
    ...({ shape: [10, 10, 1], window: [3, 3], strides: [3, 3], padding: "same" } as const),
  });
  const maximum = last(smallNetwork([pool("MaxPooling2D")]), input);
  const mean = last(smallNetwork([pool("AveragePooling2D")]), input);
  expect([maximum(0, 0, 0), maximum(0, 9, 9), maximum(0, 5, 5)]).toEqual([1, 0.5, 0]);
  expect(mean(0, 0, 0)).toBeCloseTo(1 / 4); // one row and column of the first window lie in the padding
  expect(mean(0, 9, 9)).toBeCloseTo(0.5 / 4);
});

test("the maximum of negative values is negative, also at the edge", () => {
  const negative = { "layer0/kernel": [-1], "layer0/bias": [-1] } as const;
  const pool: SmallLayer = {
    kind: "MaxPooling2D",
    shape: [14, 14, 1],
    window: [3, 3],
    strides: [2, 2],
    padding: "same",
  };
  const network = smallNetwork([conv({ shape: [28, 28, 1], window: [1, 1] }), pool], negative);
  expect(last(network, new Float32Array(784))(0, 13, 13)).toBe(-1);
});

test("global pools summarise whole maps", () => {
  const input = digit({ "3,4": 1, "8,8": 0.5 });
  const values = (kind: string): number[] => {
    const network = smallNetwork([twoMaps, { kind, shape: [2] }], twoMapsNumbers);
    return [...(network.run(input).get("layer1") ?? [])];
  };
  expect(values("GlobalMaxPooling2D")).toEqual([1, 10]);
  expect(values("GlobalAveragePooling2D").map((value) => value * 784)).toEqual([
    expect.closeTo(1.5, 4),
    expect.closeTo(15, 4),
  ]);
});

test("flatten goes through the channels of each place first", () => {
  const network = smallNetwork([twoMaps, { kind: "Flatten", shape: [1568] }], twoMapsNumbers);
  const flat = network.run(digit({ "0,0": 0.1, "0,1": 0.2 })).get("layer1") ?? [];
  expect([...flat.slice(0, 5)]).toEqual([0.1, 1, 0.2, 2, 0].map(Math.fround));
});

test("a dense layer sums all units, or all channels of each place of maps", () => {
  const kernel = Array.from({ length: 784 * 3 }, (_, at) => (at % 3) + 1);
  const units = smallNetwork(
    [
      { kind: "Flatten", shape: [784] },
      { kind: "Dense", shape: [3] },
    ],
    {
      "layer1/kernel": kernel,
      "layer1/bias": [0, 0, 1],
    },
  );
  expect([...(units.run(digit({ "3,4": 1, "20,20": 0.5 })).get("layer1") ?? [])]).toEqual([1.5, 3, 5.5]);
  const maps = smallNetwork([twoMaps, { kind: "Dense", shape: [28, 28, 1] }], {
    ...twoMapsNumbers,
    "layer1/kernel": [1, 2],
    "layer1/bias": [0],
  });
  expect(last(maps, digit({ "3,4": 1 }))(0, 3, 4)).toBe(21);
});

test("normalisation multiplies and adds by channel", () => {
  const network = smallNetwork([twoMaps, { kind: "BatchNormalization", shape: [28, 28, 2] }], {
    ...twoMapsNumbers,
    "layer1/scale": [2, 3],
    "layer1/offset": [0.5, -1],
  });
  const at = last(network, digit({ "1,2": 1 }));
  expect([at(0, 1, 2), at(1, 1, 2), at(1, 0, 0)]).toEqual([2.5, 29, -1]);
});

test("PReLU has a slope for each value", () => {
  const slope = Array.from({ length: 1568 }, (_, at) => at % 784);
  const network = smallNetwork([twoMaps, { kind: "PReLU", shape: [28, 28, 2] }], {
    ...twoMapsNumbers,
    "layer0/kernel": [1, -1],
    "layer1/slope": slope,
  });
  const at = last(network, digit({ "0,1": 1 }));
  expect([at(0, 0, 1), at(1, 0, 1)]).toEqual([1, -1]);
});

test.each<[string, Readonly<Record<string, number>>, number, number]>([
  ["linear", {}, -3, -3],
  ["relu", {}, -2, 0],
  ["relu", { negative_slope: 0.1 }, -2, -0.2],
  ["relu", { max_value: 1.5 }, 2, 1.5],
  ["relu", { threshold: 1 }, 0.5, 0],
  ["relu", { threshold: 1, negative_slope: 0.5, max_value: 3 }, 0.5, -0.25],
  ["relu6", {}, 7, 6],
  ["leaky_relu", {}, -2, -0.4],
  ["leaky_relu", { negative_slope: 0.3 }, -2, -0.6],
  ["elu", { alpha: 2 }, -1, 2 * (1 / Math.E - 1)],
  ["selu", {}, -1, 1.0507 * 1.67326 * (1 / Math.E - 1)],
  ["gelu", {}, 1, 0.841345],
  ["gelu", {}, -1, -0.158655],
  ["gelu", {}, -7, 0],
  ["gelu", { approximate: 1 }, 1, 0.841192],
  ["silu", {}, 1, 0.731059],
  ["sigmoid", {}, 0, 0.5],
  ["hard_sigmoid", {}, 1.5, 0.75],
  ["tanh", {}, 1, 0.761594],
  ["softplus", {}, 1, 1.313262],
  ["softplus", {}, 100, 100],
  ["softsign", {}, -3, -0.75],
  ["exponential", {}, 1, Math.E],
  ["mish", {}, 1, 0.865098],
])("the function %s with %j of %d is %d", (name, constants, input, expected) => {
  const network = smallNetwork([conv({ shape: [28, 28, 1], window: [1, 1], function: name, constants })], {
    "layer0/kernel": [input],
    "layer0/bias": [0],
  });
  expect(last(network, digit({ "0,0": 1 }))(0, 0, 0)).toBeCloseTo(expected, 5);
});

test("softmax compares the channels of each place", () => {
  const network = smallNetwork([twoMaps, { kind: "Softmax", shape: [28, 28, 2], function: "softmax" }], {
    ...twoMapsNumbers,
    "layer0/kernel": [1000, 1000 + Math.log(3)],
  });
  const at = last(network, digit({ "2,3": 1 }));
  expect([at(0, 2, 3), at(1, 2, 3), at(0, 0, 0)]).toEqual([expect.closeTo(0.25, 4), expect.closeTo(0.75, 4), 0.5]);
});

const classes = smallNetwork(
  [
    { kind: "Flatten", shape: [784] },
    { kind: "Dropout", shape: [784] },
    { kind: "Dense", shape: [10], function: "softmax" },
  ],
  {
    "layer2/kernel": Array.from({ length: 7840 }, (_, at) => (at % 10 === 7 ? 5 : 0)),
    "layer2/bias": Array(10).fill(0),
  },
);

test("the prediction is the most probable class, and blank paper has none", () => {
  const { prediction, confidence, probabilities, activations } = forward(classes, digit({ "3,3": 1 }));
  expect(prediction).toBe(7);
  expect(confidence).toBe(probabilities[7]);
  expect(confidence).toBeCloseTo(Math.exp(5) / (Math.exp(5) + 9));
  expect([...activations.keys()]).toEqual(["layer0", "layer1", "layer2"]);
  const blank = forward(classes, new Float32Array(784));
  expect([blank.prediction, blank.confidence]).toEqual([null, 0]);
});

test("what a run has returned stays as it is", () => {
  const before = [...classes.run(digit({ "3,3": 1 })).values()];
  const kept = before.map((values) => values.slice());
  classes.run(digit({ "4,4": 1, "5,5": 1 }));
  expect(before).toEqual(kept);
});
