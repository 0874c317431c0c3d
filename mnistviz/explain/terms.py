"""`Terms`: the products that a unit adds up, for every kind of layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.explain.receptive_field import POOLS, window_places

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.explain.receptive_field import Index
    from mnistviz.network.layers import Layer


@dataclass(frozen=True, eq=False)
class Terms:
    """What a unit adds up: one entry for each term, in the order of the window (row, column, channel) or of the units.

    Values in the padding are 0 and left out. A layer without weights gets weights that say what it does: a mean weighs all
    values of its window alike, a maximum weighs the winner 1 and the others 0, softmax starts from its own logit (the
    others, with which it compares, have weight 0), and every other layer passes on one value with weight 1.

    Attributes:
        source: int64 (term, axis): what is read from the layer below. (row, column, channel), (unit,), or
            (row, column) if the layer below is the digit.
        value: float32 (term,): the value there.
        weight: float32 (term,).
        product: float64 (term,): value times weight, exactly.
    """

    source: Array
    value: Array
    weight: Array
    product: Array

    def __len__(self) -> int:
        return len(self.value)

    def strongest(self, count: int) -> Array:
        """Returns the numbers of at most `count` terms that count most, the largest |product| first.

        Among equal products the largest |weight| comes first: the winner of a maximum leads, even if all products are 0. Then
        the order of the terms decides.
        """
        ranking = np.lexsort((-np.abs(self.weight), -np.abs(self.product)))
        return ranking[:count]


def read_terms(layer: Layer, below: Array, index: Index, kernel: Array | None) -> Terms:
    """Returns the terms of one unit.

    Args:
        layer: a supported one (see `receptive_field.chain_to`).
        below: float32, the output of the layer below, (row, column, channel) or (unit,), or the digit (row, column).
        index: of the unit.
        kernel: float32, of a convolution or dense layer; else None.
    """
    maps = below[:, :, None] if below.ndim == 2 else below
    if layer.window is not None:
        source, value, weight = _window_terms(layer, maps, index, kernel)
    elif kernel is not None:
        source, value = _grid(*index[:-1], np.arange(maps.shape[-1])), maps[index[:-1]]
        weight = kernel[:, index[-1]]
    elif layer.activation == "softmax":
        source, value = _grid(*index[:-1], np.arange(maps.shape[-1])), maps[index[:-1]]
        weight = np.zeros(len(value), np.float32)
        weight[index[-1]] = 1
    else:
        place = np.unravel_index(index[0], maps.shape) if layer.kind == "Flatten" else index
        source, value = _grid(*place), maps[place].reshape(1)
        weight = np.ones(1, np.float32)
    return Terms(source[:, : below.ndim], value, weight, np.multiply(value, weight, dtype=np.float64))


def _window_terms(layer: Layer, maps: Array, index: Index, kernel: Array | None) -> tuple[Array, Array, Array]:
    (rows, kernel_rows), (columns, kernel_columns) = (_inside(layer, maps.shape, axis, index[axis]) for axis in (0, 1))
    channels = slice(index[2], index[2] + 1)
    if kernel is not None:  # has fewer channels than the layer below if the filters are in groups
        group = index[2] * (maps.shape[2] // kernel.shape[2]) // layer.shape[2]
        channels = slice(group * kernel.shape[2], (group + 1) * kernel.shape[2])
    value = maps[_slice(rows), _slice(columns), channels].reshape(-1)
    if kernel is not None:
        weight = kernel[kernel_rows, kernel_columns, :, index[2]].reshape(-1)
    elif layer.kind == POOLS[0]:
        weight = np.zeros(len(value), np.float32)
        weight[value.argmax()] = 1
    else:
        weight = np.full(len(value), 1 / len(value), np.float32)
    return _grid(np.array(rows), np.array(columns), np.arange(channels.start, channels.stop)), value, weight


def _inside(layer: Layer, below: Index, axis: int, position: int) -> tuple[range, slice]:
    """Returns the places of the window along one axis that are not in the padding, and which part of the kernel lies there."""
    places = window_places(layer, below, axis, position)
    first = max(0, -(places.start // places.step))
    last = max(first, (below[axis] - 1 - places.start) // places.step + 1)
    part = slice(first, min(last, len(places)))
    return places[part], part


def _slice(places: range) -> slice:
    return slice(places.start, places.stop, places.step) if places else slice(0)


def _grid(*axes: Any) -> Array:
    """Returns all combinations of places along the axes, the last axis changing fastest: int64 (combination, axis)."""
    return np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, len(axes)).astype(np.int64, copy=False)
