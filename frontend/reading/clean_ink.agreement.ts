import { expect, test } from "vitest";
import { frameInk } from "../ink/framing";
import { digitOf } from "../ink/framing_steps";
import { forwardOf } from "../network/forward";
import { type ChainLayer, Network } from "../network/network";
import { expectedByPython } from "../testing/agreement";
import { cleanInk } from "./clean_ink";
import { greyOf } from "./grey";
import { RefusedPicture } from "./refused_picture";

interface Case {
  readonly kind: string;
  /** What Python reads; null if it refuses the picture. */
  readonly prediction: number | null;
}

const { header, arrays } = expectedByPython<{ layers: ChainLayer[]; cases: Case[] }>(import.meta.url);
const network = new Network(header.layers, arrays.of("chain"));

/** Returns what the page reads; "refused" if it refuses the picture. */
function read(number: number): number | null | "refused" {
  const { shape, data } = arrays.uint8(`${number}/pixels`);
  const [height = 0, width = 0] = shape;
  try {
    const digit = digitOf(frameInk(cleanInk(greyOf({ width, height, data: new Uint8ClampedArray(data) }))));
    return forwardOf(digit, network.run(digit)).prediction;
  } catch (error) {
    if (error instanceof RefusedPicture) return "refused";
    throw error;
  }
}

const results = header.cases.map(({ kind, prediction }, number) => ({ kind, prediction, own: read(number) }));
const share = (kind: string, holds: (result: (typeof results)[number]) => boolean): number => {
  const all = results.filter((result) => result.kind === kind && result.prediction !== null);
  return all.filter(holds).length / all.length;
};

test.each(["note app", "transparent", "scan", "MNIST", "magnified MNIST"])("%s: read as in Python", (kind) => {
  expect(share(kind, ({ own, prediction }) => own === prediction)).toBeGreaterThan(0.97);
});

test("photos are refused, or read as in Python", () => {
  expect(share("photo", ({ own, prediction }) => own === "refused" || own === prediction)).toBeGreaterThan(0.97);
  expect(share("photo", ({ own }) => own === "refused")).toBeGreaterThan(0.6);
});
