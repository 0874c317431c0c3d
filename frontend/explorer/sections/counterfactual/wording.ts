/** What is said of a change that was found, as in Python (`mnistviz/jupyter/explorer/sections/counterfactual.py`). */

import { fixed } from "../../../core/numbers";
import { text } from "../../../core/text";
import { amountOf, type Counterfactual, changeOf } from "../../../explain/counterfactual/counterfactual";
import type { Suggestion } from "../../../explain/counterfactual/suggestion";
import type { Forward } from "../../../network/forward";
import type { Result } from "./answer";
import type { Reading } from "./pictures";

/**
 * Describes a change.
 *
 * @param classes their names
 * @param isPlausible whether the changed digit looks like a digit that the network knows; null: nobody knows
 * @param isDrawing a drawing is changed, no picture
 */
export function resultOf(
  found: Counterfactual,
  suggestion: Suggestion,
  classes: readonly string[],
  isPlausible: boolean | null,
  isDrawing: boolean,
): Omit<Result, "holds"> {
  const { kind, before, after, target } = found;
  const { strokes, width } = suggestion;
  const names = { label: classes[before.prediction ?? 0] ?? "", target: classes[target] ?? "" };
  return {
    kind,
    title: text("change-title", { kind, ...names }),
    readings: [before, after].map((passed) => readingsOf(found, passed, classes)),
    remarks: remarksOf(found, isPlausible),
    strokes,
    width,
    taking: takingOf(found, suggestion, classes, isDrawing),
  };
}

/** Returns the probabilities of both classes that are at stake, the larger one first. */
function readingsOf({ before, target }: Counterfactual, passed: Forward, classes: readonly string[]): Reading[] {
  const numbers = [before.prediction ?? 0, target].sort((one, other) => one - other);
  const readings = numbers.map((number) => {
    return { label: classes[number] ?? "", share: passed.probabilities[number] ?? 0 };
  });
  return readings.sort((one, other) => other.share - one.share);
}

/** Says how much was changed, whether it looks like a digit, and what noise teaches. */
function remarksOf(found: Counterfactual, isPlausible: boolean | null): string[] {
  const { kind, before } = found;
  const amount = amountOf(found);
  const ink = before.digit.reduce((sum, value) => sum + value, 0);
  const largest = changeOf(found).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const numbers = {
    amount: fixed(amount, 1),
    share: fixed((100 * amount) / Math.max(ink, 1e-6), 0),
    largest: fixed(largest, 2),
  };
  const answer = isPlausible === null ? "unknown" : isPlausible ? "yes" : "no";
  const remarks = [text("change-amount", { kind, ...numbers }), text("change-plausible", { answer })];
  return kind === "noise" ? [...remarks, text("change-lesson")] : remarks;
}

/** Says what taking the suggestion does. */
function takingOf(
  { kind }: Counterfactual,
  { forward, strokes, isDrawn, isLeast }: Suggestion,
  classes: readonly string[],
  isDrawing: boolean,
): string {
  const reading = { label: classes[forward.prediction ?? 0] ?? "", confidence: fixed(100 * forward.confidence, 1) };
  if (isDrawn)
    return text("change-drawn", { strokes: isLeast ? "least" : "varied", lines: strokes.length, ...reading });
  return text("change-given", { kind: kind === "add" && isDrawing ? "undone" : "picture", ...reading });
}
