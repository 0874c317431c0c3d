/**
 * Scores how unlike any digit a drawing is, as in Python (`mnistviz/explain/out_of_distribution.py`), which describes the two
 * measures and where they come from.
 */

import type { Arrays } from "../core/codec";
import { text } from "../core/text";
import type { Forward } from "../network/forward";
import { quoted } from "./wording";

/** The layer whose outputs are compared, before its ReLU. */
const LAYER = "dense";

/**
 * Tells whether the network knows digits like this one. True for blank paper, about which the network claims nothing.
 *
 * @param statistics of the network, with the names and types that Python gives them.
 */
export function looksLikeADigit(forward: Forward, statistics: Arrays): boolean {
  return forward.prediction === null || outOfDistributionScore(forward, statistics) <= 1;
}

/** Scores one digit: about 0 for a typical digit; above 1 only for one in two hundred true digits. */
export function outOfDistributionScore({ activations }: Forward, statistics: Arrays): number {
  const [units, logits] = [LAYER, "logits"].map((layer) => {
    const values = activations.get(layer);
    if (!values) throw new Error(text("layer-not-scored", { layer: quoted(layer) }));
    return values;
  }) as [Float32Array, Float32Array];
  const energies = statistics.get("energies", "float64").data; // of each class, the usual energy, then its spread
  const predicted = logits.indexOf(Math.max(...logits));
  const energy = (energyOf(logits) - at(energies, predicted)) / at(energies, logits.length + predicted);
  const [distanceWeight = 0, energyWeight = 0, offset = 0] = statistics.get("weights", "float64").data;
  return distanceWeight * distanceOf(units, statistics) + energyWeight * energy + offset;
}

/** Returns minus twice the log-density, apart from a constant, under the most likely class. */
function distanceOf(units: Float32Array, statistics: Arrays): number {
  const [means, directions, centres, precisions, volumes] = [
    "means",
    "directions",
    "centres",
    "precisions",
    "volumes",
  ].map((name) => statistics.float32(name).data) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const rank = centres.length / volumes.length;
  let nearest = Number.POSITIVE_INFINITY;
  for (let label = 0; label < volumes.length; label++) {
    let square = 0;
    for (let unit = 0; unit < units.length; unit++) {
      square += (at(units, unit) - at(means, label * units.length + unit)) ** 2;
    }
    let explained = 0;
    for (let direction = label * rank; direction < (label + 1) * rank; direction++) {
      explained += (product(units, directions, direction * units.length) - at(centres, direction)) ** 2;
    }
    nearest = Math.min(nearest, square * at(precisions, label) - explained + at(volumes, label));
  }
  return nearest;
}

function product(units: Float32Array, directions: Float32Array, start: number): number {
  let sum = 0;
  for (let unit = 0; unit < units.length; unit++) sum += at(units, unit) * at(directions, start + unit);
  return sum;
}

/** Returns minus the log of the summed exponentials. */
function energyOf(logits: Float32Array): number {
  const highest = Math.max(...logits);
  return -highest - Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - highest), 0));
}

function at(values: Float32Array | Float64Array, place: number): number {
  return values[place] ?? Number.NaN;
}
