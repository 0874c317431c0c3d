"""Decides whether a picture is a crop, which a digit fills, or a photo of paper with a digit on it.

A crop has two greys, and one of them forms lines. Ink that lies only along the border is a desk or the frame of a scan. Ink that
enters from one side is the shadow of a hand. Paper that is not one grey has rulings or a shadow.

If the ink that a photo would have lies in a place of its own, as beside a shadow or a desk, the picture is a photo. In a crop,
that ink is a splinter of the lines, or the paper inside a loop.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from mnistviz.ink.resampling import limit_side
from mnistviz.reading.crops.form_remnants import remove_form_remnants
from mnistviz.reading.crops.ink import NOISE, fit_plane, separate_ink

if TYPE_CHECKING:
    from mnistviz.arrays import Array

_SIDE, _SMALLEST = 96, 8
"""Longest side to which a picture is reduced before it is judged, and minimum shorter side (pixels)."""
_PIECES = 7
"""Maximum number of pieces and holes in a crop. Rulings have more."""
_STRAY = 0.3
"""Maximum deviation of a pixel of ink or paper (fraction of the contrast). Other pixels are strays."""
_SPLINTER = 0.22
"""Minimum size of a photo's digit (fraction of the longest side). A crop has no paper around the lines, so only
splinters of them stand out."""


@dataclass(frozen=True)
class _Lines:
    """Measurements of the lines in a picture of two greys. The first six are fractions.

    Attributes:
        length: longer side of the main piece (fraction of the picture's longest side).
        width: width of the widest line (fraction of the picture's longest side).
        main: fraction of the ink that lies in the main piece, which is the largest.
        inside: fraction of the ink that lies away from the border.
        strays: fraction of the pixels that are neither ink nor paper.
        photo_part: fraction of the ink that a photo would have that lies in the main piece.
        sides: number of borders that the main piece touches.
        others_touch: whether other pieces touch a border.
        is_cut_tightly: whether ink reaches from border to border, and the main piece covers no border as a desk or a frame would.
        photo_is_paper: whether the ink that a photo would have has the opposite polarity: paper enclosed by a loop.
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
    """Checks whether a picture is a crop.

    Args:
        grey: float32 (rows, columns), 0 black to 1 white.
        found: float32 (rows, columns), the ink that the picture would have as a photo of paper.
    """
    lines = _measure_lines(limit_side(grey, _SIDE), limit_side(found, _SIDE))
    return lines is not None and lines.inside > 0.3 and (_is_tight(lines) or _is_loose(lines))


def _is_tight(lines: _Lines) -> bool:
    """Checks whether a picture is cut out along the digit's edges.

    Its line may be broken in two or stretched, and magnified pixels have edges in other greys.
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
    """Checks whether a picture has a little paper around the digit, but too little to measure the light."""
    return (
        lines.length > 0.5
        and lines.main > 0.6
        and lines.width < 0.45
        and lines.strays < 0.01
        and lines.sides != 1
        and not lines.others_touch
        and lines.photo_part >= 0.8
    )


def _measure_lines(grey: Array, found: Array) -> _Lines | None:
    """Measures the lines of a picture. None if it is too small, does not have two greys, or has too many pieces."""
    if min(grey.shape) < _SMALLEST:
        return None
    separated = separate_ink(grey)
    ink = cv2.medianBlur((remove_form_remnants(separated) > 0.5).astype(np.uint8), 3)  # closes the holes that noise leaves
    count, labels, boxes, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    holes = cv2.connectedComponents(np.pad(1 - ink, 1, constant_values=1), connectivity=4)[0] - 2
    if count < 2 or count + holes > _PIECES:
        return None
    number = 1 + int(boxes[1:, 4].argmax())
    main = labels == number
    depth = cv2.distanceTransform(np.pad(ink, 1, constant_values=1), cv2.DIST_L2, 5)[1:-1, 1:-1]
    rows, columns = (max(2, size // 8) for size in ink.shape)
    longest = max(ink.shape)
    is_splinter = _measure_extent(found) < _SPLINTER * longest
    return _Lines(
        length=float(boxes[number, 2:4].max() / longest),
        width=float(2 * depth.max() / longest),
        main=float(main.sum() / ink.sum()),
        inside=float(ink[rows:-rows, columns:-columns].sum() / ink.sum()),
        strays=_measure_strays(grey, separated),
        photo_part=1.0 if is_splinter else float(found[main].sum() / found.sum()),
        sides=_count_sides(main),
        others_touch=bool(_touches_border(np.delete(boxes[1:], number - 1, axis=0), ink.shape).any()),
        is_cut_tightly=_is_cut_tightly(ink, main),
        photo_is_paper=_is_paper(found, grey, ink),
    )


def _is_cut_tightly(ink: Array, main: Array) -> bool:
    smaller, larger = sorted((np.ptp(np.flatnonzero(ink.any(axis=axis))) + 1) / ink.shape[1 - axis] for axis in (0, 1))
    edges = (main[0], main[-1], main[:, 0], main[:, -1])
    return bool(larger > 0.85 and smaller > 0.35 and max(edge.mean() for edge in edges) < 0.65)


def _is_paper(found: Array, grey: Array, ink: Array) -> bool:
    """Checks whether the found pixels differ from their surroundings as paper does from ink."""
    is_found = found > 0.5
    around = (cv2.dilate(is_found.astype(np.uint8), np.ones((7, 7), np.uint8)) > 0) & (found < 0.1)
    if not (is_found.any() and around.any()):
        return False
    return bool((grey[is_found].mean() - grey[around].mean()) * (grey[ink > 0].mean() - grey[ink == 0].mean()) <= 0)


def _measure_extent(ink: Array) -> int:
    """Returns the longer side of the smallest rectangle around the ink (pixels)."""
    return max(int(np.ptp(places)) + 1 if places.size else 0 for places in np.nonzero(ink > NOISE))


def _touches_border(boxes: Array, shape: tuple[int, ...]) -> Array:
    left, top, width, height = boxes[:, :4].T
    return np.asarray((left == 0) | (top == 0) | (left + width == shape[1]) | (top + height == shape[0]))


def _measure_strays(grey: Array, separated: Array) -> float:
    """Returns the fraction of pixels, such as in and around a shadow, that are neither ink nor paper nor an edge of ink."""
    window, strays = np.ones((5, 5), np.uint8), 0
    is_ink, is_paper = separated > 0.5, separated < NOISE
    if not (is_ink.any() and is_paper.any()):
        return 1.0
    contrast = float(np.abs(np.median(grey[is_ink]) - np.median(grey[is_paper])))
    for mask in (is_paper, is_ink):
        inner = cv2.erode(mask.astype(np.uint8), window) > 0
        if inner.any():
            away = np.abs(grey - fit_plane(grey, inner))[inner]
            strays += int((away > max(_STRAY * contrast, 6 * float(np.median(away)))).sum())
    between = ((separated >= NOISE) & (cv2.dilate(is_ink.astype(np.uint8), window) == 0)).astype(np.uint8)
    strays += int(cv2.morphologyEx(between, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8)).sum())
    return strays / grey.size


def _count_sides(ink: Array) -> int:
    """Counts the borders that ink touches."""
    return sum(bool(side.any()) for side in (ink[0], ink[-1], ink[:, 0], ink[:, -1]))
