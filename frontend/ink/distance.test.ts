import { expect, test } from "vitest";
import { distanceTo } from "./distance";

/** The definition: the smallest of the distances to all pixels of the mask. */
function naive(mask: Uint8Array, rows: number, columns: number): Float32Array {
  const distances = new Float32Array(rows * columns).fill(Infinity);
  for (let at = 0; at < distances.length; at++) {
    for (const [to, isSet] of mask.entries()) {
      if (!isSet) continue;
      const [down, across] = [Math.floor(at / columns) - Math.floor(to / columns), (at % columns) - (to % columns)];
      distances[at] = Math.min(distances[at] as number, Math.sqrt(down * down + across * across));
    }
  }
  return distances;
}

test.each([0, 0.01, 0.1, 0.5, 1])("distances are exact for masks with a share of %s", (share) => {
  for (let rows = 1; rows < 14; rows += 3) {
    for (let columns = 1; columns < 18; columns += 4) {
      // A fixed sequence without a pattern: the fractions of multiples of the golden ratio.
      const mask = Uint8Array.from({ length: rows * columns }, (_, i) => Number((i * i * 0.618034) % 1 < share));
      expect(distanceTo(mask, rows, columns)).toEqual(naive(mask, rows, columns));
    }
  }
});
