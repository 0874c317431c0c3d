import { expect, test } from "vitest";
import { expectedByPython } from "../../testing/agreement";
import { type Summary, summaryOf } from "./summary";

const { header, arrays } = expectedByPython<{ summaries: (Summary | null)[] }>(import.meta.url);

test("maps are summed up as by NumPy", () => {
  const runs = new Set<string | undefined>();
  const places = new Set<string>();
  header.summaries.forEach((expected, number) => {
    const { data, shape } = arrays.float32(String(number));
    const [rows = 0, columns = 0] = shape;
    const summary = summaryOf(data, rows, columns);
    expect(summary && { ...summary, share: 0 }).toEqual(expected && { ...expected, share: 0 });
    expect(summary?.share ?? 0).toBeCloseTo(expected?.share ?? 0, 12);
    runs.add(summary?.run);
    places.add(`${summary?.down} ${summary?.across}`);
  });
  expect([runs.size, places.size]).toEqual([4, 10]); // each of them, and those of an empty map
});
