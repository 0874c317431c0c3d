/** A strip shows all maps of a layer side by side, or its units, and knows which value lies under mouse or cursor. */

import { colour, contextOf, putStacked } from "../canvas";
import { decoded } from "../colours";
import { describeBy, element, isLetter, setText } from "../dom";
import { rough, shortest } from "../numbers";
import { text } from "../text";
import { type Described, describeMaps, describeUnits } from "./description";
import {
  FEW_UNITS,
  gapOf,
  indexOf,
  type Layout,
  layOut,
  moved,
  type Place,
  placeAt,
  type Sizes,
  sizesOf,
} from "./geometry";
import { type Mark, paintCursor, paintMaps, paintMarks, paintNumbers, type Scene } from "./painting";

/** What is known of a layer before any digit has passed it. */
export interface Layer {
  readonly name: string;
  readonly title: string;
  /** (rows, columns, channels), (rows, columns) or (units). */
  readonly shape: readonly number[];
  /** The values can be negative. */
  readonly signed: boolean;
  /** Each map is a single value, and is shown as a unit. */
  readonly flat?: boolean;
  /** Which maps its maps are made of; null or undefined: they are unknown, or it has none. */
  readonly reads?: Reads | null;
}

/** What the channels of a layer read: each block of outputs reads a block of inputs of another layer. */
export interface Reads {
  readonly layer: string;
  readonly inputs: number;
  readonly outputs: number;
}

/** The values that the colours span: one for the layer, or one for each map. */
export interface Range {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** Who hears what mouse and keyboard do on a strip. */
export interface StripListener {
  /** The cursor has moved on a strip, or left it (null). Loud: by the keyboard. */
  point(strip: Strip | null, loud: boolean): void;
  /** A value was clicked, or Enter pressed on it. */
  choose?(strip: Strip, place: Place): void;
  escape?(): void;
}

const TALLEST = 8192; // pixels of a canvas: browsers draw none beyond 32767, and some phones less

const STEPS: Record<string, readonly [down: number, right: number]> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

export class Strip {
  readonly sizes: Sizes;
  readonly canvas = document.createElement("canvas");
  /** The one channel that is shown, as in an enlargement; null: all. */
  only: number | null = null;
  cursor: Place | null = null;
  /** Are painted with the next values. */
  marks: Mark[] = [];
  codes: Uint8Array | null = null;
  range: Range = { low: [0], high: [0] };
  table: Uint32Array = new Uint32Array(256);
  layout: Layout | null = null;
  protected gap: number;
  protected readonly colours: Uint32Array;
  private readonly native = document.createElement("canvas"); // all maps, one pixel a value, so many below one another
  private readonly stacked: number;
  private readonly pixels: ImageData;
  private font = "";
  private exact: Float32Array | null = null;
  private isTelling = false; // the reader has asked what matters in the picture
  private readonly told = element("span"); // the same for screen readers, while the strip has the focus

  constructor(
    readonly layer: Layer,
    protected readonly listener: StripListener,
  ) {
    this.sizes = sizesOf(layer.shape, layer.flat);
    this.gap = gapOf(this.sizes);
    const { rows, columns, channels } = this.sizes;
    this.stacked = Math.min(channels, Math.max(1, Math.floor(TALLEST / rows)));
    this.native.width = columns * Math.ceil(channels / this.stacked);
    this.native.height = rows * this.stacked;
    this.pixels = new ImageData(columns, rows * channels);
    this.colours = new Uint32Array(this.pixels.data.buffer);
    const { canvas } = this;
    canvas.tabIndex = 0;
    canvas.setAttribute("role", "application"); // or a screen reader would keep the arrow keys to itself
    canvas.setAttribute("aria-roledescription", text("picture-of-values"));
    canvas.addEventListener("mousemove", (event) => this.point(this.placeAt(event.offsetX, event.offsetY), false));
    canvas.addEventListener("mouseleave", () => this.point(null, false));
    canvas.addEventListener("blur", () => this.leave());
    canvas.addEventListener("focus", () => this.enter());
    canvas.addEventListener("click", (event) => {
      const place = this.placeAt(event.offsetX, event.offsetY);
      if (place) this.listener.choose?.(this, place);
    });
    canvas.addEventListener("keydown", (event) => this.key(event));
  }

  /** Shows new codes (uint8), map after map, with their range and the colours of the 256 codes. */
  show(codes: Uint8Array, range: Range, table: Uint32Array): void {
    this.codes = codes;
    this.range = range;
    this.values = null;
    this.recolour(table);
  }

  /** The exact values; they come when the pen rests. */
  get values(): Float32Array | null {
    return this.exact;
  }

  set values(values: Float32Array | null) {
    this.exact = values;
    if (this.told.isConnected) setText(this.told, this.describe());
  }

  recolour(table: Uint32Array): void {
    if (!this.codes) return;
    this.table = table;
    this.colour(this.codes);
    putStacked(this.native, this.pixels, this.stacked * this.sizes.rows);
    this.paint();
  }

  /**
   * Fits the canvas to a width, and paints what is there.
   *
   * @param width of the canvas, in CSS pixels
   * @param height of a map or unit, in CSS pixels; 0: maps keep their proportions
   * @param most maps or units in a row; undefined: as many as usual
   */
  resize(width: number, height = 0, most?: number): void {
    const density = window.devicePixelRatio || 1;
    this.layout = layOut(this.sizes, width, height, this.gap, this.only !== null, most);
    this.canvas.dataset.across = String(this.layout.across);
    const style = getComputedStyle(this.canvas);
    this.font = `${style.fontSize} ${style.fontFamily}`; // not asked for in every update: it costs a layout
    const { total } = this.layout;
    this.canvas.style.width = `${total.width}px`;
    this.canvas.style.height = `${total.height}px`;
    this.canvas.width = Math.round(total.width * density);
    this.canvas.height = Math.round(total.height * density);
    this.paint();
  }

  paint(): void {
    if (!this.codes || !this.layout) return;
    const context = contextOf(this.canvas);
    const { sizes, layout, only, marks, cursor } = this;
    const scene: Scene = { sizes, layout, only, marks, cursor };
    paintMaps(context, scene, this.native, this.stacked);
    if (!this.sizes.isMaps && this.sizes.channels <= FEW_UNITS) {
      paintNumbers(context, scene, this.font, this.colours, (unit) => this.approximate(unit));
    }
    paintMarks(context, scene);
    paintCursor(context, scene);
  }

  /** Returns the value under the cursor in words, or what matters in the picture, if the reader has asked for that. */
  read(): string {
    return this.isTelling ? this.describe() : this.readValue();
  }

  /** Says what matters in the map under the cursor, or in all maps or units. */
  describe(): string {
    if (!this.codes) return "";
    const described = this.described();
    return this.sizes.isMaps
      ? describeMaps(described, this.only ?? this.cursor?.channel ?? null)
      : describeUnits(described);
  }

  protected described(): Described {
    const { exact, layer, sizes } = this;
    const values = exact ?? Float32Array.from(this.codes ?? [], (_, index) => this.approximate(index));
    return { name: layer.name, sizes, values, isRough: !exact };
  }

  protected readValue(): string {
    if (!this.cursor) return "";
    const { channel, row, column } = this.cursor;
    const index = indexOf(this.sizes, this.cursor);
    const exact = this.values?.[index];
    const value = exact === undefined ? text("about", { value: rough(this.approximate(index)) }) : shortest(exact);
    const { name, shape } = this.layer;
    if (!this.sizes.isMaps) return text("value-of-unit", { layer: name, unit: channel, value });
    const place = { layer: name, row, column, value };
    return shape.length < 3 ? text("value-of-pixel", place) : text("value-of-map", { ...place, channel });
  }

  /** Returns the value under a point of the canvas. */
  protected placeAt(x: number, y: number): Place | null {
    return this.codes && this.layout && placeAt(this.sizes, this.layout, x, y, this.only);
  }

  /** Returns the place a step further, or a map further. */
  protected moved(place: Place, step: readonly [down: number, right: number], byMap: boolean): Place {
    return this.layout ? moved(this.sizes, this.layout.across, place, step, byMap, this.only) : place;
  }

  protected colour(codes: Uint8Array): void {
    colour(this.colours, codes, this.table);
  }

  /** Returns the value that the 8-bit code stands for. */
  private approximate(index: number): number {
    const { high } = this.range;
    const map = high.length > 1 ? Math.floor(index / (this.sizes.rows * this.sizes.columns)) : 0;
    return decoded(this.codes?.[index] ?? 0, high[map] ?? 0, this.layer.signed);
  }

  private enter(): void {
    this.told.hidden = true;
    setText(this.told, this.describe());
    this.canvas.after(this.told);
    describeBy(this.canvas, this.told);
  }

  private leave(): void {
    this.told.remove();
    this.canvas.removeAttribute("aria-describedby");
    this.point(null, false);
  }

  private point(place: Place | null, loud: boolean): void {
    this.isTelling = false;
    const had = this.cursor;
    this.cursor = place;
    if (had || place) this.paint();
    this.listener.point(place && this, loud);
  }

  private tell(): void {
    this.isTelling = true;
    this.listener.point(this, true);
  }

  private key(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    const place = this.cursor ?? { channel: this.only ?? 0, row: 0, column: 0 };
    if (event.key === "Enter" || event.key === " ") this.listener.choose?.(this, place);
    else if (event.key === "Escape") this.listener.escape?.();
    else if (event.key.toLowerCase() === "d" && isLetter(event)) this.tell();
    else if (step && this.codes) this.point(this.cursor ? this.moved(place, step, event.shiftKey) : place, true);
    else {
      if (isLetter(event)) event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation(); // or the arrows would move the notebook's selection
  }
}
