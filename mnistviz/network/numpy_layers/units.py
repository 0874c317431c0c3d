"""Layers that work on the channels of each place, or on each value: dense, scaling, PReLU, softmax, other shapes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from mnistviz.arrays import Array


class Dense:
    """A dense layer. On maps it works on the channels of each place. As in `Convolution`, each digit has a product of its own.

    Args:
        kernel: (input, unit).
        bias: (unit,).
    """

    def __init__(self, kernel: Array, bias: Array) -> None:
        self._kernel, self._bias = kernel, bias

    def forward(self, values: Array) -> Array:
        """See `Operation.forward`."""
        return _product(values, self._kernel) + self._bias

    def backward(self, values: Array, output: Array, upstream: Array) -> Array:
        """See `Operation.backward`."""
        del values, output
        return _product(upstream, self._kernel.T)


def _product(values: Array, kernel: Array) -> Array:
    digits = values.reshape(len(values), math.prod(values.shape[1:-1]), values.shape[-1])
    return (digits @ kernel).reshape(*values.shape[:-1], kernel.shape[1])


class Scale:
    """A factor and an offset for each channel, as of a batch normalisation after the training.

    Args:
        factor: (channel,).
        offset: (channel,).
    """

    def __init__(self, factor: Array, offset: Array) -> None:
        self._factor, self._offset = factor, offset

    def forward(self, values: Array) -> Array:
        """See `Operation.forward`."""
        return values * self._factor + self._offset

    def backward(self, values: Array, output: Array, upstream: Array) -> Array:
        """See `Operation.backward`."""
        del values, output
        return upstream * self._factor


class Slope:
    """A PReLU. Its slope at 0 is 0, because Keras puts it together of two ReLUs.

    Args:
        slope: of negative values, (row, column, channel) or (unit,).
    """

    def __init__(self, slope: Array) -> None:
        self._slope = slope

    def forward(self, values: Array) -> Array:
        """See `Operation.forward`."""
        return np.where(values > 0, values, values * self._slope)

    def backward(self, values: Array, output: Array, upstream: Array) -> Array:
        """See `Operation.backward`."""
        del output
        return upstream * ((values > 0) + (values < 0) * self._slope)


class Softmax:
    """Softmax over the channels of each place, or over all units."""

    def forward(self, values: Array) -> Array:
        """See `Operation.forward`."""
        exponentials = np.exp(values - values.max(axis=-1, keepdims=True))
        result: Array = exponentials / exponentials.sum(axis=-1, keepdims=True)
        return result

    def backward(self, values: Array, output: Array, upstream: Array) -> Array:
        """See `Operation.backward`."""
        del values
        weighted = upstream * output
        result: Array = weighted - output * weighted.sum(axis=-1, keepdims=True)
        return result


class Shape:
    """Passes values on in another shape, or in the same.

    Args:
        shape: of the output without batch axis.
    """

    def __init__(self, shape: tuple[int, ...]) -> None:
        self._shape = shape

    def forward(self, values: Array) -> Array:
        """See `Operation.forward`."""
        return values.reshape(-1, *self._shape)

    def backward(self, values: Array, output: Array, upstream: Array) -> Array:
        """See `Operation.backward`."""
        del output
        return upstream.reshape(values.shape)
