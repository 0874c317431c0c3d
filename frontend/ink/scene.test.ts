import { expect, test } from "vitest";
import { begin, blankDrawing } from "./drawing";
import { BLANK_FRAMING } from "./framing_steps";
import { drawable, isBlank, replaced, sceneOf, sceneWithBrush, undone, withDrawing } from "./scene";

const blank = sceneOf(blankDrawing(22));
const drawn = withDrawing(blank, begin(blankDrawing(22), 1, 2));
const picture = replaced(drawn, blankDrawing(22), BLANK_FRAMING);

test("undo removes the last stroke, then brings back what was there before", () => {
  expect(undone(drawn)).toEqual(blank);
  expect(undone(picture)).toEqual(drawn);
  const cleared = replaced(drawn, blankDrawing(22));
  expect(isBlank(cleared)).toBe(true);
  expect(undone(cleared)).toEqual(drawn);
  expect(undone(blank)).toEqual(blank);
});

test("new paper on blank paper brings back what was there before that", () => {
  const twice = replaced(replaced(drawn, blankDrawing(22)), blankDrawing(22));
  expect(undone(twice)).toEqual(drawn);
});

test("one draws on new paper if a picture is shown", () => {
  expect(drawable(drawn)).toBe(drawn);
  const paper = drawable(picture);
  expect(isBlank(paper)).toBe(true);
  expect(paper.before).toEqual(sceneOf(picture.drawing, picture.picture));
});

test("a brush changes the drawing alone", () => {
  expect(sceneWithBrush(picture, 5)).toEqual({ ...picture, drawing: blankDrawing(5) });
});
