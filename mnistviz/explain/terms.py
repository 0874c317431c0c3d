"""Terms: the products whose sum a cell is, for every kind of layer."""

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
    """What a cell adds up: one entry a term, in the order of the window (row, column, channel) or of the units.

    Cells in the padding are 0 and are left out. Where a layer has no weights, these say what it does: a mean weighs all
    cells of its window alike, a maximum weighs the winner 1 and the others 0, softmax starts from its own logit and
    compares it with the others (weight 0), and everything else hands on one cell with weight 1.

    Attributes:
        source: int64 (term, axis): the cell of the layer below that is read. (row, column, channel), (unit,), or
            (row, column) if the layer below is the digit.
        value: float32 (term,): what is there.
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
        """Which terms count most: at most `count` numbers of terms, the largest |product| first.

        Among equals the largest |weight| is first, so that the winner of a maximum leads although all may be 0, and then the
        order of the terms decides.
        """
        ranking = np.lexsort((-np.abs(self.weight), -np.abs(self.product)))
        return ranking[:count]


def read_terms(layer: Layer, below: Array, index: Index, kernel: Array | None) -> Terms:
    """The terms of one cell.

    Args:
        layer: a supported one (`receptive.chain_to`).
        below: float32, the output of the layer below, (row, column, channel) or (unit,), or the digit (row, column).
        index: of the cell.
        kernel: float32, of a convolution or dense layer.
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
        cell = np.unravel_index(index[0], maps.shape) if layer.kind == "Flatten" else index
        source, value = _grid(*cell), maps[cell].reshape(1)
        weight = np.ones(1, np.float32)
    return Terms(source[:, : below.ndim], value, weight, np.multiply(value, weight, dtype=np.float64))


def _window_terms(layer: Layer, maps: Array, index: Index, kernel: Array | None) -> tuple[Array, Array, Array]:
    (rows, kernel_rows), (columns, kernel_columns) = (_inside(layer, maps.shape, axis, index[axis]) for axis in (0, 1))
    channels = slice(index[2], index[2] + 1)
    if kernel is not None:  # fewer channels than there are below: the filters are divided into groups
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
    """The places of the window along one axis that are not in the padding, and which of the kernel's cells lie there."""
    places = window_places(layer, below, axis, position)
    first = max(0, -(places.start // places.step))
    last = max(first, (below[axis] - 1 - places.start) // places.step + 1)
    cells = slice(first, min(last, len(places)))
    return places[cells], cells


def _slice(places: range) -> slice:
    return slice(places.start, places.stop, places.step) if places else slice(0)


def _grid(*axes: Any) -> Array:
    """int64 (cell, axis): all combinations of places along the axes, the last one changing fastest."""
    return np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, len(axes)).astype(np.int64, copy=False)
