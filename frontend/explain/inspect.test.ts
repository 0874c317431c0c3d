import { expect, test } from "vitest";
import { Arrays, type Tensor } from "../core/codec";
import { WHOLE_PAPER } from "../ink/framing_steps";
import { type Forward, forwardOf } from "../network/forward";
import { type ChainLayer, Network } from "../network/network";
import { inspect } from "./inspect";
import type { Explained, Index } from "./inspection";

const PLAIN: ChainLayer = {
  name: "layer",
  kind: "Conv2D",
  shape: [28, 28, 1],
  window: null,
  strides: null,
  dilation: [1, 1],
  padding: "valid",
  groups: 1,
  activation: "linear",
  function: "linear",
  constants: {},
  signed: true,
};

const CONV: ChainLayer = { ...PLAIN, name: "conv", shape: [14, 14, 1], window: [2, 2], strides: [2, 2] };
const POOL: ChainLayer = { ...CONV, name: "pool", kind: "MaxPooling2D", shape: [7, 7, 1] };
const FLAT: ChainLayer = { ...PLAIN, name: "flat", kind: "Flatten", shape: [49] };
const DENSE: ChainLayer = { ...PLAIN, name: "dense", kind: "Dense", shape: [3] };
const SOFTMAX: ChainLayer = {
  ...PLAIN,
  name: "softmax",
  kind: "Softmax",
  shape: [3],
  activation: "softmax",
  function: "softmax",
};

function tensor(shape: readonly number[], values: readonly number[]): Tensor<"float32"> {
  const data = new Float32Array(shape.reduce((product, size) => product * size, 1));
  data.set(values);
  return { dtype: "float32", shape, data };
}

/** A digit whose first pixels are 1, 2 and, below them, 3, 4 (tenths of them). */
const DIGIT = new Float32Array(784);
for (const [place, ink] of [1, 2, ...Array(26).fill(0), 3, 4].entries()) DIGIT[place] = ink / 10;

const KERNEL = tensor([1, 1, 2, 2], [10, 20, 30, 40]);

/** The digit through a convolution, and layers above it. The dense layer reads the first value: 0, 1 and -2 times it. */
function run(...layers: readonly ChainLayer[]): [Network, Forward] {
  const arrays = new Map([
    ["conv/kernel", KERNEL],
    ["conv/bias", tensor([1], [5])],
    ["norm/scale", tensor([1], [-2])],
    ["norm/offset", tensor([1], [0.5])],
    ["dense/kernel", tensor([49, 3], [0, 1, -2])],
    ["dense/bias", tensor([3], [0.5, 0, 0])],
  ]);
  const network = new Network(layers, new Arrays(arrays));
  return [network, forwardOf(DIGIT, network.run(DIGIT))];
}

const WHOLE = run(CONV, POOL, FLAT, DENSE, SOFTMAX);

function explained([network, forward]: [Network, Forward], layer: string, index: Index): Explained {
  return inspect(network, forward, layer, index, true, WHOLE_PAPER).header as Explained;
}

test("a filter adds up the products of its window", () => {
  const { header, terms } = inspect(...WHOLE, "conv", [0, 0, 0], false, WHOLE_PAPER);
  expect(header).toMatchObject({ name: "conv[0, 0, 0]", value: "35", source: "digit", weighted: true, path: [] });
  expect(header).toMatchObject({ account: "4 products from digit 30 + bias 5" });
  expect(header).toMatchObject({ window: { rows: [0, 1], columns: [0, 1], channels: [0], winner: null } });
  expect(header).toMatchObject({ sees: "It sees rows 0 to 1, columns 0 to 1 of the digit.", pad: [0, 0, 20, 20] });
  expect(terms?.shape).toEqual([3, 2, 2, 1]);
  const [values, weights, products] = [DIGIT.filter((ink) => ink), KERNEL.data, Float32Array.of(1, 4, 9, 16)];
  expect(terms?.data).toEqual(Float32Array.of(...values, ...weights, ...products));
});

test("places in the padding are left out", () => {
  const network = run({ ...CONV, shape: [28, 28, 1], strides: [1, 1], padding: "same" });
  expect(explained(network, "conv", [27, 27, 0])).toMatchObject({
    account: "1 product from digit 0 + bias 5",
    window: { rows: [27], columns: [27] },
  });
});

test("a window wholly in the padding reads nothing", () => {
  const network = run({ ...CONV, shape: [28, 28, 1], strides: [1, 1], padding: "same", dilation: [60, 60] });
  const { header, terms } = inspect(...network, "conv", [0, 0, 0], true, WHOLE_PAPER);
  expect(header).toMatchObject({
    value: "5",
    sees: "It sees nothing of the digit.",
    window: { rows: [], columns: [], channels: [0] },
    field: { rows: [0, 0], columns: [0, 0] },
    path: [{ layer: "conv", index: [0, 0, 0], name: "conv[0, 0, 0]", value: "5" }],
  });
  expect(terms?.shape).toEqual([3, 0, 0, 1]);
});

test("a window wholly in the padding along its rows sees no columns either", () => {
  const network = run({ ...CONV, shape: [28, 28, 1], strides: [1, 1], padding: "same", dilation: [60, 1] });
  expect(explained(network, "conv", [0, 0, 0]).field).toEqual({ rows: [0, 0], columns: [0, 0] });
});

test("the winner of a maximum is the first of the largest values", () => {
  const [first, other] = [explained(WHOLE, "pool", [0, 0, 0]), explained(WHOLE, "pool", [3, 4, 0])];
  expect(first).toMatchObject({ account: "the maximum of 4 values: conv[0, 0, 0]", window: { winner: [0, 0, 0] } });
  expect(other).toMatchObject({ account: "the maximum of 4 values: conv[6, 8, 0]", window: { winner: [6, 8, 0] } });
});

test("a mean has no winner", () => {
  const mean = explained(run(CONV, { ...POOL, kind: "AveragePooling2D" }), "pool", [0, 0, 0]);
  expect(mean).toMatchObject({ value: "12.5", account: "the mean of 4 values of conv", window: { winner: null } });
});

test("the strongest terms of a dense unit lie in the maps", () => {
  const { strongest, then } = explained(WHOLE, "dense", [2]);
  const term = { index: [0, 0, 0], name: "[0, 0, 0]", value: "35", weight: "-2", product: "-70" };
  expect(strongest).toEqual({ layer: "pool", positive: [], negative: [term] });
  expect(then).toBe("then softmax = 0, by softmax among all 3");
});

test("softmax step by step", () => {
  const { softmax, account } = explained(WHOLE, "softmax", [0]);
  expect(softmax?.logits).toEqual(["0.5", "35", "-70"]);
  expect(softmax?.differences).toEqual(["-34.5", "0", "-105"]);
  expect(softmax?.exponentials).toEqual(["1.04e-15", "1", "2.507e-46"]);
  expect(softmax?.total).toBe("1");
  expect(account).toBe("exp(0.5 - 35) / 1, the softmax of dense[0] = 0.5 among 3 logits");
});

test("a trace follows the strongest term down to a pixel", () => {
  expect(explained(WHOLE, "softmax", [1]).path).toEqual([
    { layer: "softmax", index: [1], name: "softmax[1]", value: "1" },
    { layer: "dense", index: [1], name: "dense[1]", value: "35" },
    { layer: "flat", index: [0], name: "flat[0]", value: "35" },
    { layer: "pool", index: [0, 0, 0], name: "pool[0, 0, 0]", value: "35" },
    { layer: "conv", index: [0, 0, 0], name: "conv[0, 0, 0]", value: "35" },
    { layer: "digit", index: [1, 1], name: "digit[1, 1]", value: "0.4" },
  ]);
});

test("a batch normalisation scales one value", () => {
  const norm: ChainLayer = { ...CONV, name: "norm", kind: "BatchNormalization", window: null, strides: null };
  expect(explained(run(CONV, norm), "norm", [0, 0, 0])).toMatchObject({
    value: "-69.5",
    account: "35 x (-2) + 0.5, from conv[0, 0, 0]",
    origin: [0, 0, 0],
    path: [{ layer: "norm" }, { layer: "conv" }, { layer: "digit" }],
  });
});

test("a pool over whole maps reads all of one channel", () => {
  const whole: ChainLayer = { ...PLAIN, name: "whole", kind: "GlobalMaxPooling2D", shape: [1] };
  expect(explained(run(CONV, whole), "whole", [0])).toMatchObject({
    account: "the maximum of 196 values: conv[0, 0, 0]",
    sees: "It sees rows 0 to 27, columns 0 to 27 of the digit.",
    strongest: { positive: [{ index: [0, 0, 0], product: "35" }], negative: [] },
  });
  expect(explained(run(CONV, { ...whole, kind: "GlobalAveragePooling2D" }), "whole", [0])).toMatchObject({
    account: "the mean of 196 values of conv",
  });
});

test("a trace ends at a layer that cannot be explained", () => {
  const [network, forward] = WHOLE;
  const layers = network.layers.map((layer) => (layer.name === "pool" ? { ...layer, kind: "MaxPooling3D" } : layer));
  const odd = { layers, weightsOf: (name: string) => network.weightsOf(name), scaleOf: () => null };
  const { path } = inspect(odd, forward, "dense", [1], true, WHOLE_PAPER).header as Explained;
  expect(path.map(({ layer }) => layer)).toEqual(["dense", "flat", "pool"]);
});

test("a unit that cannot be explained has a problem", () => {
  const problem = (network: Network, forward: Forward, layer: string, index: Index): string =>
    inspect(network, forward, layer, index, true, WHOLE_PAPER).header.problem;
  const [network, forward] = WHOLE;
  expect(problem(network, forwardOf(new Float32Array(784), forward.activations), "conv", [0, 0, 0])).toContain("blank");
  expect(problem(network, forward, "nothing", [0])).toBe(
    "There is no layer 'nothing'. Choose one of conv, pool, flat, dense, softmax.",
  );
  expect(problem(network, forward, "conv", [0, 14, 0])).toContain("has no unit [0, 14, 0]");
  expect(problem(network, forward, "dense", [-1])).toContain("unit 0 to 2; for example (1,).");
  const other = forwardOf(forward.digit, new Map(forward.activations).set("dense", Float32Array.of(0.5, 36, -70)));
  expect(problem(network, other, "dense", [1])).toContain("these give dense[1] the value 35, but it has 36");
  const unknown = { layers: [{ ...CONV, kind: "Conv3D" }], weightsOf: () => null, scaleOf: () => null };
  expect(inspect(unknown, forward, "conv", [0, 0, 0], true, WHOLE_PAPER).header.problem).toContain(
    "of the kind Conv3D",
  );
});
