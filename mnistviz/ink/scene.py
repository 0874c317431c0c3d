"""The scene: what is on the paper, and what an undo brings back. It is immutable; the explorer holds the newest one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from mnistviz.ink.drawing import Drawing

if TYPE_CHECKING:
    from mnistviz.ink.framing_steps import Framing


@dataclass(frozen=True, eq=False)
class Scene:
    """What is on the paper. With the engine and the framing switches, it determines everything that is shown.

    Attributes:
        drawing: the strokes on the paper. It has none while a picture is on the paper.
        picture: a digit that did not come from the pen: framed, or a picture that is fed as it is (`Framing.given`).
        before: the scene that an undo brings back once the paper is blank.
        moment: the moment of the drawing that is shown: after so many of its points. None is now, when all of it is shown.
    """

    drawing: Drawing
    picture: Framing | None = None
    before: Scene | None = None
    moment: int | None = None

    @cached_property
    def shown(self) -> Scene:
        """The paper at the moment that is shown. Whatever is computed is computed from it; the drawing itself stays whole."""
        return self if self.moment is None else Scene(self.drawing.until(self.moment))

    @property
    def is_blank(self) -> bool:
        """Whether the paper is blank."""
        return not self.drawing.strokes and self.picture is None

    def with_drawing(self, drawing: Drawing) -> Scene:
        """Returns the same paper with another drawing on it."""
        return Scene(drawing, None, self.before)

    def with_picture(self, picture: Framing) -> Scene:
        """Returns the same paper with another digit of its picture on it."""
        return Scene(self.drawing, picture, self.before)

    def replaced(self, drawing: Drawing, picture: Framing | None = None) -> Scene:
        """Returns new paper. An undo brings back the old one, unless it was blank."""
        old = self.before if self.is_blank else Scene(self.drawing, self.picture)
        return Scene(drawing, picture, old)

    def cleared(self) -> Scene:
        """Returns blank paper for the same brush."""
        return self.replaced(Drawing(brush=self.drawing.brush))

    def drawable(self) -> Scene:
        """Returns paper to draw on: new paper if a picture is shown."""
        return self if self.picture is None else self.cleared()

    def with_brush(self, brush: float) -> Scene:
        """Returns the same strokes, drawn with a brush of another width."""
        return replace(self, drawing=self.drawing.with_brush(brush))

    def rewound(self, points: int | None) -> Scene:
        """Returns the same paper, shown as it was after so many points of the drawing. Every other change goes back to now.

        Args:
            points: None, or as many as the drawing has, is now. So is any number while a picture, which has no history, is shown.
        """
        is_past = points is not None and self.picture is None and points < self.drawing.points
        return replace(self, moment=max(points or 0, 0) if is_past else None)

    def undone(self) -> Scene:
        """Removes the last stroke or the picture. From blank paper, it returns to what was there before."""
        if self.picture is not None or not self.drawing.strokes:
            return self.before or Scene(Drawing(brush=self.drawing.brush))
        return self.with_drawing(self.drawing.undo())
