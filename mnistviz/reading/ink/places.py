"""Where the digits of a picture are: which cells of ink belong together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from mnistviz.reading.ink.features import FINE, SEEN

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.reading.ink.features import Features

_INKED, _FAINT = 0.5, 0.15
"""Probability of a cell with ink, and of a cell that has ink if it continues others: the hysteresis of Canny (1986)."""
_SURE = 0.85
"""Least mean probability of the ink: where the finder hesitates everywhere, there is none."""
_SMALLEST = 6
"""Least longest side of a digit (cells, 128 for the picture's). What is smaller has no shape: it is a speck or a punched hole."""
_UPRIGHT, _ALONE = 4.0, 0.9
"""Least height of a lone stroke (times its width), and least share of all the picture's ink that it has. Chosen on 400 made
pictures without a digit, of which none has such a stroke once it is softened."""
_NEAR = 0.35
"""Largest gap between the pieces of one digit (height of the larger piece)."""
_MARGIN = 3
"""Cells around a digit that are cut out with it."""


@dataclass(frozen=True, eq=False)
class Place:
    """Where a digit is in a picture.

    Attributes:
        cells: bool (rows, columns): the digit's cells of ink, with some around them.
        top, left: the first of these cells in the picture.
        weight: how much ink it has (cells).
        is_light: whether the ink is lighter than its surroundings.
        sure: the mean probability of its cells.
    """

    cells: Array
    top: int
    left: int
    weight: float
    is_light: bool
    sure: float

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of its ink (cells)."""
        rows, columns = np.flatnonzero(self.cells.any(axis=1)), np.flatnonzero(self.cells.any(axis=0))
        return self.left + columns[0], self.top + rows[0], self.left + columns[-1] + 1, self.top + rows[-1] + 1

    @property
    def longest(self) -> int:
        """The longer side of its ink (cells)."""
        left, top, right, bottom = self.box
        return max(right - left, bottom - top)

    def on_page(self, shape: tuple[int, ...]) -> Array:
        """Returns its cells among all cells of the picture: float32 of this shape, 0 or 1."""
        page = np.zeros(shape, np.float32)
        rows, columns = self.cells.shape
        page[self.top : self.top + rows, self.left : self.left + columns] = self.cells
        return page


def find_places(features: Features, probability: Array) -> list[Place]:
    """Finds the digits, from left to right, line by line.

    Args:
        features: of the picture.
        probability: float32 (rows, columns), of ink in each cell.
    """
    count, labels, stats, _ = cv2.connectedComponentsWithStats((probability > _FAINT).astype(np.uint8), connectivity=8)
    weights = np.bincount(labels.ravel(), np.where(probability > _INKED, probability, 0).ravel(), count)
    weights[0] = 0
    places = [_place(np.isin(labels, group), features, probability) for group in _group(stats, weights)]
    return in_reading_order([place for place in places if place.sure > _SURE and place.longest >= _SMALLEST])


def is_lone_stroke(place: Place, probability: Array) -> bool:
    """Checks whether all ink of a picture is one upright stroke, as a 1 may be.

    Args:
        place: the only one of the picture.
        probability: float32 (rows, columns), of ink in each cell.
    """
    left, top, right, bottom = place.box
    ink = probability[probability > _INKED].sum()
    return bool(bottom - top >= _UPRIGHT * (right - left) and place.weight >= _ALONE * ink)


def in_reading_order(places: list[Place]) -> list[Place]:
    """Sorts digits into lines from the top down, and each line from left to right.

    A digit belongs to a line if its middle lies beside the line's first digit.
    """
    lines: list[list[Place]] = []
    for place in sorted(places, key=lambda place: place.box[1]):
        _, top, _, bottom = place.box
        for line in lines:
            if line[0].box[1] <= (top + bottom) / 2 <= line[0].box[3]:
                line.append(place)
                break
        else:
            lines.append([place])
    return [place for line in lines for place in sorted(line, key=lambda place: place.box[0])]


def _group(stats: Array, weights: Array) -> list[list[int]]:
    """Puts the pieces together that make a digit: the heaviest first, and what is near it and lighter."""
    left = sorted(np.flatnonzero(weights).tolist(), key=lambda piece: -weights[piece])
    groups = []
    while left:
        main = left.pop(0)
        height = max(stats[main, cv2.CC_STAT_HEIGHT], stats[main, cv2.CC_STAT_WIDTH] / 2)
        group = [main]
        for piece in list(left):
            is_part = stats[piece, cv2.CC_STAT_HEIGHT] < 0.6 * height or _overlap(stats[main], stats[piece]) > 0.5
            if is_part and min(_gap(stats[member], stats[piece]) for member in group) <= _NEAR * height:
                group.append(piece)
                left.remove(piece)
        if weights[group].sum() >= 0.04 * weights.max() + 6:
            groups.append(group)
    return groups


def _gap(one: Array, other: Array) -> float:
    x = max(one[0], other[0]) - min(one[0] + one[2], other[0] + other[2])
    y = max(one[1], other[1]) - min(one[1] + one[3], other[1] + other[3])
    return float(np.hypot(max(x, 0), max(y, 0)))


def _overlap(one: Array, other: Array) -> float:
    """Returns how much of the narrower piece's width lies above or below the other one."""
    width = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    return float(width / min(one[2], other[2]))


def _place(cells: Array, features: Features, probability: Array) -> Place:
    rows, columns = np.flatnonzero(cells.any(axis=1)), np.flatnonzero(cells.any(axis=0))
    top, left = max(0, rows[0] - _MARGIN), max(0, columns[0] - _MARGIN)
    part = cells[top : rows[-1] + 1 + _MARGIN, left : columns[-1] + 1 + _MARGIN]
    step = FINE // SEEN
    rows_, columns_ = features.dark.shape
    fine = cv2.resize(cells.astype(np.uint8), None, fx=step, fy=step, interpolation=cv2.INTER_NEAREST)[:rows_, :columns_] > 0
    is_light = bool(features.light[fine].sum() > features.dark[fine].sum())
    inked = probability[cells & (probability > _INKED)]
    return Place(part, int(top), int(left), float(inked.sum()), is_light, float(inked.mean()))
