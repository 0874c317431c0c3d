// @vitest-environment happy-dom

import { expect, test } from "vitest";
import { Arrays } from "../../core/codec";
import { blankDrawing } from "../../ink/drawing";
import { frameInk } from "../../ink/framing";
import { digitImage, digitOf, EVERY_STEP, type Framing, givePicture } from "../../ink/framing_steps";
import { PenPath } from "../../ink/pen_path";
import { sceneOf } from "../../ink/scene";
import { Network } from "../../network/network";
import { run, type State } from "../state";
import type { ExplorerModel } from "../traits";
import { FramingSection } from "./framing";

/** What the section sees of a picture, with every switch on. */
function stateOf(picture: Framing): State {
  const network = new Network([], Arrays.of({}));
  return {
    network,
    original: network,
    forward: run(network, digitOf(picture)),
    framing: picture,
    wanted: EVERY_STEP,
    path: new PenPath(),
    scene: sceneOf(blankDrawing(), picture),
    whole: sceneOf(blankDrawing(), picture),
    settings: { get: () => true } as unknown as ExplorerModel,
    partOfKernel: () => null,
  };
}

test("a picture's steps are as large as those from the notebook kernel", () => {
  const [rows, columns] = [150, 200];
  const picture = frameInk({ rows, columns, data: new Float32Array(rows * columns).fill(1) });
  const part = new FramingSection().compute(stateOf(picture));
  expect(part?.arrays.uint8("steps/ink").shape).toEqual([50, 67]); // at most 84 pixels: a third of the picture
});

test("a picture that is fed as it is has no steps, but a sentence", () => {
  const picture = givePicture(digitImage(new Float32Array(784).fill(0.5)), "cat: as it is");
  const part = new FramingSection().compute(stateOf(picture));
  expect(part?.header).toEqual({ given: "cat: as it is", photo: [], steps: [], answers: [] });
});
