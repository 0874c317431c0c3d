/** The state that an explorer shares with its page, and the messages between them. */

import type { LiveTraits, UpdateHeader } from "../core/live_page";
import type { Model } from "../core/model";
import type { Layer } from "../core/strip/strip";
import type { SceneHeader } from "./kernel_scene";

/** A value of a layer: (row, column, channel), or (unit). */
export interface Unit {
  readonly layer: string;
  readonly index: readonly number[];
}

/** A layer of the network in the list of layers. */
export interface ListedLayer extends Layer {
  /** There is a picture of it; if not, it is only named. */
  readonly drawn: boolean;
  /** A line of layers begins with it. */
  readonly starts: boolean;
}

/** Pictures to choose from. */
export interface Samples {
  /** uint8 (sample, *shape). */
  readonly pictures: DataView;
  /** (rows, columns) of ink, 0 paper to 255 ink, or (rows, columns, channels), 0 black to 255 white. */
  readonly shape: readonly number[];
  /** Of the class of each. */
  readonly names: readonly string[];
  /** They are the user's own, and fed as they are. */
  readonly given: boolean;
  /** Other ones follow. */
  readonly more: boolean;
}

export interface ExplorerTraits extends LiveTraits {
  layers: readonly ListedLayer[];
  /** The digit as if it were a layer. */
  digit: Layer;
  /** The layer whose units are the bars. */
  output: string;
  /** The names of the classes, in the order of the bars. */
  classes: readonly string[];
  /** Each class has a probability of its own. */
  independent: boolean;
  /** Colour maps by name, 768 bytes each. */
  palettes: Readonly<Record<string, DataView>>;
  /** Names of the colour maps for values from 0 upwards. */
  sequentials: readonly string[];
  /** Name of the colour map for values of both signs. */
  diverging: string;
  sequential: string;
  scale: "layer" | "map";
  folded: readonly string[];
  /** Says whose weights are shown. */
  note: string;
  /** Bytes. */
  upload_limit: number;
  /** A notebook kernel computes what the page cannot. */
  has_kernel: boolean;
  /** Says which pictures can be uploaded. */
  upload_kinds: string;
  /** The model of ipycanvas' canvas; empty: there is none. */
  canvas: string;
  samples: Samples;
  framing_open: boolean;
  step_names: readonly string[];
  steps_off: readonly string[];
  inspected: Unit | null;
  tracing: boolean;
  /** What the section "side by side" compares. */
  beside: "network" | "drawing";
  beside_open: boolean;
  /** The layer whose maps are compared there; a name that no layer has: the first one. */
  beside_layer: string;
  /** How often a drawing was kept to compare; the last one counts. */
  kept: number;
  /** The section on how the answer came about. */
  history_open: boolean;
}

/** The settings whose change needs an update, as `renders=True` says in Python. */
export const RENDERED: readonly (keyof ExplorerTraits)[] = [
  "inspected",
  "tracing",
  "scale",
  "folded",
  "framing_open",
  "steps_off",
  "beside_open",
  "beside_layer",
  "kept",
  "history_open",
];

export type ExplorerModel = Model<ExplorerTraits>;

export interface Update extends UpdateHeader {
  /** What is on the paper. */
  readonly scene: SceneHeader;
  /** Pen points that the digit contains. */
  readonly points: number;
  /** How many events of each page's pen it contains. */
  readonly heard: Readonly<Record<string, number>>;
  readonly prediction: number | null;
  readonly confidence: number;
  readonly probabilities: readonly number[];
  /** Of the steps of framing before the last, which is the digit. */
  readonly steps: readonly { readonly name: string; readonly text: string }[];
  /** Says how the digit was moved to the centre. */
  readonly centring: string;
  readonly sections: Readonly<Record<string, object>>;
}

/** What is shown before the kernel has said anything: blank paper. */
export const BLANK_UPDATE: Update = {
  kind: "update",
  number: 0,
  scene: {
    base: 0,
    strokes: 0,
    points: 0,
    brush: null,
    picture: false,
    given: null,
    hides: false,
    pen: null,
    moment: null,
  },
  points: 0,
  heard: {},
  prediction: null,
  confidence: 0,
  probabilities: [],
  steps: [],
  centring: "",
  sections: {},
};

/** What follows an update once the pen rests. */
export interface Settled extends UpdateHeader {
  /** Whether this looks like a digit that the network knows. */
  readonly familiar: boolean;
  readonly sections: Readonly<Record<string, object>>;
}
