"""Draws ink along the path of a pen.

The ink of a round pen is every point within half its width of the path. So `PenPath` remembers which squares of a grid the pen
has passed, and a distance transform gives the ink at any scale. The cost is the same after 50 points and after 50,000.

The page computes the same ink (`frontend/ink/pen_path.ts`). Both therefore use the same float64 operations in the same order.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.ink.constants import FRAMING
from mnistviz.ink.drawing import Drawing, new_ink

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.ink.drawing import Stroke


_REACH: int = FRAMING["reach"]  # grid squares in each direction from the first point
_SEGMENTS = 500  # segments sampled at once, which limits the samples to 500,000
_DOT: float = FRAMING["dot"]  # float64 can't divide by smaller spans
SUPERSAMPLING: int = FRAMING["supersampling"]
"""Ink is computed on four subpixels per pixel and axis, then averaged."""


class PenPath:
    """The squares of a fine grid that the pen has passed. It is updated as a drawing grows.

    The grid adapts to the drawing: the longest side measures 128 to 256 squares, so a square is at most a sixth of a pixel of
    the digit. Memory and the cost of `ink` do not depend on the number of points.

    The grid starts at the first point, and its scale is the power of two that fits the longest side. So it depends on the
    drawing alone: a path that has grown event by event leaves the very same ink as one that is made at once.
    """

    def __init__(self) -> None:
        self._drawing = Drawing()
        self._squares = np.zeros((2 * _REACH + 1, 2 * _REACH + 1), bool)
        self._scale = 1.0  # squares per unit of the points
        self._low = self._high = self._origin = np.zeros(2)

    @property
    def is_blank(self) -> bool:
        """Whether there is no point yet."""
        return not self._drawing.strokes

    @property
    def brush(self) -> float | None:
        """Width of the pen (unit of the points)."""
        return self._drawing.brush

    @property
    def low(self) -> Array:
        """float64 (2,): the smallest x and y of the path (unit of the points)."""
        return self._low

    @property
    def span(self) -> Array:
        """float64 (2,): the extent of the path in x and y (unit of the points); 0 for a dot."""
        span = self._high - self._low
        return span if span.max() >= _DOT else np.zeros(2)

    def update(self, drawing: Drawing) -> PenPath:
        """Adds what is new in `drawing`. Starts over if it is another drawing, or if it needs another scale."""
        pieces = new_ink(self._drawing, drawing)
        if pieces is None or not self._drawing.strokes:
            self._restart(drawing)
        elif pieces:
            self._low, self._high = _bounds(pieces, self._low, self._high)
            if self._fitting_scale() == self._scale:
                self._add(pieces)
            else:
                self._restart(drawing)
        self._drawing = drawing
        return self

    def ink(
        self, scale: float, width: float, size: int, supersampling: int = SUPERSAMPLING, corner: Array | None = None
    ) -> Array:
        """Draws the path with a round pen, scaled, on a square.

        Args:
            scale: pixels of the result per unit of the points.
            width: of the pen (pixels of the result).
            size: side of the result (pixels).
            supersampling: subpixels per pixel and axis.
            corner: (2,), the position of the smallest x and y of the path (pixels of the result). What lies outside the square
                is cut off. None centres the path.

        Returns:
            float32 (size, size), (row, column): the inked share of each pixel, 0 to 1.
        """
        passed = np.zeros((size * supersampling, size * supersampling), np.uint8)
        if not self.is_blank:
            squares = self._squares.view(np.uint8)
            first = (size - self.span * scale) / 2 if corner is None else corner
            targets = []
            for axis, x_or_y in ((0, 1), (1, 0)):
                low, high = (self._index(bound)[x_or_y] for bound in (self._low, self._high))
                centres = (np.arange(low, high + 1) + 0.5 - _REACH) / self._scale + (self._origin - self._low)[x_or_y]
                fine = np.floor((centres * scale + first[x_or_y]) * supersampling).astype(int)
                begin, end = np.searchsorted(fine, [0, size * supersampling])  # inside the result
                fine = fine[begin:end]
                starts = np.flatnonzero(np.diff(fine, prepend=-1))  # several squares share one subpixel
                inside = slice(low + begin, low + end)
                squares = np.bitwise_or.reduceat(squares[inside] if axis == 0 else squares[:, inside], starts, axis=axis)
                targets.append(fine[starts])
            passed[np.ix_(*targets)] = squares
        radius = width / 2 * supersampling
        return shrink(np.clip(radius + 0.5 - distance_to(passed), 0, 1), supersampling)

    def _index(self, point: Array) -> Array:
        index: Array = np.floor((point - self._origin) * self._scale).astype(int) + _REACH
        return index

    def _restart(self, drawing: Drawing) -> None:
        self._squares[:] = False
        if not drawing.strokes:
            self._low = self._high = np.zeros(2)
            return
        self._origin = np.array(drawing.strokes[0][0])
        self._low, self._high = _bounds(drawing.strokes, self._origin, self._origin)
        self._scale = self._fitting_scale()
        self._add(drawing.strokes)

    def _fitting_scale(self) -> float:
        """Returns the power of two at which the longest side measures 128 to 256 squares (squares per unit of the points)."""
        longest = float((self._high - self._low).max())
        return math.ldexp(_REACH, -math.frexp(max(longest, _DOT))[1])

    def _add(self, pieces: list[Stroke] | tuple[Stroke, ...]) -> None:
        parts = (piece[i : i + _SEGMENTS + 1] for piece in pieces for i in range(0, len(piece), _SEGMENTS))
        for part in parts:
            points = (np.array(part) - self._origin) * self._scale
            steps = np.diff(points, axis=0)
            counts = np.ceil(2 * np.abs(steps).max(axis=1)).astype(int)  # samples at most half a square apart
            segment = np.repeat(np.arange(len(steps)), counts)
            along = np.arange(len(segment)) - np.repeat(np.cumsum(counts) - counts, counts)
            samples = points[:-1][segment] + steps[segment] * (along / np.maximum(counts, 1)[segment])[:, None]
            places = np.floor(np.concatenate([samples, points[-1:]])).astype(int) + _REACH
            self._squares[places[:, 1], places[:, 0]] = True


def distance_to(mask: Array) -> Array:
    """Measures the distance of every pixel to the nearest one in a mask (Felzenszwalb and Huttenlocher 2012).

    Args:
        mask: bool or 0/1 (rows, columns).

    Returns:
        float32 (rows, columns): the Euclidean distance between pixel centres, in pixels; above 1e18 if the mask is empty.
    """
    import cv2  # noqa: PLC0415  (25 ms that the start of the explorer does not need)

    distance: Array = cv2.distanceTransform(np.equal(mask, 0).view(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    exact: Array = np.sqrt(np.rint(np.square(distance)))  # squared distances are integers, so this removes rounding errors
    return exact


def shrink(fine: Array, factor: int) -> Array:
    """Averages every block of `factor` x `factor` values, as float32. Sums in float64, so that their order does not matter."""
    rows, columns = fine.shape[0] // factor, fine.shape[1] // factor
    mean: Array = fine.reshape(rows, factor, columns, factor).mean(axis=(1, 3), dtype=np.float64)
    return mean.astype(np.float32)


def _bounds(pieces: list[Stroke] | tuple[Stroke, ...], low: Array, high: Array) -> tuple[Array, Array]:
    for piece in pieces:
        points = np.array(piece)
        low, high = np.minimum(low, points.min(axis=0)), np.maximum(high, points.max(axis=0))
    return low, high
