"""Ink in photos: the light is flattened, ink is told from paper, rulings are dropped, and the digit's pieces are chosen.

Values are shares of the paper's light: ink is measured by how much light it takes away from (or, on a blackboard, adds to)
the paper around it, in the colour channel where that is most.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from mnistviz.reading.photos.components import choose_digit
from mnistviz.reading.photos.light import blurred, flattened, grain
from mnistviz.reading.photos.rulings import without_rulings

if TYPE_CHECKING:
    from mnistviz.arrays import Array

_FAINTEST = 0.055
"""Share of the paper's light that the faintest pencil takes away."""
_NOISES = 5.0
"""Ink stands out from the grain of the paper by so many standard deviations."""
_LEAST, _FEWEST = 3e-4, 12
"""Of the picture, and in pixels: what ink covers, at least; the grain of the paper has fewer pixels that stand out so far."""
_EVEN = 0.002
"""Of the paper's light: half a step of 8 bits; what a camera has seen differs from itself by more."""
_SOFTEST = 0.02
"""Of the longest side: the widest edge of a line of ink."""
_THINNER = 0.5
"""Of the pen's width: what is thinner is no ink of this pen."""


@dataclass(frozen=True, eq=False)
class Photo:
    """The way from a picture to its ink; every field is float32 (rows, columns), 0 to 1.

    Attributes:
        flat: how much each pixel differs from the paper around it.
        standing: what stands out from the paper, rulings, edges of desks and specks included.
        unruled: the same without rulings.
        dropped: of that, what is not the digit.
        ink: the digit alone, 0 paper to 1 ink; nothing but 0 if there is none.
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
    flat = flattened(pixels)
    smooth = blurred(flat)
    faintest = np.maximum(_FAINTEST, _NOISES * grain(smooth))
    standing = smooth > faintest
    if standing.sum() < max(_LEAST * smooth.size, _FEWEST):
        return _photo(flat, standing, standing, np.zeros_like(flat))
    unruled = without_rulings(standing, smooth)
    is_even = _is_even(flat)
    digit = choose_digit(unruled, smooth, is_even=is_even)
    if digit.any():  # from now on ink is what is dark against this digit's own line
        strength = float(np.percentile(smooth[digit], 80))
        mask = _connected(
            smooth * _grown(digit, 2), np.maximum(0.35 * strength, np.minimum(faintest, 0.6 * strength)), 0.6 * strength
        )
        digit = choose_digit(_without_thin_lines(mask & digit), smooth, is_even=is_even)
    level = float(np.percentile(smooth[digit], 75)) if digit.any() else 1.0
    if not (is_even or _is_sharp(smooth, digit, level)):
        digit = digit & False
    ink = np.where(_grown(digit, 1), np.clip((smooth - 0.3 * level) / (0.6 * level), 0, 1), 0)
    return _photo(flat, standing, unruled, ink)


def _photo(flat: Array, standing: Array, unruled: Array, ink: Array) -> Photo:
    flat = np.clip(flat, 0, 1)
    dropped = unruled & ~_grown(ink > 0, 4)
    return Photo(flat, flat * standing, flat * unruled, flat * dropped, ink.astype(np.float32))


def _connected(smooth: Array, low: Array, high: float) -> Array:
    """Hysteresis (Canny 1986): faint pixels count where they touch dark ones."""
    count, labels = cv2.connectedComponents((smooth > low).astype(np.uint8), connectivity=8)
    strong = np.zeros(count, bool)
    strong[labels[smooth > high]] = True
    strong[0] = False
    connected: Array = strong[labels]
    return connected


def _is_even(flat: Array) -> bool:
    """Most of the paper is one grey: a screen's, or a scan's in black and white. There is no shadow to be mistaken for ink."""
    return float(np.median(np.abs(flat))) < _EVEN


def _is_sharp(smooth: Array, mask: Array, level: float) -> bool:
    """Ink ends within a few pixels, what is left of light and shadow does not."""
    if not mask.any():
        return False
    slopes = np.hypot(cv2.Sobel(smooth, cv2.CV_32F, 1, 0, scale=1 / 8), cv2.Sobel(smooth, cv2.CV_32F, 0, 1, scale=1 / 8))
    steepest = float(np.percentile(slopes[_grown(mask, 1)], 90))
    return bool(steepest * max(_SOFTEST * max(mask.shape), 6) > level)


def _without_thin_lines(mask: Array) -> Array:
    """Takes away what is much thinner than the pen's line and hangs on it: pieces of rulings."""
    image = mask.astype(np.uint8)
    depth = cv2.distanceTransform(np.pad(image, 1), cv2.DIST_L2, 5)[1:-1, 1:-1]
    ridge = depth[(depth > 0) & (depth >= cv2.dilate(depth, np.ones((3, 3), np.uint8)))]
    width = 2 * float(np.percentile(ridge, 75)) if ridge.size else 0.0
    side = round(_THINNER * width)
    if side < 2:
        return mask
    kept = _grown(_opened(depth, (side - 1) / 2), max(1, round(width / 2))) & mask
    return kept if kept.sum() > 0.6 * mask.sum() else mask


def _opened(depth: Array, radius: float) -> Array:
    """What discs of a radius cover that lie within the mask of this depth; at a cost that does not grow with the radius."""
    middles = depth > radius
    if not middles.any():
        return middles
    return np.asarray(cv2.distanceTransform((~middles).astype(np.uint8), cv2.DIST_L2, 5) <= radius)


def _grown(mask: Array, pixels: int) -> Array:
    window = np.ones((2 * pixels + 1, 2 * pixels + 1), np.uint8)
    grown: Array = cv2.dilate(mask.astype(np.uint8), window).astype(bool)
    return grown
