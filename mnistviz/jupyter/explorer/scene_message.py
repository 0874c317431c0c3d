"""SceneMessages: tells pages what is on the paper, so that they can compute and ink it themselves.

An update says only what is new since the one before it. `frontend/explorer/kernel_scene.ts` is the counterpart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.ink.drawing import Drawing

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.ink.drawing import Stroke
    from mnistviz.jupyter.explorer.page_pens import Paper


class SceneMessages:
    """Describes the paper, update after update."""

    def __init__(self) -> None:
        self.forget_page()

    def forget_page(self) -> None:
        """A page has come that knows no drawing: the next update has all of it."""
        self._drawing, self._number = Drawing(), 0

    def describe(self, number: int, paper: Paper) -> tuple[dict[str, Any], dict[str, Array]]:
        """Describes the paper of an update.

        Returns:
            A header and arrays. The page takes its drawing of update `base` (0: a blank one), keeps the first `strokes`
            strokes and the first `points` points of the next one, and adds `points`, float64 (point, x or y), which `lengths`,
            int32 (stroke,), divides into strokes. The first of these continues the last stroke if `points` is not 0.
        """
        drawing, scene = paper.scene.drawing, paper.scene
        strokes, points = _shared_start(self._drawing, drawing)
        pieces = list(drawing.strokes[strokes:])
        if points:
            pieces[0] = pieces[0][points:]
        header = {
            "base": self._number,
            "strokes": strokes,
            "points": points,
            "brush": drawing.brush,
            "picture": scene.picture is not None,
            "given": scene.picture.given if scene.picture else None,
            "hides": scene.before is not None,
            "pen": paper.pen,
            "moment": scene.moment,
        }
        self._drawing, self._number = drawing, number
        return header, {"points": _array(pieces), "lengths": np.array([len(piece) for piece in pieces], np.int32)}


def _shared_start(old: Drawing, new: Drawing) -> tuple[int, int]:
    """Returns how many whole strokes two drawings share, and how many points of the next stroke.

    Every point is an object of its own, so that comparing the objects is enough.
    """
    strokes = 0
    for before, after in zip(old.strokes, new.strokes, strict=False):
        if before is after:
            strokes += 1
        elif len(after) > len(before) and after[len(before) - 1] is before[-1]:
            return strokes, len(before)
        else:
            break
    return strokes, 0


def _array(pieces: list[Stroke]) -> Array:
    return np.array([point for piece in pieces for point in piece], np.float64).reshape(-1, 2)
