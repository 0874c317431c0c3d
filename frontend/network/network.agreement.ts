import { expect, test } from "vitest";
import { expectedByPython } from "../testing/agreement";
import { forwardOf } from "./forward";
import { type ChainLayer, Network } from "./network";

const { header, arrays } = expectedByPython<{ layers: ChainLayer[]; predictions: (number | null)[] }>();
const network = new Network(header.layers, arrays.of("chain"));
const digits = arrays.float32("digits");
const [count = 0, pixels = 0] = digits.shape;
const digitOf = (i: number): Float32Array => digits.data.subarray(i * pixels, (i + 1) * pixels);
const passes = Array.from({ length: count }, (_, i) => network.run(digitOf(i)));

/** The largest difference that float32 sums of another order can make: absolute, or relative to values above 1. */
const TOLERANCE = 1e-5;
const distance = (own: number, value: number): number => Math.abs(own - value) / Math.max(1, Math.abs(value));

test.each(network.layers.map(({ name }) => name))("%s agrees with Python for random units of all digits", (name) => {
  const [units, values] = [arrays.get(`units/${name}`, "int32"), arrays.float32(`values/${name}`)];
  const perDigit = units.shape[1] ?? 0;
  let most = 0;
  units.data.forEach((unit, i) => {
    const own = passes[Math.floor(i / perDigit)]?.get(name)?.[unit] ?? Number.NaN;
    most = Math.max(most, distance(own, values.data[i] ?? Number.NaN));
  });
  expect(most).toBeLessThan(TOLERANCE);
});

test.each(network.layers.map(({ name }) => name))("%s agrees with Python in all values of some digits", (name) => {
  const { data, shape } = arrays.float32(`whole/${name}`);
  const size = shape[1] ?? 0;
  let most = 0;
  for (let digit = 0; digit < (shape[0] ?? 0); digit++) {
    const own = passes[digit]?.get(name);
    expect(own).toHaveLength(size);
    own?.forEach((value, i) => {
      most = Math.max(most, distance(value, data[digit * size + i] ?? Number.NaN));
    });
  }
  expect(most).toBeLessThan(TOLERANCE);
});

test("the predictions are Python's", () => {
  expect(passes.map((pass, i) => forwardOf(digitOf(i), pass).prediction)).toEqual(header.predictions);
});
