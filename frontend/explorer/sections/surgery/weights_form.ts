/** The weights of one filter or unit, to be changed: those of a kernel for one input channel, or one of a unit; and the bias. */

import tokens from "../../../../mnistviz/assets/tokens.json";
import { codeOf, css, inkOn } from "../../../core/colours";
import { element, setText } from "../../../core/dom";
import { compact } from "../../../core/numbers";
import { text } from "../../../core/text";
import { unitOf } from "../../../network/edit_words";
import { type Edit, placeOf } from "../../../network/edits";
import type { Network } from "../../../network/network";
import { colourEnd } from "../kernels/mosaic";
import { type FieldListener, NumberField, numbersIn, PlaceField } from "./number_field";

const LARGEST = tokens.counts["kernel-side"]; // rows and columns that are shown, as beside the maps
const USUAL = 0.98; // of the weights get a colour of their own, as beside the maps

export interface FormListener extends FieldListener {
  change(edit: Edit): void;
}

export class WeightsForm {
  readonly el = element("div", "mnistviz-weights");
  private readonly kernel = element("div", "mnistviz-kernel");
  private readonly title = element("div", "mnistviz-caption");
  private readonly from: PlaceField; // the input channel, or the input
  private readonly fromLabel = element("label");
  private readonly weight: NumberField;
  private readonly weightLabel = element("label");
  private readonly bias: NumberField;
  private readonly tooLarge = element("div", "mnistviz-caption");
  private cells: readonly NumberField[] = [];
  private place = 0; // the input channel, or the input
  private network: Network | null = null;
  private layer = "";
  private index = 0;
  private colours: Uint32Array = new Uint32Array();

  constructor(private readonly listener: FormListener) {
    this.from = new PlaceField("", (place) => this.choose(place), listener);
    this.weight = new NumberField(text("surgery-weight"), (value) => this.setWeight([this.place], value), listener);
    this.bias = new NumberField(text("surgery-bias"), (value) => this.setBias(value), listener);
    this.weightLabel.append(text("surgery-weight"), this.weight.input);
    const bias = element("label", "", [text("surgery-bias"), this.bias.input]);
    this.kernel.setAttribute("role", "group");
    this.kernel.addEventListener("paste", (event) => this.paste(event));
    const row = element("div", "mnistviz-fields", [this.fromLabel, this.weightLabel, bias]);
    const howTo = element("div", "mnistviz-caption", [text("surgery-how-to")]);
    this.el.append(this.title, this.kernel, this.tooLarge, row, howTo);
  }

  /** Shows the weights of another filter or unit. */
  choose(place: number): void {
    this.place = place;
    for (const field of [...this.cells, this.from, this.weight, this.bias]) field.forget();
    this.paint();
  }

  /** @param colours of values of both signs */
  show(network: Network, layer: string, index: number, colours: Uint32Array): void {
    const isOther = layer !== this.layer || index !== this.index;
    [this.network, this.layer, this.index, this.colours] = [network, layer, index, colours];
    if (isOther) this.choose(Math.min(this.place, this.places - 1));
    else this.paint();
  }

  private get shape(): readonly number[] {
    return this.network?.weightsOf(this.layer)?.kernel.shape ?? [];
  }

  /** How many input channels a filter reads, or how many inputs a unit. */
  private get places(): number {
    return (this.isUnit ? this.shape[0] : this.shape[1]) ?? 1;
  }

  private get isUnit(): boolean {
    return this.shape.length === 2;
  }

  private paint(): void {
    const weights = this.network?.weightsOf(this.layer);
    if (!this.network || !weights) return;
    const { isUnit } = this;
    const [, , rows = 0, columns = 0] = this.shape;
    const isShown = !isUnit && Math.max(rows, columns) <= LARGEST;
    const unit = unitOf(this.network, this.layer, this.index);
    setText(this.title, isUnit ? unit : text("surgery-kernel", { unit }));
    this.kernel.setAttribute("aria-label", this.title.textContent ?? "");
    this.kernel.hidden = !isShown;
    this.weightLabel.hidden = !isUnit;
    setText(this.tooLarge, isUnit || isShown ? "" : text("surgery-kernel-too-large", { rows, columns }));
    const what = text(isUnit ? "surgery-input" : "surgery-channel");
    this.from.count(what, this.places);
    this.fromLabel.replaceChildren(what, this.from.input);
    this.fromLabel.hidden = this.places < 2 || !(isUnit || isShown);
    this.from.show(String(this.place));
    this.bias.show(compact(weights.bias.data[this.index] ?? 0));
    if (isUnit) this.weight.show(compact(weights.kernel.data[placeOf(this.shape, [this.place, this.index])] ?? 0));
    if (isShown) this.paintKernel(weights.kernel.data, rows, columns);
  }

  private paintKernel(weights: Float32Array, rows: number, columns: number): void {
    if (this.cells.length !== rows * columns || this.kernel.style.getPropertyValue("--columns") !== String(columns)) {
      this.cells = Array.from({ length: rows * columns }, (_, i) => this.cell(Math.floor(i / columns), i % columns));
      this.kernel.replaceChildren(...this.cells.map(({ input }) => input));
      this.kernel.style.setProperty("--columns", String(columns));
    }
    const { high } = colourEnd(weights, USUAL);
    this.cells.forEach((cell, i) => {
      const value = weights[placeOf(this.shape, [...this.indexOf(i, columns), this.index])] ?? 0;
      const colour = this.colours[codeOf(value, high, true)] ?? 0;
      cell.show(compact(value));
      cell.input.style.background = css(colour);
      cell.input.style.color = inkOn(colour);
    });
  }

  private cell(row: number, column: number): NumberField {
    const name = text("surgery-row-and-column", { row, column });
    return new NumberField(name, (value) => this.setWeight([row, column, this.place], value), this.listener);
  }

  private indexOf(cell: number, columns: number): readonly number[] {
    return [Math.floor(cell / columns), cell % columns, this.place];
  }

  private setWeight(index: readonly number[], value: number): void {
    this.listener.change({ do: "weight", layer: this.layer, index: [...index, this.index], value: Math.fround(value) });
  }

  private setBias(value: number): void {
    this.listener.change({ do: "bias", layer: this.layer, index: this.index, value: Math.fround(value) });
  }

  /** Several numbers change the whole kernel; a single one goes into its field. */
  private paste(event: ClipboardEvent): void {
    const numbers = numbersIn(event.clipboardData?.getData("text") ?? "");
    if (numbers.length < 2) return;
    event.preventDefault();
    const [, , rows = 0, columns = 0] = this.shape;
    const expected = rows * columns;
    const isRight = numbers.length === expected && numbers.every((value) => Number.isFinite(Math.fround(value)));
    this.listener.refuse(isRight ? "" : text("surgery-other-count", { expected, received: numbers.length }));
    if (!isRight) return;
    for (const cell of this.cells) cell.forget();
    const values = Array.from({ length: rows }, (_, row) =>
      numbers.slice(row * columns, (row + 1) * columns).map(Math.fround),
    );
    this.listener.change({ do: "kernel", layer: this.layer, index: this.index, channel: this.place, values });
  }
}
