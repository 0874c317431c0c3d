/** The page engine: from what is on the paper to the outputs of all layers, without the notebook kernel. */

import type { Arrays, Message } from "../core/codec";
import { areSameSteps, digitOf, type Framing, type FramingSteps } from "../ink/framing_steps";
import { PenPath } from "../ink/pen_path";
import { type Scene, shownIn } from "../ink/scene";
import { areSameEdits, type Edits, edited } from "../network/edits";
import { type Forward, forwardOf } from "../network/forward";
import { type ChainLayer, Network } from "../network/network";
import type { Part } from "./section";
import { frame, type State, wantedSteps } from "./state";
import type { ExplorerModel, MadeWith } from "./traits";

const TOLERANCE = 1e-3; // between the page's values and the kernel's

/** The network, or null: the page cannot run it, or it is being trained. */
export interface NetworkHeader {
  readonly layers: readonly ChainLayer[] | null;
}

/** What was computed of one scene. */
interface Computed {
  readonly scene: Scene;
  readonly whole: Scene;
  readonly wanted: FramingSteps;
  readonly framing: Framing;
  readonly forward: Forward;
  /** Whether these are the notebook kernel's values. */
  readonly isTruth: boolean;
}

export class PageEngine {
  private original: Network | null = null; // as the notebook kernel has sent it
  private network: Network | null = null; // with the edits
  private edits: Edits = [];
  private computed: Computed | null = null;
  private readonly path = new PenPath();

  constructor(private readonly settings: ExplorerModel) {}

  /** Whether the page computes by itself. */
  get isReady(): boolean {
    return this.original !== null;
  }

  /** The forward pass of the newest state. */
  get forward(): Forward | null {
    return this.computed?.forward ?? null;
  }

  /** Whether the newest state has the notebook kernel's values. */
  get isTruth(): boolean {
    return this.computed?.isTruth ?? false;
  }

  /** Takes the network, or goes without. */
  use({ header, arrays }: Message<NetworkHeader>): void {
    this.original = header.layers && new Network(header.layers, arrays);
    this.edit();
  }

  /** Computes everything of what is shown of a scene; what is known of the same one is not computed again. */
  compute(whole: Scene, partOfKernel: (section: string) => Part | null): State | null {
    const { path, settings } = this;
    if (!areSameEdits(this.edits, settings.get("edits"))) this.edit();
    const { original, network } = this;
    if (!original || !network) return null;
    const wanted = wantedSteps(settings);
    const scene = shownIn(whole);
    path.update(scene.drawing);
    if (this.computed?.whole !== whole || !areSameSteps(this.computed.wanted, wanted)) {
      const framing = frame(path, scene, wanted);
      const digit = digitOf(framing);
      this.computed = { scene, whole, wanted, framing, forward: forwardOf(digit, network.run(digit)), isTruth: false };
    }
    return { ...this.computed, network, original, path, settings, partOfKernel };
  }

  /** Whether the notebook kernel has computed something with the settings of this moment. */
  agreesWith({ steps_off, edits }: MadeWith): boolean {
    const { settings } = this;
    return String(steps_off) === String(settings.get("steps_off")) && areSameEdits(edits, settings.get("edits"));
  }

  private edit(): void {
    this.edits = this.settings.get("edits");
    this.network = this.original && edited(this.original, this.edits);
    this.computed = null;
  }

  /** Goes on with the notebook kernel's values of the newest state. Returns where the page's own differ from them; null: nowhere. */
  adopt(truth: Forward): Difference | null {
    const own = this.forward;
    if (this.computed) this.computed = { ...this.computed, forward: truth, isTruth: true };
    const most = own && largestDifference(own, truth);
    return most && most.difference > TOLERANCE ? most : null;
  }
}

/** Reads the notebook kernel's values: digit and outputs of all layers. */
export function forwardOfKernel(arrays: Arrays): Forward {
  const layers = arrays.of("layers");
  const activations = new Map(layers.names.map((name) => [name, layers.float32(name).data.slice()]));
  return forwardOf(arrays.float32("input/digit").data.slice(), activations);
}

/** Where two forward passes differ most. */
export interface Difference {
  /** Name of a layer, or "digit". */
  readonly layer: string;
  /** Absolute; relative to values above 1. */
  readonly difference: number;
}

/** Returns where two forward passes of the same network differ most. */
export function largestDifference(one: Forward, other: Forward): Difference {
  const pairs = [...other.activations].map(([layer, values]) => [layer, one.activations.get(layer), values] as const);
  let most: Difference = { layer: "digit", difference: distance(one.digit, other.digit) };
  for (const [layer, own, values] of pairs) {
    const difference = own ? distance(own, values) : Number.POSITIVE_INFINITY;
    if (difference > most.difference) most = { layer, difference };
  }
  return most;
}

function distance(own: Float32Array, values: Float32Array): number {
  let most = own.length === values.length ? 0 : Number.POSITIVE_INFINITY;
  values.forEach((value, i) => {
    most = Math.max(most, Math.abs((own[i] ?? 0) - value) / Math.max(1, Math.abs(value)));
  });
  return most;
}
