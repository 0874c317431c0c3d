/**
 * Frames ink as MNIST did, and keeps every step, as in Python (`mnistviz/ink/framing.py`, which says where the rule comes from).
 *
 * Its digit is the kernel's: the same shift by whole pixels, and at most 1e-4 a pixel.
 */

import numbers from "../../mnistviz/assets/framing.json";
import { fixed, significant } from "../core/numbers";
import { text } from "../core/text";
import { centre } from "./centre";
import {
  areSameSteps,
  BLANK_FRAMING,
  DIGIT_SIDE,
  digitImage,
  EVERY_STEP,
  type Framing,
  type FramingSteps,
  type Image,
  PAPER_SIDE,
  type Placement,
  type Step,
  WHOLE_PAPER,
} from "./framing_steps";
import { cropToInk, longestSide, placeInSquare } from "./images";
import { type PenPath, SUPERSAMPLING } from "./pen_path";
import { limitPixels, measureLine, resizeAndWiden, scaleAndWiden, scaleBy, scaleTo } from "./resampling";

/** Longest side of the ink in a digit (pixels). */
export const BOX = numbers.box;
/** Widths of a line (pixels of the digit). Those from the narrowest to the widest stay; a pen without a width gets the normal one. */
export const NARROWEST = numbers.narrowest;
export const NORMAL = numbers.normal;
export const WIDEST = numbers.widest;

/**
 * Frames what a pen drew. It scales the path before it draws the ink, so lines stay sharp.
 *
 * A path that is short compared to the brush is a dot. It is magnified at most until the brush alone would fill the box.
 *
 * @param path of the pen. Without the crop step, its points must be in pad pixels (280x280); ink outside the pad is lost.
 */
export function framePath(path: PenPath, wanted: FramingSteps = EVERY_STEP): Framing {
  if (path.isBlank) return BLANK_FRAMING;
  const { drawn, width, scale, asDrawn, note } = lineOf(path, wanted);
  const [x, y] = [0, 1].map((axis) => cornerOf(path, axis as 0 | 1, scale, wanted)) as [number, number];
  const corner = wanted.crop ? null : ([x, y] as const);
  const isKept = width === drawn;
  const small = digitImage(path.ink(asDrawn, drawn, DIGIT_SIDE, isKept ? SUPERSAMPLING : 1, corner));
  const line = isKept ? small : digitImage(path.ink(scale, width, DIGIT_SIDE, SUPERSAMPLING, corner));
  const { step, down, right } = centre(line, wanted.centre);
  const steps: Step[] = [
    { name: "scale", text: note, image: small, isDone: wanted.scale },
    { name: "line", text: lineNote(drawn, width, wanted.line), image: line, isDone: !isKept },
    step,
  ];
  const onPaper: Placement = {
    scale: 1 / scale,
    left: path.low[0] - (x + right) / scale,
    top: path.low[1] - (y + down) / scale,
  };
  return { steps, onPaper, ink: null, photo: [], given: null };
}

/**
 * Frames a picture of ink: exactly 0 for paper, up to 1.
 *
 * Ink whose longest side already has 20 pixels is only centred, so MNIST's own digits do not change.
 */
export function frameInk(picture: Image, wanted: FramingSteps = EVERY_STEP): Framing {
  const kept = limitPixels(picture, numbers.kept_pixels);
  const ink = areSameSteps(wanted, EVERY_STEP) ? picture : kept; // so that the picture and its kept ink give the same digit
  const crop = cropToInk(ink);
  if (!crop.rows) return BLANK_FRAMING;
  const part = wanted.crop ? crop : ink;
  const longest = longestSide(part);
  const fillsBox = wanted.crop && wanted.scale;
  const factor = wanted.scale ? BOX / longest : Math.min(1, DIGIT_SIDE / longestSide(ink));
  const side = wanted.scale ? BOX : longest * factor;
  const small = factor === 1 ? part : fillsBox ? scaleTo(part, BOX) : scaleBy(part, factor);
  const { drawn, width } = measureLines(part, side, wanted);
  let line = small;
  if (width !== drawn) {
    line = fillsBox ? resizeAndWiden(part, width - drawn, BOX) : scaleAndWiden(part, width - drawn, factor);
  }
  const found = { width: String(part.columns), height: String(part.rows) };
  const cropped = wanted.crop ? text("framing-cropped", found) : text("framing-not-cropped", found);
  const scaled = wanted.scale
    ? text("framing-scaled", { side: String(BOX) })
    : text("framing-picture-not-scaled", { picture: String(longest), side: significant(side, 2) });
  const placed = placeInSquare(line, DIGIT_SIDE);
  const steps: Step[] = [
    { name: "crop", text: cropped, image: part, isDone: wanted.crop },
    { name: "scale", text: scaled, image: placeInSquare(small, DIGIT_SIDE), isDone: wanted.scale },
    { name: "line", text: lineNote(drawn, width, wanted.line), image: placed, isDone: width !== drawn },
    centre(placed, wanted.centre).step,
  ];
  return { steps, onPaper: WHOLE_PAPER, ink: kept, photo: [], given: null };
}

/**
 * Frames what is on the paper: the picture if there is one, else what the pen has drawn.
 *
 * @param picture framed with every step.
 */
export function frameScene(path: PenPath, picture: Framing | null, wanted: FramingSteps): Framing {
  if (!picture) return framePath(path, wanted);
  if (areSameSteps(wanted, EVERY_STEP) || !picture.ink) return picture;
  return frameInk(picture.ink, wanted);
}

/** How a path is scaled and drawn. */
interface Line {
  /** The line's width as drawn and as wanted (pixels of the digit). */
  readonly drawn: number;
  readonly width: number;
  /** The scale for the wanted and for the drawn width (pixels of the digit per unit of the points). */
  readonly scale: number;
  readonly asDrawn: number;
  readonly note: string;
}

function lineOf(path: PenPath, wanted: FramingSteps): Line {
  if (wanted.crop && wanted.scale)
    return { ...fitLine(path, wanted), note: text("framing-scaled", { side: String(BOX) }) };
  const scale = (wanted.scale ? BOX : DIGIT_SIDE) / PAPER_SIDE;
  const drawn = path.brush === null ? NORMAL : path.brush * scale;
  const size = (path.brush ?? 0) + Math.max(...path.span); // longest side of the ink on the paper
  const note = wanted.scale
    ? text("framing-paper-scaled", { paper: String(PAPER_SIDE), side: String(BOX) })
    : text("framing-ink-not-scaled", { ink: significant(size, 3), side: significant(size * scale, 2) });
  return { drawn, width: wanted.line ? clipWidth(drawn) : drawn, scale, asDrawn: scale, note };
}

/** Fits a path into the box. */
function fitLine(path: PenPath, wanted: FramingSteps): Omit<Line, "note"> {
  const span = Math.max(...path.span);
  if (path.brush === null) {
    const scale = span ? (BOX - NORMAL) / span : 1;
    return { drawn: NORMAL, width: NORMAL, scale, asDrawn: scale };
  }
  const drawn = (path.brush * BOX) / (span + path.brush);
  const width = wanted.line ? clipWidth(drawn) : drawn;
  const scale = Math.min(span ? (BOX - width) / span : Infinity, BOX / path.brush);
  return { drawn, width, scale, asDrawn: width === drawn ? scale : BOX / (span + path.brush) };
}

/** Returns where the smallest x (axis 0) or y (axis 1) of a path lies in the digit. */
function cornerOf(path: PenPath, axis: 0 | 1, scale: number, wanted: FramingSteps): number {
  if (wanted.crop) return (DIGIT_SIDE - path.span[axis] * scale) / 2;
  return path.low[axis] * scale + (DIGIT_SIDE - PAPER_SIDE * scale) / 2;
}

/** Returns the width of a picture's lines as drawn and as wanted (pixels of the digit); 0 if it is too small to measure. */
function measureLines(part: Image, side: number, wanted: FramingSteps): { drawn: number; width: number } {
  if (longestSide(part) <= 2 * side) return { drawn: 0, width: 0 };
  const drawn = measureLine(part, side);
  return { drawn, width: wanted.line ? clipWidth(drawn) : drawn };
}

function clipWidth(width: number): number {
  return Math.min(Math.max(width, NARROWEST), WIDEST);
}

function lineNote(drawn: number, width: number, isOn: boolean): string {
  if (!drawn) return isOn ? text("framing-line-not-measured") : text("framing-line-off");
  if (width !== drawn) return text("framing-line-changed", { drawn: fixed(drawn, 1), width: fixed(width, 1) });
  const values = { width: fixed(drawn, 1) };
  return isOn ? text("framing-line-kept", values) : text("framing-line-kept-off", values);
}
