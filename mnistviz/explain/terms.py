"""`Terms`: the products that a unit adds up, for every kind of layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.explain.graph import MAXIMA, MEANS, mixed_axes
from mnistviz.explain.routes import routes_of
from mnistviz.explain.windows import along_axes, blend, has_window, maps_below, maps_of, window_at
from mnistviz.network.weights import NORMALISING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.arrays import Array
    from mnistviz.explain.graph import Index
    from mnistviz.network.layers import Layer

_LEAST_LENGTH = 1e-12
"""What Keras' UnitNormalization takes for the length of values that are all 0."""
_NOTHING = -1
"""Stands in the place of axes that a source does not have."""


@dataclass(frozen=True, eq=False)
class Terms:
    """What a unit adds up: one entry for each term, in the order of the window (row, column, channel) or of the units.

    Values in the padding are 0 and left out. A layer without weights gets weights that say what it does: a mean weighs all
    values of its window alike, a maximum weighs the winner 1 and the others 0, softmax starts from its own logit (the
    others, with which it compares, have weight 0), a product of values is the first one, weighed with the others, and every other
    layer passes on one value with weight 1. A normalisation of the layer's own values has the weight that it gives this digit.

    Attributes:
        read: int64 (term,): from which of the layers that are read, counted from 0.
        source: int64 (term, axis): what is read from it. (row, column, channel), (unit,), or (row, column) if it is the digit.
            Where the layers have different numbers of axes, -1 fills the rest.
        value: float32 (term,): the value there.
        weight: float32 (term,).
        product: float64 (term,): value times weight, exactly.
    """

    read: Array
    source: Array
    value: Array
    weight: Array
    product: Array

    def __len__(self) -> int:
        return len(self.value)

    def place(self, term: int) -> Index:
        """Returns what one term reads, as an index into the layer that it reads."""
        return tuple(axis for axis in self.source[term].tolist() if axis != _NOTHING)

    def strongest(self, count: int) -> Array:
        """Returns the numbers of at most `count` terms that count most, the largest |product| first.

        Among equal products the largest |weight| comes first: the winner of a maximum leads, even if all products are 0. Then
        the order of the terms decides.
        """
        ranking = np.lexsort((-np.abs(self.weight), -np.abs(self.product)))
        return ranking[:count]


@dataclass(frozen=True, eq=False)
class Read:
    """What a layer reads of one layer below it.

    Attributes:
        values: float32, of the shape that the layer counts with; the digit is (row, column, channel).
        axes: how many axes an index has: two if the digit has no channels.
    """

    values: Array
    axes: int


def read_terms(layer: Layer, reads: Sequence[Read], index: Index, weights: tuple[Array, Array] | None) -> tuple[Terms, float]:
    """Returns the terms of one unit, and its bias.

    Args:
        layer: one that can be explained (see `graph.why_not_explained`).
        reads: what it reads, in order.
        index: of the unit.
        weights: of the layer, if it has some (see `network.weights.Weights`).
    """
    return _window_terms(layer, reads[0], index, weights) if has_window(layer) else _route_terms(layer, reads, index, weights)


def _window_terms(layer: Layer, read: Read, index: Index, weights: tuple[Array, Array] | None) -> tuple[Terms, float]:
    below = maps_below(layer, read.values)
    number = np.ravel_multi_index(index, layer.shape)
    units = maps_of(layer, np.arange(np.prod(layer.shape)).reshape(layer.shape))
    unit = tuple(int(axis[0]) for axis in np.nonzero(units == number))
    places, parts = window_at(along_axes(layer, below.shape), below.shape, unit)
    value = below[np.ix_(*places)].reshape(-1)
    if weights is not None:
        kernel, biases = weights
        weight, bias = kernel[(*np.ix_(*parts[-kernel.ndim + 1 :]), unit[-1])].reshape(-1), float(biases[unit[-1]])
    else:
        weight, bias = _window_weights(layer, below.shape, unit, value)
    source = np.stack(np.meshgrid(*places, indexing="ij"), axis=-1).reshape(-1, below.ndim)
    if maps_below(layer, read.values) is not read.values:  # the channels are the first axis
        source = source[:, [2, 0, 1]]
        order = np.lexsort(source.T[::-1])
        source, value, weight = source[order], value[order], weight[order]
    return _terms(np.zeros(len(value), np.int64), source[:, : read.axes], value, weight), bias


def _window_weights(layer: Layer, below: Index, unit: Index, value: Array) -> tuple[Array, float]:
    """Returns the weights of the values in a window without a kernel, and the bias."""
    if layer.kind in MAXIMA:
        return _one_of(len(value), int(value.argmax())), 0.0
    if layer.kind in MEANS:
        return np.full(len(value), 1 / len(value), np.float32), 0.0
    shares = [along[place] for along, place in zip(blend(layer, below), unit, strict=False)]
    weight: Array = np.outer(*(share[share > 0] for share in shares)).reshape(-1)
    if layer.kind != "Input":
        return weight, 0.0
    paper, ink = layer.settings["paper"], layer.settings["ink"]
    return weight * np.float32(ink - paper), float(paper)


def _route_terms(layer: Layer, reads: Sequence[Read], index: Index, weights: tuple[Array, Array] | None) -> tuple[Terms, float]:
    routes = routes_of(layer, [read.values.shape for read in reads])
    units: list[Any] = [index]
    if layer.activation == "softmax":
        units = [(*index[:-1], channel) for channel in range(layer.shape[-1])]
    numbers = np.array([route[unit] for unit in units for route in routes])
    numbers = numbers[numbers >= 0]
    ends = np.cumsum([read.values.size for read in reads])
    which = np.searchsorted(ends, numbers, side="right")
    source = np.full((len(numbers), max(read.axes for read in reads)), _NOTHING, np.int64)
    value = np.empty(len(numbers), np.float32)
    for term, number in enumerate(numbers):
        read = reads[which[term]]
        place = np.unravel_index(number - (ends[which[term]] - read.values.size), read.values.shape)
        source[term, : read.axes] = place[: read.axes]
        value[term] = read.values[place]
    weight, bias = _route_weights(layer, reads, index, value, weights)
    chosen = np.flatnonzero(~np.isnan(weight))
    return _terms(which[chosen], source[chosen], value[chosen], weight[chosen]), bias


def _route_weights(
    layer: Layer, reads: Sequence[Read], index: Index, value: Array, weights: tuple[Array, Array] | None
) -> tuple[Array, float]:
    """Returns the weight of each value, NaN for one that is no term of its own, and the bias."""
    weight: Array = np.ones(len(value), np.float32)
    if weights is not None:
        factor, offset = (float(np.broadcast_to(one, layer.shape)[index]) for one in weights)
        if layer.kind in NORMALISING:
            factor, offset = _normalised(layer, reads[0].values, index, factor, offset)
        return np.full(len(value), factor, np.float32), offset
    if layer.activation == "softmax":
        weight = _one_of(len(value), index[-1])
    elif layer.kind == "TwoClasses":
        is_logit = layer.activation != "linear"
        return (weight, 0.0) if index[0] else (-weight, 0.0 if is_logit else 1.0)
    elif layer.kind == "Subtract":
        weight[1:] = -1
    elif layer.kind == "Average":
        weight /= len(value)
    elif layer.kind in ("Maximum", "Minimum"):
        weight = _one_of(len(value), int(value.argmax() if layer.kind == "Maximum" else value.argmin()))
    elif layer.kind == "Multiply":
        first = int(np.argmax([read.values.size for read in reads]))  # not one that is spread over maps
        weight = np.full(len(value), np.nan, np.float32)
        weight[first] = np.prod(np.delete(value, first), dtype=np.float64)
    return weight, 0.0


def _normalised(layer: Layer, values: Array, index: Index, gamma: float, beta: float) -> tuple[float, float]:
    """Returns the factor and offset that a normalisation of its own values has for one digit."""
    axes = mixed_axes(layer)
    along: list[Any] = list(index)
    for axis in axes:
        along[axis] = slice(None)
    part = values[tuple(along)].astype(np.float64)
    if layer.kind == "UnitNormalization":
        return float(np.float32(1 / max(np.sqrt(np.square(part).sum()), _LEAST_LENGTH))), 0.0
    if layer.kind == "RMSNormalization":
        return float(np.float32(gamma / np.sqrt(np.square(part).mean() + layer.settings["epsilon"]))), 0.0
    factor = float(np.float32(gamma / np.sqrt(part.var() + layer.settings["epsilon"])))
    return factor, beta - part.mean() * factor


def _one_of(count: int, chosen: int) -> Array:
    """Returns weights that choose one of several values."""
    weight = np.zeros(count, np.float32)
    weight[chosen] = 1
    return weight


def _terms(read: Array, source: Array, value: Array, weight: Array) -> Terms:
    return Terms(read, source.astype(np.int64, copy=False), value, weight, np.multiply(value, weight, dtype=np.float64))
