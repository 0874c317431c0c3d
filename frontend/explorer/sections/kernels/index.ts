/** The kernels of the convolutions, above the maps that they make. They come with the first rest of the pen. */

import { element } from "../../../core/dom";
import type { Part, Section } from "../../section";
import type { Stage } from "../../stage";
import { type KernelShape, KernelStrip } from "./kernel_strip";

export class KernelsSection implements Section {
  readonly name = "kernels";
  private readonly strips = new Map<string, KernelStrip>();
  private stage!: Stage;

  build(stage: Stage): void {
    this.stage = stage;
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

  private stripOf(name: string, shape: KernelShape): KernelStrip {
    let strip = this.strips.get(name);
    if (!strip) {
      strip = new KernelStrip(name, shape, this.stage.point);
      this.strips.set(name, strip);
      this.stage.kernels.set(name, strip);
      this.stage.strips.get(name)?.canvas.before(element("div", "mnistviz-kernels", [strip.caption, strip.canvas]));
    }
    return strip;
  }
}
