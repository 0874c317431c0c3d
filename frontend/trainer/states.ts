/** What the state of a training means for its buttons and choices. */

import type { State } from "./traits";

export type ButtonName = "start" | "pause" | "resume" | "stop" | "reset";

/** In which states a button can be pressed. */
const PRESSABLE: Readonly<Record<ButtonName, readonly State[]>> = {
  start: ["ready", "finished", "stopped"],
  pause: ["running"],
  resume: ["paused"],
  stop: ["running", "paused"],
  reset: ["running", "paused", "finished", "stopped"],
};

export const BUTTON_NAMES = Object.keys(PRESSABLE) as ButtonName[];

/** Tells whether a training owns the weights, so that its choices are fixed. */
export function isAtWork(state: State): boolean {
  return state === "running" || state === "paused";
}

export function isPressable(name: ButtonName, state: State): boolean {
  return PRESSABLE[name].includes(state);
}

/** Tells whether a button is seen: "Pause" and "Resume" share one place. */
export function isVisible(name: ButtonName, state: State): boolean {
  if (name === "pause") return state !== "paused";
  return name !== "resume" || state === "paused";
}

/** Tells whether "Start" continues with weights that are trained already. */
export function isContinuing(state: State, trained: number): boolean {
  return trained > 0 && !isAtWork(state);
}
