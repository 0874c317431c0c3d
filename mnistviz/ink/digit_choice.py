"""The digits that were found on one picture, of which one is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.arrays import Array
    from mnistviz.ink.framing_steps import Framing


class Box(NamedTuple):
    """Where a digit is in a picture: fractions of the picture's width (left, right) and height (top, bottom), 0..1."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, eq=False)
class DigitChoice:
    """The digits of a picture that has several.

    Attributes:
        picture: float32 (rows, columns), the picture, 0 white to 1 black, small, only for display.
        boxes: of the digits, from left to right, line by line.
        chosen: the index of the digit that is read.
        read: reads another one.
    """

    picture: Array
    boxes: tuple[Box, ...]
    chosen: int
    read: Callable[[int], Framing]
