"""Whether a picture is a crop, which a digit fills, or a photo of paper with a digit on it.

A crop is two greys of which one is lines. What lies along the border alone is a desk or the frame of a scan, what comes in from
one side is the shadow of a hand, and paper that is not one grey has rulings, or a shadow.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from mnistviz.ink.resampling import limit_side
from mnistviz.reading.crops.form_remnants import without_remnants_of_forms
from mnistviz.reading.crops.ink import NOISE, plane, separate_ink

if TYPE_CHECKING:
    from mnistviz.arrays import Array

_SIDE, _SMALLEST = 96, 8
"""Pixels of the longest side at which a picture is judged, and of the shorter one, at least."""
_PIECES = 7
"""Pieces and holes of a crop's digit and its paper, at most; rulings have more."""
_STRAY = 0.3
"""Of the contrast: a pixel that differs more from ink and from paper is neither."""
_SPLINTER = 0.22
"""Of the longest side: what is shorter is no digit of a photo. In a crop, where there is no paper around the lines, splinters of
them stand out."""


@dataclass(frozen=True)
class _Lines:
    """The lines of a picture of two greys. The first six are shares.

    Attributes:
        length: of the longest side, the longer side of the main piece.
        width: of the longest side, the width of the widest line.
        main: of the ink, the largest piece.
        inside: of the ink, what lies away from the border.
        strays: of the pixels, those that are neither ink nor paper.
        photo_part: of the ink that a photo of paper would have, what lies in the main piece.
        sides: how many borders the main piece touches.
        others_touch: whether other pieces touch a border.
        is_cut_tightly: ink reaches from border to border, and its main piece covers none of them as a desk or a frame does.
        photo_is_paper: what would be ink in a photo differs from what is around it the other way: it is the paper in a loop.
    """

    length: float
    width: float
    main: float
    inside: float
    strays: float
    photo_part: float
    sides: int
    others_touch: bool
    is_cut_tightly: bool
    photo_is_paper: bool


def is_crop(grey: Array, found: Array) -> bool:
    """Whether a picture is a crop.

    Args:
        grey: float32 (rows, columns), 0 black to 1 white.
        found: float32 (rows, columns), the ink that a photo of paper would have. In a crop it is a piece of the lines, or the
            paper between them; elsewhere it has a place of its own beside desks and shadows.
    """
    lines = _lines(limit_side(grey, _SIDE), limit_side(found, _SIDE))
    return lines is not None and lines.inside > 0.3 and (_is_tight(lines) or _is_loose(lines))


def _is_tight(lines: _Lines) -> bool:
    """Cut out along the digit's edges.

    Its line may be broken in two or stretched; and pixels that were magnified have edges of other greys.
    """
    return (
        lines.is_cut_tightly
        and lines.main > 0.45
        and lines.width < 0.7
        and lines.strays < 0.06
        and (lines.sides > 0 or not lines.others_touch)
        and (lines.photo_part >= 0.4 or lines.photo_is_paper)
    )


def _is_loose(lines: _Lines) -> bool:
    """With a little paper around the digit, but not so much that one could look at its light."""
    return (
        lines.length > 0.5
        and lines.main > 0.6
        and lines.width < 0.45
        and lines.strays < 0.01
        and lines.sides != 1
        and not lines.others_touch
        and lines.photo_part >= 0.8
    )


def _lines(grey: Array, found: Array) -> _Lines | None:
    """The lines of a picture; None if it is too small, not two greys, or has far too many pieces."""
    if min(grey.shape) < _SMALLEST:
        return None
    told = separate_ink(grey)
    ink = cv2.medianBlur((without_remnants_of_forms(told) > 0.5).astype(np.uint8), 3)  # without the holes of noise
    count, labels, boxes, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    holes = cv2.connectedComponents(np.pad(1 - ink, 1, constant_values=1), connectivity=4)[0] - 2
    if count < 2 or count + holes > _PIECES:
        return None
    number = 1 + int(boxes[1:, 4].argmax())
    main = labels == number
    depth = cv2.distanceTransform(np.pad(ink, 1, constant_values=1), cv2.DIST_L2, 5)[1:-1, 1:-1]
    rows, columns = (max(2, size // 8) for size in ink.shape)
    longest = max(ink.shape)
    is_splinter = _extent(found) < _SPLINTER * longest
    return _Lines(
        length=float(boxes[number, 2:4].max() / longest),
        width=float(2 * depth.max() / longest),
        main=float(main.sum() / ink.sum()),
        inside=float(ink[rows:-rows, columns:-columns].sum() / ink.sum()),
        strays=_strays(grey, told),
        photo_part=1.0 if is_splinter else float(found[main].sum() / found.sum()),
        sides=_ring_sides(main),
        others_touch=bool(_touches_border(np.delete(boxes[1:], number - 1, axis=0), ink.shape).any()),
        is_cut_tightly=_is_cut_tightly(ink, main),
        photo_is_paper=_is_paper(found, grey, ink),
    )


def _is_cut_tightly(ink: Array, main: Array) -> bool:
    smaller, larger = sorted((np.ptp(np.flatnonzero(ink.any(axis=axis))) + 1) / ink.shape[1 - axis] for axis in (0, 1))
    edges = (main[0], main[-1], main[:, 0], main[:, -1])
    return bool(larger > 0.85 and smaller > 0.35 and max(edge.mean() for edge in edges) < 0.65)


def _is_paper(found: Array, grey: Array, ink: Array) -> bool:
    """Whether what was found differs from what is around it as paper from ink."""
    is_found = found > 0.5
    around = (cv2.dilate(is_found.astype(np.uint8), np.ones((7, 7), np.uint8)) > 0) & (found < 0.1)
    if not (is_found.any() and around.any()):
        return False
    return bool((grey[is_found].mean() - grey[around].mean()) * (grey[ink > 0].mean() - grey[ink == 0].mean()) <= 0)


def _extent(ink: Array) -> int:
    """The longer side of the rectangle that holds ink, in pixels."""
    return max(int(np.ptp(places)) + 1 if places.size else 0 for places in np.nonzero(ink > NOISE))


def _touches_border(boxes: Array, shape: tuple[int, ...]) -> Array:
    left, top, width, height = boxes[:, :4].T
    return np.asarray((left == 0) | (top == 0) | (left + width == shape[1]) | (top + height == shape[0]))


def _strays(grey: Array, told: Array) -> float:
    """The share of pixels that are neither ink nor paper and not at the edge of ink: those within and around a shadow, say."""
    window, strays = np.ones((5, 5), np.uint8), 0
    is_ink, is_paper = told > 0.5, told < NOISE
    if not (is_ink.any() and is_paper.any()):
        return 1.0
    contrast = float(np.abs(np.median(grey[is_ink]) - np.median(grey[is_paper])))
    for mask in (is_paper, is_ink):
        inner = cv2.erode(mask.astype(np.uint8), window) > 0
        if inner.any():
            away = np.abs(grey - plane(grey, inner))[inner]
            strays += int((away > max(_STRAY * contrast, 6 * float(np.median(away)))).sum())
    between = ((told >= NOISE) & (cv2.dilate(is_ink.astype(np.uint8), window) == 0)).astype(np.uint8)
    strays += int(cv2.morphologyEx(between, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8)).sum())
    return strays / grey.size


def _ring_sides(ink: Array) -> int:
    """Of the four borders, those that ink touches."""
    return sum(bool(side.any()) for side in (ink[0], ink[-1], ink[:, 0], ink[:, -1]))
