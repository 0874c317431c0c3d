"""Ink in photos: the light is flattened, ink is told from paper, and rulings, specks and what lies at the border are dropped.

Values are shares of the paper's light: ink is measured by how much light it takes away from (or, on a blackboard, adds to)
the paper around it, in the colour channel where that is most.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from mnistviz.photo_rulings import without_rulings

Array = np.ndarray[Any, Any]

_COARSE = 96
"""Pixels of the longest side when the light is looked at."""
_LINES = 128
"""Pixels of the longest side when dark lines are told from light ones."""
_AROUND = 0.24
"""Of the longest side: the square around a pixel with which it is compared."""
_WIDEST_LINE = 0.3
"""Of the longest side: what is wider is light and shadow, not a line of ink."""
_FAINTEST = 0.055
"""Share of the paper's light that the faintest pencil takes away."""
_NOISES = 5.0
"""Ink stands out from the noise of the paper by so many standard deviations."""
_LEAST = 3e-4
"""Share of the picture that ink covers, at least; the grain of the paper has fewer pixels that stand out so far."""
_FEWEST = 12
"""Pixels of ink, at least."""
_SMALLEST = 0.02
"""Of the longest side: what is smaller is a speck, not a digit."""
_SOFTEST = 0.03
"""Of the longest side: the widest edge of a line of ink."""
_THINNER = 0.5
"""Of the pen's width: what is thinner is no ink of this pen."""


@dataclass(frozen=True, eq=False)
class Photo:
    """The way from a picture to its ink; every field is float32 (rows, columns), 0 to 1.

    Attributes:
        flat: how much each pixel differs from the paper around it.
        ink: the digit alone, 0 paper to 1 ink; nothing but 0 if there is none.
    """

    flat: Array
    ink: Array


def find_ink(pixels: Array) -> Photo:
    """Finds the digit in a photo, a scan or a screenshot.

    Args:
        pixels: float32 (rows, columns, channel), 0 black to 1 white, at most about a million pixels.
    """
    flat = _flattened(pixels)
    noise = _noise(flat)
    smooth = _blurred(flat, 0.8)
    strength = _strength(smooth, noise)
    if strength < max(_FAINTEST, _NOISES * noise):
        return Photo(flat, np.zeros_like(flat))
    low = max(0.35 * strength, min(3 * noise, 0.6 * strength))
    mask = _connected(smooth, low, 0.6 * strength)
    mask = without_rulings(mask, smooth)
    mask = _chosen(mask, smooth)
    mask = _chosen(_without_thin_lines(mask), smooth)
    level = float(np.percentile(smooth[mask], 75)) if mask.any() else 1.0
    if not _is_sharp(smooth, mask, level):
        mask = mask & False
    near = _grown(mask, 1)
    ink = np.where(near, np.clip((smooth - 0.3 * level) / (0.6 * level), 0, 1), 0)
    return Photo(np.clip(flat, 0, 1), ink.astype(np.float32))


def _flattened(pixels: Array) -> Array:
    """How much each pixel differs from the paper around it, as a share of the brighter of both."""
    rows, columns, _ = pixels.shape
    factor = _COARSE / max(rows, columns)
    size = max(1, round(columns * factor)), max(1, round(rows * factor))
    coarse = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA).reshape(size[1], size[0], -1)
    side = 2 * round(_WIDEST_LINE * _COARSE / 2) + 1
    window = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    bright, dark = (_padded_morphology(coarse, way, window) for way in (cv2.MORPH_CLOSE, cv2.MORPH_OPEN))
    is_dark_ink = _is_dark_ink(pixels)
    paper = cv2.GaussianBlur(bright if is_dark_ink else dark, (0, 0), 1.5)
    paper = cv2.resize(paper, (columns, rows), interpolation=cv2.INTER_LINEAR).reshape(pixels.shape)
    flat = 1 - pixels / np.maximum(paper, 0.05) if is_dark_ink else (pixels - paper) / np.maximum(1 - paper, 0.05)
    one = 0.5 * flat.mean(axis=2) + 0.5 * flat.max(axis=2)
    return np.asarray(one - np.median(one), np.float32)  # the brightest paper around is brighter than paper by its grain


def _is_dark_ink(pixels: Array) -> bool:
    """Lines stand out on one side of the median around them, which follows the edges of shadows and desks.

    The third moment of the difference tells on which, hardly moved by the grain of the paper.
    """
    factor = min(1.0, _LINES / max(pixels.shape))
    size = max(1, round(pixels.shape[1] * factor)), max(1, round(pixels.shape[0] * factor))
    grey = cv2.resize(pixels.mean(axis=2), size, interpolation=cv2.INTER_AREA)
    around = cv2.medianBlur((255 * grey + 0.5).astype(np.uint8), 2 * round(_AROUND * max(size) / 2) + 1)
    return float(((grey - around.astype(np.float32) / 255) ** 3).sum()) <= 0


def _padded_morphology(image: Array, way: int, window: Array) -> Array:
    """Closing or opening with the picture mirrored at its borders."""
    pad = window.shape[0]
    padded = cv2.copyMakeBorder(image, pad, pad, pad, pad, cv2.BORDER_REPLICATE)
    done: Array = cv2.morphologyEx(padded, way, window).reshape(*padded.shape[:2], -1)
    return done[pad:-pad, pad:-pad]


def _blurred(image: Array, sigma: float) -> Array:
    return np.asarray(cv2.GaussianBlur(image, (0, 0), sigma))


def _noise(flat: Array) -> float:
    """Standard deviation of the paper's grain: half of all pixels are paper, so the median deviation is hardly ink's."""
    smooth = _blurred(flat, 0.8)
    middle = float(np.median(smooth))
    return 1.4826 * float(np.median(np.abs(smooth - middle)))


def _strength(smooth: Array, noise: float) -> float:
    """How much light the ink takes away: the middle of what stands out from the paper most."""
    standing = smooth[smooth > max(_FAINTEST, _NOISES * noise)]
    if standing.size < max(_LEAST * smooth.size, _FEWEST):
        return 0.0
    return float(np.percentile(standing, 80))


def _connected(smooth: Array, low: float, high: float) -> Array:
    """Hysteresis (Canny 1986): faint pixels count where they touch dark ones."""
    count, labels = cv2.connectedComponents((smooth > low).astype(np.uint8), connectivity=8)
    strong = np.zeros(count, bool)
    strong[labels[smooth > high]] = True
    strong[0] = False
    connected: Array = strong[labels]
    return connected


def _chosen(mask: Array, smooth: Array) -> Array:
    """The component that is most likely the digit, with those that belong to it."""
    count, labels, boxes, middles = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    if count < 2:
        return mask & False
    left, top, width, height = boxes[1:, :4].T
    rows, columns = mask.shape
    at_border = (left <= 1) | (top <= 1) | (left + width >= columns - 1) | (top + height >= rows - 1)
    weight = np.bincount(labels.ravel(), smooth.ravel(), count)[1:]
    extent = np.maximum(width, height)
    away = np.hypot((middles[1:, 0] - columns / 2) / columns, (middles[1:, 1] - rows / 2) / rows)
    score = weight * (1 - away) * np.where(at_border, 0.3, 1)
    is_edge = at_border & ((width > 0.6 * columns) | (height > 0.6 * rows)) & (np.minimum(width / columns, height / rows) < 0.25)
    is_frame = at_border & (_share_at_border(labels, count) > 0.6)
    score[is_edge | is_frame] *= 1e-3
    score[extent < 0.01 * max(mask.shape) + 2] *= 0.1
    main = int(score.argmax())
    is_aside = bool(np.abs(middles[main + 1] / (columns, rows) - 0.5).max() > 0.25)
    if extent[main] < _SMALLEST * max(mask.shape) or is_frame[main] or (is_edge[main] and is_aside):
        return mask & False
    gap_x = np.maximum(left - (left + width)[main], left[main] - (left + width))
    gap_y = np.maximum(top - (top + height)[main], top[main] - (top + height))
    gap = np.maximum(np.maximum(gap_x, gap_y), 0)
    near = gap < 0.25 * extent[main]
    belongs = near & (weight > 0.02 * weight[main]) & (~at_border | at_border[main])
    belongs &= extent > 0.06 * extent[main]
    belongs[main] = True
    chosen: Array = np.concatenate([[False], belongs])[labels]
    return chosen


def _share_at_border(labels: Array, count: int) -> Array:
    """Of each component the share of pixels that lie in the outermost 6 % of the picture."""
    rows, columns = (max(2, round(0.06 * size)) for size in labels.shape)
    inside = labels[rows:-rows, columns:-columns]
    sizes = np.bincount(labels.ravel(), minlength=count)[1:]
    return 1 - np.bincount(inside.ravel(), minlength=count)[1:] / np.maximum(sizes, 1)


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
