/** What the section shows, whoever has computed it. */

import type { Part } from "../../section";
import type { Stage } from "../../stage";
import type { State } from "../../state";
import type { Line } from "./overlay";
import type { Reading } from "./pictures";

export interface Result {
  readonly kind: "add" | "remove" | "noise";
  readonly title: string;
  /** It belongs to the digit that is shown. */
  readonly holds: boolean;
  /** Of the digit and of the changed digit: the classes at stake. */
  readonly readings: readonly (readonly Reading[])[];
  readonly remarks: readonly string[];
  /** Where ink is added or removed, and how wide, in pad pixels. */
  readonly strokes: readonly Line[];
  readonly width: number;
  /** Says what taking the suggestion does. */
  readonly taking: string;
}

export interface Header<Shown extends Result = Result> {
  /** Of the search, 0 to 1; null: none is running. */
  readonly progress: number | null;
  /** Why nothing was found; empty: nothing went wrong. */
  readonly problem: string;
  /** If there is one, the only array is `digits`, float32 (2, row, column): the digit and the changed digit. */
  readonly result: Shown | null;
}

/** Who searches: the notebook kernel, or the page itself. */
export interface Searcher {
  /** Returns what is known of a state; null: the section is closed. */
  compute(state: State): Part<Header> | null;
  /** Begins a search for the newest state. */
  look(): void;
  /** Gives the search up. */
  stop(): void;
  /** Puts the suggestion on the paper; does nothing if that has changed meanwhile. */
  take(): void;
  close(): void;
}

/** Makes a searcher. The function `show` shows what has changed beside the updates. */
export type MakeSearcher = (stage: Stage, show: (part: Part<Header>) => void) => Searcher;
