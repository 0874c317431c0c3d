"""Removes the rulings of paper, which are thin straight lines, and keeps the ink that crosses them.

A ruling leaves the picture at both ends, or has other lines in about its direction. A single line that ends inside the picture is
a stroke of the pen. So is a line without which the digit would not fill a tightly cropped picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import cv2
import numpy as np

if TYPE_CHECKING:
    from mnistviz.arrays import Array

_LONG = 0.5
"""Minimum length of a ruling (fraction of the picture's width or height)."""
_CORNER = 0.5
"""Paths that are shorter inside the picture count as this long (fraction of the width or height): they only cut a corner."""
_THIN = 0.016
"""Maximum width of a ruling (fraction of the longest side)."""
_STEEPEST = 0.27
"""Maximum slope of a ruling: a camera tilted by 15 degrees."""
_COMPANIONS = 3
"""From this number on, lines are rulings even if they end inside the picture, with the paper. A digit has fewer."""
_OUT = 0.04
"""Maximum distance to the border of the end of a line that leaves the picture (fraction of the width or height)."""
_DARKER = 1.5
"""A pen's line along a ruling is darker than the ruling by at least this factor."""
_NARROW = 1.6
"""Minimum ratio of length to width in the crop of a 1."""
_FINE, _COARSE = 2, 4
"""Factors by which the picture is reduced to find lines, and to find their slopes."""


class _Line(NamedTuple):
    """A line in the reduced picture.

    Attributes:
        length: columns that it covers. Columns in which it lies exactly on its row count twice.
        row: where it crosses the middle column.
        slope: rows by which it falls per column.
        first, last: the first and last column that it covers.
        left, right: the first and last column in which its row lies inside the picture.
    """

    length: int
    row: int
    slope: float
    first: int
    last: int
    left: int
    right: int


def remove_rulings(mask: Array, smooth: Array) -> Array:
    """Removes rulings from a mask, horizontal ones first.

    Args:
        mask: bool (rows, columns), the pixels that stand out from the paper.
        smooth: float32 (rows, columns), how far they stand out.
    """
    for is_turned in (False, True):
        part, dark = (mask.T, smooth.T) if is_turned else (mask, smooth)
        part = _remove_horizontals(np.ascontiguousarray(part, np.uint8), np.ascontiguousarray(dark))
        mask = part.T if is_turned else part
    return mask


def _remove_horizontals(image: Array, smooth: Array) -> Array:
    thin = max(2, round(_THIN * max(image.shape)))
    tall = cv2.morphologyEx(image, cv2.MORPH_OPEN, np.ones((thin + 2, 1), np.uint8))
    flat = image & ~tall & 1  # only runs that are at most as thick as a ruling
    lines = _find_lines(flat)
    if len(lines) < _COMPANIONS:
        lines = [line for line in lines if _leaves_picture(line) and not _fills_picture(image)]
    cleaned, thickness = image.copy(), np.ones((5 * _FINE, 1), np.uint8)
    for line in lines:
        near = cv2.dilate(_draw(line, image.shape), thickness) & flat
        darkest = (near * smooth).max(axis=0)
        level = float(np.median(darkest[darkest > 0])) if near.any() else 0.0
        cleaned &= ~(near & (smooth < _DARKER * level)) & 1
    if not lines:
        return image.astype(bool)
    bridged = cv2.morphologyEx(cleaned, cv2.MORPH_CLOSE, np.ones((2 * thin + 1, 1), np.uint8))
    whole: Array = (cleaned | (bridged & image)).astype(bool)  # also keep the digit where a line crossed it
    return whole


def _find_lines(flat: Array) -> list[_Line]:
    """Finds long lines, the longest first. Of lines that overlap, it keeps the longest."""
    small = _reduce(flat, _FINE)
    lines: list[_Line] = []
    for slope in _find_slopes(flat):
        exact, whole = _shear(small, slope), _shear(np.ones_like(small), slope)
        sheared, inside = _thicken(exact), _thicken(whole)
        room = _sum_rows(inside)  # the corners of the picture cut off slanted lines
        for row in np.flatnonzero(_sum_rows(sheared) > _LONG * np.maximum(room, _CORNER * flat.shape[1] / _FINE)):
            columns = np.flatnonzero(sheared[row])
            within = np.flatnonzero(inside[row])[[0, -1]]
            lines.append(_Line(len(columns) + int(exact[row].sum()), int(row), float(slope), *columns[[0, -1]], *within))
    apart: list[_Line] = []
    for line in sorted(lines, reverse=True):
        if all(abs(line.row - other.row) > _FINE + 1 for other in apart):
            apart.append(line)
    return apart


def _find_slopes(flat: Array) -> Array:
    """Finds the slopes of long lines, first in a smaller picture."""
    small = _reduce(flat, _COARSE)
    step = 2 / small.shape[1]  # moves the ends by one row
    slopes = np.arange(-_STEEPEST, _STEEPEST, 2 * step)
    likely = [slope for slope in slopes if _sum_rows(_thicken(_shear(small, slope))).max() > 0.9 * _LONG * small.shape[1]]
    fine = [slope + np.array([-1, -0.5, 0, 0.5, 1]) * step for slope in likely]
    return np.unique(np.round(np.concatenate(fine), 6)) if fine else np.zeros(0)


def _reduce(image: Array, factor: int) -> Array:
    """Shrinks a mask. A pixel of the result is 1 if its square contains a 1."""
    rows, columns = image.shape
    grown = cv2.dilate(image, np.ones((factor, factor), np.uint8), anchor=(0, 0))
    small: Array = np.ascontiguousarray(grown[:rows:factor, :columns:factor])
    return small


def _shear(image: Array, slope: float) -> Array:
    """Shifts each column so that lines of this slope become horizontal."""
    middle = image.shape[1] / 2
    forth = np.array([[1, 0, 0], [-slope, 1, slope * middle]], np.float32)
    sheared: Array = cv2.warpAffine(image, forth, image.shape[::-1], flags=cv2.INTER_NEAREST)
    return sheared


def _sum_rows(image: Array) -> Array:
    return np.asarray(cv2.reduce(image, 1, cv2.REDUCE_SUM, dtype=cv2.CV_32S))[:, 0]


def _thicken(image: Array) -> Array:
    """Thickens by one row up and down, since lines may stray from their row by one."""
    return np.asarray(cv2.dilate(image, np.ones((3, 1), np.uint8)))


def _leaves_picture(line: _Line) -> bool:
    margin = _OUT * (line.right - line.left) + 1
    return line.first <= line.left + margin and line.last >= line.right - margin


def _fills_picture(image: Array) -> bool:
    """Checks whether one piece has nearly all the ink and touches all borders, as in a crop without a margin.

    In a narrow picture it may be a 1 that touches only the two ends.
    """
    count, _, boxes, _ = cv2.connectedComponentsWithStats(image, connectivity=8)
    if count < 2:
        return False
    left, top, width, height, area = boxes[1 + boxes[1:, 4].argmax()]
    rows, columns = image.shape
    reach = 2 + round(0.01 * max(rows, columns))
    across = bool(left <= reach and left + width >= columns - reach)
    down = bool(top <= reach and top + height >= rows - reach)
    is_crop = (across or rows > _NARROW * columns) and (down or columns > _NARROW * rows)
    return (across or down) and is_crop and bool(area > 0.8 * image.sum())


def _draw(line: _Line, shape: tuple[int, ...]) -> Array:
    picture = np.zeros(shape, np.uint8)
    middle = -(-shape[1] // _FINE) / 2
    start, end = ((_FINE * at, round(_FINE * (line.row + line.slope * (at - middle)))) for at in (line.first, line.last))
    cv2.line(picture, start, end, 1, _FINE)
    return picture
