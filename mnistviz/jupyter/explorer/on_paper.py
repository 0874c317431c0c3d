"""The part of an explorer that only changes what is on the paper, as code may do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.jupyter.explorer.kept_drawing import save_scene

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mnistviz.ink.drawing import Drawing, Point
    from mnistviz.jupyter.explorer.scene_editor import SceneEditor
    from mnistviz.reading.pictures import Source


class OnPaper:
    """Draws on the paper, and takes back. Whatever is shown follows from what is on the paper.

    Whoever is one has a `SceneEditor`, which holds the paper.
    """

    _editor: SceneEditor

    @property
    def drawing(self) -> Drawing:
        """The strokes on the pad, in pad pixels (280 x 280, y down); none while it shows a picture."""
        return self._editor.scene.drawing

    @property
    def moment(self) -> int | None:
        """The moment of the drawing that is shown (see `rewind`): after so many of its points; None: now."""
        return self._editor.scene.moment

    def draw(self, strokes: Drawing | Sequence[Sequence[Point]]) -> None:
        """Puts a drawing on the pad, in place of what was there.

        Args:
            strokes: a Drawing or its strokes. What does not fit the pad of 280 x 280 pixels is scaled to it.

        Raises:
            ValueError: if there is no stroke, or a point is not finite (see `Drawing`). The former drawing stays then.
        """
        self._editor.draw(strokes)

    def show(self, source: Source) -> None:
        """Shows a picture of a digit, or a Drawing, in place of what was there.

        Args:
            source: whatever `mnistviz.read_digit` reads.

        Raises:
            PictureError: if it cannot be read. The former digit stays then.
        """
        self._editor.show(source)

    def clear(self) -> None:
        """Blanks the pad; `undo` brings back what was there."""
        self._editor.clear()

    def undo(self) -> None:
        """Takes back the last stroke; on blank paper, what `clear`, `show` or `draw` has replaced comes back."""
        self._editor.undo()

    def rewind(self, points: int | None) -> None:
        """Shows everything as it was after so many points of the drawing, which itself stays whole.

        The next stroke goes back to now, and so does every other change of what is on the paper.

        Args:
            points: of the drawing, from 0; None goes back to now.

        Raises:
            ValueError: if the drawing has fewer points, or a picture is on the paper, which has no history.
        """
        self._editor.rewind(points)

    def save(self, path: str | Path) -> None:
        """Saves the drawing as a JSON file, for `mnistviz.load_drawing`.

        Args:
            path: of the file, replaced if it exists.

        Raises:
            ValueError: if there are no strokes: the pad is blank, or shows a picture.
            OSError: if the file cannot be written.
        """
        save_scene(path, self._editor.scene)
