"""`Axis`: where the windows of a convolution or pool lie along rows or columns. In the page, `chain.ts` does the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mnistviz.arrays import Array


@dataclass(frozen=True)
class Axis:
    """The windows along one axis.

    Attributes:
        size: the number of windows.
        below: the number of places in the map that they read.
        window: the number of values in a window.
        stride: places from window to window.
        dilation: places from one value of a window to the next.
        padding: places of padding before and after the map; "same" puts an odd one at the end.
    """

    size: int
    below: int
    window: int
    stride: int
    dilation: int
    padding: tuple[int, int]

    def places(self, value: int) -> slice:
        """Returns the places, in the padded map, of one value of all windows."""
        first = value * self.dilation
        return slice(first, first + (self.size - 1) * self.stride + 1, self.stride)


def axes_of(record: Mapping[str, Any], input_shape: tuple[int, ...]) -> tuple[Axis, Axis]:
    """Returns the rows and columns of a layer with windows.

    Args:
        record: of the layer in its `Chain`.
        input_shape: (row, column, channel).
    """
    axes = []
    for axis in (0, 1):
        size, below, window = record["shape"][axis], input_shape[axis], record["window"][axis]
        stride, dilation = record["strides"][axis], record["dilation"][axis]
        lacking = (size - 1) * stride + (window - 1) * dilation + 1 - below
        total = max(lacking, 0) if record["padding"] == "same" else 0
        axes.append(Axis(size, below, window, stride, dilation, (total // 2, total - total // 2)))
    return axes[0], axes[1]


def padded(values: Array, axes: tuple[Axis, Axis], fill: float) -> Array:
    """Returns maps (batch, row, column, channel) with their padding."""
    rows, columns = (axis.padding for axis in axes)
    if not any((*rows, *columns)):
        return values
    return np.pad(values, ((0, 0), rows, columns, (0, 0)), constant_values=fill)


def unpadded(values: Array, axes: tuple[Axis, Axis]) -> Array:
    """Returns maps without their padding."""
    rows, columns = (slice(axis.padding[0], axis.padding[0] + axis.below) for axis in axes)
    return values[:, rows, columns]


def offsets(axes: tuple[Axis, Axis]) -> Iterator[tuple[slice, slice, slice]]:
    """Yields, row by row for each value of a window, the index of its places in the padded maps."""
    rows, columns = axes
    for row in range(rows.window):
        for column in range(columns.window):
            yield slice(None), rows.places(row), columns.places(column)
