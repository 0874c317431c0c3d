/** The state that a trainer shares with its page, and the messages between them. */

import type { LiveTraits, UpdateHeader } from "../core/live_page";
import type { Bytes, Model } from "../core/model";
import type { WithExplorer } from "../core/small_explorer";
import type { Layer, Range } from "../core/strip/strip";
import type { Kept } from "./epochs";

export type State = "ready" | "running" | "paused" | "finished" | "stopped";

/** What the network learns to read. */
export type Subject = "digits" | "pictures";

export interface Choices {
  /** Null: as the model was compiled. */
  learning_rate: number | null;
  batch_size: number;
  /** How many, or "all". */
  digits: number | string;
  epochs: number;
  augment: boolean;
}

/** A choice among values that Python offers. */
export type Option = Exclude<keyof Choices, "augment">;

export interface TrainerTraits extends LiveTraits, WithExplorer {
  /** The first weights, if they can be shown, then layers with maps. */
  strips: readonly Layer[];
  /** Colour tables, 768 bytes each. */
  palettes: { readonly signed: Bytes; readonly unsigned: Bytes };
  options: Readonly<Record<Option, readonly (number | string | null)[]>>;
  /** What the model was compiled with; empty if it was not. */
  optimizer: string;
  choices: Choices;
  /** Why there are no first weights; empty if there are. */
  remark: string;
  /** MNIST's digits, which can be augmented, or other pictures. */
  subject: Subject;
  /** The names of the classes. */
  classes: readonly string[];
  /** uint8 (class, row, column, channel), a picture of each class. */
  samples: Bytes;
  sample_shape: readonly [rows: number, columns: number, channels: number];
  /** The number of the sample whose maps are shown. */
  digit: number;
  /** Whose weights are shown; null: the present ones. */
  epoch: number | null;
}

export type TrainerModel = Model<TrainerTraits>;

/** `batch` of `batches` done in `epoch` of `epochs`; all 0 before the digits are loaded. */
export interface Progress {
  readonly epoch: number;
  readonly epochs: number;
  readonly batch: number;
  readonly batches: number;
}

/** Loss and accuracy of the validation after a number of batches. */
export type Validation = readonly [batch: number, loss: number, accuracy: number];

export interface Update extends UpdateHeader {
  readonly state: State;
  readonly progress: Progress;
  /** After how many batches each value of `loss` and `accuracy` was measured. */
  readonly batches: readonly number[];
  readonly loss: readonly number[];
  /** What the loss is, such as "cross-entropy + penalty". */
  readonly loss_name: string;
  readonly accuracy: readonly number[];
  readonly validations: readonly Validation[];
  /** Batches so far, and at the end. */
  readonly trained: number;
  readonly end: number;
  /** How many validation digits or pictures of class [row] are read as [column]; null before the end. */
  readonly confusion: readonly (readonly number[])[] | null;
  readonly kept: readonly Kept[];
  /** Whose weights kernels, maps and answer have; null: the present ones. */
  readonly shown_epoch: number | null;
  /** The number of the class that the network reads on the chosen sample. */
  readonly prediction: number;
  readonly confidence: number;
  readonly strips: readonly (Range & { readonly name: string })[];
}
