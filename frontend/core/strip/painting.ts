/** Paints a strip: maps from an image of all of them, numbers, marks and the cursor. All lengths are CSS pixels. */

import tokens from "../../../mnistviz/assets/tokens.json";
import { inkOn } from "../colours";
import { rounded } from "../numbers";
import { type Box, boxOf, corner, inside, type Layout, type Place, type Sizes, type Span } from "./geometry";

const MARK = tokens.colours.mark.light; // is in none of the colour maps
const MARK_EDGE = tokens.colours["mark-edge"].light;
const EDGE = 1.5; // a light line around a mark
const DASHES = [3, 2];

/** A frame around values. */
export interface Mark {
  /** Of which maps or units; null: of all. */
  readonly channels: readonly number[] | null;
  readonly rows: Span;
  readonly columns: Span;
  /** Width of the line. */
  readonly width: number;
  readonly dashed: boolean;
}

/** What there is to paint. */
export interface Scene {
  readonly sizes: Sizes;
  readonly layout: Layout;
  /** The one channel that is shown, if it is one. */
  readonly only: number | null;
  readonly marks: readonly Mark[];
  readonly cursor: Place | null;
}

/**
 * Clears a canvas and copies the maps onto it; sets it to paint in CSS pixels.
 *
 * @param maps has so many maps below one another (`stacked`), and the next ones to the right of these
 */
export function paintMaps(
  context: CanvasRenderingContext2D,
  scene: Scene,
  maps: CanvasImageSource,
  stacked: number,
): void {
  const { sizes, layout, only } = scene;
  const density = window.devicePixelRatio || 1;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  const [width, height] = [Math.round(layout.width * density), Math.round(layout.height * density)];
  context.imageSmoothingEnabled = 2 * width <= sizes.columns || 2 * height <= sizes.rows; // or lines would be lost
  const first = only ?? 0;
  const last = only ?? sizes.channels - 1;
  for (let channel = first; channel <= last; channel++) {
    const [x, y] = corner(layout, channel - first);
    const [left, top] = [Math.round(x * density), Math.round(y * density)];
    const [across, down] = [Math.floor(channel / stacked) * sizes.columns, (channel % stacked) * sizes.rows];
    context.drawImage(maps, across, down, sizes.columns, sizes.rows, left, top, width, height);
  }
  context.scale(density, density);
}

/** Writes the values of units into them. */
export function paintNumbers(
  context: CanvasRenderingContext2D,
  { layout }: Scene,
  font: string,
  colours: Uint32Array,
  valueAt: (unit: number) => number,
): void {
  Object.assign(context, { font, textAlign: "center", textBaseline: "middle" });
  colours.forEach((colour, unit) => {
    const [x, y] = corner(layout, unit);
    context.fillStyle = inkOn(colour);
    context.fillText(rounded(valueAt(unit), 1), x + layout.width / 2, y + layout.height / 2, layout.width);
  });
}

export function paintMarks(context: CanvasRenderingContext2D, scene: Scene): void {
  const { sizes, layout, only } = scene;
  const density = window.devicePixelRatio || 1;
  const [across, down] = [context.canvas.width / density, context.canvas.height / density];
  for (const { channels, rows, columns, width, dashed } of scene.marks) {
    const all = channels ?? Array.from({ length: sizes.channels }, (_, channel) => channel);
    for (const channel of all) {
      if (only !== null && channel !== only) continue;
      const box = boxOf(sizes, layout, only === null ? channel : 0, rows, columns);
      const visible = inside(box, across, down, (width + EDGE) / 2);
      frame(context, visible, width + EDGE, MARK_EDGE);
      frame(context, visible, width, MARK, dashed ? DASHES : []);
    }
  }
}

export function paintCursor(context: CanvasRenderingContext2D, { sizes, layout, only, cursor }: Scene): void {
  if (!cursor) return;
  const { channel, row, column } = cursor;
  const box = boxOf(sizes, layout, only === null ? channel : 0, [row, row + 1], [column, column + 1]);
  frame(context, box, 3, tokens.colours["on-light"].light);
  frame(context, box, 1.5, tokens.colours["on-dark"].light);
}

function frame(
  context: CanvasRenderingContext2D,
  box: Box,
  width: number,
  colour: string,
  dashes: number[] = [],
): void {
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.setLineDash(dashes);
  context.strokeRect(...box);
  context.setLineDash([]);
}
