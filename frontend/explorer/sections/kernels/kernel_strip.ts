/** The kernels of one convolution: one picture a filter. Between the slices the paper shines through. */

import { codeOf } from "../../../core/colours";
import { element, setText } from "../../../core/dom";
import { compact, rangeText, shortest } from "../../../core/numbers";
import { indexOf, type Place } from "../../../core/strip/geometry";
import { Strip, type StripListener } from "../../../core/strip/strip";
import { summaryOf } from "../../../core/strip/summary";
import { text } from "../../../core/text";
import { colourEnd, laidOut, type Mosaic, mosaicOf, slotAt } from "./mosaic";

const MOSAIC_GAP = 5; // CSS pixels between filters
const USUAL = 0.98; // of the weights get a colour of their own

/** (filters, input channels, rows, columns). */
export type KernelShape = readonly [filters: number, inputs: number, rows: number, columns: number];

export class KernelStrip extends Strip {
  readonly caption = element("div", "mnistviz-caption");
  private readonly mosaic: Mosaic;
  private readonly what: string;

  constructor(name: string, [filters, inputs, rows, columns]: KernelShape, point: StripListener["point"]) {
    const mosaic = mosaicOf(inputs, rows, columns);
    super({ name, title: "", shape: [...mosaic.size, filters], signed: true }, { point });
    this.mosaic = mosaic;
    if (inputs > 1) this.gap = MOSAIC_GAP;
    const size = { filters, inputs, size: `${rows}x${columns}` };
    this.what = inputs > 1 ? text("sliced-kernels", size) : text("flat-kernels", size);
    this.canvas.setAttribute("aria-label", text("kernel-keys", { layer: name, kernels: this.what }));
  }

  /** Shows weights, in the order of the shape. */
  showWeights(weights: Float32Array, table: Uint32Array): void {
    const { high, most } = colourEnd(weights, USUAL);
    const values = laidOut(this.mosaic, this.sizes.channels, weights);
    const codes = Uint8Array.from(values, (value) => codeOf(value, high, true));
    this.show(codes, { low: [-high], high: [high] }, table);
    this.values = values;
    const caption = { kernels: this.what, range: rangeText([-most], [most]), high: compact(high) };
    setText(this.caption, text(high < most ? "kernels-beyond-colours" : "kernels-and-range", caption));
  }

  /** Names the strongest weight of the kernel under the cursor, or of all kernels. */
  override describe(): string {
    const { cursor, values } = this;
    const { rows, columns, channels } = this.sizes;
    const [first, end] = cursor ? [cursor.channel, cursor.channel + 1] : [0, channels];
    const shown = values?.subarray(first * rows * columns, end * rows * columns) ?? [];
    const summary = summaryOf(shown, (end - first) * rows, columns); // below one another they are one map
    if (!summary) return "";
    const { row, column } = summary;
    return text("kernel-summary", {
      weight: this.wordsAt({ channel: first + Math.floor(row / rows), row: row % rows, column }),
    });
  }

  protected override readValue(): string {
    return this.cursor ? this.wordsAt(this.cursor) : "";
  }

  private wordsAt(place: Place): string {
    const slot = slotAt(this.mosaic, place.row, place.column);
    if (!slot) return "";
    const value = shortest(this.values?.[indexOf(this.sizes, place)] ?? 0);
    const weight = { layer: this.layer.name, kernel: place.channel, ...slot, value };
    return this.mosaic.inputs > 1 ? text("weight-of-slice", weight) : text("weight-of-kernel", weight);
  }

  protected override colour(codes: Uint8Array): void {
    super.colour(codes);
    const { rows, columns } = this.sizes;
    this.colours.forEach((_, i) => {
      if (!slotAt(this.mosaic, Math.floor(i / columns) % rows, i % columns)) this.colours[i] = 0;
    });
  }

  protected override placeAt(x: number, y: number): Place | null {
    const place = super.placeAt(x, y);
    return place && this.isWeight(place) ? place : null;
  }

  /** Returns the next weight, over the gap; the mosaic's last row may be short. */
  protected override moved(place: Place, step: readonly [down: number, right: number], byMap: boolean): Place {
    const next = super.moved(place, step, byMap);
    if (this.isWeight(next)) return next;
    const beyond = super.moved(next, step, byMap);
    return this.isWeight(beyond) ? beyond : place;
  }

  private isWeight({ row, column }: Place): boolean {
    return slotAt(this.mosaic, row, column) !== null;
  }
}
