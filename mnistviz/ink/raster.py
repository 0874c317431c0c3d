"""From the pen's path to ink. A frame costs the same after ten points and after ten thousand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.ink.drawing import Drawing, new_ink

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.ink.drawing import Stroke


_REACH = 256  # cells in every direction from the first point; a longer path is sampled anew at half the scale
_SEGMENTS = 500  # sampled at once: at most 500,000 samples
_DOT = 1e-200  # a span that float64 cannot divide by
SUPERSAMPLING = 4
"""Ink is computed on a grid four times finer than the digit's pixels and averaged."""


class PenPath:
    """The cells of a fine grid that the pen has passed, kept up to date as a drawing grows.

    The grid follows the size of the drawing: its longest side measures 128 to 256 cells, so that a cell is at most
    a sixth of a pixel of the digit. Memory and the cost of `ink` do not depend on the number of points.
    """

    def __init__(self) -> None:
        self._drawing = Drawing()
        self._cells = np.zeros((2 * _REACH + 1, 2 * _REACH + 1), bool)
        self._scale = 1.0  # cells per unit of the points
        self._low = self._high = self._origin = np.zeros(2)

    @property
    def is_blank(self) -> bool:
        """There is no point yet."""
        return not self._drawing.strokes

    @property
    def brush(self) -> float | None:
        """Width of the pen, in the unit of the points."""
        return self._drawing.brush

    @property
    def low(self) -> Array:
        """float64 (2,): the least x and the least y of the path, in the unit of the points."""
        return self._low

    @property
    def span(self) -> Array:
        """float64 (2,): extent of the path in x and y, in the unit of the points."""
        return self._high - self._low

    def update(self, drawing: Drawing) -> PenPath:
        """Adds what is new in `drawing`, or begins again if it is another drawing."""
        pieces = new_ink(self._drawing, drawing)
        if pieces is None or not self._drawing.strokes:
            self._restart(drawing)
        elif pieces:
            was_dot = not self.span.any()
            self._low, self._high = _bounds([piece[1:] or piece for piece in pieces], self._low, self._high)
            if was_dot or self.span.max() * self._scale > _REACH:
                self._restart(drawing)
            else:
                self._pass(pieces)
        self._drawing = drawing
        return self

    def ink(
        self, scale: float, width: float, size: int, supersampling: int = SUPERSAMPLING, corner: Array | None = None
    ) -> Array:
        """The ink that a round pen leaves when it follows the path, scaled and put into a square.

        Args:
            scale: pixels of the result per unit of the points.
            width: of the pen, in pixels of the result.
            size: side of the result, in pixels.
            supersampling: cells of ink per pixel and axis.
            corner: (2,), where the least x and y of the path come to lie, in pixels of the result; what lies beyond the
                square is left out. None puts the path into the middle.

        Returns:
            float32 (size, size), (row, column): the share 0..1 of each pixel that is inked.
        """
        passed = np.zeros((size * supersampling, size * supersampling), np.uint8)
        if not self.is_blank:
            cells = self._cells.view(np.uint8)
            first = (size - self.span * scale) / 2 if corner is None else corner
            targets = []
            for axis, x_or_y in ((0, 1), (1, 0)):
                low, high = (self._index(bound)[x_or_y] for bound in (self._low, self._high))
                centres = (np.arange(low, high + 1) + 0.5 - _REACH) / self._scale + (self._origin - self._low)[x_or_y]
                fine = np.floor((centres * scale + first[x_or_y]) * supersampling).astype(int)
                begin, end = np.searchsorted(fine, [0, size * supersampling])  # what lies in the square
                fine = fine[begin:end]
                starts = np.flatnonzero(np.diff(fine, prepend=-1))  # several cells of the path share one of the ink
                inside = slice(low + begin, low + end)
                cells = np.bitwise_or.reduceat(cells[inside] if axis == 0 else cells[:, inside], starts, axis=axis)
                targets.append(fine[starts])
            passed[np.ix_(*targets)] = cells
        radius = width / 2 * supersampling
        return shrink(np.clip(radius + 0.5 - distance_to(passed, int(radius) + 2), 0, 1), supersampling)

    def _index(self, point: Array) -> Array:
        index: Array = np.floor((point - self._origin) * self._scale).astype(int) + _REACH
        return index

    def _restart(self, drawing: Drawing) -> None:
        self._cells[:] = False
        if not drawing.strokes:
            self._low = self._high = np.zeros(2)
            return
        self._origin = np.array(drawing.strokes[0][0])
        self._low, self._high = _bounds(drawing.strokes, self._origin, self._origin)
        span = self.span.max()
        if span < _DOT:
            self._low = self._high = self._origin
        self._scale = _REACH / 2 / span if span >= _DOT else 1.0
        self._pass(drawing.strokes)

    def _pass(self, pieces: list[Stroke] | tuple[Stroke, ...]) -> None:
        parts = (piece[i : i + _SEGMENTS + 1] for piece in pieces for i in range(0, len(piece), _SEGMENTS))
        for part in parts:
            points = (np.array(part) - self._origin) * self._scale
            steps = np.diff(points, axis=0)
            counts = np.ceil(2 * np.abs(steps).max(axis=1)).astype(int)  # samples at most half a cell apart
            segment = np.repeat(np.arange(len(steps)), counts)
            along = np.arange(len(segment)) - np.repeat(np.cumsum(counts) - counts, counts)
            samples = points[:-1][segment] + steps[segment] * (along / np.maximum(counts, 1)[segment])[:, None]
            cells = np.floor(np.concatenate([samples, points[-1:]])).astype(int) + _REACH
            self._cells[cells[:, 1], cells[:, 0]] = True


def distance_to(cells: Array, reach: int) -> Array:
    """Euclidean distance of every cell to the nearest true cell, in cells, exact up to `reach`.

    First along the columns, then along the rows (Felzenszwalb and Huttenlocher 2012, with the lower envelope replaced by
    `reach` shifts, because only near cells matter here).

    Args:
        cells: bool or 0/1 (rows, columns).
        reach: farther cells get a distance of more than `reach`.

    Returns:
        float32 (rows, columns).
    """
    squared = np.where(cells, np.float32(0), np.float32((reach + 1) ** 2))
    for axis in (0, 1):
        near = squared.copy()
        for step in range(1, reach + 1):
            if step >= cells.shape[axis]:
                break
            ahead: tuple[slice, ...] = (slice(step, None),) if axis == 0 else (slice(None), slice(step, None))
            behind: tuple[slice, ...] = (slice(-step),) if axis == 0 else (slice(None), slice(-step))
            moved = squared + np.float32(step * step)
            np.minimum(near[ahead], moved[behind], out=near[ahead])
            np.minimum(near[behind], moved[ahead], out=near[behind])
        squared = near
    return np.sqrt(squared)


def shrink(fine: Array, factor: int) -> Array:
    """The mean of every square of `factor` x `factor` cells, as float32."""
    rows, columns = fine.shape[0] // factor, fine.shape[1] // factor
    small: Array = fine.reshape(rows, factor, columns, factor).mean(axis=(1, 3), dtype=np.float32)
    return small


def _bounds(pieces: list[Stroke] | tuple[Stroke, ...], low: Array, high: Array) -> tuple[Array, Array]:
    for piece in pieces:
        points = np.array(piece)
        low, high = np.minimum(low, points.min(axis=0)), np.maximum(high, points.max(axis=0))
    return low, high
