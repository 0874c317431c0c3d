"""Finds ink in photos: flattens the light, separates ink from paper, removes rulings, and chooses the pieces of the digit.

Values are fractions of the paper's light: how much light the ink takes from the paper around it (or, on a blackboard, adds to
it), in the colour channel where the difference is largest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from mnistviz.reading.photos.components import choose_digit
from mnistviz.reading.photos.light import blur, flatten, measure_grain
from mnistviz.reading.photos.rulings import remove_rulings

if TYPE_CHECKING:
    from mnistviz.arrays import Array

_FAINTEST = 0.055
"""Minimum strength of ink (fraction of the paper's light): the faintest pencil."""
_NOISES = 5.0
"""Minimum strength of ink (standard deviations of the paper's grain)."""
_LEAST, _FEWEST = 3e-4, 12
"""Minimum ink area (fraction of the picture, pixels). Fewer pixels of the paper's grain stand out this far."""
_EVEN = 0.002
"""Maximum median deviation of even paper (fraction of its light): half a step of 8 bits. Photos deviate more."""
_SOFTEST = 0.02
"""Maximum width of the edge of a line of ink (fraction of the longest side)."""
_THINNER = 0.5
"""Minimum width of a line (fraction of the pen's width). Thinner lines are not from this pen."""


@dataclass(frozen=True, eq=False)
class Photo:
    """The steps from a picture to its ink. Every field is float32 (rows, columns), 0 to 1.

    Attributes:
        flat: how much each pixel differs from the paper around it.
        standing: what stands out from the paper, including rulings, edges of desks and specks.
        unruled: the same without rulings.
        dropped: the part of `unruled` that is not the digit.
        ink: the digit alone, 0 paper to 1 ink; all 0 if there is none.
    """

    flat: Array
    standing: Array
    unruled: Array
    dropped: Array
    ink: Array


def find_ink(pixels: Array) -> Photo:
    """Finds the digit in a photo, a scan or a screenshot.

    Args:
        pixels: float32 (rows, columns, channel), 0 black to 1 white, at most about a million pixels.
    """
    flat = flatten(pixels)
    smooth = blur(flat)
    faintest = np.maximum(_FAINTEST, _NOISES * measure_grain(smooth))
    standing = smooth > faintest
    if standing.sum() < max(_LEAST * smooth.size, _FEWEST):
        return _make_photo(flat, standing, standing, np.zeros_like(flat))
    unruled = remove_rulings(standing, smooth)
    is_even = _is_even(flat)
    digit = choose_digit(unruled, smooth, is_even=is_even)
    if digit.any():  # from here on, compare ink with the strength of this digit's own line
        strength = float(np.percentile(smooth[digit], 80))
        low = np.maximum(0.35 * strength, np.minimum(faintest, 0.6 * strength))
        mask = _connect(smooth * _grow(digit, 2), low, 0.6 * strength)
        digit = choose_digit(_remove_thin_lines(mask & digit), smooth, is_even=is_even)
    level = float(np.percentile(smooth[digit], 75)) if digit.any() else 1.0
    if not (is_even or _is_sharp(smooth, digit, level)):
        digit = digit & False
    ink = np.where(_grow(digit, 1), np.clip((smooth - 0.3 * level) / (0.6 * level), 0, 1), 0)
    return _make_photo(flat, standing, unruled, ink)


def _make_photo(flat: Array, standing: Array, unruled: Array, ink: Array) -> Photo:
    flat = np.clip(flat, 0, 1)
    dropped = unruled & ~_grow(ink > 0, 4)
    return Photo(flat, flat * standing, flat * unruled, flat * dropped, ink.astype(np.float32))


def _connect(smooth: Array, low: Array, high: float) -> Array:
    """Finds pixels above `high`, and pixels above `low` that connect to them: the hysteresis of Canny (1986)."""
    count, labels = cv2.connectedComponents((smooth > low).astype(np.uint8), connectivity=8)
    strong = np.zeros(count, bool)
    strong[labels[smooth > high]] = True
    strong[0] = False
    connected: Array = strong[labels]
    return connected


def _is_even(flat: Array) -> bool:
    """Checks whether most of the paper is one grey, as on a screen or in a bilevel scan. Then no shadow can pass for ink."""
    return float(np.median(np.abs(flat))) < _EVEN


def _is_sharp(smooth: Array, mask: Array, level: float) -> bool:
    """Checks whether the edges are sharp. Ink ends within a few pixels; remains of light and shadow don't."""
    if not mask.any():
        return False
    slopes = np.hypot(cv2.Sobel(smooth, cv2.CV_32F, 1, 0, scale=1 / 8), cv2.Sobel(smooth, cv2.CV_32F, 0, 1, scale=1 / 8))
    steepest = float(np.percentile(slopes[_grow(mask, 1)], 90))
    return bool(steepest * max(_SOFTEST * max(mask.shape), 6) > level)


def _remove_thin_lines(mask: Array) -> Array:
    """Removes lines attached to the digit that are much thinner than the pen's: pieces of rulings."""
    image = mask.astype(np.uint8)
    depth = cv2.distanceTransform(np.pad(image, 1), cv2.DIST_L2, 5)[1:-1, 1:-1]
    ridge = depth[(depth > 0) & (depth >= cv2.dilate(depth, np.ones((3, 3), np.uint8)))]
    width = 2 * float(np.percentile(ridge, 75)) if ridge.size else 0.0
    side = round(_THINNER * width)
    if side < 2:
        return mask
    kept = _grow(_open(depth, (side - 1) / 2), max(1, round(width / 2))) & mask
    return kept if kept.sum() > 0.6 * mask.sum() else mask


def _open(depth: Array, radius: float) -> Array:
    """Opens the mask of this depth with a disc. The radius hardly affects the cost."""
    middles = depth > radius
    if not middles.any():
        return middles
    return np.asarray(cv2.distanceTransform((~middles).astype(np.uint8), cv2.DIST_L2, 5) <= radius)


def _grow(mask: Array, pixels: int) -> Array:
    window = np.ones((2 * pixels + 1, 2 * pixels + 1), np.uint8)
    grown: Array = cv2.dilate(mask.astype(np.uint8), window).astype(bool)
    return grown
