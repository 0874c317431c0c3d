"""SceneEditor: holds the scene, and changes it as pen, buttons and code say."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing_steps import PAPER_SIDE
from mnistviz.ink.scene import Scene
from mnistviz.locale import text
from mnistviz.reading.pictures import read_framing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mnistviz.ink.drawing import Point
    from mnistviz.reading.pictures import Source


class SceneEditor:
    """The only place where the scene changes. Events may come on several threads at once.

    Args:
        drawing: what lies on the pad at first.
        on_change: called after each change.
    """

    def __init__(self, drawing: Drawing, on_change: Callable[[], None]) -> None:
        self._lock = threading.Lock()
        self._scene = Scene(drawing)
        self._on_change = on_change
        self._lift_pen: Callable[[], None] = lambda: None

    @property
    def scene(self) -> Scene:
        """The newest scene."""
        return self._scene

    def before_replacing(self, lift_pen: Callable[[], None]) -> None:
        """Sets what ends the stroke that is being drawn, before something else replaces the paper."""
        self._lift_pen = lift_pen

    def draw(self, strokes: Drawing | Sequence[Sequence[Point]]) -> None:
        """See `Explorer.draw`."""
        drawing = strokes if isinstance(strokes, Drawing) else Drawing(strokes)
        if not drawing.strokes:
            raise ValueError(text("nothing-to-draw"))
        drawing = drawing.fitted(PAPER_SIDE)
        self._replace(lambda scene: scene.replaced(drawing.with_brush(drawing.brush or scene.drawing.brush)))

    def show(self, source: Source) -> None:
        """See `Explorer.show`."""
        if isinstance(source, Drawing):
            self.draw(source)
            return
        picture = read_framing(source)
        self._replace(lambda scene: scene.replaced(Drawing(brush=scene.drawing.brush), picture))

    def clear(self) -> None:
        """See `Explorer.clear`."""
        self._replace(lambda scene: scene.replaced(Drawing(brush=scene.drawing.brush)))

    def undo(self) -> None:
        """See `Explorer.undo`."""
        self._replace(Scene.undone)

    def begin_stroke(self, x: float, y: float) -> None:
        """Begins a stroke at a point in pad pixels. On a picture it begins a new paper."""
        self._change(lambda scene: scene.drawable().with_drawing(scene.drawing.begin(x, y)))

    def extend_stroke(self, points: Sequence[Point]) -> None:
        """Adds points, in pad pixels, to the newest stroke."""
        self._change(lambda scene: scene.with_drawing(scene.drawing.extend(points)))

    def set_brush(self, width: float) -> None:
        """Gives all strokes another width, in pad pixels."""
        self._change(lambda scene: scene.with_brush(width))

    def _replace(self, change: Callable[[Scene], Scene]) -> None:
        self._lift_pen()
        self._change(change)

    def _change(self, change: Callable[[Scene], Scene]) -> None:
        with self._lock:
            self._scene = change(self._scene)
        self._on_change()
