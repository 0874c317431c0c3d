import { expect, test } from "vitest";
import type { Explained } from "../../../explain/inspection";
import { kernelOf, marksOf } from "./marks";

const BASE: Explained = {
  problem: "",
  layer: "conv2",
  index: [3, 4, 30],
  name: "conv2[3, 4, 30]",
  value: "0.5",
  account: "",
  sees: "",
  // biome-ignore lint/suspicious/noThenProperty: the message has it
  then: "",
  source: "pool1",
  weighted: true,
  field: { rows: [6, 14], columns: [8, 16] },
  pad: [0, 0, 1, 1],
  path: [],
};

test("nothing is marked without an explanation", () => {
  expect(marksOf(null).size).toBe(0);
  expect(
    marksOf({ layer: "conv1", index: [0, 0, 0], name: "conv1[0, 0, 0]", problem: "Draw a digit first." }).size,
  ).toBe(0);
});

test("the unit, its window and what it sees are marked", () => {
  const window = { rows: [3, 4, 5], columns: [4, 5, 6], channels: [0, 1], winner: null };
  const marks = marksOf({ ...BASE, window });
  expect(marks.get("digit")).toEqual([{ channels: null, rows: [6, 14], columns: [8, 16], width: 2, dashed: false }]);
  expect(marks.get("conv2")).toEqual([{ channels: [30], rows: [3, 4], columns: [4, 5], width: 2, dashed: false }]);
  expect(marks.get("pool1")).toEqual([{ channels: [0, 1], rows: [3, 6], columns: [4, 7], width: 1, dashed: false }]);
});

test("a window on the digit is what the unit sees, and marked once", () => {
  const window = { rows: [3, 4, 5], columns: [4, 5, 6], channels: [0], winner: null };
  expect(marksOf({ ...BASE, layer: "conv1", source: "digit", window }).get("digit")).toHaveLength(1);
});

test("the winner of a pool is marked in its window", () => {
  const window = { rows: [2, 3], columns: [4, 5], channels: [9], winner: [3, 4, 9] };
  const marks = marksOf({ ...BASE, layer: "pool2", source: "relu2", window }).get("relu2");
  expect(marks?.[1]).toMatchObject({ channels: [9], rows: [3, 4], columns: [4, 5], width: 2 });
});

test("strongest terms are marked by their sign", () => {
  const term = { name: "", value: "1", weight: "1", product: "1" };
  const strongest = {
    layer: "pool2",
    positive: [{ index: [1, 2, 3], ...term }],
    negative: [{ index: [0, 0, 4], ...term }],
  };
  const marks = marksOf({ ...BASE, layer: "dense", index: [7], source: "flatten", strongest }).get("pool2");
  expect(marks?.map(({ channels, dashed }) => [channels?.[0], dashed])).toEqual([
    [3, false],
    [4, true],
  ]);
});

test("a window of padding alone, and a unit that sees none of the digit, have no marks for them", () => {
  const window = { rows: [], columns: [], channels: [0], winner: null };
  const marks = marksOf({ ...BASE, field: { rows: [0, 0], columns: [0, 0] }, window });
  expect([...marks.keys()]).toEqual(["conv2"]);
});

test("the kernel of the unit's filter is marked", () => {
  expect(kernelOf(BASE, "conv2")).toBe(30);
  expect(kernelOf(BASE, "conv1")).toBeNull();
  expect(kernelOf(null, "conv1")).toBeNull();
});
