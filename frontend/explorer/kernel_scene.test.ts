import { expect, test } from "vitest";
import { unpack } from "../core/codec";
import { pointsOf } from "../ink/drawing";
import { digitOf, EVERY_STEP, NO_STEP, pointOf } from "../ink/framing_steps";
import { PenPath } from "../ink/pen_path";
import type { Scene } from "../ink/scene";
import { pack, type Sample } from "../testing/pack";
import { KernelScene, type SceneHeader } from "./kernel_scene";
import type { Paper } from "./paper";
import { frame } from "./state";
import type { Update } from "./traits";

const BLANK: SceneHeader = {
  base: 0,
  strokes: 0,
  points: 0,
  brush: 22,
  picture: false,
  given: null,
  hides: false,
  pen: null,
  moment: null,
};

function read(
  scene: KernelScene,
  number: number,
  header: Partial<SceneHeader>,
  points: number[],
  lengths: number[],
): Paper | null {
  const arrays: Record<string, Sample> = {
    "scene/points": [Float64Array.from(points), points.length / 2, 2],
    "scene/lengths": [Int32Array.from(lengths), lengths.length],
  };
  return scene.read(unpack<Update>(...pack({ kind: "update", number, scene: { ...BLANK, ...header } }, arrays)));
}

test("a drawing grows from update to update", () => {
  const scene = new KernelScene();
  read(scene, 1, {}, [1, 2, 3, 4, 5, 6], [2, 1]);
  const paper = read(scene, 2, { base: 1, strokes: 1, points: 1, pen: "there" }, [7, 8, 9, 10], [1, 1]);
  expect(paper?.scene.drawing).toEqual({
    strokes: [
      [
        [1, 2],
        [3, 4],
      ],
      [
        [5, 6],
        [7, 8],
      ],
      [[9, 10]],
    ],
    brush: 22,
  });
  expect(paper?.pen).toBe("there");
});

test("strokes that are gone are not kept", () => {
  const scene = new KernelScene();
  read(scene, 1, {}, [1, 2, 3, 4, 5, 6], [1, 1, 1]);
  expect(read(scene, 2, { base: 1, strokes: 1 }, [], [])?.scene.drawing.strokes).toEqual([[[1, 2]]]);
});

test("an update that continues one which never came is not guessed", () => {
  const scene = new KernelScene();
  read(scene, 1, {}, [1, 2], [1]);
  expect(read(scene, 3, { base: 2, strokes: 1 }, [3, 4], [1])).toBeNull();
  const whole = read(scene, 4, {}, [1, 2, 3, 4], [1, 1]);
  expect(whole && pointsOf(whole.scene.drawing)).toBe(2);
});

test("the ink of a picture can be framed anew, while its digit is the one that was sent", () => {
  const ink = new Float32Array(40 * 20).fill(1);
  const digit = Float32Array.from({ length: 784 }, (_, i) => i / 784);
  const arrays: Record<string, Sample> = {
    "scene/points": [new Float64Array(0), 0, 2],
    "scene/lengths": [new Int32Array(0), 0],
    "scene/ink": [ink, 40, 20],
    "scene/digit": [digit, 28, 28],
  };
  const message = pack({ kind: "update", number: 1, scene: { ...BLANK, picture: true } }, arrays);
  const picture = new KernelScene().read(unpack<Update>(...message))?.scene.picture;
  expect(picture && digitOf(picture)).toEqual(digit);
  expect(picture?.ink?.data).toEqual(ink);
  expect(picture?.steps.map(({ name }) => name)).toEqual(["crop", "scale", "line", "centre"]);
});

test("a picture that is fed as it is stays so, and lies in the middle of the pad", () => {
  const values = Float32Array.from({ length: 14 * 28 }, (_, i) => i / 400);
  const arrays: Record<string, Sample> = {
    "scene/points": [new Float64Array(0), 0, 2],
    "scene/lengths": [new Int32Array(0), 0],
    "scene/digit": [values, 14, 28, 1],
  };
  const message = pack({ kind: "update", number: 1, scene: { ...BLANK, picture: true, given: "a cat" } }, arrays);
  const scene = new KernelScene().read(unpack<Update>(...message))?.scene as Scene;
  for (const wanted of [EVERY_STEP, NO_STEP]) {
    const framing = frame(new PenPath(), scene, wanted);
    expect(framing.given).toBe("a cat");
    expect(digitOf(framing)).toEqual(values);
    expect(framing.steps.at(-1)?.image).toMatchObject({ rows: 14, columns: 28, channels: 1 });
    expect(pointOf(framing.onPaper, 0, 0)).toEqual([0, 70]);
    expect(pointOf(framing.onPaper, 14, 28)).toEqual([280, 210]);
  }
});
