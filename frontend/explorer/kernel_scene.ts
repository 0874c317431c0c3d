/** Reads what the notebook kernel says is on the paper: see `mnistviz/jupyter/explorer/scene_message.py`. */

import type { Arrays, Message } from "../core/codec";
import { blankDrawing, type Drawing, type Point, type Stroke } from "../ink/drawing";
import { frameInk } from "../ink/framing";
import { BLANK_FRAMING, digitImage, type Framing, givePicture, type Image, imageOfShape } from "../ink/framing_steps";
import { rewound, sceneOf } from "../ink/scene";
import { imageOf } from "./ink_codes";
import type { Paper } from "./paper";
import type { Update } from "./traits";

/** The paper in the part of an update's header. */
export interface SceneHeader {
  /** The update whose drawing this one continues; 0: a blank one. */
  readonly base: number;
  /** Whole strokes, and points of the next one, that stay. */
  readonly strokes: number;
  readonly points: number;
  readonly brush: number | null;
  readonly picture: boolean;
  /** Says which picture is fed as it is; null: none is. */
  readonly given: string | null;
  readonly hides: boolean;
  readonly pen: string | null;
  /** The moment of the drawing that is shown, in points; null: now. */
  readonly moment: number | null;
}

export class KernelScene {
  private drawing: Drawing = blankDrawing();
  private number = 0; // of the update that had this drawing

  /** Returns the paper of an update; null if it continues a drawing that this page does not have. */
  read({ header, arrays }: Message<Update>): Paper | null {
    const { base, strokes, points, brush, picture, hides, pen, moment } = header.scene;
    if (base && base !== this.number) return null;
    const kept = base ? this.drawing.strokes.slice(0, strokes + (points ? 1 : 0)) : [];
    const added = strokesOf(arrays.float64("scene/points").data, arrays.int32("scene/lengths").data);
    if (points) kept[strokes] = [...(kept[strokes] ?? []).slice(0, points), ...(added.shift() ?? [])];
    this.drawing = { strokes: [...kept, ...added], brush };
    this.number = header.number;
    const scene = sceneOf(this.drawing, picture ? pictureOf({ header, arrays }) : null);
    return { scene: rewound(scene, moment), pen, hides };
  }
}

function strokesOf(points: Float64Array, lengths: Int32Array): Stroke[] {
  let at = 0;
  return Array.from(lengths, (length) =>
    Array.from({ length }, (): Point => {
      at += 2;
      return [points[at - 2] ?? 0, points[at - 1] ?? 0];
    }),
  );
}

/**
 * Returns a picture that the kernel has framed. A page that does not compute by itself gets no exact digit, and needs none. With
 * the ink it frames the picture itself.
 */
function pictureOf({ header, arrays }: Message<Update>): Framing {
  const { given } = header.scene;
  if (given !== null) return givePicture(givenImage(arrays), given);
  if (arrays.has("scene/ink")) {
    const { shape, data } = arrays.float32("scene/ink");
    return framedAs({ rows: shape[0] ?? 0, columns: shape[1] ?? 0, data }, arrays.float32("scene/digit").data.slice());
  }
  const done = header.steps.map(({ name, text }) => {
    return { name, text, image: imageOf(arrays.uint8(`input/${name}`)), isDone: true };
  });
  const digit = arrays.has("scene/digit")
    ? digitImage(arrays.float32("scene/digit").data.slice())
    : imageOf(arrays.uint8("input/digit"));
  const last = { name: "centre", text: header.centring, image: digit, isDone: header.centring !== "" };
  return { ...BLANK_FRAMING, steps: [...done, last] };
}

/** Returns a picture that is fed as it is: its exact values if the page computes with them. */
function givenImage(arrays: Arrays): Image {
  if (arrays.has("scene/digit")) {
    const { shape, data } = arrays.float32("scene/digit");
    return imageOfShape(shape, data.slice());
  }
  return imageOf(arrays.uint8("input/digit"));
}

/** Frames the ink of a picture, of which the digit is known exactly: the ink may be a smaller copy. */
export function framedAs(ink: Image, digit: Float32Array): Framing {
  const framing = frameInk(ink);
  const last = framing.steps.at(-1);
  if (!last) return framing;
  return { ...framing, steps: [...framing.steps.slice(0, -1), { ...last, image: { ...last.image, data: digit } }] };
}
