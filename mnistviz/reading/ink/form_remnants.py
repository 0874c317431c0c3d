"""Removes what forms leave at the border of a crop: specks, dots, and the lines of boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from mnistviz.ink.resampling import outline

if TYPE_CHECKING:
    from mnistviz.arrays import Array

_RULE = 0.05
"""Maximum thickness of the rest of a box's line (fraction of the width or height, plus one pixel)."""
_FULL = 0.94
"""Minimum length of a line from corner to corner (fraction of the width or height)."""
_BEHIND = 0.6
"""Minimum difference between a box's line and what lies behind it (difference of the shares of light pixels)."""
_REMNANT, _DEEP = 0.15, 0.15
"""Remnants of forms are pieces at the border with less ink (fraction of the digit's) and less depth (fraction of the picture)."""
_SPECK = 0.02
"""Minimum ink of a piece (fraction of the digit's). Smaller pieces are dirt."""


def remove_form_remnants(ink: Array) -> Array:
    """Removes the rest of a form's box: specks at the border that are not ends of the digit, then the box's lines."""
    return _remove_specks(_remove_box(_remove_specks(ink)))


def _remove_specks(ink: Array) -> Array:
    count, labels, boxes, _ = cv2.connectedComponentsWithStats((ink > 0).astype(np.uint8), connectivity=8)
    if count < 2:
        return ink
    weights = np.bincount(labels.ravel(), ink.ravel(), count)
    rows, columns = ink.shape
    left, top, width, height = boxes[:, :4].T
    at_side = (left == 0) | (left + width == columns)
    at_end = (top == 0) | (top + height == rows)
    depth = np.minimum(np.where(at_side, width / columns, 1), np.where(at_end, height / rows, 1))
    largest = weights[1:].max()
    is_kept = (weights > _SPECK * largest) & ((depth > _DEEP) | (weights > _REMNANT * largest))
    is_kept[0] = False
    kept: Array = np.where(is_kept[labels], ink, np.float32(0))
    return kept


def _remove_box(ink: Array) -> Array:
    """Removes lines along the border from corner to corner, unless the digit needs them to fill the picture."""
    inside, found = ink.copy(), []
    for turns in range(4):
        line = _measure_top_line(np.rot90(ink, turns))
        np.rot90(inside, turns)[:line] = 0  # a view
        found.append(bool(line))
    opposite = [inside[-1], inside[:, 0], inside[0], inside[:, -1]]
    fills = any(line and edge.max() > 0 for line, edge in zip(found, opposite, strict=True))
    return inside if inside.max() > 0 and not fills else ink


def _measure_top_line(ink: Array) -> int:
    """Counts the rows of a thin line at the top, or returns 0. Below it is paper, except for lines of the digit that touch it."""
    thickest = 1 + round(_RULE * len(ink))
    if len(ink) < 3 * (thickest + 1):
        return 0
    covered = (ink > 0.4).mean(axis=1)
    full = np.flatnonzero(covered[:thickest] > _FULL)
    return int(full[-1]) + 2 if full.size and covered[full[-1] + 2] < 0.6 else 0


def crop_to_box(is_light: Array) -> Array:
    """Crops to the inside of a box along the whole border, if the pixels behind it and in its corners are of the other class."""
    depth = 1 + round(_RULE * min(is_light.shape))
    if min(is_light.shape) < 4 * depth:
        return is_light
    inside = is_light[depth:-depth, depth:-depth]
    edge, behind = outline(is_light).mean(), outline(inside).mean()
    corners = inside[[0, 0, -1, -1], [0, -1, 0, -1]].mean()
    is_box = min(abs(edge - value) for value in (behind, corners)) > _BEHIND and max(edge, 1 - edge) > _FULL and corners in {0, 1}
    return inside if is_box else is_light
