/**
 * The paper as this page sees it: what the notebook kernel has said last, and on top of it what the page's own user has done
 * since. `mnistviz/jupyter/explorer/page_pens.py` applies the same events in the kernel.
 */

import { begin, blankDrawing, extend, type Point } from "../ink/drawing";
import { PAPER_SIDE } from "../ink/framing_steps";
import { drawable, replaced, rewound, type Scene, sceneWithBrush, undone, withDrawing } from "../ink/scene";

/** What a user does to the paper; places in pad pixels. */
export type PenEvent =
  | readonly ["down" | "move", x: number, y: number]
  | readonly ["up" | "undo" | "clear"]
  | readonly ["brush", width: number]
  /** Shows an earlier moment of the drawing: after so many of its points; null: now. An event, so that it keeps its place. */
  | readonly ["rewind", points: number | null];

export interface Paper {
  readonly scene: Scene;
  /** The page whose pen is down. */
  readonly pen: string | null;
  /** The kernel knows a scene that an undo brings back, of which the page knows nothing. */
  readonly hides: boolean;
}

/** Returns the paper after an event of a page. */
export function apply(paper: Paper, page: string, event: PenEvent): Paper {
  const { scene } = paper;
  const lifted = (changed: Scene): Paper => ({ ...paper, scene: changed, pen: null });
  switch (event[0]) {
    case "down": {
      const fresh = drawable(scene);
      return { ...paper, scene: withDrawing(fresh, begin(fresh.drawing, ...onPad(event[1], event[2]))), pen: page };
    }
    case "move": {
      if (paper.pen !== page || !scene.drawing.strokes.length) return paper;
      return { ...paper, scene: withDrawing(scene, extend(scene.drawing, [onPad(event[1], event[2])])) };
    }
    case "up":
      return paper.pen === page ? { ...paper, pen: null } : paper;
    case "brush":
      return { ...paper, scene: sceneWithBrush(scene, event[1]) };
    case "clear":
      return lifted(replaced(scene, blankDrawing(scene.drawing.brush)));
    case "rewind":
      return lifted(rewound(scene, event[1]));
    case "undo": {
      const isHidden = paper.hides && !scene.before && !scene.drawing.strokes.length;
      return lifted(isHidden ? scene : undone(scene)); // hidden: the kernel will say what comes back
    }
  }
}

/** Returns the point; one off the pad comes to its edge. */
function onPad(x: number, y: number): Point {
  return [Math.min(Math.max(x, 0), PAPER_SIDE), Math.min(Math.max(y, 0), PAPER_SIDE)];
}
