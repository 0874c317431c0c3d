"""A drawing: the strokes of a pen. It is immutable, so every view and thread sees the same consistent drawing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.ink.drawing_json import excerpt, parse_strokes
from mnistviz.locale import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mnistviz.arrays import Array

Point = tuple[float, float]
Stroke = tuple[Point, ...]

MAX_POINTS = 1_000_000
"""Maximum number of points in a drawing: about four hours of drawing without a break."""
MAX_COORDINATE = 1e9
"""Maximum absolute value of a coordinate: far beyond any pad, yet differences stay exact in float64."""


@dataclass(frozen=True, init=False)
class Drawing:
    """The strokes of a pen, in the order they were drawn.

    Args:
        strokes: a sequence of strokes. A stroke is a sequence of one or more points (x, y), y down, in any scale.
        brush: width of the pen in the unit of the points. None gives lines the normal width of MNIST.

    Raises:
        ValueError: if a stroke has no points, a point is not two finite numbers from -1e9 to 1e9, there are more than
            1,000,000 points, or the brush is not a positive number.

    Example:
        >>> Drawing([[(0, 0), (10, 0), (4, 20)]])
        Drawing(1 stroke, 3 points)
    """

    strokes: tuple[Stroke, ...]
    brush: float | None

    def __init__(self, strokes: Sequence[Sequence[Sequence[float]]] = (), brush: float | None = None) -> None:
        object.__setattr__(self, "brush", _checked_brush(brush))
        object.__setattr__(self, "strokes", _checked_strokes(strokes))

    @property
    def points(self) -> int:
        """The number of points in all strokes."""
        return sum(map(len, self.strokes))

    def begin(self, x: float, y: float) -> Drawing:
        """Returns the drawing with a new stroke that begins at (x, y)."""
        return self._unchecked((*self.strokes, ((x, y),)), self.brush)

    def extend(self, points: Iterable[Point]) -> Drawing:
        """Returns the drawing with `points` added to its last stroke.

        Raises:
            ValueError: if there is no stroke.
        """
        if not self.strokes:
            raise ValueError(text("drawing-no-stroke-to-extend"))
        return self._unchecked((*self.strokes[:-1], (*self.strokes[-1], *points)), self.brush)

    def undo(self) -> Drawing:
        """Returns the drawing without its last stroke. A blank drawing stays blank."""
        return self._unchecked(self.strokes[:-1], self.brush)

    def until(self, points: int) -> Drawing:
        """Returns the drawing as it was after its first `points` points; all of it if it has no more."""
        strokes, left = [], points
        for stroke in self.strokes:
            if left <= 0:
                break
            strokes.append(stroke[:left])
            left -= len(stroke)
        return self._unchecked(tuple(strokes), self.brush)

    def with_brush(self, brush: float | None) -> Drawing:
        """Returns the same strokes, drawn with a pen of another width."""
        return self._unchecked(self.strokes, _checked_brush(brush))

    def fitted(self, size: float) -> Drawing:
        """Returns the drawing, fitted to a square pad.

        A drawing that lies on the pad and covers at least a tenth of its side stays where it is. Any other is centred and
        scaled to six tenths of the side, so that it can be seen and continued.

        Args:
            size: side of the pad, in pad pixels.
        """
        if not self.strokes:
            return self
        points = np.array([point for stroke in self.strokes for point in stroke])
        low, high = points.min(axis=0), points.max(axis=0)
        span = float((high - low).max())
        if low.min() >= 0 and high.max() <= size and (span == 0 or span >= size / 10):
            return self
        scale = 0.6 * size / span if span else 1.0
        moved = (points - (low + high) / 2) * scale + size / 2
        ends = np.cumsum([len(stroke) for stroke in self.strokes])[:-1]
        strokes = tuple(tuple(map(tuple, part.tolist())) for part in np.split(moved, ends))
        return Drawing(strokes, self.brush and self.brush * scale)

    def to_json(self) -> str:
        """Returns the drawing as JSON: `{"strokes": [[[x, y], ...], ...], "brush": width or null}`."""
        return json.dumps({"strokes": self.strokes, "brush": self.brush})

    @classmethod
    def from_json(cls, text: str | bytes) -> Drawing:
        """Reads a drawing from JSON as `to_json` writes it. The text may come from anyone and is not trusted.

        Raises:
            ValueError: if the text is not JSON of that form, or `Drawing` refuses its strokes or brush.
        """
        return cls(*parse_strokes(text))

    def __repr__(self) -> str:
        strokes, points = len(self.strokes), self.points
        return f"Drawing({strokes} stroke{'s' * (strokes != 1)}, {points} point{'s' * (points != 1)})"

    @classmethod
    def _unchecked(cls, strokes: tuple[Stroke, ...], brush: float | None) -> Drawing:
        """Makes a drawing of strokes from the pen or from a checked drawing. It skips the checks: it runs for every event."""
        drawing = object.__new__(cls)
        object.__setattr__(drawing, "strokes", strokes)
        object.__setattr__(drawing, "brush", brush)
        return drawing


def new_ink(old: Drawing, new: Drawing) -> list[Stroke] | None:
    """Finds what must be drawn to turn `old` into `new`, whatever the brush.

    Returns:
        The new pieces of line. A piece that continues a stroke begins at the stroke's last old point. None if `new` does not
        continue `old`, so that everything must be drawn again.
    """
    if len(new.strokes) < len(old.strokes):
        return None
    last = len(old.strokes) - 1
    if any(before is not after for before, after in zip(old.strokes[:last], new.strokes[:last], strict=False)):
        return None
    pieces: list[Stroke] = []
    if old.strokes:
        before, after = old.strokes[last], new.strokes[last]
        if len(after) < len(before) or after[len(before) - 1] is not before[-1]:
            return None  # every point is an object of its own, so a different object means a different stroke
        if len(after) > len(before):
            pieces.append(after[len(before) - 1 :])
    return pieces + list(new.strokes[last + 1 :])


def _checked_brush(brush: float | None) -> float | None:
    if brush is None or (isinstance(brush, (int, float)) and 1e-100 < brush <= MAX_COORDINATE):
        return brush
    raise ValueError(text("drawing-brush-invalid", value=excerpt(brush)))


def _checked_strokes(strokes: Sequence[Sequence[Sequence[float]]]) -> tuple[Stroke, ...]:
    if isinstance(strokes, (str, bytes, dict)) or not hasattr(strokes, "__iter__"):
        raise ValueError(text("drawing-not-a-sequence", type=type(strokes).__name__))
    checked: list[Stroke] = []
    total = 0
    for number, stroke in enumerate(strokes):
        try:
            points: Array = np.array(stroke)
            points = points.astype(np.float64) if points.dtype.kind in "buifO" else np.empty((0, 0))  # NumPy would parse strings
        except (TypeError, ValueError, OverflowError):
            points = np.empty((0, 0))
        if points.ndim != 2 or points.shape[1:] != (2,) or len(points) == 0:
            raise ValueError(text("drawing-stroke-invalid", number=number, value=excerpt(stroke)))
        is_valid = np.abs(points) <= MAX_COORDINATE  # false for NaN, too
        if not is_valid.all():
            raise ValueError(text("drawing-coordinate-invalid", number=number, value=str(points[~is_valid][0])))
        total += len(points)
        if total > MAX_POINTS:
            raise ValueError(text("drawing-too-many-points", limit=MAX_POINTS, number=number))
        checked.append(tuple(map(tuple, points.tolist())))
    return tuple(checked)
