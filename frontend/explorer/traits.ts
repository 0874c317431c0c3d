/** The state that an explorer shares with its page, and the messages between them. */

import type { LiveTraits, UpdateHeader } from "../core/live_page";
import type { Bytes, Model } from "../core/model";
import type { Layer } from "../core/strip/strip";
import type { Edits } from "../network/edits";
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
  readonly pictures: Bytes;
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
  palettes: Readonly<Record<string, Bytes>>;
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
  /** The answer is covered until the learner has guessed. */
  predict_first: boolean;
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
  maximise_open: boolean;
  /** The unit that was maximised last; one number stands for a whole map, or for a unit of a layer without maps. */
  maximise_unit: Unit | null;
  maximise_start: "noise" | "paper" | "digit";
  /** How often an ascent was asked for; the last one counts. */
  maximise_asked: number;
  /** The number of the one that was stopped last. */
  maximise_stopped: number;
  /** How often a drawing was kept to compare; the last one counts. */
  kept: number;
  /** The section on how the answer came about. */
  history_open: boolean;
  attribution_open: boolean;
  /** The name of a method in Python. */
  attribution_method: string;
  /** The class that is asked about; -1: the prediction. */
  attribution_target: number;
  /** The class that it is compared with; -1: none, -2: the most probable other one. */
  attribution_other: number;
  /** The map with random weights is shown beside it. */
  attribution_check: boolean;
  /** The section "what would change the answer": its state, the kind of change, and the class to be read; null: the runner-up. */
  change_open: boolean;
  change_kind: "add" | "remove" | "noise";
  change_target: number | null;
  neighbours_open: boolean;
  /** How often a page has asked for the map of the known digits. */
  neighbours_asked: number;
  surgery_open: boolean;
  /** What was changed in the network, in order. */
  edits: Edits;
  /** The wish to have filters ranked; null: none, or it is stopped. */
  ranking: RankingWish | null;
}

/** The wish to have the filters of a layer ranked for a digit; null: for all. Each wish has another number. */
export interface RankingWish {
  readonly layer: string;
  readonly digit: number | null;
  readonly number: number;
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
  "maximise_open",
  "maximise_asked",
  "maximise_stopped",
  "neighbours_open",
  "neighbours_asked",
  "surgery_open",
  "edits",
  "ranking",
  "change_open",
  "attribution_open",
  "attribution_method",
  "attribution_target",
  "attribution_other",
  "attribution_check",
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

/** The settings on which digit and network depend, as they were when the notebook kernel computed something. */
export type MadeWith = Pick<ExplorerTraits, "steps_off" | "edits">;

/** What follows an update once the pen rests. */
export interface Settled extends UpdateHeader {
  /** Whether this looks like a digit that the network knows. */
  readonly familiar: boolean;
  readonly made_with: MadeWith;
  readonly sections: Readonly<Record<string, object>>;
}
