/** Everything that sections may show, as the page computes it; all of it belongs to the same digit. */

import { compareFramings, type FramingComparison } from "../explain/framing_comparison";
import { frameScene } from "../ink/framing";
import type { Framing, FramingSteps } from "../ink/framing_steps";
import { STEP_NAMES } from "../ink/framing_steps";
import type { PenPath } from "../ink/pen_path";
import type { Scene } from "../ink/scene";
import { type Forward, forwardOf } from "../network/forward";
import type { Network } from "../network/network";
import type { Part } from "./section";
import type { ExplorerModel } from "./traits";

export interface State {
  /** The network, with the edits that are in force. */
  readonly network: Network;
  /** The network without them. */
  readonly original: Network;
  readonly forward: Forward;
  /** How the digit was made, with the steps that are switched on. */
  readonly framing: Framing;
  readonly wanted: FramingSteps;
  /** What the pen has drawn until the moment that is shown. */
  readonly path: PenPath;
  /** What is on the paper, at the moment that is shown. */
  readonly scene: Scene;
  /** The same with all of the drawing. */
  readonly whole: Scene;
  readonly settings: ExplorerModel;
  /** What the notebook kernel has computed for a section, of a picture that only it can frame; null: nothing. */
  partOfKernel(section: string): Part | null;
}

/** Returns the steps of framing that are switched on. */
export function wantedSteps(model: ExplorerModel): FramingSteps {
  const off = model.get("steps_off");
  const isOn = (name: string): boolean => !off.includes(name);
  const [crop, scale, line, centre] = STEP_NAMES.map(isOn) as [boolean, boolean, boolean, boolean];
  return { crop, scale, line, centre };
}

/** Frames a scene. A picture without ink was framed by the notebook kernel, with the steps that are on. */
export function frame(path: PenPath, { picture }: Scene, wanted: FramingSteps): Framing {
  return picture && !picture.ink ? picture : frameScene(path, picture, wanted);
}

/** Sends a digit through a network. */
export function run(network: Network, digit: Float32Array): Forward {
  return forwardOf(digit, network.run(digit));
}

/** Compares the framing that is shown with others; null if only the notebook kernel can. */
export function compared(state: State): FramingComparison<Forward> | null {
  const { network, path, scene, wanted, framing, forward } = state;
  if (scene.picture && !scene.picture.ink) return null;
  return compareFramings(path, scene.picture, wanted, { framing, forward }, (digit) => run(network, digit));
}
