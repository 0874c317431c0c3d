import { PAPER } from "./colours";
import { text } from "./text";

/** Returns the canvas' context; every browser that runs this page has one. */
export function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext("2d");
  if (!context) throw new Error(text("no-2d-canvas"));
  return context;
}

/** Puts a tall picture onto a canvas in pieces of so many rows, side by side. */
export function putStacked(canvas: HTMLCanvasElement, pixels: ImageData, rows: number): void {
  const context = contextOf(canvas);
  for (let top = 0, left = 0; top < pixels.height; top += rows, left += pixels.width) {
    context.putImageData(pixels, left, -top, 0, top, pixels.width, Math.min(rows, pixels.height - top));
  }
}

/** Paints a picture (0 black to 255 white, one or three channels) on a canvas of that size. */
export function paintPicture(canvas: HTMLCanvasElement, values: Uint8Array, width: number, height: number): void {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const pixels = new ImageData(width, height);
  const channels = values.length / (width * height);
  for (let i = 0; i < pixels.data.length; i++) {
    const channel = i % 4;
    const place = Math.floor(i / 4) * channels + Math.min(channel, channels - 1);
    pixels.data[i] = channel === 3 ? 255 : (values[place] ?? 0);
  }
  contextOf(canvas).putImageData(pixels, 0, 0);
}

/** Paints ink (0 paper to 255 ink, row by row) on a canvas of that size. */
export function paintInk(canvas: HTMLCanvasElement, ink: Uint8Array, width: number, height: number): void {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const pixels = new ImageData(width, height);
  colour(new Uint32Array(pixels.data.buffer), ink, PAPER);
  contextOf(canvas).putImageData(pixels, 0, 0);
}

/** Writes the colours of codes into pixels. */
export function colour(pixels: Uint32Array, codes: Uint8Array, table: Uint32Array): void {
  for (let i = 0; i < pixels.length; i++) pixels[i] = table[codes[i] ?? 0] ?? 0;
}
