import { expect, test } from "vitest";
import type { Layer, Reads } from "../../core/strip/strip";
import { connectionsOf, curve, readersOf, sourcesOf } from "./connections";

const layer = (name: string, channels: number, reads: Reads | null): Layer => ({
  name,
  title: name,
  shape: [8, 8, channels],
  signed: true,
  reads,
});

const CONV = layer("conv", 4, { layer: "digit", inputs: 1, outputs: 4 });
const POOL = layer("pool", 4, { layer: "conv", inputs: 1, outputs: 1 });
const NEXT = layer("next", 6, { layer: "pool", inputs: 4, outputs: 6 });

test("a pooled map reads its own, a filter all, and a grouped one those of its group", () => {
  expect(sourcesOf(2, { layer: "", inputs: 1, outputs: 1 })).toEqual([2]);
  expect(sourcesOf(5, { layer: "", inputs: 4, outputs: 6 })).toEqual([0, 1, 2, 3]);
  const grouped = { layer: "", inputs: 4, outputs: 6 }; // of 8 inputs and 12 filters
  expect(sourcesOf(6, grouped)).toEqual([4, 5, 6, 7]);
  expect(readersOf(3, grouped)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(readersOf(4, grouped)).toEqual([6, 7, 8, 9, 10, 11]);
});

test("every reader has what it reads among its sources, and the other way round", () => {
  const reads = { layer: "", inputs: 3, outputs: 2 };
  for (let input = 0; input < 9; input++)
    for (let output = 0; output < 6; output++)
      expect(sourcesOf(output, reads).includes(input)).toBe(readersOf(input, reads).includes(output));
});

test("a map is connected with those it reads and those that read it", () => {
  const at = (name: string, channel: number) => ({ layer: name, channel });
  expect(connectionsOf(at("conv", 1), [CONV, POOL, NEXT])).toEqual([
    [at("digit", 0), at("conv", 1)],
    [at("conv", 1), at("pool", 1)],
  ]);
  const ofPool = connectionsOf(at("pool", 3), [CONV, POOL, NEXT]);
  expect(ofPool).toHaveLength(1 + 6);
  expect(ofPool[6]).toEqual([at("pool", 3), at("next", 5)]);
  expect(connectionsOf(at("branch", 0), [layer("branch", 4, null)])).toEqual([]);
});

test("curves leave to the right, or downwards if the other map is not there", () => {
  expect(curve([0, 0, 10, 10], [30, 20, 40, 30])).toBe("M10 5C20 5 20 25 30 25");
  expect(curve([50, 0, 60, 10], [0, 30, 10, 40])).toBe("M55 10C55 20 5 20 5 30");
});
