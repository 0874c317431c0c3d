/** Colours of values. A colour is a number 0xAABBGGRR, as a pixel of an ImageData on a little-endian machine. */

import tokens from "../../mnistviz/assets/tokens.json";

/** The code of 0 where values can be negative. */
export const ZERO = 128;

/** Colours of ink on paper: black where the network gets 1. The dark theme inverts it, as it does the pad. */
export const PAPER = Uint32Array.from({ length: 256 }, (_, code) => 0xff000000 | ((255 - code) * 0x010101));

const CLASSES = Object.values(tokens.classes).map(({ light }) => light); // the same in both themes

/** Returns the colour of a class, as "#rrggbb". Of more than ten, every tenth has the same. */
export function classColour(number: number): string {
  return CLASSES[number % CLASSES.length] as string;
}

/** Unpacks a colour table: 768 bytes, red, green and blue of the codes 0 to 255. */
export function colourTable(bytes: Uint8Array): Uint32Array {
  const byte = (at: number): number => bytes[at] ?? 0;
  return Uint32Array.from(
    { length: 256 },
    (_, code) => 0xff000000 | (byte(3 * code + 2) << 16) | (byte(3 * code + 1) << 8) | byte(3 * code),
  );
}

/** Makes light colours dark and dark ones light; hues stay. */
export function flipped(table: Uint32Array): Uint32Array {
  return table.map((colour) => {
    const bytes = [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];
    const shift = 255 - Math.max(...bytes) - Math.min(...bytes);
    const [red = 0, green = 0, blue = 0] = bytes.map((byte) => byte + shift);
    return 0xff000000 | (blue << 16) | (green << 8) | red;
  });
}

/** Returns the code 0 to 255 of a value; if values can be negative, 0 has the code ZERO. */
export function codeOf(value: number, high: number, isSigned: boolean): number {
  const share = high ? Math.max(-1, Math.min(1, value / high)) : 0;
  return isSigned ? ZERO + Math.round(127 * share) : Math.max(0, Math.round(255 * share));
}

/** Returns the value that a code stands for. */
export function decoded(code: number, high: number, isSigned: boolean): number {
  return isSigned ? ((code - ZERO) / 127) * high : (code / 255) * high;
}

/** Returns whether black has more contrast on this colour than white, by WCAG's relative luminance. */
export function isLight(colour = 0): boolean {
  const linear = (shift: number): number => (((colour >> shift) & 255) / 255) ** 2.2;
  return 0.2126 * linear(0) + 0.7152 * linear(8) + 0.0722 * linear(16) > 0.179;
}

/** Returns black or white, whichever has more contrast on this colour. */
export function inkOn(colour: number): string {
  return isLight(colour) ? tokens.colours["on-light"].light : tokens.colours["on-dark"].light;
}

/** Returns the colour as CSS writes it. */
export function css(colour: number): string {
  return `rgb(${colour & 255} ${(colour >> 8) & 255} ${(colour >> 16) & 255})`;
}

/** A layer as 8-bit codes, and the range of its values: one entry for the layer, or one for each map. */
export interface Picture {
  readonly codes: Uint8Array;
  readonly low: number[];
  readonly high: number[];
}

/** Smaller ranges are shown as 0: float32 could not represent their scale. */
const TINY = 1e-30;

/**
 * Encodes one layer's output as a picture: exactly as `mnistviz/plot/colour_maps.py` does, which says how ranges are chosen.
 *
 * @param values maps one after the other, or units.
 * @param maps number of maps; null for units, which always share one range.
 * @param isSigned whether the layer can have negative values.
 * @param scale one range for the layer, or one for each map.
 */
export function encodeLayer(
  values: Float32Array,
  maps: number | null,
  isSigned: boolean,
  scale: "layer" | "map",
): Picture {
  const codes = new Uint8Array(values.length);
  const ranges = scale === "map" ? (maps ?? 1) : 1;
  const size = values.length / ranges;
  const high: number[] = [];
  for (let start = 0; start < values.length; start += size) {
    const most = largest(values, start, start + size, isSigned);
    high.push(most);
    const factor = Math.fround(Math.fround(isSigned ? 127 : 255) / (most > Math.fround(TINY) ? most : 1));
    const half = isSigned ? 128.5 : 0.5;
    for (let i = start; i < start + size; i++)
      codes[i] = Math.fround(Math.fround((values[i] as number) * factor) + half);
  }
  return { codes, low: high.map((most) => (isSigned ? 0 - most : 0)), high };
}

function largest(values: Float32Array, start: number, end: number, isSigned: boolean): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = start; i < end; i++) {
    const value = values[i] as number;
    most = Math.max(most, isSigned ? Math.abs(value) : value);
  }
  return most;
}
