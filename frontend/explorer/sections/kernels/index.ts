/** The kernels of the convolutions, below all maps, since they don't change under the pen. They come with the first rest of the pen. */

import tokens from "../../../../mnistviz/assets/tokens.json";
import { Arrays, type Tensor } from "../../../core/codec";
import { element } from "../../../core/dom";
import type { Network } from "../../../network/network";
import type { Part, Section } from "../../section";
import type { Stage } from "../../stage";
import type { State } from "../../state";
import { isScrolled } from "../fold";
import { type KernelShape, KernelStrip } from "./kernel_strip";

export class KernelsSection implements Section {
  readonly name = "kernels";
  private readonly strips = new Map<string, KernelStrip>();
  private stage!: Stage;
  private network: Network | null = null; // whose kernels are shown

  build(stage: Stage): void {
    this.stage = stage;
    stage.listen(["change:folded"], () => this.hideFolded());
  }

  computeSettled({ network }: State): Part | null {
    if (network === this.network) return null;
    this.network = network;
    const kernels: Record<string, Tensor> = {};
    for (const { name, kind } of network.layers) {
      const kernel = kind === "Conv2D" ? network.weightsOf(name)?.kernel : null;
      if (kernel && isShown(kernel.shape)) kernels[name] = kernel;
    }
    return { header: {}, arrays: Arrays.of(kernels) };
  }

  paint(): void {} // no digit changes them

  /** Kernels hold for every digit, also for the one that is drawn meanwhile. */
  settle(part: Part | null): void {
    if (!part) return;
    for (const name of part.arrays.names) {
      const { shape, data } = part.arrays.float32(name);
      this.stripOf(name, shape as readonly number[] as KernelShape).showWeights(data.slice(), this.stage.colours(true));
    }
    const width = this.stage.layers.clientWidth;
    if (width) this.resize(width);
  }

  resize(width: number): void {
    for (const strip of this.strips.values()) strip.resize(width);
  }

  recolour(): void {
    for (const strip of this.strips.values()) strip.recolour(this.stage.colours(true));
  }

  private stripOf(name: string, shape: KernelShape): KernelStrip {
    let strip = this.strips.get(name);
    if (!strip) {
      strip = new KernelStrip(name, shape, this.stage.point);
      this.strips.set(name, strip);
      this.stage.kernels.set(name, strip);
      const canvas = isScrolled(strip) ? element("div", "mnistviz-scroller", [strip.canvas]) : strip.canvas;
      const kernels = element("div", "mnistviz-kernels", [element("b", "", [name]), strip.caption, canvas]);
      kernels.dataset.kernels = name;
      this.stage.layers.append(kernels);
      this.hideFolded();
    }
    return strip;
  }

  /** Kernels go with their maps. */
  private hideFolded(): void {
    const folded = this.stage.model.get("folded");
    for (const [name, { caption }] of this.strips) {
      if (caption.parentElement) caption.parentElement.hidden = folded.includes(name);
    }
  }
}

const LARGEST = tokens.counts["kernel-side"]; // rows and columns of a kernel that is shown: a map of 28 pixels leaves no room for more
const MOST_SLICES = tokens.counts["kernel-slices"]; // of a layer: with more, a weight would get less than a pixel

function isShown([filters = 0, inputs = 0, rows = 0, columns = 0]: readonly number[]): boolean {
  return Math.max(rows, columns) <= LARGEST && filters * inputs <= MOST_SLICES;
}
