"""Routes: layers whose units each read one unit of each layer below, wherever it lies: moves, sums, scales, activations.

All units that a layer reads are numbered, those of its first input first. A route has, for each unit of the layer, the number of
one unit that it reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.explain.graph import is_channels_first

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.arrays import Array
    from mnistviz.explain.graph import Index
    from mnistviz.network.layers import Layer


def routes_of(layer: Layer, below: Sequence[Index]) -> list[Array]:
    """Returns the routes of a layer: int64 arrays of its shape, -1 where nothing is read.

    Args:
        layer: one without windows.
        below: the shapes of the layers that it reads, in order.
    """
    numbers, start = [], 0
    for shape in below:
        size = int(np.prod(shape))
        numbers.append(np.arange(start, start + size).reshape(shape))
        start += size
    if layer.kind == "Concatenate":
        axis = layer.settings["axis"]
        return [np.concatenate(numbers, axis=axis - 1 if axis > 0 else axis)]
    if layer.kind in ("Flatten", "Reshape"):
        whole = np.moveaxis(numbers[0], 0, -1) if is_channels_first(layer) else numbers[0]
        return [whole.reshape(layer.shape)]
    if layer.kind == "Permute":
        return [numbers[0].transpose([axis - 1 for axis in layer.settings["dims"]])]
    if layer.kind in ("ZeroPadding2D", "Cropping2D", "UpSampling2D"):
        return [_reframed(layer, numbers[0])]
    return [np.broadcast_to(one, layer.shape) for one in numbers]


def spread_routes(layer: Layer, below: Sequence[Index], mask: Array) -> list[Array]:
    """Returns which units of each layer below are read by some units of a layer without windows.

    Args:
        layer: one without windows.
        below: the shapes of the layers that it reads, in order.
        mask: bool, of the layer's shape: the units.
    """
    sizes = [int(np.prod(shape)) for shape in below]
    read = np.zeros(sum(sizes) + 1, bool)  # the last one stands for nothing
    for route in routes_of(layer, below):
        read[route[mask]] = True
    parts = np.split(read[:-1], np.cumsum(sizes)[:-1])
    return [part.reshape(shape) for part, shape in zip(parts, below, strict=True)]


def _reframed(layer: Layer, numbers: Array) -> Array:
    """Returns a map with a frame added or cut off, or with each value repeated."""
    axes = (1, 2) if is_channels_first(layer) else (0, 1)
    for number, axis in enumerate(axes):
        if layer.kind == "UpSampling2D":
            numbers = numbers.repeat(layer.settings["size"][number], axis=axis)
        elif layer.kind == "Cropping2D":
            before, after = layer.settings["cropping"][number]
            numbers = numbers.take(range(before, numbers.shape[axis] - after), axis=axis)
        else:
            widths = [(0, 0)] * numbers.ndim
            widths[axis] = layer.settings["padding"][number]
            numbers = np.pad(numbers, widths, constant_values=-1)
    return numbers
