/**
 * Puts the still picture of a live view where the notebook is saved from; see `mnistviz/jupyter/still_output.py`.
 *
 * JupyterLab and Notebook do so by themselves, until the page is reloaded: from then on they no longer know which output a
 * replacement is for. The names here are those of JupyterLab 4; where they are missing, the picture stays as it is.
 */

import type { Model, Traits } from "./model";

const WIDGET_VIEW = "application/vnd.jupyter.widget-view+json";

/** A message of the notebook kernel: the data of the output of this name. */
export interface Still {
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface Output {
  readonly data: Readonly<Record<string, unknown>>;
}

/** JupyterLab's outputs of a notebook cell. */
interface Outputs {
  readonly length: number;
  get(index: number): Output;
  set(index: number, value: object): void;
}

interface Host {
  readonly context?: { readonly model?: { readonly cells?: Iterable<{ readonly outputs?: Outputs }> } };
}

/** Replaces the output of this name, if the notebook has another one. */
export function replaceStill(model: Model<Traits>, { name, data }: Still): void {
  const host = model.widget_manager as unknown as Host | undefined;
  for (const { outputs } of host?.context?.model?.cells ?? []) {
    for (let index = 0; outputs && index < outputs.length; index++) {
      const present = outputs.get(index).data;
      const view = present[WIDGET_VIEW] as { readonly still?: string } | undefined;
      if (view?.still !== name || present["image/png"] === data["image/png"]) continue;
      outputs.set(index, { output_type: "display_data", data, metadata: {} });
    }
  }
}
