"""Ink in crops: small pictures, and larger ones that are cut out tightly around a digit.

A digit fills such a picture, so there is no paper around its lines whose light could be followed. Two greys, ink and paper,
make it up; the light may fall evenly to one side. What a form has left at the border is dropped, a 1 that was stretched into a
square is narrow again, and the few pixels there are become many by a smooth magnification.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from mnistviz.ink.resampling import limit_side
from mnistviz.reading.crops.form_remnants import ring, without_edges_of_boxes, without_remnants_of_forms

if TYPE_CHECKING:
    from mnistviz.arrays import Array

_MIN_CONTRAST = 0.12
"""Ink must differ from paper by this share of black to white; paper alone differs by less from itself."""
_MIN_DISTANCE = 4.5
"""And by so many standard deviations of the paper; the two halves of noise are not as far apart."""
_FULL_CONTRAST = 0.6
"""From here on a picture of 28x28 is taken for a digit as MNIST has them, and its greys are left as they are."""
_EVEN, _MOSTLY = 0.004, 0.85
"""The border of a picture with a digit as MNIST has them is one grey, but where ink touches it."""
NOISE = 0.25
"""Share of the contrast below which a pixel is paper: JPEG noise and the grain of paper stay under it."""
_FINE, _LARGEST = 96, 256
"""Pixels of the longest side to which a small picture is magnified, so that its line can be measured, and a large one reduced."""


def crop_ink(grey: Array) -> Array:
    """Separates the ink of a crop from its paper.

    Args:
        grey: float32 (rows, columns), 0 black to 1 white.

    Returns:
        float32, 0 paper to 1 ink, magnified if it was small; nothing but 0 if there is no ink.
    """
    grey = limit_side(grey, _LARGEST)
    border = ring(grey)
    paper = float(np.median(border))
    is_even = float((np.abs(border - paper) <= _EVEN).mean()) > _MOSTLY
    if is_even and grey.shape == (28, 28) and float(np.abs(grey - paper).max()) > _FULL_CONTRAST:
        return np.abs(grey - np.float32(paper))  # comes without noise, and its faintest greys belong to it
    ink = np.zeros_like(grey) if min(grey.shape) < 2 else separate_ink(grey)
    if not ink.any():
        return ink
    ink = without_remnants_of_forms(ink)
    return _magnified(_narrowed(ink))


def separate_ink(grey: Array) -> Array:
    """The two greys of a crop, with a light on the paper that falls evenly to one side.

    Args:
        grey: float32 (rows, columns), 0 black to 1 white.

    Returns:
        float32 (rows, columns), 0 paper to 1 ink; nothing but 0 if there are no two greys.
    """
    threshold = _otsu(grey)
    is_light = grey > threshold
    inside = without_edges_of_boxes(is_light)
    share = (inside.mean() + ring(inside).mean() + _corners(inside).mean()) / 3
    is_paper = is_light if share >= 0.5 else ~is_light
    difference = (plane(grey, is_paper) - grey) * (1 if share >= 0.5 else -1)
    standing = difference[~is_paper]
    contrast = float(np.percentile(standing, 90)) if standing.size else 0.0
    grain = 1.48 * float(np.median(np.abs(difference[is_paper] - np.median(difference[is_paper]))))
    if contrast < max(_MIN_CONTRAST, _MIN_DISTANCE * grain):
        return np.zeros_like(grey)
    ink = np.clip(difference / np.float32(contrast), 0, 1)
    return np.where(ink < NOISE, np.float32(0), ink).astype(np.float32)


def _corners(image: Array) -> Array:
    """The outermost pixels of the four corners, an eighth of a side each: a digit hardly reaches into them."""
    rows, columns = (max(1, size // 8) for size in image.shape)
    return np.stack([image[:rows, :columns], image[:rows, -columns:], image[-rows:, :columns], image[-rows:, -columns:]])


def plane(grey: Array, is_paper: Array) -> Array:
    """The light on the paper, float32 (rows, columns): the plane through its pixels with the least squares."""
    rows, columns = grey.shape
    y, x = np.mgrid[-1 : 1 : rows * 1j, -1 : 1 : columns * 1j]
    terms = np.stack([np.ones_like(x), x, y], axis=-1)
    solution, *_ = np.linalg.lstsq(terms[is_paper], grey[is_paper], rcond=None)
    return np.asarray(terms @ solution, np.float32)


def _otsu(grey: Array) -> float:
    """The threshold that parts the greys into the two classes with the least variance within (Otsu 1979)."""
    low, high = float(grey.min()), float(grey.max())
    if low == high:
        return low
    codes = ((grey - low) / (high - low) * 255).astype(np.uint8)
    threshold, _ = cv2.threshold(codes, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    return low + (float(threshold) + 1) / 255 * (high - low)


def _narrowed(ink: Array) -> Array:
    """A 1 that was stretched into a square gets the width of a pen's line again."""
    rows, columns = ink.shape
    is_ink = ink > 0.5
    is_ink = is_ink[is_ink.any(axis=1)]
    if len(is_ink) < 0.8 * rows or rows > 1.5 * columns:
        return ink
    pieces = (np.diff(is_ink.astype(np.int8), axis=1, prepend=0) == 1).sum(axis=1)
    width = float(np.median(is_ink.sum(axis=1)))
    if width <= 0.3 * columns or (pieces > 1).mean() > 0.1 or not _is_straight(is_ink, width):
        return ink
    narrow = max(1, round(columns * 0.15 * rows / width))
    return np.asarray(cv2.resize(ink, (narrow, rows), interpolation=cv2.INTER_AREA))


def _is_straight(is_ink: Array, width: float) -> bool:
    """The middles of the rows lie on a line, and all rows but the ends are about as wide."""
    inner = is_ink[len(is_ink) // 8 : len(is_ink) - len(is_ink) // 8]
    runs = inner.sum(axis=1)
    if not runs.all() or (np.abs(runs - width) > 0.4 * width).any():
        return False
    middles, at = inner @ np.arange(inner.shape[1]) / runs, np.arange(len(inner))
    away = np.abs(middles - np.polyval(np.polyfit(at, middles, 1), at))
    return bool(away.max() < 0.12 * inner.shape[1])


def _magnified(ink: Array) -> Array:
    factor = _FINE // max(ink.shape)
    if factor < 2:
        return ink
    padded = np.pad(ink, 2)  # what is cut off at the border ends there, softly
    size = padded.shape[1] * factor, padded.shape[0] * factor
    smooth = cv2.resize(padded, size, interpolation=cv2.INTER_CUBIC)
    sharp = np.clip((smooth - 0.4) * 2 + 0.5, 0, 1)
    return np.where(sharp < 0.02, np.float32(0), sharp).astype(np.float32)
