// A strip shows all maps of one layer side by side, or all units of one layer as cells. It paints 8-bit codes through a
// colour table, and knows which value lies under the mouse or the keyboard's cursor.

const ACROSS = 16; // maps in a row: the eye follows one column of data downwards through the layers
const UNITS_ACROSS = 64;
const FEW_UNITS = 16; // so few are written out as numbers
const GAP = 2; // CSS pixels between maps
const KERNEL_GAP = 8; // between kernels, whose few cells are as large as small maps
const KERNEL_COLUMNS = 4; // more are no kernel
const MARK = "#e6007e"; // is in none of the colour tables

class Strip {
  /**
   * @param {{name: string, title: string, shape: number[], signed: boolean}} layer
   * @param {(strip: Strip?, loud: boolean) => void} onPoint  the cursor has moved; loud: by the keyboard
   * @param {((strip: Strip, place: object) => void)?} onChoose  a cell was clicked, or Enter pressed on it
   * @param {(() => void)?} onEscape
   */
  constructor(layer, onPoint, onChoose, onEscape) {
    this.layer = layer;
    this.isMaps = layer.shape.length > 1;
    const [rows, columns, channels] = this.isMaps ? [...layer.shape, 1] : [1, 1, layer.shape[0]];
    Object.assign(this, { rows, columns, channels });
    this.only = null; // the one channel that an enlargement shows
    this.cursor = null;
    this.marks = []; // {channels: number[]?, rows: [first, end], columns: [first, end], width: CSS pixels, dashed: boolean}
    this.gap = 1; // CSS pixels between maps or cells
    if (this.isMaps) this.gap = columns <= KERNEL_COLUMNS ? KERNEL_GAP : GAP;
    this.codes = this.values = null;
    this.canvas = document.createElement("canvas");
    this.canvas.tabIndex = 0;
    this.canvas.setAttribute("role", "img");
    this.canvas.setAttribute("aria-label", `${layer.title}. Arrow keys read values, Shift with arrows changes the map, Enter enlarges.`);
    this.native = document.createElement("canvas"); // all maps below one another, one pixel a value
    this.native.width = columns;
    this.native.height = rows * channels;
    this.pixels = new ImageData(columns, rows * channels);
    this.colours = new Uint32Array(this.pixels.data.buffer);
    this.onPoint = onPoint;
    this.onChoose = onChoose;
    this.onEscape = onEscape;
    this.canvas.addEventListener("mousemove", (event) => this.point(this.placeAt(event), false));
    this.canvas.addEventListener("mouseleave", () => this.point(null, false));
    this.canvas.addEventListener("blur", () => this.point(null, false));
    this.canvas.addEventListener("click", (event) => {
      const place = this.placeAt(event);
      if (place) this.onChoose?.(this, place);
    });
    this.canvas.addEventListener("keydown", (event) => this.key(event));
  }

  /** New codes (uint8), their range, and the colour table (Uint32Array of 256 opaque colours). */
  show(codes, range, table) {
    Object.assign(this, { codes, range });
    this.values = null; // the exact ones follow when the pen rests
    this.recolour(table);
  }

  recolour(table) {
    this.table = table;
    this.colourCells();
    this.native.getContext("2d").putImageData(this.pixels, 0, 0);
    this.paint();
  }

  colourCells() {
    const { codes, colours, table } = this;
    for (let i = 0; i < codes.length; i++) colours[i] = table[codes[i]];
  }

  /** Sizes the canvas for `width` CSS pixels and paints what is there. */
  resize(width, height) {
    const density = window.devicePixelRatio || 1;
    const shown = this.only === null ? this.channels : 1;
    this.across = Math.min(shown, this.isMaps ? ACROSS : UNITS_ACROSS);
    const pitch = width / Math.max(this.across, this.isMaps && this.only === null && this.channels > 1 ? ACROSS : 1);
    const { gap } = this;
    const style = getComputedStyle(this.canvas);
    this.font = `${style.fontSize} ${style.fontFamily}`; // not asked for in every frame: it costs a layout
    this.cell = { width: pitch - gap, height: this.isMaps ? ((pitch - gap) * this.rows) / this.columns : height, gap };
    const down = Math.ceil(shown / this.across);
    this.canvas.style.width = `${this.across * pitch}px`;
    this.canvas.style.height = `${down * (this.cell.height + gap)}px`;
    this.canvas.width = Math.round(this.across * pitch * density);
    this.canvas.height = Math.round(down * (this.cell.height + gap) * density);
    this.paint();
  }

  paint() {
    if (!this.codes || !this.cell) return;
    const density = window.devicePixelRatio || 1;
    const context = this.canvas.getContext("2d");
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    context.imageSmoothingEnabled = false;
    const first = this.only ?? 0;
    const last = this.only ?? this.channels - 1;
    for (let channel = first; channel <= last; channel++) {
      const [x, y] = this.corner(channel - first).map((c) => Math.round(c * density));
      const width = Math.round(this.cell.width * density);
      const height = Math.round(this.cell.height * density);
      context.drawImage(this.native, 0, channel * this.rows, this.columns, this.rows, x, y, width, height);
    }
    context.scale(density, density);
    if (!this.isMaps && this.channels <= FEW_UNITS) this.paintNumbers(context);
    for (const mark of this.marks) this.paintMark(context, mark);
    if (this.cursor) this.paintCursor(context);
  }

  paintNumbers(context) {
    context.font = this.font;
    context.textAlign = "center";
    context.textBaseline = "middle";
    for (let unit = 0; unit < this.channels; unit++) {
      const [x, y] = this.corner(unit);
      context.fillStyle = inkOn(this.colours[unit]);
      context.fillText(this.approximate(unit).toFixed(1), x + this.cell.width / 2, y + this.cell.height / 2, this.cell.width);
    }
  }

  paintMark(context, { channels, rows, columns, width, dashed }) {
    const shown = this.only === null ? (channels ?? Array.from({ length: this.channels }, (_, channel) => channel)) : [this.only];
    for (const channel of shown) {
      if (channels && !channels.includes(channel)) continue;
      const edge = (width + 1.5) / 2;
      const box = this.inside(this.box(channel, rows, columns), edge);
      context.lineWidth = width + 1.5;
      context.strokeStyle = "#fff";
      context.strokeRect(...box);
      context.lineWidth = width;
      context.strokeStyle = MARK;
      context.setLineDash(dashed ? [3, 2] : []);
      context.strokeRect(...box);
      context.setLineDash([]);
    }
  }

  paintCursor(context) {
    const { channel, row, column } = this.cursor;
    const box = this.box(channel, [row, row + 1], [column, column + 1]);
    context.lineWidth = 3;
    context.strokeStyle = "#000";
    context.strokeRect(...box);
    context.lineWidth = 1.5;
    context.strokeStyle = "#fff";
    context.strokeRect(...box);
  }

  /** [left, top, width, height] in CSS pixels of some rows and columns of a map, with a pixel around them. */
  box(channel, [top, bottom], [left, right]) {
    const [x, y] = this.corner(this.only === null ? channel : 0);
    const [width, height] = [this.cell.width / this.columns, this.cell.height / this.rows];
    return [x + left * width - 1, y + top * height - 1, (right - left) * width + 2, (bottom - top) * height + 2];
  }

  /** The part of a box that lies on the canvas with a line around it, `edge` CSS pixels to either side. */
  inside([left, top, width, height], edge) {
    const { width: across, height: down } = this.canvas;
    const density = window.devicePixelRatio || 1;
    const [right, bottom] = [Math.min(left + width, across / density - edge), Math.min(top + height, down / density - edge)];
    const [x, y] = [Math.max(left, edge), Math.max(top, edge)];
    return [x, y, right - x, bottom - y];
  }

  /** CSS pixels of the upper left corner of the nth map shown. */
  corner(nth) {
    const { width, height, gap } = this.cell;
    return [(nth % this.across) * (width + gap), Math.floor(nth / this.across) * (height + gap)];
  }

  /** The channel, row and column under a mouse event, or null between the maps. */
  placeAt(event) {
    if (!this.codes || !this.cell) return null;
    const { width, height, gap } = this.cell;
    const [x, y] = [event.offsetX, event.offsetY];
    const [right, down] = [Math.floor(x / (width + gap)), Math.floor(y / (height + gap))];
    const nth = down * this.across + right;
    const column = Math.floor(((x - right * (width + gap)) / width) * this.columns);
    const row = Math.floor(((y - down * (height + gap)) / height) * this.rows);
    const shown = this.only === null ? this.channels : 1;
    if (x < 0 || y < 0 || right >= this.across || nth >= shown || column >= this.columns || row >= this.rows) return null;
    return { channel: this.only ?? nth, row, column };
  }

  point(place, loud) {
    const had = this.cursor;
    this.cursor = place;
    if (had || place) this.paint();
    this.onPoint(place && this, loud);
  }

  key(event) {
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    const place = this.cursor ?? { channel: this.only ?? 0, row: 0, column: 0 };
    if (event.key === "Enter" || event.key === " ") {
      this.onChoose?.(this, place);
    } else if (event.key === "Escape") {
      this.onEscape?.();
    } else if (step && this.codes) {
      if (this.cursor) this.move(place, step, event.shiftKey);
      this.point(place, true);
    } else {
      // A letter would be a command to the notebook: "d d" deletes the cell.
      if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation(); // or the arrows would move the notebook's selection
  }

  /** Moves `place` by [rows, columns], or from map to map. Units are one row of maps with one cell each. */
  move(place, [down, right], byMap) {
    if (byMap || !this.isMaps) {
      const channel = place.channel + right + down * this.across;
      if (this.only === null && channel >= 0 && channel < this.channels) place.channel = channel;
    } else {
      place.row = Math.min(Math.max(place.row + down, 0), this.rows - 1);
      place.column = Math.min(Math.max(place.column + right, 0), this.columns - 1);
    }
  }

  /** The value under the cursor in words. */
  read() {
    const { channel, row, column } = this.cursor;
    const index = (channel * this.rows + row) * this.columns + column;
    const value = this.values ? shortest(this.values[index]) : `about ${this.approximate(index).toPrecision(2)}`;
    if (!this.isMaps) return `${this.layer.name}, unit ${channel}: ${value}`;
    const place = `row ${row}, column ${column}: ${value}`;
    return this.layer.shape.length < 3 ? `${this.layer.name}, ${place}` : `${this.layer.name}, channel ${channel}, ${place}`;
  }

  /** The value that the 8-bit code stands for. */
  approximate(index) {
    const { high } = this.range;
    const top = high[high.length > 1 ? Math.floor(index / (this.rows * this.columns)) : 0];
    return this.layer.signed ? ((this.codes[index] - 128) / 127) * top : (this.codes[index] / 255) * top;
  }
}

/** The shortest decimal text that names exactly this float32. */
function shortest(value) {
  for (let digits = 1; digits < 9; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return String(Number(text));
  }
  return String(Number(value.toPrecision(9)));
}

