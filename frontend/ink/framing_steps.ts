/** The records of framing, as in Python (`mnistviz/ink/framing_steps.py`): which steps to take, and what each of them did. */

import numbers from "../../mnistviz/assets/framing.json";

/** Rows and columns of a digit. */
export const DIGIT_SIDE = numbers.digit_side;
/** Side of the pad (pad pixels): ten for each pixel of the digit. */
export const PAPER_SIDE = numbers.paper_side;
/** Default width of the brush (pad pixels). */
export const BRUSH = numbers.brush;

/** Which steps of framing to take. MNIST was made with all of them. */
export interface FramingSteps {
  /** Crop to the ink. Otherwise keep the whole paper, or the whole picture. */
  readonly crop: boolean;
  /** Scale the longest side to 20 pixels. Otherwise nothing is magnified, and the whole paper shrinks to 28 pixels. */
  readonly scale: boolean;
  /** Give lines that are thinner or thicker than MNIST's the nearest width found in MNIST. */
  readonly line: boolean;
  /** Move the centre of mass to the centre. */
  readonly centre: boolean;
}

export const STEP_NAMES = ["crop", "scale", "line", "centre"] as const;
export const EVERY_STEP: FramingSteps = { crop: true, scale: true, line: true, centre: true };
export const NO_STEP: FramingSteps = { crop: false, scale: false, line: false, centre: false };

/** Whether two choices of steps are the same. */
export function areSameSteps(one: FramingSteps, other: FramingSteps): boolean {
  return STEP_NAMES.every((name) => one[name] === other[name]);
}

/** A picture of ink: values row by row, 0 paper to 1 ink. */
export interface Image {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float32Array;
  /** Of a picture that is no ink: its values go from 0 black to 1 white, those of one place together. */
  readonly channels?: number;
}

/** Returns the shape of a picture: (rows, columns) of ink, or (rows, columns, channels). */
export function shapeOf({ rows, columns, channels }: Image): number[] {
  return channels ? [rows, columns, channels] : [rows, columns];
}

/** Returns the picture with these values. */
export function imageOfShape([rows = 0, columns = 0, channels]: readonly number[], data: Float32Array): Image {
  return channels ? { rows, columns, data, channels } : { rows, columns, data };
}

/** Returns a picture without ink. */
export function blankImage(rows: number, columns: number): Image {
  return { rows, columns, data: new Float32Array(rows * columns) };
}

/** Returns the 784 values of a digit, row by row, as a picture. */
export function digitImage(data: Float32Array): Image {
  return { rows: DIGIT_SIDE, columns: DIGIT_SIDE, data };
}

/** One step of framing. */
export interface Step {
  /** One of `STEP_NAMES`, or the name of a step before them. */
  readonly name: string;
  /** What the step did, in words. */
  readonly text: string;
  /** Its result. */
  readonly image: Image;
  /** Whether it changed its input. A step that is off, or a line that keeps its width, did not. */
  readonly isDone: boolean;
}

/** Where the digit lies on the paper. It leads from the digit's pixels back to the drawing. */
export interface Placement {
  /** Paper pixels (or the unit of the drawing's points) per pixel of the digit, in x and in y. */
  readonly scale: number;
  /** The corner of the digit's first pixel on the paper. It may lie outside the paper. */
  readonly left: number;
  readonly top: number;
}

/** The digit covers the paper, because the pad shows the digit itself. */
export const WHOLE_PAPER: Placement = { scale: PAPER_SIDE / DIGIT_SIDE, left: 0, top: 0 };

/**
 * Returns the point (x, y) on the paper where edges of the digit's pixels meet.
 *
 * @param row 0 is the top edge of the first row, 28 the bottom edge of the last.
 * @param column 0 is the left edge of the first column, 28 the right edge of the last.
 */
export function pointOf({ scale, left, top }: Placement, row: number, column: number): readonly [number, number] {
  return [left + scale * column, top + scale * row];
}

/** The steps from ink to digit. */
export interface Framing {
  /** In order; none for blank paper. */
  readonly steps: readonly Step[];
  /** Where the digit lies on the drawing; on the whole paper for a picture or blank paper. */
  readonly onPaper: Placement;
  /** The ink of a picture, reduced to a million pixels. It can be framed again with other steps. */
  readonly ink: Image | null;
  /** The steps from a picture to its ink, as small images for display. */
  readonly photo: readonly Step[];
  /** Says which picture the network is fed as it is, so that nothing was framed; null for all others. */
  readonly given: string | null;
}

export const BLANK_FRAMING: Framing = { steps: [], onPaper: WHOLE_PAPER, ink: null, photo: [], given: null };

/** Returns a picture that the network is fed as it is. The pad shows all of it, as large as it fits. */
export function givePicture(image: Image, given: string): Framing {
  const { rows, columns } = image;
  const scale = PAPER_SIDE / Math.max(rows, columns);
  const onPaper = { scale, left: (PAPER_SIDE - scale * columns) / 2, top: (PAPER_SIDE - scale * rows) / 2 };
  const step: Step = { name: "given", text: given, image, isDone: true };
  return { ...BLANK_FRAMING, steps: [step], onPaper, given };
}

/** Returns the values of the digit, row by row, 0 paper to 1 ink: the result of the last step, or blank paper. */
export function digitOf(framing: Framing): Float32Array {
  return framing.steps.at(-1)?.image.data ?? new Float32Array(DIGIT_SIDE * DIGIT_SIDE);
}
