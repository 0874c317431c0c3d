"""`Operation`: one step of a network, forwards and backwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from mnistviz.arrays import Array


class Operation(Protocol):
    """Computes values from those of the step before. Keeps nothing between calls, so any thread may use it.

    Arrays have a batch axis, and float32 stays float32: maps are (batch, row, column, channel), units (batch, unit).
    """

    def forward(self, values: Array) -> Array:
        """Returns the output for the values of the step before."""

    def backward(self, values: Array, output: Array, upstream: Array) -> Array:
        """Returns the gradient with respect to the values of the step before.

        Args:
            values: of the step before.
            output: what `forward` made of them.
            upstream: the gradient with respect to the output, in its shape.
        """
