"""Recognises pictures that are digits of MNIST, so that their greys stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.ink.framing_steps import DIGIT_SIDE
from mnistviz.ink.resampling import crop_to_ink, outline

if TYPE_CHECKING:
    from mnistviz.arrays import Array

_FULL_CONTRAST = 0.6
"""Minimum contrast of ink and paper (black to white is 1)."""
_EVEN, _MOSTLY = 0.004, 0.85
"""The border is one grey except where ink touches it: maximum deviation, minimum share of such pixels."""
_LONGEST = 19, 20
"""Longest sides of the ink, measured on MNIST (pixels)."""
_CENTRES = 13.5, 14.5
"""Between these lies the centre of mass of the ink, in row and column, measured on MNIST (pixels)."""


def mnist_ink(pixels: Array) -> Array | None:
    """Returns the ink of a picture that looks like one of MNIST, or None if it doesn't.

    MNIST has no noise, so even its faintest greys are ink.

    Args:
        pixels: float32 (rows, columns) or (rows, columns, 3), 0 black to 1 white. The ink may be dark or light.

    Returns:
        float32 (28, 28), 0 paper to 1 ink.
    """
    if pixels.shape[:2] != (DIGIT_SIDE, DIGIT_SIDE):
        return None
    grey = pixels if pixels.ndim == 2 else pixels.mean(axis=2)
    border = outline(grey)
    paper = np.float32(np.median(border))
    ink = np.abs(grey - paper)
    is_even = float((np.abs(border - paper) <= _EVEN).mean()) > _MOSTLY
    if not is_even or float(ink.max()) < _FULL_CONTRAST:
        return None
    return ink if max(crop_to_ink(ink).shape) in _LONGEST and _is_centred(ink) else None


def _is_centred(ink: Array) -> bool:
    """Checks whether the centre of mass is where MNIST has it."""
    low, high = _CENTRES
    places = np.arange(DIGIT_SIDE)
    return all(low <= float((ink.sum(axis=axis) * places).sum() / ink.sum()) <= high for axis in (0, 1))
