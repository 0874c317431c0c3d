"""What forms leave at the border of a crop: specks, dots, and the lines of boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from mnistviz.arrays import Array

_RULE = 0.05
"""Of the width or height: how thick what is left of a box's line may be, besides a pixel."""
_FULL = 0.94
"""Of the width or height: a line that is longer goes from corner to corner."""
_BEHIND = 0.6
"""Of what lies behind a box's line is paper, at least."""
_REMNANT, _DEEP = 0.15, 0.15
"""Of the digit's ink, and of the picture: a piece at the border with less than that, and not reaching in, is left of a form."""
_SPECK = 0.02
"""Of the digit's ink: anything with less than that is dirt."""


def without_remnants_of_forms(ink: Array) -> Array:
    """Drops what a form's box has left: specks at the border, which are not the digit's ends, and then its lines."""
    return _without_remnants(_without_box(_without_remnants(ink)))


def _without_remnants(ink: Array) -> Array:
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


def _without_box(ink: Array) -> Array:
    """Lines along the border from corner to corner go, if the digit does not fill the picture and needs them."""
    inside, found = ink.copy(), []
    for turns in range(4):
        line = _line_at_top(np.rot90(ink, turns))
        np.rot90(inside, turns)[:line] = 0  # a view
        found.append(bool(line))
    opposite = [inside[-1], inside[:, 0], inside[0], inside[:, -1]]
    fills = any(line and edge.max() > 0 for line, edge in zip(found, opposite, strict=True))
    return inside if inside.max() > 0 and not fills else ink


def _line_at_top(ink: Array) -> int:
    """How many rows a thin line at the top takes: below it is paper, but for the digit's own lines that touch it."""
    thickest = 1 + round(_RULE * len(ink))
    if len(ink) < 3 * (thickest + 1):
        return 0
    covered = (ink > 0.4).mean(axis=1)
    full = np.flatnonzero(covered[:thickest] > _FULL)
    return int(full[-1]) + 2 if full.size and covered[full[-1] + 2] < 0.6 else 0


def without_edges_of_boxes(is_light: Array) -> Array:
    """Without a whole box along the border, behind which, and in whose corners, there is the other class."""
    depth = 1 + round(_RULE * min(is_light.shape))
    if min(is_light.shape) < 4 * depth:
        return is_light
    inside = is_light[depth:-depth, depth:-depth]
    edge, behind = ring(is_light).mean(), ring(inside).mean()
    corners = inside[[0, 0, -1, -1], [0, -1, 0, -1]].mean()
    is_box = min(abs(edge - value) for value in (behind, corners)) > _BEHIND and max(edge, 1 - edge) > _FULL and corners in {0, 1}
    return inside if is_box else is_light


def ring(image: Array) -> Array:
    """The outermost pixels on all four sides."""
    return np.concatenate([image[0], image[-1], image[:, 0], image[:, -1]])
