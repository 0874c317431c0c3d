"""Chooses the connected pieces that are the digit: one near the middle, and the pieces that belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from mnistviz.arrays import Array

_SMALLEST = 0.02
"""Minimum size of a digit (fraction of the longest side). Smaller pieces are specks."""
_RIVAL = 0.07
"""Above this size (fraction of the longest side), prefer pieces that don't touch the border."""
_COMPACT = 0.34
"""Maximum thickness of a line (fraction of its extent). Thicker pieces are remains of shadows or glare, or punched holes."""
_ASIDE = 0.41
"""Maximum distance of a digit's middle from the picture's (fraction of the width or height). Others lie beside the paper."""
_NEAR = 0.25
"""Maximum gap between the digit and a detached stroke (fraction of the digit's extent)."""


class _Pieces:
    """The connected pieces of a mask and their measurements. Index 0 is the first piece, not the paper."""

    def __init__(self, mask: Array, smooth: Array) -> None:
        count, self.labels, boxes, middles = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
        self.count = count - 1
        rows, columns = mask.shape
        self.left, self.top, self.width, self.height, self.area = boxes[1:].T
        self.right, self.bottom = self.left + self.width, self.top + self.height
        self.extent = np.maximum(self.width, self.height)
        self.weight = np.bincount(self.labels.ravel(), smooth.ravel(), count)[1:]
        self.strength = self.weight / np.maximum(self.area, 1)
        self.aside = np.abs(middles[1:] / (columns, rows) - 0.5)
        self.at_border = (self.left <= 1) | (self.top <= 1) | (self.right >= columns - 1) | (self.bottom >= rows - 1)
        self.in_margin = _measure_margin(self.labels, count)
        solid = mask & (smooth > 0.5 * np.append(0, self.strength)[self.labels])  # without the soft edges of a blurred line
        depth = cv2.distanceTransform(np.pad(solid, 1).astype(np.uint8), cv2.DIST_L2, 5)[1:-1, 1:-1]
        deepest = np.zeros(count, np.float32)
        np.maximum.at(deepest, self.labels[mask], depth[mask])
        self.is_blob = 2 * deepest[1:] - 2 > _COMPACT * self.extent
        narrow = np.minimum(self.width / columns, self.height / rows) < 0.25
        self.is_edge = self.at_border & narrow & ((self.width > 0.6 * columns) | (self.height > 0.6 * rows))

    def draw(self, chosen: Array) -> Array:
        """Returns the mask of the chosen pieces."""
        mask: Array = np.concatenate([[False], chosen])[self.labels]
        return mask


def choose_digit(mask: Array, smooth: Array, *, is_even: bool = False) -> Array:
    """Chooses the pieces that are most likely the digit.

    Args:
        mask: bool (rows, columns), the pixels that stand out from the paper.
        smooth: float32 (rows, columns), how far they stand out.
        is_even: whether the paper is one grey, as on a screen. Then there are no remains of shadows or glare.

    Returns:
        bool (rows, columns), all False if no piece can be a digit.
    """
    pieces = _Pieces(mask, smooth)
    if not pieces.count:
        return mask & False
    longest = max(mask.shape)
    score = np.minimum(pieces.weight, pieces.strength * pieces.extent * 0.12 * longest)
    score = score * (1 - np.hypot(*pieces.aside.T)) * np.where(pieces.at_border, 0.3, 1)
    is_frame = (pieces.in_margin > np.where(pieces.at_border, 0.6, 0.8)) | (pieces.aside.max(axis=1) > _ASIDE)
    is_blob = pieces.is_blob & (not is_even)
    score[pieces.is_edge | is_frame | is_blob] *= 1e-3
    score[pieces.extent < 0.01 * longest + 2] *= 0.1
    rivals = ~pieces.at_border & (pieces.extent > _RIVAL * longest) & (pieces.strength > 0.3 * pieces.strength[score.argmax()])
    if rivals.any():
        score[pieces.at_border] *= 0.1
    main = int(score.argmax())
    is_aside = bool(pieces.aside[main].max() > 0.25)
    if pieces.extent[main] < _SMALLEST * longest or is_frame[main] or is_blob[main] or (pieces.at_border[main] and is_aside):
        return mask & False
    return pieces.draw(_find_strokes(pieces, main))


def _find_strokes(pieces: _Pieces, main: int) -> Array:
    """Finds the pieces of the digit: the main one, and detached strokes that are near, large enough and away from the border."""
    gap_x = np.maximum(pieces.left - pieces.right[main], pieces.left[main] - pieces.right)
    gap_y = np.maximum(pieces.top - pieces.bottom[main], pieces.top[main] - pieces.bottom)
    gap = np.maximum(np.maximum(gap_x, gap_y), 0)
    belongs = gap < _NEAR * pieces.extent[main]
    belongs &= (pieces.weight > 0.02 * pieces.weight[main]) & (pieces.extent > 0.06 * pieces.extent[main])
    belongs &= (pieces.extent < 1.5 * pieces.extent[main]) & ~pieces.is_edge & (~pieces.at_border | pieces.at_border[main])
    belongs &= pieces.strength > 0.35 * pieces.strength[main]
    belongs[main] = True
    return np.asarray(belongs)


def _measure_margin(labels: Array, count: int) -> Array:
    """Measures which share of each piece lies in the outermost 6 % of the picture."""
    rows, columns = (max(2, round(0.06 * size)) for size in labels.shape)
    inside = labels[rows:-rows, columns:-columns]
    sizes = np.bincount(labels.ravel(), minlength=count)[1:]
    return 1 - np.bincount(inside.ravel(), minlength=count)[1:] / np.maximum(sizes, 1)
