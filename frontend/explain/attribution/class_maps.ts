/**
 * Class maps: what the last convolution has for a class, laid over the digit. The counterpart of `mnistviz/explain/class_maps.py`.
 */

import { text } from "../../core/text";
import { DIGIT_SIDE } from "../../ink/framing_steps";
import { type ChainLayer, planesOf } from "../../network/chain";
import type { GradientEngine } from "../../network/gradients/gradient_engine";
import { sumsOf } from "../../network/gradients/step";
import { CannotExplain } from "../cannot_explain";
import { chainTo } from "../kinds";
import { receptiveField } from "../receptive_field";
import type { Question } from "./question";

const CONVOLUTIONS = ["Conv2D", "DepthwiseConv2D"];
const POOLS = ["MaxPooling2D", "AveragePooling2D", "GlobalMaxPooling2D", "GlobalAveragePooling2D"];

/** Multiplies each value of the last convolution with its gradient, and adds up the channels (HiResCAM, arXiv 2011.08891). */
export function* hiresCam(question: Question): Generator<void, Float64Array> {
  const { layer, values, gradient, channels } = atLastConvolution(question);
  const map = new Float64Array(values.length / channels);
  values.forEach((value, at) => {
    const place = Math.floor(at / channels);
    map[place] = (map[place] as number) + value * (gradient[at] as number);
  });
  return overDigit(question.engine, layer, map);
}

/**
 * Multiplies each map of the last convolution with its mean gradient, adds up, and leaves out what is below 0 (Grad-CAM, arXiv
 * 1610.02391). The mean forgets where in a map the gradient was.
 */
export function* gradCam(question: Question): Generator<void, Float64Array> {
  const { layer, values, gradient, channels } = atLastConvolution(question);
  const map = new Float64Array(values.length / channels);
  const means = new Float64Array(channels);
  gradient.forEach((slope, at) => {
    means[at % channels] = (means[at % channels] as number) + slope / map.length;
  });
  values.forEach((value, at) => {
    const place = Math.floor(at / channels);
    map[place] = (map[place] as number) + value * (means[at % channels] as number);
  });
  return overDigit(question.engine, layer, map).map((value) => Math.max(value, 0));
}

function atLastConvolution(question: Question) {
  const layer = lastConvolution(question.engine);
  question.engine.reset();
  const gradient = question.gradient(question.digit, layer.name);
  const values = question.engine.valuesOf(layer.name);
  return { layer, values, gradient, channels: planesOf(layer.shape).channels };
}

/**
 * Returns the last convolution, or the last layer that normalises or activates its maps; throws if the network has no convolution
 * before its logits.
 */
function lastConvolution({ layers, logits }: GradientEngine): ChainLayer {
  let found: ChainLayer | null = null;
  for (const [at, layer] of layers.entries()) {
    if (logits === layer.name || logits === sumsOf(layer.name)) break;
    const isSame = found !== null && String(layer.shape) === String(found.shape) && !POOLS.includes(layer.kind);
    if (CONVOLUTIONS.includes(layer.kind) || (isSame && layers[at - 1] === found)) found = layer;
  }
  if (!found) throw new CannotExplain(text("attribution-without-convolution"));
  return found;
}

/**
 * Returns a map (row, column) of a layer in the size of the digit. Each value lies in the middle of what its unit sees; between the
 * middles the values are interpolated.
 */
function overDigit({ layers }: GradientEngine, { name, shape }: ChainLayer, map: Float64Array): Float64Array {
  const chain = chainTo(layers, name);
  const { rows, columns } = planesOf(shape);
  const middles = (axis: "rows" | "columns", size: number): number[] =>
    Array.from({ length: size }, (_, at) => {
      const place = [Math.min(at, rows - 1), Math.min(at, columns - 1), 0];
      const [first, end] = receptiveField(chain, place)[axis];
      return (first + end - 1) / 2;
    });
  const [down, across] = [interpolation(middles("rows", rows)), interpolation(middles("columns", columns))];
  return Float64Array.from({ length: DIGIT_SIDE ** 2 }, (_, at) => {
    const [row, column] = [Math.floor(at / DIGIT_SIDE), at % DIGIT_SIDE];
    let sum = 0;
    for (const [above, share] of down(row)) {
      for (const [aside, part] of across(column)) sum += share * part * (map[above * columns + aside] as number);
    }
    return sum;
  });
}

/** Returns which values, that lie at `middles`, count how much at a pixel. */
function interpolation(
  middles: readonly number[],
): (pixel: number) => readonly (readonly [value: number, share: number])[] {
  return (pixel) => {
    const next = middles.findIndex((middle) => middle > pixel);
    if (next === 0) return [[0, 1]];
    if (next < 0) return [[middles.length - 1, 1]];
    const [left, right] = [middles[next - 1] as number, middles[next] as number];
    const share = (pixel - left) / (right - left);
    return [
      [next - 1, 1 - share],
      [next, share],
    ];
  };
}
