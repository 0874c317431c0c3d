"""Framing as a record: which steps are wanted, what each of them has done, and where the digit lies on the paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from mnistviz.arrays import Array

SIDE = 28
"""Rows and columns of a digit."""
PAPER = 280
"""Side of the pad, in pad pixels, ten to a pixel of the digit."""


STEP_NAMES = ("crop", "scale", "line", "centre")
"""The steps that can be left out, in their order."""


@dataclass(frozen=True)
class FramingSteps:
    """Which steps of framing are taken; all of them is how MNIST was made.

    Attributes:
        crop: the ink alone is taken; otherwise the whole paper, or the whole picture.
        scale: what is taken gets a longest side of 20 pixels; otherwise nothing is magnified, and the whole paper would be
            shrunk to 28 pixels.
        line: a line that is thinner or thicker than lines are in MNIST gets the nearest width that MNIST knows.
        centre: the centre of mass is moved to the centre.

    Raises:
        TypeError: if one of them is neither True nor False.
    """

    crop: bool = True
    scale: bool = True
    line: bool = True
    centre: bool = True

    def __post_init__(self) -> None:
        """Checks the switches: a text such as "off" would be taken for True."""
        for name in STEP_NAMES:
            if not isinstance(getattr(self, name), bool):
                raise TypeError(
                    f"True or False is required for each step of framing. Received: {name}={getattr(self, name)!r}. "
                    "Leave a step out with False, for example centre=False."
                )

    @property
    def off(self) -> tuple[str, ...]:
        """The names of the steps that are not taken, in their order."""
        return tuple(name for name in STEP_NAMES if not getattr(self, name))


EVERY_STEP = FramingSteps()
NO_STEP = FramingSteps(crop=False, scale=False, line=False, centre=False)


@dataclass(frozen=True, eq=False)
class Step:
    """One step of framing: its name, what it did in words, and its result, float32 (rows, columns), 0 paper to 1 ink.

    A step that is off, or a line that has been left as it is, is not done; its result is what it was given.
    """

    name: str
    text: str
    image: Array
    is_done: bool = True


@dataclass(frozen=True)
class Placement:
    """Where the digit lies on the paper: the way back from its pixels to the drawing, the same in x and y.

    Attributes:
        scale: paper pixels, or whatever unit the drawing's points have, per pixel of the digit.
        left, top: where the corner of the digit's first pixel lies on the paper. It may lie beyond its edges.
    """

    scale: float = PAPER / SIDE
    left: float = 0.0
    top: float = 0.0

    def point(self, row: float, column: float) -> tuple[float, float]:
        """The point (x, y) of the paper at an edge between the digit's pixels.

        Args:
            row: 0 is the upper edge of the first row, 28 the lower one of the last.
            column: 0 is the left edge of the first column, 28 the right one of the last.
        """
        return self.left + self.scale * column, self.top + self.scale * row


@dataclass(frozen=True, eq=False)
class Framing:
    """The way from ink to digit.

    Attributes:
        steps: what was done, in order; none for blank paper.
        on_paper: where the digit lies on what was drawn. Of a picture and of blank paper the pad shows the digit itself, so there
            it covers the paper.
        ink: of a picture, float32 (rows, columns): what to frame again with other steps. It is reduced to a million pixels.
        photo: of a picture, what was done to it before there was ink; small pictures, only to be looked at.
    """

    steps: tuple[Step, ...] = ()
    on_paper: Placement = Placement()
    ink: Array | None = None
    photo: tuple[Step, ...] = ()

    @property
    def digit(self) -> Array:
        """float32 (28, 28), 0 paper to 1 ink: the last step's result, or blank paper."""
        return self.steps[-1].image if self.steps else np.zeros((SIDE, SIDE), np.float32)
