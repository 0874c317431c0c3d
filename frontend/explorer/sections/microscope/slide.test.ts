import { expect, test } from "vitest";
import { nextIndex } from "./slide";

test("the window goes over the map row by row, to its end", () => {
  const walked: string[] = [];
  for (let index: readonly number[] | null = [0, 0, 7]; index; index = nextIndex(index, 2, 3))
    walked.push(index.join(" "));
  expect(walked).toEqual(["0 0 7", "0 1 7", "0 2 7", "1 0 7", "1 1 7", "1 2 7"]);
});
