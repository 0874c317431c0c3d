"""The light on paper: how much each pixel of a photo differs from the paper around it, and how far paper differs from itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from mnistviz.ink.resampling import limit_side

if TYPE_CHECKING:
    from mnistviz.arrays import Array

_COARSE = 192
"""Pixels of the longest side when the light is looked at: the edge of a shadow is followed that closely."""
_LINES = 192
"""Pixels of the longest side when dark lines are told from light ones."""
_WIDEST_LINE = 0.16
"""Of the longest side: what is wider is light and shadow, not a line of ink."""
_EVERY = 3
"""Of so many rows and columns one is enough for a median."""
_PARTS = 12
"""Rows and columns into which a picture is divided to measure the grain of its paper."""
_DARKEST, _DESK = 0.5, 0.33
"""Of the light in most of the picture: what gets less is a deep shadow, or a desk, whose grain must not be magnified; and
what gets even less is no paper."""
_EDGE = 0.2
"""Of black to white: where the light around changes by more, a desk or a shadow ends, and its corners would look like lines."""


def flattened(pixels: Array) -> Array:
    """How much each pixel differs from the paper around it, as a share of the brighter of both.

    Args:
        pixels: float32 (rows, columns, channel), 0 black to 1 white.

    Returns:
        float32 (rows, columns), about 0 for paper and up to 1 for ink, with more weight on the channel in which it differs most.
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
    return np.asarray(
        one - np.median(one[::_EVERY, ::_EVERY]), np.float32
    )  # the brightest paper around is brighter than paper by its grain


def grain(smooth: Array) -> Array:
    """Standard deviation of the paper around each pixel, float32 (rows, columns); in shadow it is larger.

    Half of all pixels are paper, so the median deviation is hardly ink's; nor are mean deviations that count no large ones.
    """
    rows, columns = smooth.shape
    away = np.abs(smooth - np.median(smooth[::_EVERY, ::_EVERY]))
    everywhere = 1.4826 * float(np.median(away[::_EVERY, ::_EVERY]))
    parts = cv2.resize(np.minimum(away, 6 * everywhere), (_PARTS, _PARTS), interpolation=cv2.INTER_AREA)
    around = cv2.resize(cv2.GaussianBlur(parts, (0, 0), 0.7), (columns, rows), interpolation=cv2.INTER_LINEAR)
    return np.asarray(np.clip(1.2533 * around, everywhere, 4 * everywhere), np.float32)


def blurred(image: Array) -> Array:
    """Without the noise of single pixels."""
    return np.asarray(cv2.GaussianBlur(image, (0, 0), 0.8))


def _is_dark_ink(pixels: Array) -> bool:
    """Lines stand out on one side of the median around them, which follows the edges of shadows and desks.

    The third moment of the difference tells on which, hardly moved by the grain of the paper.
    """
    grey = limit_side(pixels, _LINES).mean(axis=2)
    return sum(_skew(grey, 2 * round(share * max(grey.shape) / 2) + 1) for share in (_WIDEST_LINE, 1.5 * _WIDEST_LINE)) <= 0


def _skew(grey: Array, side: int) -> float:
    """The third moment, but for edges that reach the border: the corner of a page on a desk would look like a line."""
    around = cv2.medianBlur((255 * grey + 0.5).astype(np.uint8), side)
    window = np.ones((side // 2 + 1, side // 2 + 1), np.uint8)
    edges = (cv2.morphologyEx(around, cv2.MORPH_GRADIENT, window) > 255 * _EDGE).astype(np.uint8)
    _, labels = cv2.connectedComponents(edges, connectivity=8)
    at_border = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    is_even = (labels == 0) | ~np.isin(labels, at_border)
    cubes = (grey - around.astype(np.float32) / 255) ** 3
    return float(cubes[is_even if is_even.mean() > 0.2 else ...].sum())
