import { expect, test } from "vitest";
import expected from "../expected.json";
import { classColour, codeOf, colourTable, css, decoded, encodeLayer, flipped, inkOn, PAPER } from "./colours";

test("values get the codes that Python gives them", () => {
  for (const { values, high, signed, codes } of expected.codes) {
    expect(values.map((value) => codeOf(value, high, signed))).toEqual(codes);
  }
});

test("layers become the pictures that Python makes of them", () => {
  for (const { values, maps, signed, scale, codes, low, high } of expected.pictures) {
    const picture = encodeLayer(Float32Array.from(values), maps, signed, scale as "layer" | "map");
    expect([...picture.codes]).toEqual(codes);
    expect(picture.low).toEqual(low);
    expect(picture.high).toEqual(high);
  }
});

test("what lies beyond the range gets its end", () => {
  expect(codeOf(9, 3, true)).toBe(255);
  expect(codeOf(-9, 3, true)).toBe(1);
  expect(codeOf(-9, 3, false)).toBe(0);
});

test("a code stands for the values around it", () => {
  for (const { values, high, signed } of expected.codes) {
    const step = high / (signed ? 127 : 255);
    for (const value of values) {
      expect(Math.abs(decoded(codeOf(value, high, signed), high, signed) - value)).toBeLessThanOrEqual(step / 2 + 1e-9);
    }
  }
});

test("text on a colour has the better contrast", () => {
  for (const [red, green, blue, ink] of expected.inks as [number, number, number, string][]) {
    expect(inkOn((blue << 16) | (green << 8) | red), `${red} ${green} ${blue}`).toBe(ink);
  }
});

/** The relative luminance of a colour 0xAABBGGRR (WCAG 2.2). */
function luminance(colour: number): number {
  const [red = 0, green = 0, blue = 0] = [0, 8, 16].map((shift) => {
    const share = ((colour >> shift) & 255) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test("text on any colour, on ink and on those of the classes has a contrast of 4.5 at least", () => {
  const every = Array.from({ length: 18 ** 3 }, (_, i) => {
    const [red, green, blue] = [i % 18, Math.floor(i / 18) % 18, Math.floor(i / 18 ** 2)].map((step) => 15 * step);
    return ((blue ?? 0) << 16) | ((green ?? 0) << 8) | (red ?? 0);
  });
  const classes = Array.from({ length: 10 }, (_, label) => {
    const [red, green, blue] = (classColour(label).match(/\w\w/g) ?? []).map((byte) => Number.parseInt(byte, 16));
    return ((blue ?? 0) << 16) | ((green ?? 0) << 8) | (red ?? 0);
  });
  for (const colour of [...every, ...PAPER, ...flipped(PAPER), ...classes]) {
    const behind = luminance(colour) + 0.05;
    const ink = inkOn(colour) === "#ffffff" ? 1.05 : 0.05;
    expect(Math.max(ink, behind) / Math.min(ink, behind), css(colour)).toBeGreaterThanOrEqual(4.5);
  }
});

test("colours are opaque and in the order of a pixel", () => {
  const table = colourTable(Uint8Array.from({ length: 768 }, (_, i) => [10, 20, 30][i % 3] ?? 0));
  expect(table).toHaveLength(256);
  expect(table[255]).toBe(0xff1e140a);
  expect(css(table[0] ?? 0)).toBe("rgb(10 20 30)");
  expect([PAPER[0], PAPER[255]]).toEqual([0xffffffff, 0xff000000]);
});

test("flipped colours are dark where they were light, and opaque", () => {
  const [white, black, orange] = flipped(Uint32Array.of(0xffffffff, 0xff000000, 0xff083b7f));
  expect([white, black].map((colour) => css(colour ?? 0))).toEqual(["rgb(0 0 0)", "rgb(255 255 255)"]);
  expect(css(orange ?? 0)).toBe("rgb(247 179 128)");
  expect((orange ?? 0) >>> 24).toBe(255);
});
