/** The end of the notebook kernel, after which every message from the page would throw. */

import { disable } from "./dom";
import { kernelOf, type Model, type Traits } from "./model";
import { text } from "./text";

const ENDINGS = ["restarting", "autorestarting", "terminating", "dead"];

/** Calls an action once the notebook kernel is gone. Returns what stops that. */
export function whenKernelEnds(model: Model<Traits>, onEnd: () => void): () => void {
  const signal = kernelOf(model)?.statusChanged;
  const listen = (_: unknown, status: string): void => {
    if (ENDINGS.includes(status)) onEnd();
  };
  signal?.connect(listen);
  return () => signal?.disconnect(listen);
}

/** Says that the notebook kernel is gone: what is shown stays, and takes no more input. */
export function showEnding(message: HTMLElement, parts: readonly HTMLElement[]): void {
  message.textContent = text("kernel-ended");
  disable(parts);
}
