"""Ink in crops: small pictures, and larger ones that are cut out tightly around a digit.

A digit fills such a picture, so there is no paper around its lines whose light could be followed. Two greys, ink and paper,
make it up; the light may fall evenly to one side. What a form has left at the border is dropped, a 1 that was stretched into a
square is narrow again, and the few pixels there are become many by a smooth magnification.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np

from mnistviz.form_remnants import ring, without_edges_of_boxes, without_remnants_of_forms
from mnistviz.picture_size import reduced_to

Array = np.ndarray[Any, Any]

_MIN_CONTRAST = 0.12
"""Ink must differ from paper by this share of black to white; paper alone differs by less from itself."""
_MIN_DISTANCE = 4.5
"""And by so many standard deviations of the paper; the two halves of noise are not as far apart."""
_FULL_CONTRAST = 0.6
"""From here on a picture of 28x28 is taken for a digit as MNIST has them, and its greys are left as they are."""
_EVEN, _MOSTLY = 0.004, 0.85
"""The border of a picture with a digit as MNIST has them is one grey, but where ink touches it."""
_NOISE = 0.25
"""Share of the contrast below which a pixel is paper: JPEG noise and the grain of paper stay under it."""
_FILLS = 0.5
"""Of the longest side: a crop's digit has that, at least; around a smaller one there is paper enough to look at its light."""
_WIDE, _WIDEST = 0.45, 0.6
"""Of the longest side: the widest line of a crop's digit, and of a 1 that was stretched until it touched all borders."""
_PIECES, _MAIN = 7, 0.6
"""Pieces and holes of a crop's digit and its paper, at most, and the largest piece's share of the ink; rulings have more."""
_STRAY, _STRAYS = 0.3, 0.01
"""Of the contrast: a pixel that differs more from ink and from paper is neither; and of the pixels, so many are, at most."""
_PART, _SPLINTER = 0.8, 0.22
"""Of the ink that a photo would have: so much lies in the largest piece of a crop's digit, unless it is shorter than this share
of the picture: where there is no paper around a digit, splinters of it stand out."""
_SMALLEST = 8
"""Rows and columns of what can be told for a crop."""
_FINE, _LARGEST = 96, 256
"""Pixels of the longest side to which a small picture is magnified, so that its line can be measured, and a large one reduced."""


def crop_ink(grey: Array) -> Array:
    """Separates the ink of a crop from its paper.

    Args:
        grey: float32 (rows, columns), 0 black to 1 white.

    Returns:
        float32, 0 paper to 1 ink, magnified if it was small; nothing but 0 if there is no ink.
    """
    grey = reduced_to(grey, _LARGEST)
    border = ring(grey)
    paper = float(np.median(border))
    is_even = float((np.abs(border - paper) <= _EVEN).mean()) > _MOSTLY
    if is_even and grey.shape == (28, 28) and float(np.abs(grey - paper).max()) > _FULL_CONTRAST:
        return np.abs(grey - np.float32(paper))  # comes without noise, and its faintest greys belong to it
    ink = np.zeros_like(grey) if min(grey.shape) < 2 else _told_from_paper(grey)
    if not ink.any():
        return ink
    ink = without_remnants_of_forms(ink)
    return _magnified(_narrowed(ink))


def is_crop(grey: Array, found: Array) -> bool:
    """A larger picture is a crop, too, if it is two greys of which one is lines that fill it.

    What lies along the border alone is a desk or the frame of a scan, what comes in from one side is the shadow of a hand, and
    paper that is not one grey has rulings, or a shadow.

    Args:
        grey: float32 (rows, columns), 0 black to 1 white.
        found: float32 (rows, columns), the ink that a photo of paper would have. In a crop it is a piece of these lines;
            elsewhere it has a place of its own beside desks and shadows.
    """
    small, piece = reduced_to(grey, _FINE), reduced_to(found, _FINE)
    if min(small.shape) < _SMALLEST:
        return False
    told = _told_from_paper(small)
    ink = cv2.medianBlur((without_remnants_of_forms(told) > 0.5).astype(np.uint8), 3)  # without the holes of noise
    count, labels, boxes, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    holes = cv2.connectedComponents(np.pad(1 - ink, 1, constant_values=1), connectivity=4)[0] - 2
    if count < 2 or count + holes > _PIECES:
        return False
    if not _is_two_greys(small, told):
        return False
    areas = boxes[1:, 4]
    main = 1 + int(areas.argmax())
    if _touches_border(np.delete(boxes[1:], main - 1, axis=0), ink.shape).any():
        return False
    depth = cv2.distanceTransform(np.pad(ink, 1, constant_values=1), cv2.DIST_L2, 5)[1:-1, 1:-1]
    margin = [max(2, size // 8) for size in ink.shape]
    inside = ink[margin[0] : -margin[0], margin[1] : -margin[1]].sum()
    sides = _ring_sides(ink)
    return bool(
        boxes[main, 2:4].max() > _FILLS * max(ink.shape)
        and areas.max() > _MAIN * areas.sum()
        and 2 * depth.max() < (_WIDEST if sides == 4 else _WIDE) * max(ink.shape)
        and inside > 0.3 * ink.sum()
        and sides != 1
        and (_extent(piece) < _SPLINTER * max(ink.shape) or piece[labels == main].sum() >= _PART * piece.sum())
    )


def _extent(ink: Array) -> int:
    """The longer side of the rectangle that holds ink, in pixels."""
    return max(int(np.ptp(places)) + 1 if places.size else 0 for places in np.nonzero(ink > _NOISE))


def _touches_border(boxes: Array, shape: tuple[int, ...]) -> Array:
    left, top, width, height = boxes[:, :4].T
    return np.asarray((left == 0) | (top == 0) | (left + width == shape[1]) | (top + height == shape[0]))


def _is_two_greys(grey: Array, told: Array) -> bool:
    """Away from the edges of the ink neither ink nor paper has lines of its own, as the paper within and around a shadow has."""
    window, strays = np.ones((5, 5), np.uint8), 0
    is_ink, is_paper = told > 0.5, told < _NOISE
    if not (is_ink.any() and is_paper.any()):
        return False
    contrast = float(np.abs(np.median(grey[is_ink]) - np.median(grey[is_paper])))
    for mask in (is_paper, is_ink):
        inner = cv2.erode(mask.astype(np.uint8), window) > 0
        if inner.any():
            away = np.abs(grey - _plane(grey, inner))[inner]
            strays += int((away > max(_STRAY * contrast, 6 * float(np.median(away)))).sum())
    between = ((told >= _NOISE) & (cv2.dilate(is_ink.astype(np.uint8), window) == 0)).astype(np.uint8)
    strays += int(cv2.morphologyEx(between, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8)).sum())
    return strays < _STRAYS * grey.size


def _told_from_paper(grey: Array) -> Array:
    """The two greys, with a light on the paper that falls evenly to one side."""
    threshold = _otsu(grey)
    is_light = grey > threshold
    inside = without_edges_of_boxes(is_light)
    share = (inside.mean() + ring(inside).mean() + _corners(inside).mean()) / 3
    is_paper = is_light if share >= 0.5 else ~is_light
    difference = (_plane(grey, is_paper) - grey) * (1 if share >= 0.5 else -1)
    standing = difference[~is_paper]
    contrast = float(np.percentile(standing, 90)) if standing.size else 0.0
    grain = 1.48 * float(np.median(np.abs(difference[is_paper] - np.median(difference[is_paper]))))
    if contrast < max(_MIN_CONTRAST, _MIN_DISTANCE * grain):
        return np.zeros_like(grey)
    ink = np.clip(difference / np.float32(contrast), 0, 1)
    return np.where(ink < _NOISE, np.float32(0), ink).astype(np.float32)


def _ring_sides(ink: Array) -> int:
    """Of the four borders, those that ink touches."""
    return sum(bool(side.any()) for side in (ink[0], ink[-1], ink[:, 0], ink[:, -1]))


def _corners(image: Array) -> Array:
    """The outermost pixels of the four corners, an eighth of a side each: a digit hardly reaches into them."""
    rows, columns = (max(1, size // 8) for size in image.shape)
    return np.stack([image[:rows, :columns], image[:rows, -columns:], image[-rows:, :columns], image[-rows:, -columns:]])


def _plane(grey: Array, is_paper: Array) -> Array:
    """The light on the paper, float32 (rows, columns): the plane through its pixels with the least squares."""
    rows, columns = grey.shape
    y, x = np.mgrid[-1 : 1 : rows * 1j, -1 : 1 : columns * 1j]
    terms = np.stack([np.ones_like(x), x, y], axis=-1)
    solution, *_ = np.linalg.lstsq(terms[is_paper], grey[is_paper], rcond=None)
    return np.asarray(terms @ solution, np.float32)


def _otsu(grey: Array) -> float:
    """The threshold that parts the greys into the two classes with the least variance within (Otsu 1979)."""
    low, high = float(grey.min()), float(grey.max())
    if low == high:
        return low
    codes = ((grey - low) / (high - low) * 255).astype(np.uint8)
    threshold, _ = cv2.threshold(codes, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    return low + (float(threshold) + 1) / 255 * (high - low)


def _narrowed(ink: Array) -> Array:
    """A 1 that was stretched into a square gets the width of a pen's line again."""
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
    """The middles of the rows lie near a line, and no row but those of the ends is far wider or narrower than the others."""
    inner = is_ink[len(is_ink) // 8 : len(is_ink) - len(is_ink) // 8]
    runs = inner.sum(axis=1)
    if not runs.all() or (np.abs(runs - width) > 0.6 * width).any():
        return False
    middles, at = inner @ np.arange(inner.shape[1]) / runs, np.arange(len(inner))
    away = np.abs(middles - np.polyval(np.polyfit(at, middles, 1), at))
    return bool(away.max() < 0.2 * inner.shape[1])


def _magnified(ink: Array) -> Array:
    factor = _FINE // max(ink.shape)
    if factor < 2:
        return ink
    padded = np.pad(ink, 2)  # what is cut off at the border ends there, softly
    size = padded.shape[1] * factor, padded.shape[0] * factor
    smooth = cv2.resize(padded, size, interpolation=cv2.INTER_CUBIC)
    sharp = np.clip((smooth - 0.4) * 2 + 0.5, 0, 1)
    return np.where(sharp < 0.02, np.float32(0), sharp).astype(np.float32)
