"""The records of framing: which steps to take, what each of them did, and where the digit lies on the paper."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.ink.constants import FRAMING
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.ink.digit_choice import DigitChoice

DIGIT_SIDE: int = FRAMING["digit_side"]
"""Rows and columns of a digit."""
PAPER_SIDE: int = FRAMING["paper_side"]
"""Side of the pad (pad pixels): ten for each pixel of the digit."""
BRUSH: float = FRAMING["brush"]
"""Default width of the brush (pad pixels). It gives a digit that fills two thirds of the pad lines of MNIST's usual width."""


@dataclass(frozen=True)
class FramingSteps:
    """Which steps of framing to take. MNIST was made with all of them.

    Attributes:
        crop: crop to the ink. Otherwise keep the whole paper, or the whole picture.
        scale: scale the longest side to 20 pixels. Otherwise nothing is magnified, and the whole paper shrinks to 28 pixels.
        line: give lines that are thinner or thicker than MNIST's the nearest width found in MNIST.
        centre: move the centre of mass to the centre.

    Raises:
        TypeError: if a step is neither True nor False.
    """

    crop: bool = True
    scale: bool = True
    line: bool = True
    centre: bool = True

    def __post_init__(self) -> None:
        """Checks the switches: a string such as "off" would count as True."""
        for name in STEP_NAMES:
            value = getattr(self, name)
            if not isinstance(value, bool):
                raise TypeError(text("framing-switch-invalid", name=name, value=repr(value)))

    @property
    def off(self) -> tuple[str, ...]:
        """The names of the steps that are left out, in their order."""
        return tuple(name for name in STEP_NAMES if not getattr(self, name))


STEP_NAMES = tuple(field.name for field in fields(FramingSteps))
"""The steps that can be left out, in their order."""
EVERY_STEP = FramingSteps()
NO_STEP = FramingSteps(crop=False, scale=False, line=False, centre=False)


@dataclass(frozen=True, eq=False)
class Step:
    """One step of framing.

    Attributes:
        name: one of `STEP_NAMES`, or the name of a step before them.
        text: what the step did, in words.
        image: its result, float32 (rows, columns), 0 paper to 1 ink.
        is_done: whether it changed its input. A step that is off, or a line that keeps its width, did not.
    """

    name: str
    text: str
    image: Array
    is_done: bool = True


@dataclass(frozen=True)
class Placement:
    """Where the digit lies on the paper. It leads from the digit's pixels back to the drawing.

    Attributes:
        scale: paper pixels (or the unit of the drawing's points) per pixel of the digit, in x and in y.
        left, top: the corner of the digit's first pixel on the paper. It may lie outside the paper.
    """

    scale: float = PAPER_SIDE / DIGIT_SIDE
    left: float = 0.0
    top: float = 0.0

    def point(self, row: float, column: float) -> tuple[float, float]:
        """Returns the point (x, y) on the paper where edges of the digit's pixels meet.

        Args:
            row: 0 is the top edge of the first row, 28 the bottom edge of the last.
            column: 0 is the left edge of the first column, 28 the right edge of the last.
        """
        return self.left + self.scale * column, self.top + self.scale * row


@dataclass(frozen=True, eq=False)
class Framing:
    """The steps from ink to digit.

    Attributes:
        steps: the steps in order; none for blank paper.
        on_paper: where the digit lies on the drawing. For a picture or blank paper the digit covers the paper, because the pad
            shows the digit itself.
        ink: the ink of a picture, float32 (rows, columns), reduced to a million pixels. It can be framed again with other steps.
        photo: the steps from a picture to its ink, as small images for display.
        choice: the digits of the picture, if it has several.
        given: says which picture the network is fed as it is, so that nothing was framed; None for all others.
    """

    steps: tuple[Step, ...] = ()
    on_paper: Placement = Placement()
    ink: Array | None = None
    photo: tuple[Step, ...] = ()
    choice: DigitChoice | None = None
    given: str | None = None

    @property
    def digit(self) -> Array:
        """float32 (28, 28), 0 paper to 1 ink: the result of the last step, or blank paper.

        A picture that is fed as it is has its own size: (row, column) in ink, or (row, column, channel), 0 black to 1 white.
        """
        return self.steps[-1].image if self.steps else np.zeros((DIGIT_SIDE, DIGIT_SIDE), np.float32)

    def every_digit(self) -> list[Array]:
        """Returns all digits of a picture that has several, in reading order, or else the only one: float32 (28, 28) each."""
        if self.choice is None:
            return [self.digit]
        return [self.choice.read(number).digit for number in range(len(self.choice.boxes))]
