/**
 * A change of the digit as a change of what is on the paper, such that the network then reads the target: the counterpart of
 * `mnistviz/explain/suggestion.py`.
 *
 * Ink that is drawn on the paper is framed anew: its centre of mass moves, and so does the digit. A change that was just enough may
 * not be enough any more. So each suggestion is framed and read before it is made; where no line is read as the target, the
 * changed digit itself is the suggestion, as a picture that is fed as it is.
 */

import { begin, type Drawing, extend } from "../../ink/drawing";
import { frameScene } from "../../ink/framing";
import { digitOf, type Framing, type FramingSteps, PAPER_SIDE, pointOf } from "../../ink/framing_steps";
import { PenPath } from "../../ink/pen_path";
import type { Scene } from "../../ink/scene";
import { type Forward, forwardOf } from "../../network/forward";
import type { Network } from "../../network/network";
import type { Counterfactual } from "./counterfactual";
import { type Line, PEN } from "./pen_lines";

/** Lengths of the lines that are tried, one after the other, as shares of the least ones. */
const LENGTHS = [1, 1.1, 1.2, 1.3, 1.45, 1.6, 1.8, 2, 2.4];
/** Lengths that are tried afterwards for lines that are moved by a pixel of the digit. */
const MOVED_LENGTHS = [1, 1.2, 1.45, 1.8];
const STILL = [0, 0] as const;
const MOVES = [
  [-1, -1],
  [-1, 0],
  [-1, 1],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 0],
  [1, 1],
] as const;
const TRIED = [
  ...LENGTHS.map((length) => ({ length, move: STILL })),
  ...MOVED_LENGTHS.flatMap((length) => MOVES.map((move) => ({ length, move }))),
];

/** What a hand, or a button, can do to the paper. */
export interface Suggestion {
  /** The forward pass of the digit that the paper then has. */
  readonly forward: Forward;
  /** Where ink is added or removed, in pad pixels; none for noise. */
  readonly strokes: readonly Line[];
  /** Of these strokes (pad pixels). */
  readonly width: number;
  /** The strokes are drawn; otherwise the changed digit is the picture on the paper. */
  readonly isDrawn: boolean;
  /** These are the least strokes that the search has found; otherwise they are longer, or moved. */
  readonly isLeast: boolean;
}

/**
 * Turns a change of a digit into one of the paper, and makes sure that the network then reads the target. Pauses after each trial.
 *
 * @param scene all of the paper that the digit was made of
 * @param framing how it was made
 * @param wanted the steps of framing that are switched on
 */
export function* suggest(
  found: Counterfactual,
  { drawing, picture }: Scene,
  { onPaper }: Framing,
  wanted: FramingSteps,
  network: Network,
): Generator<void, Suggestion> {
  const strokes = found.strokes.map(
    ([x1, y1, x2, y2]): Line => [...pointOf(onPaper, y1, x1), ...pointOf(onPaper, y2, x2)],
  );
  if (found.kind === "add" && !picture) {
    const width = drawing.brush ?? PEN * onPaper.scale;
    const path = new PenPath();
    for (const [number, { length, move }] of TRIED.entries()) {
      const lines = strokes.map((stroke) => varied(stroke, length, move[0] * onPaper.scale, move[1] * onPaper.scale));
      const digit = digitOf(frameScene(path.update(withLines(drawing, lines)), null, wanted));
      const forward = forwardOf(digit, network.run(digit));
      if (forward.prediction === found.target)
        return { forward, strokes: lines, width, isDrawn: true, isLeast: number === 0 };
      yield;
    }
  }
  return { forward: found.after, strokes, width: PEN * onPaper.scale, isDrawn: false, isLeast: true };
}

/** Returns a line that is longer at both ends, and moved (pad pixels), but stays on the pad. */
function varied([x1, y1, x2, y2]: Line, length: number, right: number, down: number): Line {
  const onPad = (end: number, middle: number, move: number): number =>
    Math.min(Math.max(middle + length * (end - middle) + move, 0), PAPER_SIDE);
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
  return [onPad(x1, x, right), onPad(y1, y, down), onPad(x2, x, right), onPad(y2, y, down)];
}

function withLines(drawing: Drawing, lines: readonly Line[]): Drawing {
  return lines.reduce((drawn, [x1, y1, x2, y2]) => extend(begin(drawn, x1, y1), [[x2, y2]]), drawing);
}
