/**
 * Checks of an attribution: what happens when its ink is deleted, and whether it depends on the weights at all. The counterpart of
 * `mnistviz/explain/attribution_checks.py`; the random numbers are others than NumPy's.
 */

import { Arrays, type Tensor } from "../../core/codec";
import { roundToEven } from "../../core/numbers";
import { GradientEngine } from "../../network/gradients/gradient_engine";
import type { Question } from "./question";

/** Of the ink. Behind the half, what is left is no digit to any order. */
export const FRACTIONS = Array.from({ length: 26 }, (_, at) => at / 50);
const ORDERS = 10; // random ones that a curve is compared with
const CURVE_SEED = 1;

/** What the probability of the target becomes while ink turns into paper, pixel by pixel (Petsiuk et al. 2018, arXiv 1806.07421). */
export interface DeletionCurve {
  /** At each of the `FRACTIONS`, for ink deleted in the order of the map, the highest value first. */
  readonly probabilities: Float64Array;
  /** The same for ten random orders. */
  readonly random: readonly Float64Array[];
  /** The mean of the curve, 0..1. Lower is better. */
  readonly area: number;
  /** The mean of the curves of random orders. */
  readonly randomArea: number;
}

/** Deletes ink in the order of an attribution, and in random orders, which are the same each time. */
export function* deletionCurve(question: Question, values: Float64Array): Generator<void, DeletionCurve> {
  const random = randomNumbers(CURVE_SEED);
  const ink = [...question.digit.keys()].filter((at) => question.digit[at]);
  const own = shuffled(ink, random).sort((a, b) => (values[b] as number) - (values[a] as number)); // ties come at random
  const probabilities = yield* curve(question, own);
  const others: Float64Array[] = [];
  for (let order = 0; order < ORDERS; order++) others.push(yield* curve(question, shuffled(ink, random)));
  const means = probabilities.map((_, at) => others.reduce((sum, one) => sum + (one[at] as number), 0) / ORDERS);
  return { probabilities, random: others, area: areaOf(probabilities), randomArea: areaOf(means) };
}

function* curve(question: Question, order: readonly number[]): Generator<void, Float64Array> {
  const digit = question.digit.slice();
  const probabilities = new Float64Array(FRACTIONS.length);
  let deleted = 0;
  for (const [at, fraction] of FRACTIONS.entries()) {
    for (const end = roundToEven(fraction * order.length); deleted < end; deleted++)
      digit[order[deleted] as number] = 0;
    probabilities[at] = question.probability(digit);
    yield;
  }
  return probabilities;
}

/** Returns the mean of a curve whose points lie at equal distances. */
function areaOf(values: Float64Array): number {
  const ends = ((values[0] as number) + (values.at(-1) as number)) / 2;
  return (values.reduce((sum, value) => sum + value, 0) - ends) / (values.length - 1);
}

/**
 * Returns an engine of the same layers with random weights. Kernels get numbers as a new model has them (Glorot and Bengio 2010),
 * biases 0. The numbers of other layers, such as normalisations, change places.
 */
export function randomEngine({ layers, arrays }: GradientEngine, seed: number): GradientEngine {
  const random = randomNumbers(seed);
  const tensors = arrays.names.map((name): [string, Tensor] => {
    const { shape, data } = arrays.float32(name);
    return [name, { dtype: "float32", shape, data: randomArray(name, shape, data, random) }];
  });
  return new GradientEngine(layers, Arrays.of(Object.fromEntries(tensors)));
}

function randomArray(name: string, shape: readonly number[], data: Float32Array, random: () => number): Float32Array {
  if (name.endsWith("/bias")) return new Float32Array(data.length);
  if (!name.endsWith("/kernel")) return Float32Array.from(shuffled([...data], random));
  const [one = 1, other = 1, ...window] = shape;
  const limit = Math.sqrt(6 / ((one + other) * window.reduce((product, size) => product * size, 1)));
  return data.map(() => limit * (2 * random() - 1));
}

/** Returns Spearman's rank correlation -1..1 of two arrays; NaN if all values of one are the same. */
export function rankCorrelation(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const [a, b] = [ranksOf(one), ranksOf(other)];
  const mean = (a.length + 1) / 2;
  let [both, squares, others] = [0, 0, 0];
  a.forEach((rank, at) => {
    const [x, y] = [rank - mean, (b[at] as number) - mean];
    both += x * y;
    squares += x * x;
    others += y * y;
  });
  return squares && others ? both / Math.sqrt(squares * others) : Number.NaN;
}

/** Returns the rank of each value, from 1; the same values share their mean rank. */
function ranksOf(values: ArrayLike<number>): Float64Array {
  const order = Array.from(values, (_, at) => at).sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Float64Array(order.length);
  for (let first = 0, end = 0; first < order.length; first = end) {
    const value = values[order[first] as number];
    while (end < order.length && values[order[end] as number] === value) end++;
    for (let at = first; at < end; at++) ranks[order[at] as number] = (first + 1 + end) / 2;
  }
  return ranks;
}

function shuffled(values: readonly number[], random: () => number): number[] {
  const result = [...values];
  for (let last = result.length - 1; last > 0; last--) {
    const at = Math.floor(random() * (last + 1));
    [result[last], result[at]] = [result[at] as number, result[last] as number];
  }
  return result;
}

/** Returns a source of numbers from 0 up to 1, which are the same for the same seed: mulberry32 (Ettinger 2017). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
