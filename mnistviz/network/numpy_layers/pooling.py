"""Pools: one value for each window, or for each whole map. Padding does not count.

Where several values of a window are the largest, TensorFlow gives the whole gradient to the first of them, row by row; a pool of
whole maps shares it among them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.network.numpy_layers.axes import offsets, padded, unpadded

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.network.numpy_layers.axes import Axis


class MaxPool:
    """The largest value of each window."""

    def __init__(self, axes: tuple[Axis, Axis]) -> None:
        self._axes = axes

    def forward(self, values: Array) -> Array:
        """See `Operation.forward`."""
        maps = padded(values, self._axes, -np.inf)
        first, *others = offsets(self._axes)
        output = maps[first].copy()
        for places in others:
            np.maximum(output, maps[places], out=output)
        return output

    def backward(self, values: Array, output: Array, upstream: Array) -> Array:
        """See `Operation.backward`."""
        maps = padded(values, self._axes, -np.inf)
        gradient = np.zeros_like(maps)
        is_open = np.ones(output.shape, bool)  # windows whose largest value has not come yet
        for places in offsets(self._axes):
            is_largest = (maps[places] == output) & is_open
            gradient[places] += upstream * is_largest
            is_open &= ~is_largest
        return unpadded(gradient, self._axes)


class MeanPool:
    """The mean of each window."""

    def __init__(self, axes: tuple[Axis, Axis]) -> None:
        self._axes = axes
        rows, columns = axes
        inside = padded(np.ones((1, rows.below, columns.below, 1)), axes, 0)
        self._count = np.asarray(sum(inside[places] for places in offsets(axes)), np.float32)

    def forward(self, values: Array) -> Array:
        """See `Operation.forward`."""
        maps = padded(values, self._axes, 0)
        first, *others = offsets(self._axes)
        output = maps[first].copy()
        for places in others:
            output += maps[places]
        return output / self._count

    def backward(self, values: Array, output: Array, upstream: Array) -> Array:
        """See `Operation.backward`."""
        del output
        gradient = np.zeros_like(padded(values, self._axes, 0))
        shared = upstream / self._count
        for places in offsets(self._axes):
            gradient[places] += shared
        return unpadded(gradient, self._axes)


class GlobalMaxPool:
    """The largest value of each map.

    Args:
        shape: of the output, (channel,) or (1, 1, channel).
    """

    def __init__(self, shape: tuple[int, ...]) -> None:
        self._shape = shape

    def forward(self, values: Array) -> Array:
        """See `Operation.forward`."""
        output: Array = values.max(axis=(1, 2))
        return output.reshape(-1, *self._shape)

    def backward(self, values: Array, output: Array, upstream: Array) -> Array:
        """See `Operation.backward`."""
        is_largest = values == _on_maps(output)
        gradient: Array = is_largest * (_on_maps(upstream) / is_largest.sum(axis=(1, 2), keepdims=True, dtype=values.dtype))
        return gradient


class GlobalMeanPool:
    """The mean of each map.

    Args:
        shape: of the output, (channel,) or (1, 1, channel).
    """

    def __init__(self, shape: tuple[int, ...]) -> None:
        self._shape = shape

    def forward(self, values: Array) -> Array:
        """See `Operation.forward`."""
        output: Array = values.mean(axis=(1, 2))
        return output.reshape(-1, *self._shape)

    def backward(self, values: Array, output: Array, upstream: Array) -> Array:
        """See `Operation.backward`."""
        del output
        return np.broadcast_to(_on_maps(upstream) / (values.shape[1] * values.shape[2]), values.shape)


def _on_maps(pooled: Array) -> Array:
    """Returns one value for each map in the shape (batch, 1, 1, channel)."""
    return pooled.reshape(len(pooled), 1, 1, -1)
