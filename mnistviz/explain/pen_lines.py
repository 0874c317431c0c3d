"""Straight lines of a pen on a digit: the ink that they add, or that a rubber of the pen's width takes away along them.

A line is (x, y, x, y): its two ends in pixels of the digit, x to the right, y down, from the top left corner of the picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

import numpy as np

from mnistviz.ink.constants import FRAMING

if TYPE_CHECKING:
    from mnistviz.arrays import Array

PEN: float = FRAMING["normal"]
"""Width of the pen (pixels of the digit): that of the lines that framing leaves as they are."""
_SIDE: int = FRAMING["digit_side"]
_GRID = np.arange(4, 25, 2)
"""Rows and columns where the lines of `grid_lines` end: every other pixel of the box that framing puts the digit into."""
_LENGTHS = 3, 12
"""Length of the shortest and the longest of `grid_lines` (pixels). Dots look like dust; longer lines are put together."""
_AT_ONCE = 500
"""Lines whose masks are computed together, which limits the memory to 20 MB."""


@dataclass(frozen=True)
class Paper:
    """A digit that lines are drawn on or rubbed out of.

    Attributes:
        digit: float32 (28, 28), 0 paper to 1 ink.
        kind: "add" for a pen, "remove" for a rubber.
    """

    digit: Array
    kind: Literal["add", "remove"]

    @property
    def room(self) -> Array:
        """float32 (784,): how much each pixel can change."""
        digit = self.digit.reshape(-1)
        return 1 - digit if self.kind == "add" else digit

    @property
    def sign(self) -> int:
        """Whether a change is more ink (1), or less (-1)."""
        return 1 if self.kind == "add" else -1

    def amounts(self, masks: Array) -> Array:
        """Returns the ink (pixels of full ink) that masks (n, 784) add or take away: float32 (n,)."""
        amounts: Array = masks @ self.room
        return amounts

    def changed(self, masks: Array) -> Array:
        """Returns the digits, float32 (n, 28, 28), that masks (n, 784) make.

        A mask is how much of each pixel the pen covers, so its ink is laid over the digit's (Porter and Duff 1984, "Compositing
        digital images", the operator "over").
        """
        digits = self.digit.reshape(-1) + self.sign * masks * self.room
        changed: Array = np.clip(digits, 0, 1).reshape(-1, _SIDE, _SIDE)
        return changed


def masks_of(lines: Array) -> Array:
    """Returns how much of each pixel each line covers.

    Args:
        lines: float32 (n, 4).

    Returns:
        float32 (n, 784), 0 to 1.
    """
    masks = np.empty((len(lines), _SIDE * _SIDE), np.float32)
    rows, columns = np.divmod(np.arange(_SIDE * _SIDE), _SIDE)
    centres = np.stack([columns, rows], axis=1).astype(np.float32) + np.float32(0.5)
    for start in range(0, len(lines), _AT_ONCE):
        first, last = lines[start : start + _AT_ONCE, None, :2], lines[start : start + _AT_ONCE, None, 2:]
        along, offset = last - first, centres - first
        length = np.maximum((along * along).sum(axis=2), np.float32(1e-6))  # a dot has no length
        share = np.clip((offset * along).sum(axis=2) / length, 0, 1)
        distance = np.linalg.norm(offset - share[..., None] * along, axis=2)
        masks[start : start + _AT_ONCE] = np.clip((PEN + 1) / 2 - distance, 0, 1)
    return masks


@cache
def grid_lines() -> tuple[Array, Array]:
    """Returns all lines of 3 to 12 pixels between the points of a grid, float32 (n, 4), and their masks, (n, 784).

    They take 12 MB, and a fifth of a second for the first time.
    """
    points = np.stack(np.meshgrid(_GRID, _GRID), axis=-1).reshape(-1, 2).astype(np.float32)
    first, last = np.triu_indices(len(points))
    lines = np.concatenate([points[first], points[last]], axis=1)
    lengths = np.hypot(*(lines[:, 2:] - lines[:, :2]).T)
    lines = lines[(lengths >= _LENGTHS[0]) & (lengths <= _LENGTHS[1])]
    return lines, masks_of(lines)
