/** Colours of values. A colour is a number 0xAABBGGRR, as a pixel of an ImageData on a little-endian machine. */

import tokens from "../../mnistviz/assets/tokens.json";

/** Colours of ink on paper: black where the network gets 1. The dark theme inverts it, as it does the pad. */
export const PAPER = Uint32Array.from({ length: 256 }, (_, code) => 0xff000000 | ((255 - code) * 0x010101));

/** Unpacks a colour table: 768 bytes, red, green and blue of the codes 0 to 255. */
export function colourTable(bytes: Uint8Array): Uint32Array {
  const byte = (at: number): number => bytes[at] ?? 0;
  return Uint32Array.from(
    { length: 256 },
    (_, code) => 0xff000000 | (byte(3 * code + 2) << 16) | (byte(3 * code + 1) << 8) | byte(3 * code),
  );
}

/** Returns the code 0 to 255 of a value; if values can be negative, 0 has the code 128. */
export function codeOf(value: number, high: number, isSigned: boolean): number {
  const share = high ? Math.max(-1, Math.min(1, value / high)) : 0;
  return isSigned ? 128 + Math.round(127 * share) : Math.max(0, Math.round(255 * share));
}

/** Returns the value that a code stands for. */
export function decoded(code: number, high: number, isSigned: boolean): number {
  return isSigned ? ((code - 128) / 127) * high : (code / 255) * high;
}

/** Returns black or white, whichever has more contrast on this colour by WCAG's relative luminance. */
export function inkOn(colour: number): string {
  const linear = (shift: number): number => (((colour >> shift) & 255) / 255) ** 2.2;
  return 0.2126 * linear(0) + 0.7152 * linear(8) + 0.0722 * linear(16) > 0.179
    ? tokens.colours["on-light"].light
    : tokens.colours["on-dark"].light;
}

/** Returns the colour as CSS writes it. */
export function css(colour: number): string {
  return `rgb(${colour & 255} ${(colour >> 8) & 255} ${(colour >> 16) & 255})`;
}
