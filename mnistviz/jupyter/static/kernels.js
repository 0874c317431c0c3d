// The kernels of one convolution beside its maps: one picture a filter, which shows the slices for all input channels as a
// mosaic. Between the slices the paper shines through.

const MOSAIC_GAP = 5; // CSS pixels between filters
const USUAL = 0.98; // of the weights get a colour of their own: a few large ones would make all others pale

class KernelStrip extends Strip {
  /** @param {{name: string, shape: number[]}} kernel  shape: filters, input channels, rows, columns */
  constructor({ name, shape: [filters, inputs, rows, columns] }, onPoint) {
    const across = Math.ceil(Math.sqrt(inputs));
    const down = Math.ceil(inputs / across);
    const size = [down * (rows + 1) - 1, across * (columns + 1) - 1];
    super({ name, title: "", shape: [...size, filters], signed: true }, onPoint);
    this.kernel = { inputs, rows, columns, across };
    if (inputs > 1) this.gap = MOSAIC_GAP;
    const what = inputs > 1 ? `${filters} kernels of ${inputs} slices ${rows}x${columns}` : `${filters} kernels ${rows}x${columns}`;
    this.canvas.setAttribute("aria-label", `${name}: ${what}. Arrow keys read weights, Shift with arrows changes the kernel.`);
    this.caption = element("div", "mnistviz-caption");
    this.what = what;
  }

  /** @param {Float32Array} weights  in the order of the shape */
  showWeights(weights, table) {
    const sizes = weights.map(Math.abs).sort();
    const [most, high] = [sizes.at(-1), sizes[Math.floor(USUAL * (sizes.length - 1))]];
    const { inputs, rows, columns } = this.kernel;
    const cells = this.channels * this.rows * this.columns;
    const [codes, values] = [new Uint8Array(cells), new Float32Array(cells)];
    for (let i = 0; i < cells; i++) {
      const slice = this.sliceAt(Math.floor(i / this.columns) % this.rows, i % this.columns);
      if (!slice) continue;
      const filter = Math.floor(i / (this.rows * this.columns));
      values[i] = weights[((filter * inputs + slice.input) * rows + slice.row) * columns + slice.column];
      codes[i] = codeOf(values[i], high, true);
    }
    this.show(codes, { low: [-high], high: [high] }, table);
    this.values = values;
    const end = high < most ? `, colours end at ${compact(high)}` : "";
    setText(this.caption, `${this.what}, ${rangeText([-most], [most])}${end}`);
  }

  colourCells() {
    super.colourCells();
    this.colours.forEach((_, i) => {
      if (!this.sliceAt(Math.floor(i / this.columns) % this.rows, i % this.columns)) this.colours[i] = 0;
    });
  }

  /** Input channel, row and column of the weight at one place of a mosaic, or null in a gap. */
  sliceAt(row, column) {
    const { inputs, rows, columns, across } = this.kernel;
    const [down, right] = [Math.floor(row / (rows + 1)), Math.floor(column / (columns + 1))];
    const slice = { input: down * across + right, row: row % (rows + 1), column: column % (columns + 1) };
    return slice.input < inputs && slice.row < rows && slice.column < columns ? slice : null;
  }

  placeAt(event) {
    const place = super.placeAt(event);
    return place && this.sliceAt(place.row, place.column) ? place : null;
  }

  move(place, step, byMap) {
    const former = { ...place };
    super.move(place, step, byMap);
    if (!this.sliceAt(place.row, place.column)) super.move(place, step, byMap); // over the gap
    if (!this.sliceAt(place.row, place.column)) Object.assign(place, former); // the mosaic's last row may be short
  }

  read() {
    const { channel, row, column } = this.cursor;
    const slice = this.sliceAt(row, column);
    const weight = shortest(this.values[(channel * this.rows + row) * this.columns + column]);
    const input = this.kernel.inputs > 1 ? `input channel ${slice.input}, ` : "";
    return `${this.layer.name}, kernel ${channel}, ${input}row ${slice.row}, column ${slice.column}: ${weight}`;
  }
}

