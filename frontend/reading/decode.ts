/** Decodes picture files with the browser's own decoders, within limits. */

import { text } from "../core/text";
import type { Pixels } from "./grey";
import { RefusedPicture } from "./refused_picture";

const MOST_SIDE = 12_000; // pixels, as in Python (`mnistviz/reading/picture_files.py`)
const MOST_PIXELS = 30_000_000;
const WORKING_SIDE = 1024; // pixels a side to which pictures shrink

/** The first bytes of the files that are read, with null for any byte. Drawings like SVG are none of them. */
const SIGNATURES: readonly (readonly (number | null)[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50], // WEBP
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x42, 0x4d], // BMP
];

/**
 * Returns the pixels of a picture file, upright.
 *
 * @throws RefusedPicture if it is no picture, damaged, or too large
 */
export async function decode(content: ArrayBuffer): Promise<Pixels> {
  const bytes = new Uint8Array(content);
  const isOf = (signature: readonly (number | null)[]): boolean =>
    signature.every((byte, i) => byte === null || bytes[i] === byte);
  if (!SIGNATURES.some(isOf)) throw new RefusedPicture(text("upload-not-a-picture"));
  const address = URL.createObjectURL(new Blob([bytes]));
  try {
    return pixelsOf(await load(address));
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Loads a picture. Its size is known before it is decoded, which happens when it is drawn. */
async function load(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  await new Promise((resolve, reject) => {
    image.onload = resolve;
    image.onerror = () => reject(new RefusedPicture(text("upload-not-a-picture")));
    image.src = address;
  });
  const { naturalWidth: width, naturalHeight: height } = image;
  if (Math.max(width, height) > MOST_SIDE || width * height > MOST_PIXELS) {
    const limits = { limit: String(MOST_PIXELS), side: String(MOST_SIDE) };
    throw new RefusedPicture(
      text("upload-too-many-pixels", { width: String(width), height: String(height), ...limits }),
    );
  }
  return image;
}

function pixelsOf(image: HTMLImageElement): Pixels {
  const scale = Math.min(1, WORKING_SIDE / Math.max(image.naturalWidth, image.naturalHeight));
  const [width, height] = [image.naturalWidth, image.naturalHeight].map((side) =>
    Math.max(1, Math.round(side * scale)),
  );
  const canvas = new OffscreenCanvas(width as number, height as number);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error(text("upload-not-a-picture"));
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
