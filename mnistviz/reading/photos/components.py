"""Which pieces of what stands out from paper are the digit: one near the middle, with those that belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from mnistviz.arrays import Array

_SMALLEST = 0.02
"""Of the longest side: what is smaller is a speck, not a digit."""
_RIVAL = 0.07
"""Of the longest side: of pieces of this extent one that lies inside is the digit rather than one that touches the border."""
_COMPACT = 0.34
"""Of its extent: a piece that is thicker is no line, but what is left of a shadow, of glare, or the hole of a punch."""
_ASIDE = 0.41
"""Of the width or height: what has its middle farther from the picture's is something beside the paper."""
_NEAR = 0.25
"""Of the digit's extent: a piece that is no farther away may belong to it."""


class _Pieces:
    """The connected pieces of a mask, and what is measured of them; index 0 is the first piece, not the paper."""

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
        self.in_margin = _share_at_border(self.labels, count)
        solid = mask & (smooth > 0.5 * np.append(0, self.strength)[self.labels])  # without the soft edges of a blurred line
        depth = cv2.distanceTransform(np.pad(solid, 1).astype(np.uint8), cv2.DIST_L2, 5)[1:-1, 1:-1]
        deepest = np.zeros(count, np.float32)
        np.maximum.at(deepest, self.labels[mask], depth[mask])
        self.is_blob = 2 * deepest[1:] - 2 > _COMPACT * self.extent
        narrow = np.minimum(self.width / columns, self.height / rows) < 0.25
        self.is_edge = self.at_border & narrow & ((self.width > 0.6 * columns) | (self.height > 0.6 * rows))

    def picture(self, chosen: Array) -> Array:
        """The mask of the chosen pieces."""
        picture: Array = np.concatenate([[False], chosen])[self.labels]
        return picture


def choose_digit(mask: Array, smooth: Array, *, is_even: bool = False) -> Array:
    """The pieces that are most likely the digit.

    Args:
        mask: bool (rows, columns), what stands out from the paper.
        smooth: float32 (rows, columns), by how much.
        is_even: the paper is one grey, as on a screen, so that nothing is left of a shadow or of glare.

    Returns:
        bool (rows, columns); none if nothing may be a digit.
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
    return pieces.picture(_belonging(pieces, main))


def _belonging(pieces: _Pieces, main: int) -> Array:
    """Detached strokes of the digit: near, of some size, and not something that lies at the border."""
    gap_x = np.maximum(pieces.left - pieces.right[main], pieces.left[main] - pieces.right)
    gap_y = np.maximum(pieces.top - pieces.bottom[main], pieces.top[main] - pieces.bottom)
    gap = np.maximum(np.maximum(gap_x, gap_y), 0)
    belongs = gap < _NEAR * pieces.extent[main]
    belongs &= (pieces.weight > 0.02 * pieces.weight[main]) & (pieces.extent > 0.06 * pieces.extent[main])
    belongs &= (pieces.extent < 1.5 * pieces.extent[main]) & ~pieces.is_edge & (~pieces.at_border | pieces.at_border[main])
    belongs &= pieces.strength > 0.35 * pieces.strength[main]
    belongs[main] = True
    return np.asarray(belongs)


def _share_at_border(labels: Array, count: int) -> Array:
    """Of each piece the share of pixels that lie in the outermost 6 % of the picture."""
    rows, columns = (max(2, round(0.06 * size)) for size in labels.shape)
    inside = labels[rows:-rows, columns:-columns]
    sizes = np.bincount(labels.ravel(), minlength=count)[1:]
    return 1 - np.bincount(inside.ravel(), minlength=count)[1:] / np.maximum(sizes, 1)
