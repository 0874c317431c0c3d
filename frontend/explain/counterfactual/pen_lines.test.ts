import { expect, test } from "vitest";
import { cover, Grid, type Line, Paper, PEN } from "./pen_lines";
import { maskOf, masksOf, replaced, variantsOf } from "./variants";

/** What a line covers, by the distance of each pixel's middle to many points of the line. */
function naiveMask([x1, y1, x2, y2]: Line): number[] {
  return Array.from({ length: 784 }, (_, i) => {
    const [x, y] = [(i % 28) + 0.5, Math.floor(i / 28) + 0.5];
    const places = Array.from({ length: 401 }, (_place, at) => at / 400);
    const distance = Math.min(...places.map((at) => Math.hypot(x - x1 - at * (x2 - x1), y - y1 - at * (y2 - y1))));
    return Math.min(Math.max((PEN + 1) / 2 - distance, 0), 1);
  });
}

test.each<Line>([
  [4, 6, 16, 6],
  [10, 20.5, 13.25, 9],
  [14, 14, 14, 14],
  [-3, 2, 1, 30],
])("a line from (%f, %f) to (%f, %f) covers what is near it", (...line) => {
  const truth = naiveMask(line);
  cover(new Float32Array(784), line).forEach((share, i) => {
    expect(share).toBeCloseTo(truth[i] as number, 2);
  });
});

test("ink is laid over the digit, and stays within its range", () => {
  const digit = Float32Array.from({ length: 784 }, (_, i) => (i % 3) / 2);
  const mask = Float32Array.from({ length: 784 }, (_, i) => (i % 5) / 4);
  const [pen, rubber] = [new Paper(digit, "add"), new Paper(digit, "remove")];
  const [darker, lighter] = [pen.changed(mask), rubber.changed(mask)];
  let [added, removed] = [0, 0];
  digit.forEach((ink, i) => {
    const share = mask[i] as number;
    expect(darker[i]).toBeCloseTo(ink + share * (1 - ink), 6);
    expect(lighter[i]).toBeCloseTo(ink - share * ink, 6);
    added += share * (1 - ink);
    removed += share * ink;
  });
  expect(pen.amountOf(mask)).toBeCloseTo(added, 3);
  expect(rubber.amountOf(mask)).toBeCloseTo(removed, 3);
});

test("the grid has every line of 3 to 12 pixels between its points once, and knows what each covers", () => {
  const steps = Grid.make();
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { lines } = step.value;
  let count = 0;
  for (let dx = -10; dx <= 10; dx++) {
    for (let dy = 0; dy <= 10; dy++) {
      const length = 2 * Math.hypot(dx, dy);
      if ((dy > 0 || dx > 0) && length >= 3 && length <= 12) count += (11 - Math.abs(dx)) * (11 - dy);
    }
  }
  expect(lines).toHaveLength(count);
  expect(new Set(lines.map(String)).size).toBe(count);
  const weights = Float64Array.from({ length: 784 }, (_, i) => Math.sin(i));
  const sums = step.value.sums(weights);
  for (let line = 0; line < count; line += 997) {
    const truth = naiveMask(lines[line] as Line).reduce((sum, share, i) => sum + share * Math.sin(i), 0);
    expect(sums[line]).toBeCloseTo(truth, 2);
  }
});

test("a line is left out, halved, moved, or moved at one end", () => {
  const lines: Line[] = [
    [4, 4, 8, 4],
    [10, 10, 10, 16],
  ];
  const variants = variantsOf(lines, 0.5);
  expect(variants).toHaveLength(2 * (1 + 2 + 8 * 3));
  expect(variants.filter(({ line }) => line === null).map(({ number }) => number)).toEqual([0, 1]);
  const second = variants.filter(({ number }) => number === 1).map(({ line }) => String(line));
  for (const line of ["10,10,10,13", "10,13,10,16", "10.5,9.5,10.5,15.5", "10,9.5,10,16", "10,10,9.5,16"])
    expect(second).toContain(line);
  expect(new Set(second).size).toBe(second.length);
  masksOf(lines, variants).forEach((mask, at) => {
    expect(mask).toEqual(maskOf(replaced(lines, variants[at] as (typeof variants)[number])));
  });
  expect(variantsOf(lines.slice(1), 1).some(({ line }) => line === null)).toBe(false); // the only line stays
});
