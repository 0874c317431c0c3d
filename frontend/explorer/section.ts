/** A section: one part of the explorer, on the page. Its Python half is in `mnistviz/jupyter/explorer/sections/`. */

import type { Arrays, Message } from "../core/codec";
import type { Stage } from "./stage";
import type { State } from "./state";

/** What a section's Python half has sent: a header, and arrays by name. */
export interface Part<Header = object> {
  readonly header: Header;
  readonly arrays: Arrays;
}

/** Returns what a message has for a section; null if that is closed. */
export function partOf(section: string, { header, arrays }: Message<{ readonly sections: object }>): Part | null {
  const part = (header.sections as Record<string, object>)[section];
  return part ? { header: part, arrays: arrays.of(section) } : null;
}

export interface Section {
  /** Is that of the Python half. */
  readonly name: string;
  /** Makes the section's elements and puts them in their place. */
  build(stage: Stage): void;
  /** Returns what `paint` shows, as the Python half does; null: the section is closed. Called for every update: it must be quick. */
  compute?(state: State): Part | null;
  /** Returns what `settle` shows, as the Python half does; null: nothing. */
  computeSettled?(state: State): Part | null;
  /** Prepares what other sections paint, before any of them does. Null: the section is closed. */
  prepare?(part: Part | null): void;
  /** Shows a part of an update. Null: the section is closed. */
  paint(part: Part | null): void;
  /**
   * Shows what follows when the pen rests. Null: nothing of this section does.
   *
   * @param isCurrent whether it belongs to the update that is painted; if not, the pen has moved on
   */
  settle?(part: Part | null, isCurrent: boolean): void;
  /** Tells screen readers what is shown; called when the pen rests. */
  describe?(): void;
  /** The colours have changed. */
  recolour?(): void;
  /** The layers have another width, in CSS pixels. */
  resize?(width: number): void;
  /** Milliseconds after which the notebook kernel has to hear of the pen, for what the section shows now; 0: at once. */
  kernelInterval?(): number;
  /** Stops listening and all that moves. */
  close?(): void;
}
