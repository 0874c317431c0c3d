/** The widget's model, with what anywidget's types leave out. */

import type { AnyModel } from "@anywidget/types";

/** Signal of JupyterLab (a Lumino signal). */
interface Signal<Value> {
  connect(slot: (sender: unknown, value: Value) => void): void;
  disconnect(slot: (sender: unknown, value: Value) => void): void;
}

/** The notebook kernel, as far as JupyterLab shows it to a widget. */
export interface NotebookKernel {
  connectionStatusChanged: Signal<string>;
  statusChanged: Signal<string>;
}

/** State that Python and the page share: a JSON value for each trait, or bytes. */
export type Traits = Record<string, unknown>;

export type Model<T extends Traits> = AnyModel<T>;

/** Returns the notebook kernel; viewers without one, and other hosts than JupyterLab, have none. */
export function kernelOf(model: Model<Traits>): NotebookKernel | undefined {
  return (model.widget_manager as { kernel?: NotebookKernel } | undefined)?.kernel;
}

/** Returns the model of another widget, or null if that has been closed meanwhile. */
export async function modelOf<Found>(model: Model<Traits>, id: string): Promise<Found | null> {
  try {
    return (await model.widget_manager.get_model(id)) as Found;
  } catch {
    return null;
  }
}

/** Sets a trait and tells Python so. */
export function save<T extends Traits, K extends keyof T>(
  model: Pick<Model<T>, "set" | "save_changes">,
  trait: K,
  value: T[K],
): void {
  model.set(trait, value);
  model.save_changes();
}

/** Bytes, or the same as base64: whether bytes arrive depends on the host. */
export type Bytes = ArrayBufferView | string;

/** Returns the bytes of a trait or of a message. */
export function bytesOf(bytes: Bytes): Uint8Array {
  if (typeof bytes === "string") return decoded(bytes);
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Reads base64, in a loop: `Uint8Array.from` with a function takes forty times as long. */
function decoded(base64: string): Uint8Array {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}
