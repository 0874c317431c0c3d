/** Pictures of ink as arrays of messages: as bytes, as the notebook kernel sends them, or exact. */

import type { Tensor } from "../core/codec";
import { type Image, imageOfShape, shapeOf } from "../ink/framing_steps";

/** Returns a picture as bytes, 0 paper to 255 ink. A larger one keeps the darkest pixel of each square, and so its thin lines. */
export function codesOf({ rows, columns, data }: Image, longest: number): Tensor<"uint8"> {
  const step = Math.ceil(Math.max(rows, columns) / longest);
  const [height, width] = [Math.ceil(rows / step), Math.ceil(columns / step)];
  const small = new Float32Array(height * width);
  for (let i = 0; i < data.length; i++) {
    const at = Math.floor(Math.floor(i / columns) / step) * width + Math.floor((i % columns) / step);
    small[at] = Math.max(small[at] ?? 0, data[i] ?? 0);
  }
  return { dtype: "uint8", shape: [height, width], data: Uint8Array.from(small, (value) => 255 * value + 0.5) };
}

/** Returns the picture of bytes, 0 paper to 255 ink, or 0 black to 255 white. */
export function imageOf({ shape, data }: Tensor<"uint8">): Image {
  return imageOfShape(
    shape,
    Float32Array.from(data, (code) => code / 255),
  );
}

/** Returns a picture as bytes of the same shape. */
export function pixelsOf(image: Image): Tensor<"uint8"> {
  return { dtype: "uint8", shape: shapeOf(image), data: Uint8Array.from(image.data, (value) => 255 * value + 0.5) };
}

/** Returns a picture with its exact values. */
export function exactly(image: Image): Tensor<"float32"> {
  return { dtype: "float32", shape: shapeOf(image), data: image.data };
}
