"""The kernels of all convolutions as a message to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.arrays import Array
    from mnistviz.network.layers import Layer
    from mnistviz.network.weights import Weights


LARGEST = 7
"""Rows and columns of a kernel that is shown, at most: a map of 28 pixels leaves no room for more."""
MOST_SLICES = 4096
"""Slices of a layer that are shown, at most: of more, each would get less than a pixel for a weight."""


def shown_kernels(layers: Sequence[Layer], weights: Weights) -> dict[str, Array]:
    """The kernels that can be shown beside their maps.

    Returns:
        {layer name: float32 (filter, input channel, row, column)}.
    """
    kernels = {layer.name: weights[layer.name][0] for layer in layers if layer.kind == "Conv2D"}
    return {
        name: kernel.transpose(3, 2, 0, 1)
        for name, kernel in kernels.items()
        if max(kernel.shape[:2]) <= LARGEST and kernel.shape[2] * kernel.shape[3] <= MOST_SLICES
    }


def pack_kernels(kernels: dict[str, Array]) -> tuple[dict[str, Any], list[bytes]]:
    """The header, with name and shape of each layer's kernels, and one buffer of float32 for each."""
    header = {"kind": "kernels", "layers": [{"name": name, "shape": kernel.shape} for name, kernel in kernels.items()]}
    return header, [np.ascontiguousarray(kernel).tobytes() for kernel in kernels.values()]
