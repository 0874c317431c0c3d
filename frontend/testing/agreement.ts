import { readFileSync } from "node:fs";
import { type Message, unpack } from "../core/codec";

const FRONTEND = new URL("..", import.meta.url).href;

/** Returns the values that Python has written for a test, which gives its `import.meta.url`: see `tests/agreement`. */
export function expectedByPython<Header>(test: string): Message<Header> {
  const folder = `${process.env.MNISTVIZ_EXPECTED}/${test.slice(FRONTEND.length).replace(".agreement.ts", "")}`;
  const content: Record<string, unknown> = JSON.parse(new TextDecoder().decode(readFileSync(`${folder}/content.json`)));
  const bytes = readFileSync(`${folder}/buffer`);
  return unpack<Header>(content, [new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)]);
}

/** Returns the largest difference between values; infinite if there are not equally many. */
export function largestDifference(one: ArrayLike<number>, other: ArrayLike<number>): number {
  if (one.length !== other.length) return Infinity;
  let largest = 0;
  for (let i = 0; i < one.length; i++) largest = Math.max(largest, Math.abs(Number(one[i]) - Number(other[i])));
  return largest;
}
