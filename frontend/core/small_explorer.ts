/** A small view of an explorer inside another widget: the pad, the digit and the answer, without the layers. */

import type { Host } from "@anywidget/types";
import { element } from "./dom";
import type { Traits } from "./model";

/** The class by which the explorer's page knows that it has little room. */
export const SMALL = "mnistviz-small";

export interface WithExplorer extends Traits {
  /** The id of the explorer's model; empty: there is none. */
  explorer: string;
}

/** A model of such a widget. */
interface Model {
  get(name: "explorer"): string;
  on(event: "change:explorer", action: () => void): void;
  off(event: "change:explorer", action: () => void): void;
}

export class SmallExplorer {
  readonly el = element("div", "mnistviz-beside");
  private view = new AbortController();

  /** @param host finds other widgets; versions of anywidget before 0.11 have none, and nothing is shown then */
  constructor(
    private readonly model: Model,
    private readonly host: Host | undefined,
  ) {
    this.el.dataset.lmSuppressShortcuts = "true"; // or Enter on a button would go to the notebook
    model.on("change:explorer", this.show);
    void this.show();
  }

  close(): void {
    this.model.off("change:explorer", this.show);
    this.view.abort();
  }

  /** Shows the explorer in place of the former one. */
  private readonly show = async (): Promise<void> => {
    this.clear();
    const { signal } = this.view;
    const id = this.model.get("explorer");
    if (!id || !this.host) return;
    const el = element("div", SMALL);
    try {
      const explorer = await this.host.getModel(`anywidget:${id}`);
      explorer.on("destroy", () => signal.aborted || this.clear());
      const widget = await this.host.getWidget(`anywidget:${id}`);
      await widget.render({ el, signal });
    } catch {
      return; // it was closed meanwhile
    }
    if (!signal.aborted) this.el.replaceChildren(el);
  };

  private clear(): void {
    this.view.abort();
    this.view = new AbortController();
    this.el.replaceChildren();
  }
}
