"""Tells the digits of a drawing apart: each stroke belongs to one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.ink.digit_choice import Box
from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing import NORMAL
from mnistviz.ink.framing_steps import DIGIT_SIDE
from mnistviz.ink.raster import PenPath
from mnistviz.reading.ink.features import FINE, SEEN, measure
from mnistviz.reading.ink.finder import shipped_finder
from mnistviz.reading.ink.places import find_places

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.ink.drawing import Stroke
    from mnistviz.reading.ink.places import Place

_MARGIN = 0.1
"""Blank paper on each side of the drawing (fraction of its longest side)."""


def split_drawing(drawing: Drawing) -> list[Drawing]:
    """Returns a drawing of each digit, from left to right, line by line. The ink finder sees the drawing as a picture.

    A stroke that runs through several digits belongs to the one in which most of it lies.
    """
    if len(drawing.strokes) < 2:
        return [drawing] if drawing.strokes else []
    ink, scale, corner = _paint(drawing)
    features = measure(1 - ink)
    places = find_places(features, shipped_finder().run(features))
    if len(places) < 2:
        return [drawing]
    strokes: list[list[Stroke]] = [[] for _ in places]
    for stroke in drawing.strokes:
        cells = ((np.array(stroke) * scale + corner) * SEEN / FINE).astype(int)
        strokes[_owner(cells, places)].append(stroke)
    return [Drawing(own, drawing.brush) for own in strokes if own]


def box_of(digit: Drawing, side: float) -> Box:
    """Returns where a digit is on square paper of this side, with its lines."""
    points = np.concatenate([np.array(stroke) for stroke in digit.strokes])
    half = (digit.brush or 0) / 2
    (left, top), (right, bottom) = (
        ((points.min(axis=0) - half) / side).clip(0, 1),
        ((points.max(axis=0) + half) / side).clip(0, 1),
    )
    return Box(float(left), float(top), float(right), float(bottom))


def _paint(drawing: Drawing) -> tuple[Array, float, Array]:
    """Paints a drawing on a square: returns its ink, pixels per unit of the points, and where the points' origin is."""
    path = PenPath().update(drawing)
    brush = path.brush or NORMAL / DIGIT_SIDE * float(path.span.max())
    scale = FINE / ((1 + 2 * _MARGIN) * (float(path.span.max()) + brush))
    first = (FINE - path.span * scale) / 2
    return path.ink(scale, brush * scale, FINE, 1), scale, first - path.low * scale


def _owner(cells: Array, places: list[Place]) -> int:
    """Returns the index of the place that has most of these cells (x, y), or else the nearest one."""
    inside = [_count(cells, place) for place in places]
    if max(inside):
        return int(np.argmax(inside))
    middle = cells.mean(axis=0)
    return int(np.argmin([np.hypot(*(np.add(place.box[:2], place.box[2:]) / 2 - middle)) for place in places]))


def _count(cells: Array, place: Place) -> int:
    x, y = (cells - (place.left, place.top)).T
    rows, columns = place.cells.shape
    is_near = (x >= 0) & (x < columns) & (y >= 0) & (y < rows)
    return int(place.cells[y[is_near], x[is_near]].sum())
