"""Keeps an explorer's drawing: `KeptDrawing` decides which one autosave keeps, and when; `save_scene` writes a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.ink.drawing_files import save_drawing
from mnistviz.locale import text

if TYPE_CHECKING:
    from pathlib import Path

    from mnistviz.ink.drawing import Drawing
    from mnistviz.ink.scene import Scene
    from mnistviz.jupyter.autosave import Autosave


class KeptDrawing:
    """The drawing that comes back after a restart of the notebook kernel.

    Args:
        autosave: where it is kept; None keeps nothing.
        blank: the drawing of an explorer for which nothing is kept.
    """

    def __init__(self, autosave: Autosave | None, blank: Drawing) -> None:
        self._autosave = autosave
        self._kept = (autosave and autosave.load()) or blank

    @property
    def drawing(self) -> Drawing:
        """What was kept last."""
        return self._kept

    def keep(self, scene: Scene) -> None:
        """Keeps the scene's drawing if it is another one. While a picture lies on the pad, the last drawing stays kept."""
        drawing = scene.drawing
        if scene.picture is not None:
            drawing = scene.before.drawing if scene.before and scene.before.drawing.strokes else self._kept
        if self._autosave is not None and drawing is not self._kept:
            self._autosave.keep(drawing)
            self._kept = drawing

    def release(self, scene: Scene) -> None:
        """Keeps the drawing for a last time: from now on the file is another explorer's."""
        self.keep(scene)
        self._autosave = None


def save_scene(path: str | Path, scene: Scene) -> None:
    """Saves the drawing of a scene.

    Raises:
        ValueError: if there are no strokes: the pad is blank, or shows a picture.
        OSError: if the file cannot be written.
    """
    if not scene.drawing.strokes:
        raise ValueError(text("nothing-to-save" if scene.picture is None else "picture-has-no-strokes"))
    save_drawing(path, scene.drawing)
