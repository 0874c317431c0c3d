"""Convolutions as matrix products: the windows of all positions lie below each other (im2col).

There is a product for each digit, not one for all. It is as quick, and too small for BLAS to share among its threads: on a busy
machine these wait for each other, and a batch would take five times the processor time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.network.numpy_layers.axes import offsets, padded, unpadded

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.network.numpy_layers.axes import Axis


class Convolution:
    """A convolution, also a depthwise one, which has as many groups as input channels.

    Args:
        axes: rows and columns.
        kernel: (filter, input channel of its group, row, column), as in a `Chain`.
        bias: (filter,).
        groups: of input channels and filters; a filter reads only the channels of its own group.
    """

    def __init__(self, axes: tuple[Axis, Axis], kernel: Array, bias: Array, groups: int) -> None:
        filters, channels, rows, columns = kernel.shape
        self._axes, self._bias = axes, bias
        self._groups, self._filters, self._channels, self._places = groups, filters // groups, channels, rows * columns
        grouped = kernel.reshape(groups, self._filters, channels, self._places)
        self._weights = np.ascontiguousarray(grouped.transpose(0, 3, 2, 1))  # (group, place in the window, channel, filter)
        self._weights_back = np.ascontiguousarray(grouped.transpose(3, 0, 1, 2))  # (place in the window, group, filter, channel)

    def forward(self, values: Array) -> Array:
        """See `Operation.forward`."""
        maps = padded(values, self._axes, 0)
        positions = (len(maps), *(axis.size for axis in self._axes))
        windows = np.empty((self._groups, *positions, self._places, self._channels), maps.dtype)
        for place, index in enumerate(offsets(self._axes)):
            read = maps[index].reshape(*positions, self._groups, self._channels)
            windows[..., place, :] = read.transpose(3, 0, 1, 2, 4)
        length = self._places * self._channels
        digit_windows = windows.reshape(self._groups, positions[0], positions[1] * positions[2], length)
        sums = digit_windows @ self._weights.reshape(self._groups, 1, length, self._filters)
        output: Array = sums.transpose(1, 2, 0, 3).reshape(*positions, self._groups * self._filters)
        return output + self._bias

    def backward(self, values: Array, output: Array, upstream: Array) -> Array:
        """See `Operation.backward`."""
        rows, columns = (axis.below + sum(axis.padding) for axis in self._axes)
        gradient = np.zeros((len(values), rows, columns, self._groups * self._channels), values.dtype)
        count, *size, _ = output.shape
        grouped = upstream.reshape(count, size[0] * size[1], self._groups, self._filters).transpose(2, 0, 1, 3)
        for weights, index in zip(self._weights_back, offsets(self._axes), strict=True):
            part = (grouped @ weights[:, None]).transpose(1, 2, 0, 3)
            gradient[index] += part.reshape(count, *size, self._groups * self._channels)
        return unpadded(gradient, self._axes)
