import { expect, test } from "vitest";
import { boxOf, corner, fitted, gapOf, indexOf, inside, layOut, moved, placeAt, sideBySide, sizesOf } from "./geometry";

const MAPS = sizesOf([10, 20, 18]);
const UNITS = sizesOf([128]);
const KERNELS = sizesOf([3, 3, 16]);
const DIGIT = sizesOf([28, 28]);

test("shapes are maps or units", () => {
  expect(MAPS).toEqual({ isMaps: true, rows: 10, columns: 20, channels: 18 });
  expect(UNITS).toEqual({ isMaps: false, rows: 1, columns: 1, channels: 128 });
  expect(DIGIT).toEqual({ isMaps: true, rows: 28, columns: 28, channels: 1 });
  expect([MAPS, UNITS, KERNELS].map(gapOf)).toEqual([2, 1, 8]);
});

test("16 maps lie in a row, and 64 units", () => {
  const maps = layOut(MAPS, 672, 0, 2, false); // 42 a map: 40 and a gap
  expect([maps.across, maps.width, maps.height]).toEqual([16, 40, 20]);
  expect(maps.total).toEqual({ width: 672, height: 44 });
  expect([0, 15, 16, 17].map((nth) => corner(maps, nth))).toEqual([
    [0, 0],
    [630, 0],
    [0, 22],
    [42, 22],
  ]);
  const units = layOut(UNITS, 640, 14, 1, false);
  expect([units.across, units.width, units.height, units.total.height]).toEqual([64, 9, 14, 30]);
});

test("few maps are no larger than many, but a single one takes the width", () => {
  expect(layOut(sizesOf([10, 20, 4]), 672, 0, 2, false).width).toBe(40);
  expect(layOut(MAPS, 672, 0, 2, true).width).toBe(670);
  expect(layOut(DIGIT, 84, 0, 2, false).total).toEqual({ width: 84, height: 84 });
});

test("a point names the value under it, and none in the gaps", () => {
  const layout = layOut(MAPS, 672, 0, 2, false);
  expect(placeAt(MAPS, layout, 0, 0, null)).toEqual({ channel: 0, row: 0, column: 0 });
  expect(placeAt(MAPS, layout, 42 + 39, 22 + 19, null)).toEqual({ channel: 17, row: 9, column: 19 });
  expect(placeAt(MAPS, layout, 41, 0, null)).toBeNull();
  expect(placeAt(MAPS, layout, 0, 21, null)).toBeNull();
  expect(placeAt(MAPS, layout, 84, 22, null)).toBeNull(); // there are 18 maps
  expect(placeAt(MAPS, layout, -1, 0, null)).toBeNull();
  expect(placeAt(MAPS, layOut(MAPS, 672, 0, 2, true), 669, 0, 5)).toEqual({ channel: 5, row: 0, column: 19 });
});

test("every value is found at the middle of its box", () => {
  for (const sizes of [MAPS, UNITS, KERNELS]) {
    const layout = layOut(sizes, 700, 24, gapOf(sizes), false);
    for (let channel = 0; channel < sizes.channels; channel++) {
      for (let row = 0; row < sizes.rows; row++) {
        for (let column = 0; column < sizes.columns; column++) {
          const [left, top, width, height] = boxOf(sizes, layout, channel, [row, row + 1], [column, column + 1]);
          const place = placeAt(sizes, layout, left + width / 2, top + height / 2, null);
          expect(place).toEqual({ channel, row, column });
        }
      }
    }
  }
});

test("a mark stays on the canvas with its line", () => {
  expect(inside([-1, -1, 12, 12], 100, 50, 2)).toEqual([2, 2, 9, 9]);
  expect(inside([95, 45, 10, 10], 100, 50, 2)).toEqual([95, 45, 3, 3]);
});

test("keys move from value to value and from map to map, and stop at the ends", () => {
  const place = { channel: 1, row: 0, column: 19 };
  expect(moved(MAPS, 16, place, [1, 0], false, null)).toEqual({ channel: 1, row: 1, column: 19 });
  expect(moved(MAPS, 16, place, [0, 1], false, null)).toEqual(place);
  expect(moved(MAPS, 16, place, [1, 0], true, null)).toEqual({ ...place, channel: 17 });
  expect(moved(MAPS, 16, { ...place, channel: 2 }, [1, 0], true, null)).toEqual({ ...place, channel: 2 });
  expect(moved(MAPS, 16, place, [0, 1], true, 1)).toEqual(place); // an enlargement shows one map
  expect(moved(UNITS, 64, { channel: 3, row: 0, column: 0 }, [1, 0], false, null).channel).toBe(67);
});

test("values are counted map after map", () => {
  expect(indexOf(MAPS, { channel: 2, row: 3, column: 4 })).toBe(2 * 200 + 3 * 20 + 4);
});

test("maps are as large as their place allows", () => {
  const square = sizesOf([26, 26, 16]);
  expect(fitted(square, 160, 160)).toEqual({ across: 4, pitch: 40 });
  expect(fitted(square, 160, 40)).toEqual({ across: 8, pitch: 20 });
  expect(fitted(square, 1600, 100)).toEqual({ across: 16, pitch: 100 });
  expect(fitted(sizesOf([10, 20, 2]), 100, 1000)).toEqual({ across: 1, pitch: 100 });
});

test("layers side by side have the same rows, as many as make the maps largest", () => {
  const [few, many] = [sizesOf([26, 26, 16]), sizesOf([11, 11, 32])];
  const layers = [few, few, many];
  // 8 rows take 2 + 2 + 4 maps side by side, 4 rows 4 + 4 + 8
  expect(sideBySide(layers, 320, 320)).toEqual({ rows: 8, pitch: 40 });
  expect(sideBySide(layers, 320, 80)).toEqual({ rows: 4, pitch: 20 });
  expect(sideBySide([sizesOf([20, 10, 2])], 100, 80)).toEqual({ rows: 1, pitch: 40 }); // maps twice as high as wide
  expect(sideBySide([], 100, 100).pitch).toBe(0);
});
