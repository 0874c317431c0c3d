"""Flattens the light on paper, and measures the grain of the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from mnistviz.ink.resampling import limit_side

if TYPE_CHECKING:
    from mnistviz.arrays import Array

_COARSE = 192
"""Longest side of the reduced picture in which the light is measured (pixels): fine enough to follow the edge of a shadow."""
_LINES = 192
"""Longest side of the reduced picture that tells dark ink from light ink (pixels)."""
_WIDEST_LINE = 0.16
"""Maximum width of a line of ink (fraction of the longest side). Anything wider is light or shadow."""
_EVERY = 3
"""Medians use every third row and column, which is accurate enough."""
_PARTS = 12
"""The grain of the paper is measured in 12 x 12 parts of the picture."""
_DARKEST, _DESK = 0.5, 0.33
"""Fractions of the median light. Less than the first is a deep shadow or a desk, whose grain must not be magnified. Less than the
second is not paper."""
_EDGE = 0.2
"""Minimum change of the light (black to white is 1) at the edge of a desk or a shadow, whose corners look like lines."""


def flatten(pixels: Array) -> Array:
    """Measures how much each pixel differs from the paper around it, as a fraction of the brighter of the two.

    Args:
        pixels: float32 (rows, columns, channel), 0 black to 1 white.

    Returns:
        float32 (rows, columns), about 0 for paper, up to 1 for ink. The channel with the largest difference has the most weight.
    """
    rows, columns, _ = pixels.shape
    coarse = limit_side(pixels, _COARSE)
    side = 2 * round(_WIDEST_LINE * max(coarse.shape) / 2) + 1
    is_dark_ink = _is_dark_ink(pixels)
    way = cv2.MORPH_CLOSE if is_dark_ink else cv2.MORPH_OPEN
    padded = cv2.copyMakeBorder(coarse, side, side, side, side, cv2.BORDER_REPLICATE)
    around = cv2.morphologyEx(padded, way, np.ones((side, side), np.uint8))[side:-side, side:-side]
    around = cv2.GaussianBlur(around, (0, 0), 1.0)
    paper = cv2.resize(around, (columns, rows), interpolation=cv2.INTER_LINEAR).reshape(pixels.shape)
    light = paper if is_dark_ink else 1 - paper
    least = np.maximum(0.05, _DARKEST * np.median(light[::_EVERY, ::_EVERY], axis=(0, 1)))
    flat = (paper - pixels if is_dark_ink else pixels - paper) / np.maximum(light, least) * np.minimum(light / least, 1)
    lightness = light.mean(axis=2)
    is_paper = lightness > _DESK * np.median(lightness[::_EVERY, ::_EVERY])
    one = (0.5 * flat.mean(axis=2) + 0.5 * flat.max(axis=2)) * is_paper
    offset = np.median(one[::_EVERY, ::_EVERY])  # because of its grain, the brightest paper nearby is brighter than most paper
    return np.asarray(one - offset, np.float32)


def measure_grain(smooth: Array) -> Array:
    """Measures the standard deviation of the paper around each pixel, float32 (rows, columns). It is larger in shadow.

    At least half of all pixels are paper, so ink hardly changes the median deviation, or means that leave out large deviations.
    """
    rows, columns = smooth.shape
    away = np.abs(smooth - np.median(smooth[::_EVERY, ::_EVERY]))
    everywhere = 1.4826 * float(np.median(away[::_EVERY, ::_EVERY]))
    parts = cv2.resize(np.minimum(away, 6 * everywhere), (_PARTS, _PARTS), interpolation=cv2.INTER_AREA)
    around = cv2.resize(cv2.GaussianBlur(parts, (0, 0), 0.7), (columns, rows), interpolation=cv2.INTER_LINEAR)
    return np.asarray(np.clip(1.2533 * around, everywhere, 4 * everywhere), np.float32)


def blur(image: Array) -> Array:
    """Removes the noise of single pixels."""
    return np.asarray(cv2.GaussianBlur(image, (0, 0), 0.8))


def _is_dark_ink(pixels: Array) -> bool:
    """Checks whether ink is darker than the paper.

    Lines stand out to one side of the local median, which follows the edges of shadows and desks. The third moment of the
    difference shows to which side, and the grain of the paper hardly affects it.
    """
    grey = limit_side(pixels, _LINES).mean(axis=2)
    return sum(_skew(grey, 2 * round(share * max(grey.shape) / 2) + 1) for share in (_WIDEST_LINE, 1.5 * _WIDEST_LINE)) <= 0


def _skew(grey: Array, side: int) -> float:
    """Returns the third moment. It leaves out edges that reach the border: the corner of a page on a desk looks like a line."""
    around = cv2.medianBlur((255 * grey + 0.5).astype(np.uint8), side)
    window = np.ones((side // 2 + 1, side // 2 + 1), np.uint8)
    edges = (cv2.morphologyEx(around, cv2.MORPH_GRADIENT, window) > 255 * _EDGE).astype(np.uint8)
    _, labels = cv2.connectedComponents(edges, connectivity=8)
    at_border = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    is_even = (labels == 0) | ~np.isin(labels, at_border)
    cubes = (grey - around.astype(np.float32) / 255) ** 3
    return float(cubes[is_even if is_even.mean() > 0.2 else ...].sum())
