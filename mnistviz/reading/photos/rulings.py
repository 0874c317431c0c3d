"""Rulings of paper: thin straight lines that cross it are taken away, and the ink that crosses them stays.

A ruling runs out of the picture at both ends, or it has companions of about its own direction. A lone line that ends inside is a
stroke of the pen, and so is one that a digit needs to fill a picture cut out tightly around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import cv2
import numpy as np

if TYPE_CHECKING:
    from mnistviz.arrays import Array

_LONG = 0.5
"""Share of the picture's width or height that a ruling covers, at least."""
_CORNER = 0.5
"""Of the width or height: what crosses less than that of a picture is not taken for a line."""
_THIN = 0.016
"""Of the longest side: the widest ruling."""
_STEEPEST = 0.27
"""Slope of a ruling in a photo that is held askew by 15 degrees."""
_COMPANIONS = 3
"""So many lines that end inside the picture are rulings that end with the paper; a digit has fewer."""
_OUT = 0.04
"""Of the width or height: a line that ends so near the border runs out of the picture."""
_DARKER = 1.5
"""A pen's line along a ruling is darker than the ruling by this factor."""
_NARROW = 1.6
"""Length against width of the crop of a 1, at least."""
_FINE, _COARSE = 2, 4
"""By so many the picture is reduced when lines and their slopes are looked for."""


class _Line(NamedTuple):
    """A line in the reduced picture.

    Attributes:
        length: columns that it covers, those counted twice in which it lies exactly on its row.
        row: where it crosses the middle column.
        slope: rows by which it falls in a column.
        first, last: of the columns that it covers.
        left, right: the first and last column in which it is inside the picture.
    """

    length: int
    row: int
    slope: float
    first: int
    last: int
    left: int
    right: int


def without_rulings(mask: Array, smooth: Array) -> Array:
    """Takes the rulings away.

    Args:
        mask: bool (rows, columns), what stands out from the paper.
        smooth: float32 (rows, columns), by how much.
    """
    for is_turned in (False, True):
        part, dark = (mask.T, smooth.T) if is_turned else (mask, smooth)
        part = _without_horizontals(np.ascontiguousarray(part, np.uint8), np.ascontiguousarray(dark))
        mask = part.T if is_turned else part
    return mask


def _without_horizontals(image: Array, smooth: Array) -> Array:
    thin = max(2, round(_THIN * max(image.shape)))
    tall = cv2.morphologyEx(image, cv2.MORPH_OPEN, np.ones((thin + 2, 1), np.uint8))
    flat = image & ~tall & 1  # nowhere higher than a ruling
    lines = _lines(flat)
    if len(lines) < _COMPANIONS:
        lines = [line for line in lines if _runs_out(line) and not _fills_picture(image)]
    cleaned, thickness = image.copy(), np.ones((5 * _FINE, 1), np.uint8)
    for line in lines:
        near = cv2.dilate(_drawn(line, image.shape), thickness) & flat
        darkest = (near * smooth).max(axis=0)
        level = float(np.median(darkest[darkest > 0])) if near.any() else 0.0
        cleaned &= ~(near & (smooth < _DARKER * level)) & 1
    if not lines:
        return image.astype(bool)
    mended = cv2.morphologyEx(cleaned, cv2.MORPH_CLOSE, np.ones((2 * thin + 1, 1), np.uint8))
    whole: Array = (cleaned | (mended & image)).astype(bool)  # the digit where a line crossed it, too
    return whole


def _lines(flat: Array) -> list[_Line]:
    """The longest lines first; of those that lie on one another only the longest."""
    small = _reduced(flat, _FINE)
    lines: list[_Line] = []
    for slope in _slopes(flat):
        exact, whole = _sheared(small, slope), _sheared(np.ones_like(small), slope)
        sheared, inside = _thickened(exact), _thickened(whole)
        room = _row_sums(inside)  # lines askew are cut off by the corners of the picture
        for row in np.flatnonzero(_row_sums(sheared) > _LONG * np.maximum(room, _CORNER * flat.shape[1] / _FINE)):
            columns = np.flatnonzero(sheared[row])
            within = np.flatnonzero(inside[row])[[0, -1]]
            lines.append(_Line(len(columns) + int(exact[row].sum()), int(row), float(slope), *columns[[0, -1]], *within))
    apart: list[_Line] = []
    for line in sorted(lines, reverse=True):
        if all(abs(line.row - other.row) > _FINE + 1 for other in apart):
            apart.append(line)
    return apart


def _slopes(flat: Array) -> Array:
    """The slopes at which there are long lines, looked for in a smaller picture first."""
    small = _reduced(flat, _COARSE)
    step = 2 / small.shape[1]  # by which the ends move by a row
    slopes = np.arange(-_STEEPEST, _STEEPEST, 2 * step)
    likely = [slope for slope in slopes if _row_sums(_thickened(_sheared(small, slope))).max() > 0.9 * _LONG * small.shape[1]]
    fine = [slope + np.array([-1, -0.5, 0, 0.5, 1]) * step for slope in likely]
    return np.unique(np.round(np.concatenate(fine), 6)) if fine else np.zeros(0)


def _reduced(image: Array, factor: int) -> Array:
    """Each pixel is 1 if there is a 1 in its square."""
    rows, columns = image.shape
    grown = cv2.dilate(image, np.ones((factor, factor), np.uint8), anchor=(0, 0))
    small: Array = np.ascontiguousarray(grown[:rows:factor, :columns:factor])
    return small


def _sheared(image: Array, slope: float) -> Array:
    """Moves each column, so that lines of this slope lie in one row."""
    middle = image.shape[1] / 2
    forth = np.array([[1, 0, 0], [-slope, 1, slope * middle]], np.float32)
    sheared: Array = cv2.warpAffine(image, forth, image.shape[::-1], flags=cv2.INTER_NEAREST)
    return sheared


def _row_sums(image: Array) -> Array:
    return np.asarray(cv2.reduce(image, 1, cv2.REDUCE_SUM, dtype=cv2.CV_32S))[:, 0]


def _thickened(image: Array) -> Array:
    """Lines may leave their row by one."""
    return np.asarray(cv2.dilate(image, np.ones((3, 1), np.uint8)))


def _runs_out(line: _Line) -> bool:
    margin = _OUT * (line.right - line.left) + 1
    return line.first <= line.left + margin and line.last >= line.right - margin


def _fills_picture(image: Array) -> bool:
    """One connected piece touches all borders and is nearly all there is, as in a crop without a margin.

    Of a narrow picture, it may be a 1 that touches only the ends.
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


def _drawn(line: _Line, shape: tuple[int, ...]) -> Array:
    picture = np.zeros(shape, np.uint8)
    middle = -(-shape[1] // _FINE) / 2
    start, end = ((_FINE * at, round(_FINE * (line.row + line.slope * (at - middle)))) for at in (line.first, line.last))
    cv2.line(picture, start, end, 1, _FINE)
    return picture
