/** The scene: what is on the paper, and what an undo brings back. It is immutable, as in Python (`mnistviz/ink/scene.py`). */

import { blankDrawing, type Drawing, pointsOf, undo, until, withBrush } from "./drawing";
import type { Framing } from "./framing_steps";

/** What is on the paper. With the network and the framing switches, it determines everything that is shown. */
export interface Scene {
  /** The strokes on the paper. There are none while a picture is on the paper. */
  readonly drawing: Drawing;
  /** A digit that did not come from the pen. */
  readonly picture: Framing | null;
  /** The scene that an undo brings back once the paper is blank. */
  readonly before: Scene | null;
  /** The moment of the drawing that is shown: after so many of its points. Null is now, when all of it is shown. */
  readonly moment: number | null;
}

/** Returns the scene with this on the paper, and nothing to bring back. */
export function sceneOf(drawing: Drawing, picture: Framing | null = null): Scene {
  return { drawing, picture, before: null, moment: null };
}

/** Whether the paper is blank. */
export function isBlank({ drawing, picture }: Scene): boolean {
  return drawing.strokes.length === 0 && picture === null;
}

/** Returns the same paper with another drawing on it. */
export function withDrawing(scene: Scene, drawing: Drawing): Scene {
  return { drawing, picture: null, before: scene.before, moment: null };
}

/** Returns new paper. An undo brings back the old one, unless it was blank. */
export function replaced(scene: Scene, drawing: Drawing, picture: Framing | null = null): Scene {
  const before = isBlank(scene) ? scene.before : sceneOf(scene.drawing, scene.picture);
  return { drawing, picture, before, moment: null };
}

/** Returns paper to draw on: new paper if a picture is shown. */
export function drawable(scene: Scene): Scene {
  return scene.picture ? replaced(scene, blankDrawing(scene.drawing.brush)) : scene;
}

/** Returns the same strokes, drawn with a brush of another width. */
export function sceneWithBrush(scene: Scene, brush: number): Scene {
  return { ...scene, drawing: withBrush(scene.drawing, brush) };
}

/**
 * Returns the same paper, shown as it was after so many points of the drawing. Every other change goes back to now.
 *
 * @param points null, or as many as the drawing has, is now; so is any number while a picture is shown, which has no history
 */
export function rewound(scene: Scene, points: number | null): Scene {
  const isPast = points !== null && !scene.picture && points < pointsOf(scene.drawing);
  return { ...scene, moment: isPast ? Math.max(points, 0) : null };
}

/** Returns the paper at the moment that is shown. Whatever is computed is computed from it; the drawing itself stays whole. */
export function shownIn(scene: Scene): Scene {
  return scene.moment === null ? scene : sceneOf(until(scene.drawing, scene.moment));
}

/** Removes the last stroke or the picture. From blank paper, it returns to what was there before. */
export function undone(scene: Scene): Scene {
  if (scene.picture || scene.drawing.strokes.length === 0) {
    return scene.before ?? sceneOf(blankDrawing(scene.drawing.brush));
  }
  return withDrawing(scene, undo(scene.drawing));
}
