"""SceneEditor: holds the paper, and changes it as pens, buttons and code say."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing_steps import PAPER_SIDE
from mnistviz.ink.scene import Scene
from mnistviz.jupyter.explorer.page_pens import Paper, hear
from mnistviz.locale import text
from mnistviz.reading.pictures import read_framing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from mnistviz.ink.drawing import Point
    from mnistviz.ink.framing_steps import Framing
    from mnistviz.reading.pictures import Source


class SceneEditor:
    """The only place where the scene changes. Events may come on several threads at once.

    Args:
        drawing: what lies on the pad at first.
        on_change: called after each change.
    """

    def __init__(self, drawing: Drawing, on_change: Callable[[], None]) -> None:
        self._lock = threading.Lock()
        self._paper = Paper(Scene(drawing))
        self._on_change = on_change

    @property
    def paper(self) -> Paper:
        """The newest scene with the pens on it."""
        return self._paper

    @property
    def scene(self) -> Scene:
        """The newest scene."""
        return self._paper.scene

    def draw(self, strokes: Drawing | Sequence[Sequence[Point]]) -> None:
        """See `Explorer.draw`."""
        drawing = strokes if isinstance(strokes, Drawing) else Drawing(strokes)
        if not drawing.strokes:
            raise ValueError(text("nothing-to-draw"))
        drawing = drawing.fitted(PAPER_SIDE)
        self.change(lambda scene: scene.replaced(drawing.with_brush(drawing.brush or scene.drawing.brush)))

    def show(self, source: Source) -> None:
        """See `Explorer.show`."""
        if isinstance(source, Drawing):
            self.draw(source)
            return
        self.show_picture(read_framing(source))

    def show_picture(self, picture: Framing) -> None:
        """Shows a picture, framed or to be fed as it is, in place of what was there."""
        self.change(lambda scene: scene.replaced(Drawing(brush=scene.drawing.brush), picture))

    def choose(self, index: int) -> None:
        """Reads one of several digits: another one of the picture, or one of the drawing, of which only its strokes stay then.

        Does nothing if the paper has changed meanwhile, so that there is no such digit.
        """
        self.change(lambda scene: _chosen(scene, index))

    def clear(self) -> None:
        """See `Explorer.clear`."""
        self.change(Scene.cleared)

    def undo(self) -> None:
        """See `Explorer.undo`."""
        self.change(Scene.undone)

    def rewind(self, points: int | None) -> None:
        """See `Explorer.rewind`."""
        self.change(lambda scene: scene.rewound(_checked_moment(scene, points)))

    def hear(self, content: Mapping[str, Any]) -> None:
        """Takes a batch of a page's pen (see `page_pens.hear`)."""
        with self._lock:
            self._paper, failure = hear(self._paper, content)
        self._on_change()
        if failure:
            raise failure

    def change(self, change: Callable[[Scene], Scene]) -> None:
        """Replaces what lies on the paper, which ends the stroke that is being drawn."""
        with self._lock:
            self._paper = self._paper.lifted(change(self._paper.scene))
        self._on_change()


def _checked_moment(scene: Scene, points: object) -> int | None:
    """Checks a moment that code asks for; see `Explorer.rewind`."""
    if points is None:
        return None
    if scene.picture is not None:
        raise ValueError(text("picture-without-history"))
    most = scene.drawing.points
    if isinstance(points, bool) or not isinstance(points, (int, np.integer)) or not 0 <= points <= most:
        raise ValueError(text("no-such-moment", points=repr(points), most=str(most)))
    return int(points)


def _chosen(scene: Scene, index: int) -> Scene:
    """Returns the scene in which one of several digits is read, of those that are shown."""
    if scene.picture:
        choice = scene.picture.choice
        return scene.with_picture(choice.read(index)) if choice and 0 <= index < len(choice.boxes) else scene
    from mnistviz.reading.drawings import split_drawing  # noqa: PLC0415  (OpenCV and LiteRT, which a single digit does not need)

    digits = split_drawing(scene.shown.drawing)
    return scene.replaced(digits[index]) if 0 <= index < len(digits) > 1 else scene
