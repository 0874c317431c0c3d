/** The question which of four maps a kernel makes, computed from the network and the digit at hand. */

import { codeOf, encodeLayer } from "../../core/colours";
import { compact } from "../../core/numbers";
import { describeMaps } from "../../core/strip/description";
import { sizesOf } from "../../core/strip/geometry";
import { text } from "../../core/text";
import type { ChainLayer } from "../../network/network";
import type { State } from "../state";
import { numbered, type Picture, type Question, yesOrNo } from "./question";

const MAPS = 4;
const ALIKE = 0.9; // correlation from which two maps look the same at the size of a button
const FLAT = 0.05; // of the widest range of values in the layer: a map with less looks empty
const EDGE = 0.7; // cosine of a kernel and a slope: half of its squared weights are the slope

/** The side on which ink pleases a kernel that answers to edges. */
type Side = "left" | "right" | "above" | "below";

/** The first convolution, whose kernels have one slice each, and so can be seen whole. */
interface Convolution {
  readonly layer: ChainLayer;
  /** (filter, 1, row, column). */
  readonly kernel: { readonly shape: readonly number[]; readonly data: Float32Array };
  /** Map after map. */
  readonly values: Float32Array;
}

/**
 * Asks which of four maps is that of a channel of the first convolution; of one that answers to edges, if there is such a kernel.
 *
 * @param random returns a number from 0 to 1
 * @returns null if the network has no such layer, or no four of its maps of this digit differ clearly
 */
export function askMap(state: State, random: () => number): Question | null {
  const found = firstConvolution(state);
  if (!found) return null;
  const { layer, kernel, values } = found;
  const { name, shape, signed } = layer;
  const [rows = 0, columns = 0, channels = 0] = shape;
  const mapOf = (channel: number): Float32Array =>
    values.subarray(channel * rows * columns, (channel + 1) * rows * columns);
  const order = shuffled([...Array(channels).keys()], random);
  const edges = new Map(order.map((channel) => [channel, sideOf(found, channel)]));
  const edgesFirst = [...order.filter((one) => edges.get(one)), ...order.filter((one) => !edges.get(one))];
  const chosen = distinct(edgesFirst, mapOf);
  const asked = chosen[0];
  if (asked === undefined || chosen.length < MAPS) return null;
  const shown = shuffled(chosen, random);
  const labels = shown.map((_, i) => text("predict-map", { number: String(i + 1) }));
  const { codes } = encodeLayer(values, channels, signed, "map"); // or weak ones would look empty
  const pictures = shown.map((channel, i): Picture => {
    const described = {
      name: labels[i] ?? "",
      sizes: sizesOf([rows, columns]),
      values: mapOf(channel),
      isRough: false,
    };
    const own = codes.slice(channel * rows * columns, (channel + 1) * rows * columns);
    return { codes: own, rows, columns, isSigned: signed, words: describeMaps(described, 0) };
  });
  const side = edges.get(asked);
  const asking = { channel: String(asked), layer: name };
  const edge = side ? ` ${text("predict-edge", { side })}` : "";
  const about = kernelPicture(kernel, asked);
  const right = shown.indexOf(asked);
  return {
    kind: "map",
    words: text("predict-which-map", asking) + edge,
    choices: numbered(labels),
    pictures: { about, choices: pictures },
    judge: (choice) => {
      const [guess, result] = [labels[choice] ?? "", labels[right] ?? ""];
      const agrees = choice === right;
      const sentence = text("predict-told-map", { ...asking, guess, result, agrees: yesOrNo(agrees) });
      return { guess, result, agrees, sentence, pictures: [about, ...pictures.slice(right, right + 1)] };
    },
  };
}

function firstConvolution({ network, forward }: State): Convolution | null {
  for (const layer of network.layers) {
    const kernel = layer.kind === "Conv2D" ? network.weightsOf(layer.name)?.kernel : null;
    const values = forward.activations.get(layer.name);
    if (kernel && values) return kernel.shape[1] === 1 ? { layer, kernel, values } : null;
  }
  return null;
}

/** Returns up to four channels, in their order, whose maps are not empty and look different. */
function distinct(order: readonly number[], mapOf: (channel: number) => Float32Array): number[] {
  const rangeOf = (values: Float32Array): number => Math.max(...values) - Math.min(...values);
  const widest = Math.max(...order.map((channel) => rangeOf(mapOf(channel))));
  const chosen: number[] = [];
  for (const channel of order) {
    const map = mapOf(channel);
    if (!(rangeOf(map) > FLAT * widest)) continue; // nor what is no number, after a training that diverged
    if (chosen.every((other) => correlation(map, mapOf(other)) < ALIKE)) chosen.push(channel);
    if (chosen.length === MAPS) break;
  }
  return chosen;
}

function correlation(one: Float32Array, other: Float32Array): number {
  return cosine(centred(one), centred(other));
}

function centred(values: Float32Array): Float32Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function cosine(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let [product, size, otherSize] = [0, 0, 0];
  for (let i = 0; i < one.length; i++) {
    const [a, b] = [one[i] ?? 0, other[i] ?? 0];
    [product, size, otherSize] = [product + a * b, size + a * a, otherSize + b * b];
  }
  return product / (Math.sqrt(size * otherSize) || 1);
}

/** Returns on which side of an edge a kernel wants ink; null: it answers to something else than edges along rows or columns. */
function sideOf({ kernel }: Convolution, channel: number): Side | null {
  const [, , rows = 0, columns = 0] = kernel.shape;
  const weights = kernel.data.subarray(channel * rows * columns, (channel + 1) * rows * columns);
  const across = cosine(
    weights,
    weights.map((_, i) => (i % columns) - (columns - 1) / 2),
  );
  const down = cosine(
    weights,
    weights.map((_, i) => Math.floor(i / columns) - (rows - 1) / 2),
  );
  if (Math.max(Math.abs(across), Math.abs(down)) < EDGE) return null;
  if (Math.abs(across) > Math.abs(down)) return across > 0 ? "right" : "left";
  return down > 0 ? "below" : "above";
}

function kernelPicture({ shape, data }: Convolution["kernel"], channel: number): Picture {
  const [, , rows = 0, columns = 0] = shape;
  const weights = data.subarray(channel * rows * columns, (channel + 1) * rows * columns);
  const high = Math.max(...weights.map(Math.abs));
  const lines = Array.from({ length: rows }, (_, row) =>
    [...weights.subarray(row * columns, (row + 1) * columns)].map(compact).join(" "),
  );
  return {
    codes: Uint8Array.from(weights, (weight) => codeOf(weight, high, true)),
    rows,
    columns,
    isSigned: true,
    words: text("predict-kernel", { channel: String(channel), weights: lines.join("; ") }),
  };
}

/** Returns the same in random order (Fisher and Yates). */
function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j] as Item, mixed[i] as Item];
  }
  return mixed;
}
