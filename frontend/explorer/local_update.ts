/** Updates as the notebook kernel would send them (`mnistviz/jupyter/explorer/view.py`), made by the page itself. */

import numbers from "../../mnistviz/assets/framing.json";
import { Arrays, type Message, type Tensor } from "../core/codec";
import { pointsOf } from "../ink/drawing";
import { digitImage, type Image, imageOfShape, type Step, shapeOf } from "../ink/framing_steps";
import { codesOf, exactly, pixelsOf } from "./ink_codes";
import type { Part, Section } from "./section";
import type { State } from "./state";
import type { Update } from "./traits";

/** Describes a state as an update, with what its sections compute. */
export function updateOf(state: State, sections: readonly Section[], former: Update): Message<Update> {
  const { forward, framing, scene } = state;
  const last = framing.steps.at(-1);
  const done = framing.steps.slice(0, -1).filter(({ isDone }) => isDone);
  const tensors: Record<string, Tensor> = { "input/digit": pixelsOf(digitIn(state)) };
  for (const step of done) tensors[`input/${step.name}`] = codesOf(step.image, numbers.step_side);
  const headers = collect(tensors, sections, (section) => section.compute?.(state) ?? null);
  const header: Update = {
    ...former,
    scene: { ...former.scene, given: framing.given, moment: state.whole.moment },
    points: pointsOf(scene.drawing),
    prediction: forward.prediction,
    confidence: forward.confidence,
    probabilities: [...forward.probabilities],
    steps: done.map(({ name, text }: Step) => ({ name, text })),
    centring: last?.isDone ? last.text : "",
    sections: headers,
  };
  return { header, arrays: Arrays.of(tensors) };
}

/** Returns the exact values of a state, as they follow an update. */
export function exactValuesOf(state: State, sections: readonly Section[]) {
  const tensors: Record<string, Tensor> = { "input/digit": exactly(digitIn(state)) };
  const headers = collect(tensors, sections, (section) => section.computeSettled?.(state) ?? null);
  return { header: { sections: headers }, arrays: Arrays.of(tensors) };
}

/** Returns the digit, or the picture that is fed as it is. */
function digitIn({ forward, framing }: State): Image {
  const last = framing.steps.at(-1);
  return last ? imageOfShape(shapeOf(last.image), forward.digit) : digitImage(forward.digit);
}

function collect(
  tensors: Record<string, Tensor>,
  sections: readonly Section[],
  partOf: (section: Section) => Part | null,
): Record<string, object> {
  const headers: Record<string, object> = {};
  for (const section of sections) {
    const part = partOf(section);
    if (!part) continue;
    headers[section.name] = part.header;
    for (const name of part.arrays.names) tensors[`${section.name}/${name}`] = part.arrays.tensor(name);
  }
  return headers;
}
