"""Scene: what is on the paper, and what an undo brings back. Immutable; the explorer holds the newest one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mnistviz.ink.drawing import Drawing

if TYPE_CHECKING:
    from mnistviz.ink.framing_steps import Framing


@dataclass(frozen=True, eq=False)
class Scene:
    """The only facts besides the engine and the switches of framing; everything that is shown is derived from them.

    Attributes:
        drawing: the strokes on the paper; none while a picture lies on it.
        picture: a digit that did not come from the pen.
        before: what an undo brings back once the paper is blank.
    """

    drawing: Drawing
    picture: Framing | None = None
    before: Scene | None = None

    @property
    def is_blank(self) -> bool:
        """There is nothing on the paper."""
        return not self.drawing.strokes and self.picture is None

    def drawn(self, drawing: Drawing) -> Scene:
        """The same paper with another drawing on it."""
        return Scene(drawing, None, self.before)

    def replaced(self, drawing: Drawing, picture: Framing | None = None) -> Scene:
        """A new paper; the old one can be brought back, if there was anything on it."""
        old = self.before if self.is_blank else Scene(self.drawing, self.picture)
        return Scene(drawing, picture, old)

    def paper(self) -> Scene:
        """Paper that takes strokes: a new one, if a picture is shown."""
        return self if self.picture is None else self.replaced(Drawing(brush=self.drawing.brush))

    def brushed(self, brush: float) -> Scene:
        """The same strokes, drawn with a brush of another width."""
        return Scene(self.drawing.with_brush(brush), self.picture, self.before)

    def undone(self) -> Scene:
        """Without its last stroke or its picture; from blank paper back to what was there before."""
        if self.picture is not None or not self.drawing.strokes:
            return self.before or Scene(Drawing(brush=self.drawing.brush))
        return self.drawn(self.drawing.undo())
