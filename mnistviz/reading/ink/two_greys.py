"""Takes the ink of small pictures that a digit fills, so that no paper around it shows the light.

They have two greys, ink and paper, and the light may fall off evenly to one side. We remove what forms leave at the border,
narrow a 1 that was stretched into a square, and magnify small pictures smoothly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from mnistviz.ink.resampling import outline
from mnistviz.reading.ink.form_remnants import crop_to_box, remove_form_remnants

if TYPE_CHECKING:
    from mnistviz.arrays import Array

_MIN_CONTRAST = 0.12
"""Minimum contrast of ink and paper (black to white is 1). Paper alone varies less."""
_MIN_DISTANCE = 4.5
"""Minimum contrast of ink and paper (standard deviations of the paper). The two halves of noise differ less."""
_NOISE = 0.25
"""Pixels below this fraction of the contrast are paper. JPEG noise and the grain of paper stay below it."""
_INKED, _SHARED = 0.3, 0.5
"""Least ink of an inked pixel and of an inked cell, and least share of cells in which both ways of finding ink agree."""
_FINE = 96
"""Longest side to which small pictures are magnified (pixels), so that lines can be measured."""


def take_two_greys(grey: Array) -> Array:
    """Takes the ink of a small picture that a digit fills.

    Args:
        grey: float32 (rows, columns), 0 black to 1 white.

    Returns:
        float32 (rows, columns), 0 paper to 1 ink, magnified if the picture is small; all 0 if there is no ink.
    """
    if min(grey.shape) < 2:
        return np.zeros_like(grey)
    ink = separate_ink(grey)
    return _magnify(_narrow_one(remove_form_remnants(ink))) if ink.any() else ink


def covers(ink: Array, cells: Array) -> bool:
    """Checks whether the ink of the whole picture is where the ink finder sees a digit.

    Args:
        ink: float32 (rows, columns), of the picture.
        cells: (rows, columns), not 0 where the digit is; of the same picture, in any resolution.
    """
    size = cells.shape[1], cells.shape[0]
    inked = cv2.resize((ink > _INKED).astype(np.float32), size, interpolation=cv2.INTER_AREA) > _INKED
    both, either = (inked & (cells > 0)).sum(), (inked | (cells > 0)).sum()
    return bool(both > _SHARED * either)


def separate_ink(grey: Array) -> Array:
    """Separates the two greys of a crop. The light on the paper may fall off evenly to one side.

    Args:
        grey: float32 (rows, columns), 0 black to 1 white.

    Returns:
        float32 (rows, columns), 0 paper to 1 ink; all 0 if the picture does not have two greys.
    """
    threshold = _find_threshold(grey)
    is_light = grey > threshold
    inside = crop_to_box(is_light)
    share = (inside.mean() + outline(inside).mean() + _corners(inside).mean()) / 3
    is_paper = is_light if share >= 0.5 else ~is_light
    difference = (_fit_plane(grey, is_paper) - grey) * (1 if share >= 0.5 else -1)
    standing = difference[~is_paper]
    contrast = float(np.percentile(standing, 90)) if standing.size else 0.0
    grain = 1.48 * float(np.median(np.abs(difference[is_paper] - np.median(difference[is_paper]))))
    if contrast < max(_MIN_CONTRAST, _MIN_DISTANCE * grain):
        return np.zeros_like(grey)
    ink = np.clip(difference / np.float32(contrast), 0, 1)
    return np.where(ink < _NOISE, np.float32(0), ink).astype(np.float32)


def _narrow_one(ink: Array) -> Array:
    """Narrows a 1 that was stretched into a square to the width of a pen's line."""
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
    """Checks whether the middles of the rows lie on a line, and all rows except the ends have about the same width."""
    inner = is_ink[len(is_ink) // 8 : len(is_ink) - len(is_ink) // 8]
    runs = inner.sum(axis=1)
    if not runs.all() or (np.abs(runs - width) > 0.4 * width).any():
        return False
    middles, at = inner @ np.arange(inner.shape[1]) / runs, np.arange(len(inner))
    away = np.abs(middles - np.polyval(np.polyfit(at, middles, 1), at))
    return bool(away.max() < 0.12 * inner.shape[1])


def _corners(image: Array) -> Array:
    """Returns the four corners, each an eighth of the sides. A digit hardly reaches into them."""
    rows, columns = (max(1, size // 8) for size in image.shape)
    return np.stack([image[:rows, :columns], image[:rows, -columns:], image[-rows:, :columns], image[-rows:, -columns:]])


def _fit_plane(grey: Array, is_paper: Array) -> Array:
    """Fits a plane to the paper's pixels by least squares. Returns the light on the paper, float32 (rows, columns)."""
    rows, columns = grey.shape
    y, x = np.mgrid[-1 : 1 : rows * 1j, -1 : 1 : columns * 1j]
    terms = np.stack([np.ones_like(x), x, y], axis=-1)
    solution, *_ = np.linalg.lstsq(terms[is_paper], grey[is_paper], rcond=None)
    return np.asarray(terms @ solution, np.float32)


def _find_threshold(grey: Array) -> float:
    """Finds the threshold that divides the greys into two classes with the least variance within each (Otsu 1979)."""
    low, high = float(grey.min()), float(grey.max())
    if low == high:
        return low
    codes = ((grey - low) / (high - low) * 255).astype(np.uint8)
    threshold, _ = cv2.threshold(codes, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    return low + (float(threshold) + 1) / 255 * (high - low)


def _magnify(ink: Array) -> Array:
    factor = _FINE // max(ink.shape)
    if factor < 2:
        return ink
    padded = np.pad(ink, 2)  # gives lines that end at the border soft ends
    size = padded.shape[1] * factor, padded.shape[0] * factor
    smooth = cv2.resize(padded, size, interpolation=cv2.INTER_CUBIC)
    sharp = np.clip((smooth - 0.4) * 2 + 0.5, 0, 1)
    return np.where(sharp < 0.02, np.float32(0), sharp).astype(np.float32)
