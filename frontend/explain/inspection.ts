/** What the page shows of the inspected unit: from `inspect`, or from the notebook kernel (`explorer/sections/microscope.py`). */

import type { Span } from "../core/strip/geometry";

export type Index = readonly number[];

/** A unit on the way of a trace. */
export interface Stop {
  readonly layer: string;
  /** Where it is drawn: (row, column, channel), whatever the axes of the layer. */
  readonly index: Index;
  /** What Python calls it, with its index in the layer. */
  readonly name: string;
  readonly value: string;
}

export interface StrongTerm {
  readonly index: Index;
  /** Its index in Python, in brackets. */
  readonly name: string;
  readonly value: string;
  readonly weight: string;
  readonly product: string;
}

/** A unit that cannot be explained, and why. */
export interface Problem {
  readonly layer: string;
  readonly index: Index;
  readonly name: string;
  readonly problem: string;
}

export interface Window {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly channels: readonly number[];
  /** Index of the largest value, of a pool by maximum. */
  readonly winner: Index | null;
}

export interface Strongest {
  readonly layer: string;
  readonly positive: readonly StrongTerm[];
  readonly negative: readonly StrongTerm[];
}

export interface Softmax {
  readonly logits: readonly string[];
  readonly differences: readonly string[];
  readonly exponentials: readonly string[];
  readonly probabilities: readonly string[];
  readonly total: string;
}

export interface Explained extends Stop {
  readonly problem: "";
  readonly account: string;
  readonly sees: string;
  /** What the next layer makes of the value; may be empty. */
  readonly then: string;
  /** The layer that the unit reads, or "digit". */
  readonly source: string;
  /** The terms are products with weights. */
  readonly weighted: boolean;
  /** The part of the digit that the unit sees. */
  readonly field: { readonly rows: Span; readonly columns: Span };
  /** The same on the pad, in pad pixels. */
  readonly pad: readonly [left: number, top: number, right: number, bottom: number];
  readonly path: readonly Stop[];
  /** How it is computed: from a window, from many units, by softmax, or from one unit. */
  readonly window?: Window;
  readonly strongest?: Strongest;
  readonly softmax?: Softmax;
  readonly origin?: Index;
}

export type Inspection = Problem | Explained;

export function isExplained(inspection: Inspection): inspection is Explained {
  return inspection.problem === "";
}
