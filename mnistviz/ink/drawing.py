"""Drawing: the strokes that a pen has made. Immutable, so that every view and thread sees one consistent drawing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.ink.drawing_json import parse_strokes, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mnistviz.arrays import Array

Point = tuple[float, float]
Stroke = tuple[Point, ...]

MAX_POINTS = 1_000_000
"""About four hours of drawing without lifting the pen; more is not a drawing but an accident."""
MAX_COORDINATE = 1e9
"""Far beyond any pad, and small enough that differences of coordinates stay exact in float64."""


@dataclass(frozen=True, init=False)
class Drawing:
    """Strokes of a pen, in the order in which they were drawn.

    Args:
        strokes: a sequence of strokes; a stroke is a sequence of at least one point (x, y), y down, in any scale.
        brush: width of the pen in the unit of the points; None lets the network see its normal line width.

    Raises:
        ValueError: if a stroke has no points, a point is not two finite numbers of at most 1e9, there are more than
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
        """A drawing with a new stroke that begins at (x, y)."""
        return self._trusted((*self.strokes, ((x, y),)), self.brush)

    def extend(self, points: Iterable[Point]) -> Drawing:
        """A drawing whose last stroke goes on through `points`.

        Raises:
            ValueError: if no stroke has begun.
        """
        if not self.strokes:
            raise ValueError("A stroke to extend is required. Received: a blank drawing. Call begin(x, y) first.")
        return self._trusted((*self.strokes[:-1], (*self.strokes[-1], *points)), self.brush)

    def undo(self) -> Drawing:
        """A drawing without its last stroke; a blank drawing stays blank."""
        return self._trusted(self.strokes[:-1], self.brush)

    def with_brush(self, brush: float | None) -> Drawing:
        """The same strokes drawn with another pen."""
        return self._trusted(self.strokes, _checked_brush(brush))

    def fitted(self, size: float) -> Drawing:
        """The drawing as it fits a square pad.

        Drawings that lie on the pad and fill at least a tenth of it stay where they are; others are scaled to six tenths of the
        pad and centred, so that they can be seen and continued.

        Args:
            size: side of the pad, in its own pixels.
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
        """The drawing as JSON: `{"strokes": [[[x, y], ...], ...], "brush": width or null}`."""
        return json.dumps({"strokes": self.strokes, "brush": self.brush})

    @classmethod
    def from_json(cls, text: str | bytes) -> Drawing:
        """The drawing that `to_json` wrote, or anyone else: nothing in the text is trusted.

        Raises:
            ValueError: if the text is not JSON of that form, or holds what `Drawing` refuses.
        """
        return cls(*parse_strokes(text))

    def __repr__(self) -> str:
        strokes, points = len(self.strokes), self.points
        return f"Drawing({strokes} stroke{'s' * (strokes != 1)}, {points} point{'s' * (points != 1)})"

    @classmethod
    def _trusted(cls, strokes: tuple[Stroke, ...], brush: float | None) -> Drawing:
        """Strokes that come from the pen or from a checked drawing are not checked again: this runs for every event."""
        drawing = object.__new__(cls)
        object.__setattr__(drawing, "strokes", strokes)
        object.__setattr__(drawing, "brush", brush)
        return drawing


def new_ink(old: Drawing, new: Drawing) -> list[Stroke] | None:
    """What must be inked to make `new` out of `old`, whatever the brush.

    Returns:
        The pieces of line that are new, each from the last old point on where it continues a stroke; None if
        `new` does not continue `old`, so that everything must be inked again.
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
            return None  # a point is an object of its own, so the same object means the same stroke
        if len(after) > len(before):
            pieces.append(after[len(before) - 1 :])
    return pieces + list(new.strokes[last + 1 :])


def _checked_brush(brush: float | None) -> float | None:
    if brush is None or (isinstance(brush, (int, float)) and 1e-100 < brush <= MAX_COORDINATE):
        return brush
    raise ValueError(
        f"The brush must be None or a positive number up to 1e9. Received: {shown(brush)}. "
        "Give its width in the unit of the points."
    )


def _checked_strokes(strokes: Sequence[Sequence[Sequence[float]]]) -> tuple[Stroke, ...]:
    fix = "Give each stroke as a sequence of (x, y) pairs, for example Drawing([[(0, 0), (10, 20)]])."
    if isinstance(strokes, (str, bytes, dict)) or not hasattr(strokes, "__iter__"):
        raise ValueError(f"A sequence of strokes is required. Received: {type(strokes).__name__}. {fix}")
    checked: list[Stroke] = []
    total = 0
    for number, stroke in enumerate(strokes):
        try:
            points: Array = np.array(stroke)
            points = points.astype(np.float64) if points.dtype.kind in "buifO" else np.empty((0, 0))  # NumPy reads texts, too
        except (TypeError, ValueError, OverflowError):
            points = np.empty((0, 0))
        if points.ndim != 2 or points.shape[1:] != (2,) or len(points) == 0:
            raise ValueError(f"A stroke must be at least one point (x, y). Received as stroke {number}: {shown(stroke)}. {fix}")
        if not (np.abs(points) <= MAX_COORDINATE).all():  # false for NaN, too
            raise ValueError(
                f"Coordinates must be finite numbers from -1e9 to 1e9. Received in stroke {number}: "
                f"{points[~(np.abs(points) <= MAX_COORDINATE)][0]}. Remove that point or scale the drawing."
            )
        total += len(points)
        if total > MAX_POINTS:
            raise ValueError(
                f"At most {MAX_POINTS:,} points are drawn. Received: more than that by stroke {number}. "
                "Leave out points that lie closer than the line is wide."
            )
        checked.append(tuple(map(tuple, points.tolist())))
    return tuple(checked)
