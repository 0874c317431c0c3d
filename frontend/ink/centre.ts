/** The last step of framing. */

import numbers from "../../mnistviz/assets/framing.json";
import { fixed, roundToEven } from "../core/numbers";
import { text } from "../core/text";
import { DIGIT_SIDE, type Image, type Step } from "./framing_steps";
import { cut } from "./images";

/** Row and column to which the centre of mass moves. */
const CENTRE = numbers.centre;
/** A row or column with less than this share of the darkest one's ink is only a soft edge, which may leave the picture. */
const FAINT = numbers.faint;

/** The step, and the pixels by which the ink moved. */
export interface Centred {
  readonly step: Step;
  readonly down: number;
  readonly right: number;
}

/**
 * Moves the centre of mass to the centre by whole pixels, as MNIST did, but never moves ink over the edge.
 *
 * Sums in float64, where they are exact: Python must round a centre between two pixels to the same one.
 */
export function centre(image: Image, isOn: boolean): Centred {
  if (!image.data.some((value) => value > 0)) return stay(image, text("framing-no-ink"));
  const rows = shiftOf(profileOf(image, DIGIT_SIDE, 1));
  const columns = shiftOf(profileOf(image, 1, DIGIT_SIDE));
  if (!isOn) {
    return stay(image, text("framing-not-centred", { column: fixed(columns.middle, 0), row: fixed(rows.middle, 0) }));
  }
  const [down, right] = [rows.shift, columns.shift];
  const note = text("framing-centred", { right: signed(right), down: signed(down) });
  const moved = cut(image, -down, -right, DIGIT_SIDE, DIGIT_SIDE);
  return { step: { name: "centre", text: note, image: moved, isDone: true }, down, right };
}

function stay(image: Image, note: string): Centred {
  return { step: { name: "centre", text: note, image, isDone: false }, down: 0, right: 0 };
}

/** Returns the ink of each row or column, whose values and whose own starts are so many values apart. */
function profileOf({ data }: Image, stride: number, step: number): Float64Array {
  const profile = new Float64Array(DIGIT_SIDE);
  for (let line = 0; line < DIGIT_SIDE; line++) {
    let sum = 0;
    for (let i = 0; i < DIGIT_SIDE; i++) sum += data[line * stride + i * step] as number;
    profile[line] = sum;
  }
  return profile;
}

/** Returns the centre of mass along one axis, and how far it moves. */
function shiftOf(profile: Float64Array): { middle: number; shift: number } {
  const total = profile.reduce((sum, ink) => sum + ink, 0);
  const middle = profile.reduce((sum, ink, index) => sum + ink * index, 0) / total;
  const threshold = FAINT * Math.max(...profile);
  const isInked = Array.from(profile, (ink) => ink > threshold);
  const [first, last] = [isInked.indexOf(true), isInked.lastIndexOf(true)];
  const shift = Math.min(Math.max(roundToEven(CENTRE - middle), -first), DIGIT_SIDE - 1 - last);
  return { middle, shift: shift + 0 }; // not -0
}

function signed(pixels: number): string {
  return `${pixels < 0 ? "" : "+"}${pixels}`;
}
