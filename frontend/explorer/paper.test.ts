import { expect, test } from "vitest";
import { blankDrawing } from "../ink/drawing";
import { BLANK_FRAMING } from "../ink/framing_steps";
import { sceneOf, shownIn } from "../ink/scene";
import { apply, type Paper, type PenEvent } from "./paper";

const BLANK: Paper = { scene: sceneOf(blankDrawing(22)), pen: null, hides: false };

const after = (paper: Paper, ...events: PenEvent[]): Paper =>
  events.reduce((had, event) => apply(had, "here", event), paper);
const strokes = ({ scene }: Paper): unknown => scene.drawing.strokes;

test("a press, moves and a release are a stroke, whose points stay on the pad", () => {
  const paper = after(BLANK, ["move", 9, 9], ["down", -5, 20], ["move", 300, 300], ["up"], ["move", 50, 50]);
  expect(strokes(paper)).toEqual([
    [
      [0, 20],
      [280, 280],
    ],
  ]);
  expect(paper.pen).toBeNull();
});

test("only the pen that touched last draws", () => {
  const other = apply(after(BLANK, ["down", 1, 1]), "there", ["down", 5, 5]);
  const paper = apply(after(other, ["move", 2, 2], ["up"]), "there", ["move", 6, 6]);
  expect(strokes(paper)).toEqual([
    [[1, 1]],
    [
      [5, 5],
      [6, 6],
    ],
  ]);
});

test("undo takes strokes back, then what was cleared, and lifts the pen", () => {
  const drawn = after(BLANK, ["down", 1, 1], ["up"], ["down", 2, 2]);
  expect(strokes(after(drawn, ["undo"], ["move", 9, 9]))).toEqual([[[1, 1]]]);
  expect(strokes(after(drawn, ["clear"]))).toEqual([]);
  expect(strokes(after(drawn, ["clear"], ["undo"]))).toEqual([[[1, 1]], [[2, 2]]]);
  expect(strokes(after(BLANK, ["undo"]))).toEqual([]);
});

test("what only the kernel remembers does not come back before it says so", () => {
  const hidden = { ...BLANK, hides: true };
  expect(after(hidden, ["undo"]).scene).toBe(hidden.scene);
  const drawn = after(hidden, ["down", 1, 1], ["up"], ["undo"]);
  expect(strokes(drawn)).toEqual([]);
});

test("a stroke on a picture begins a new paper, and an undo brings the picture back", () => {
  const picture: Paper = { ...BLANK, scene: sceneOf(blankDrawing(22), BLANK_FRAMING) };
  const drawn = after(picture, ["down", 1, 1], ["up"]);
  expect(drawn.scene.picture).toBeNull();
  expect(after(drawn, ["undo"], ["undo"]).scene.picture).toBe(BLANK_FRAMING);
});

test("an earlier moment leaves the drawing whole, lifts the pen, and ends with the next stroke, undo or clear", () => {
  const drawn = after(BLANK, ["down", 1, 1], ["move", 2, 2], ["up"], ["down", 3, 3], ["move", 4, 4]);
  const past = after(drawn, ["rewind", 3], ["move", 9, 9]);
  expect(strokes(past)).toEqual(strokes(drawn));
  expect(past.scene.moment).toBe(3);
  expect(shownIn(past.scene).drawing.strokes).toEqual([
    [
      [1, 1],
      [2, 2],
    ],
    [[3, 3]],
  ]);
  expect(after(past, ["brush", 40]).scene).toMatchObject({ moment: 3, drawing: { brush: 40 } });
  expect(shownIn(after(past, ["rewind", 0]).scene).drawing).toEqual({ strokes: [], brush: 22 });
  for (const event of [["down", 5, 5], ["undo"], ["clear"], ["rewind", null], ["rewind", 4]] as const) {
    expect(after(past, event).scene.moment).toBeNull();
  }
  expect(strokes(after(past, ["undo"]))).toEqual([
    [
      [1, 1],
      [2, 2],
    ],
  ]);
  expect(after(past, ["clear"], ["undo"]).scene).toMatchObject({ moment: null, drawing: drawn.scene.drawing });
});

test("a picture has no earlier moments", () => {
  const picture: Paper = { ...BLANK, scene: sceneOf(blankDrawing(22), BLANK_FRAMING) };
  expect(after(picture, ["rewind", 0]).scene.moment).toBeNull();
});

test("another brush changes all strokes", () => {
  expect(after(BLANK, ["down", 1, 1], ["brush", 40]).scene.drawing.brush).toBe(40);
});
