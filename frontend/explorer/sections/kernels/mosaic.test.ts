import { expect, test } from "vitest";
import { colourEnd, laidOut, mosaicOf, slotAt } from "./mosaic";

test("slices form a square with gaps between them", () => {
  expect(mosaicOf(1, 3, 3)).toMatchObject({ across: 1, size: [3, 3] });
  expect(mosaicOf(16, 3, 3)).toMatchObject({ across: 4, size: [15, 15] });
  expect(mosaicOf(5, 2, 3)).toMatchObject({ across: 3, size: [5, 11] }); // the last row is short
});

test("each weight has one place, and the gaps have none", () => {
  const mosaic = mosaicOf(5, 2, 3);
  const found = new Set<string>();
  let gaps = 0;
  for (let row = 0; row < mosaic.size[0]; row++) {
    for (let column = 0; column < mosaic.size[1]; column++) {
      const slot = slotAt(mosaic, row, column);
      if (slot) found.add(`${slot.input} ${slot.row} ${slot.column}`);
      else gaps++;
    }
  }
  expect(found.size).toBe(5 * 2 * 3);
  expect(gaps).toBe(5 * 11 - 5 * 2 * 3);
  expect(slotAt(mosaic, 0, 4)).toEqual({ input: 1, row: 0, column: 0 });
  expect(slotAt(mosaic, 4, 6)).toEqual({ input: 4, row: 1, column: 2 });
  expect(slotAt(mosaic, 2, 0)).toBeNull();
  expect(slotAt(mosaic, 3, 8)).toBeNull();
});

test("weights are laid out filter after filter", () => {
  const weights = Float32Array.from({ length: 2 * 2 * 1 * 2 }, (_, i) => i + 1); // 2 filters, 2 slices of 1x2
  expect([...laidOut(mosaicOf(2, 1, 2), 2, weights)]).toEqual([1, 2, 0, 3, 4, 5, 6, 0, 7, 8]);
});

test("a few large weights do not make all others pale", () => {
  const weights = Float32Array.from({ length: 101 }, (_, i) => (i === 100 ? -50 : i / 100));
  const { high, most } = colourEnd(weights, 0.98);
  expect(most).toBe(50);
  expect(high).toBeCloseTo(0.98);
  expect(colourEnd(new Float32Array(0), 0.98)).toEqual({ high: 0, most: 0 });
});
