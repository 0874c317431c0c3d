import { describe, expect, test } from "vitest";
import type { ChainLayer } from "../../network/chain";
import { GradientEngine } from "../../network/gradients/gradient_engine";
import { expectedByPython, largestDifference } from "../../testing/agreement";
import { CannotExplain } from "../cannot_explain";
import { Aim } from "./aim";
import { ascend, type Height, noise } from "./ascent";

interface ExpectedAscent {
  readonly layer: string;
  readonly index: readonly number[];
  readonly start: "noise" | "paper" | "digit";
  readonly name: string;
  readonly side: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

interface Expected {
  readonly layers: ChainLayer[];
  readonly ascents: readonly ExpectedAscent[];
}

const { header, arrays } = expectedByPython<{ networks: Expected[] }>(import.meta.url);

/** Of ink at a pixel, and of a value: absolute, or relative to one above 1. */
const TOLERANCE = 1e-4;

/** Climbs to the end; an ascent that has not moved throws there, which is for another test. */
function heightsOf(aim: Aim, start: Float32Array): Height[] {
  const heights: Height[] = [];
  try {
    for (const height of ascend(aim, start)) if (height) heights.push(height);
  } catch (error) {
    if (!(error instanceof CannotExplain)) throw error;
  }
  return heights;
}

const ascents = header.networks.flatMap(({ layers, ascents: all }, number) => {
  const engine = new GradientEngine(layers, arrays.of(`${number}/chain`));
  return all.map((asked, at) => ({ engine, key: `${number}/${at}`, ...asked }));
});

describe.each(ascents)("$key: $name from $start", ({ engine, key, layer, index, start, ...truth }) => {
  const aim = new Aim(engine, layer, index);
  const digits = arrays.float32(`${key}/digits`);
  const [count = 0, pixels = 0] = digits.shape;
  const digitAt = (at: number): Float32Array => digits.data.subarray(at * pixels, (at + 1) * pixels);

  test("is named and sees as in Python", () => {
    const { name, side, field } = aim;
    expect({ name, side, ...field }).toEqual(truth);
  });

  test("begins where Python does", () => {
    if (start === "noise") expect([...noise(aim)]).toEqual([...digitAt(0)]);
  });

  test("climbs as Python does", () => {
    const heights = heightsOf(aim, digitAt(0));
    expect(heights).toHaveLength(count);
    heights.forEach(({ digit, value, share }, at) => {
      const expected = arrays.float64(`${key}/values`).data[at] as number;
      expect(share).toBeCloseTo(at / (count - 1), 9);
      expect(largestDifference(digit, digitAt(at))).toBeLessThan(TOLERANCE);
      expect(Math.abs(value - expected) / Math.max(1, Math.abs(expected))).toBeLessThan(TOLERANCE);
    });
  });
});
