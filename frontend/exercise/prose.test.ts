import { expect, test } from "vitest";
import { piecesOf } from "./prose";

test("what stands between backticks is code", () => {
  expect(piecesOf("Which value has `conv1[0, 0]` after `relu1`?")).toEqual([
    { words: "Which value has ", isCode: false },
    { words: "conv1[0, 0]", isCode: true },
    { words: " after ", isCode: false },
    { words: "relu1", isCode: true },
    { words: "?", isCode: false },
  ]);
});

test("code may begin a text, and a text need not have any", () => {
  expect(piecesOf("`relu`")).toEqual([{ words: "relu", isCode: true }]);
  expect(piecesOf("<b>plain</b>")).toEqual([{ words: "<b>plain</b>", isCode: false }]);
  expect(piecesOf("")).toEqual([]);
});
