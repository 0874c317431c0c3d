import { describe, expect, test } from "vitest";
import { smallNetwork } from "../testing/network";
import { type Edit, edited, loudLayer, wayFrom } from "./edits";
import { randomOrder } from "./random_order";

const HALF = { kind: "Activation", function: "sigmoid", activation: "sigmoid" };

/** Two filters of one weight for each of two input channels of a map of one pixel, a normalisation, and two units. */
function small(activation: object = { kind: "ReLU", function: "relu" }) {
  return smallNetwork(
    [
      { kind: "Conv2D", shape: [1, 1, 2], window: [28, 28] },
      { kind: "BatchNormalization", shape: [1, 1, 2] },
      { shape: [1, 1, 2], ...activation } as { kind: string; shape: number[] },
      { kind: "Flatten", shape: [2] },
      { kind: "Dense", shape: [2] },
    ],
    {
      "layer0/kernel": [...new Array(784).fill(1), ...new Array(784).fill(2)],
      "layer0/bias": [0.5, 0.25],
      "layer1/scale": [1, 1],
      "layer1/offset": [3, 4],
      "layer4/kernel": [1, 2, 3, 4],
      "layer4/bias": [0, 0],
    },
    { "layer0/kernel": [2, 1, 28, 28], "layer4/kernel": [2, 2] },
  );
}

const DIGIT = new Float32Array(784);
DIGIT[30] = 1; // row 1, column 2

const outputsOf = (edits: readonly Edit[]) => Object.fromEntries(edited(small(), edits).run(DIGIT));

describe("edits", () => {
  test("a silenced filter stays 0 on its way, and the next layer gets only the others", () => {
    expect([...(outputsOf([]).layer4 ?? [])]).toEqual([4.5 + 3 * 6.25, 9 + 4 * 6.25]);
    const values = outputsOf([{ do: "silence", layer: "layer0", index: 0 }]);
    expect([...(values.layer1 ?? [])]).toEqual([0, 6.25]);
    expect([...(values.layer4 ?? [])]).toEqual([3 * 6.25, 4 * 6.25]);
  });

  test("a weight, a bias, a kernel", () => {
    const weight = outputsOf([{ do: "weight", layer: "layer0", index: [1, 2, 0, 1], value: -5 }]);
    expect([...(weight.layer0 ?? [])]).toEqual([1.5, -4.75]);
    const others = outputsOf([{ do: "weight", layer: "layer0", index: [2, 1, 0, 1], value: -5 }]);
    expect([...(others.layer0 ?? [])]).toEqual([1.5, 2.25]);
    const bias = outputsOf([{ do: "bias", layer: "layer4", index: 1, value: 100 }]);
    expect([...(bias.layer4 ?? [])]).toEqual([23.25, 134]);
    const values = Array.from({ length: 28 }, (_, row) =>
      Array.from({ length: 28 }, (_, column) => 100 * row + column),
    );
    const kernel = outputsOf([{ do: "kernel", layer: "layer0", index: 0, channel: null, values }]);
    expect([...(kernel.layer0 ?? [])]).toEqual([102.5, 2.25]);
    const unit = outputsOf([{ do: "kernel", layer: "layer4", index: 0, channel: null, values: [10, 0] }]);
    expect([...(unit.layer4 ?? [])]).toEqual([45, 34]);
  });

  test("they follow one another, and the original keeps its numbers", () => {
    const original = small();
    const network = edited(original, [
      { do: "bias", layer: "layer0", index: 0, value: 7 },
      { do: "silence", layer: "layer0", index: 0 },
      { do: "bias", layer: "layer0", index: 0, value: 2 },
    ]);
    expect(network.run(DIGIT).get("layer0")?.[0]).toBe(2);
    expect(original.run(DIGIT).get("layer0")?.[0]).toBe(1.5);
    expect(network.array("layer4/kernel")).toBe(original.array("layer4/kernel"));
    expect(edited(original, [])).toBe(original);
  });

  test("shuffled weights are the same in another order", () => {
    const edit = { do: "shuffle", layer: "layer4", seed: 3 } as const;
    const kernel = edited(small(), [edit]).array("layer4/kernel")?.data ?? [];
    expect([...kernel].sort()).toEqual([1, 2, 3, 4]);
  });

  test("layers that are not there are left alone", () => {
    expect(outputsOf([{ do: "silence", layer: "other", index: 0 }])).toEqual(outputsOf([]));
  });
});

test("the way of a filter ends before the next kernel", () => {
  expect(wayFrom(small(), "layer0")).toEqual(["layer0", "layer1", "layer2", "layer3"]);
  expect(wayFrom(small(), "layer4")).toEqual(["layer4"]);
});

test("what makes another value of 0 is found", () => {
  const silence = { do: "silence", layer: "layer0", index: 1 } as const;
  expect(loudLayer(edited(small(), [silence]), "layer0", 1)).toBeNull();
  expect(loudLayer(edited(small(HALF), [silence]), "layer0", 1)).toBe("layer2");
});

test("a random order has each number once, and depends on the seed", () => {
  const order = randomOrder(5000, 1);
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 5000 }, (_, i) => i));
  expect(order.filter((number, i) => number === i).length).toBeLessThan(10);
  expect([...randomOrder(5000, 1)]).toEqual([...order]);
  expect([...randomOrder(5000, 2)]).not.toEqual([...order]);
});
