"""Windows that several kinds of exercises ask about: of the first convolution, of a pool, and of all layers below a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mnistviz.exercises.tables import Table, all_rounded, map_table
from mnistviz.explain.graph import ACTIVATIONS, DIGIT, PASSING, layers_to
from mnistviz.locale import text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mnistviz.arrays import Array
    from mnistviz.exercises.subject import Subject
    from mnistviz.explain.graph import Index
    from mnistviz.explain.unit_explanation import UnitExplanation
    from mnistviz.network.layers import Layer

MAX_DRIFT = 0.03
"""How far the sum of rounded numbers may be from the network's number: with more, two answers would be right."""
_CLEAR_WINNER = 0.02
"""How much the maximum of a pool's window must exceed the next value, so that rounding does not make them equal."""

_SEEN_THROUGH = (*("Conv2D", "MaxPooling2D", "AveragePooling2D"), *ACTIVATIONS, *PASSING, "BatchNormalization", "Rescaling")
"""Kinds of layers whose units see what their windows say."""


class PoolWindow(NamedTuple):
    """The window of a unit of a pool.

    Attributes:
        rows, columns: the numbers of its rows and columns in the map below.
        values: float64 (row, column), rounded as they are shown.
    """

    rows: list[int]
    columns: list[int]
    values: Array


def position_values(layer: Layer, index: Iterable[int]) -> dict[str, str]:
    """Returns what the messages need to name a unit of a map."""
    row, column, channel = map(str, index)
    return {"layer": layer.name, "channel": channel, "row": row, "column": column}


def first_convolution(subject: Subject) -> Layer:
    """Returns the first convolution that reads a single channel."""
    return subject.layers("Conv2D", lambda layer: layer.window is not None and layer.window[2] == 1)[0]


def kernel_table(kernel: Array, channel: int) -> Table:
    """Returns the weights (row, column) of one filter as a table."""
    caption = text("kernel-of-filter", filter=str(channel))
    return map_table(caption, range(kernel.shape[0]), range(kernel.shape[1]), kernel)


def pool_window(unit: UnitExplanation) -> PoolWindow:
    """Returns the window of a unit of a pool."""
    rows, columns = (np.unique(unit.terms.source[:, axis]).tolist() for axis in (0, 1))
    return PoolWindow(rows, columns, all_rounded(unit.terms.value).reshape(len(rows), len(columns)))


def pool_unit(subject: Subject, layer: Layer) -> UnitExplanation:
    """Picks a unit of a pool whose window has one clear maximum.

    Preferably, the window holds other positive values, and the maximum is not on the diagonal, where swapping row and column
    would go unnoticed.
    """

    def fits(index: Index, *, strict: bool) -> bool:
        unit = subject.explain(layer, index)
        second, first = np.sort(pool_window(unit).values, axis=None)[-2:]
        row, column = (unit.winner or (0, 0))[:2]
        return bool(first - second >= _CLEAR_WINNER and (not strict or (second > 0 and row != column)))

    index = subject.pick(layer.shape, lambda index: fits(index, strict=True), lambda index: fits(index, strict=False))
    return subject.explain(layer, index)


def layer_above_the_first(subject: Subject) -> Layer:
    """Picks a layer with windows whose units see more of the digit than their own window, and through windows alone."""

    def fits(layer: Layer) -> bool:
        below = layers_to(subject.engine.layers, layer.name)
        return subject.below(layer) != DIGIT and all(one.kind in _SEEN_THROUGH and len(one.reads) < 2 for one in below)

    found = subject.layers("MaxPooling2D", fits) + subject.layers("Conv2D", fits)
    layer: Layer = subject.one_of(sorted(found, key=subject.engine.layers.index))
    return layer


def windows_up_to(subject: Subject, layer: Layer) -> str:
    """Returns a list in words of all windows from the digit up to a layer."""
    layers = layers_to(subject.engine.layers, layer.name)
    return ", ".join(_window_in_words(one) for one in layers if one.window is not None)


def _window_in_words(layer: Layer) -> str:
    """Says all that is needed to find the position of a window. The defaults, no padding and no dilation, go unmentioned."""
    strides = layer.strides or (1, 1)
    return text(
        "window-of-layer",
        layer=layer.name,
        size="x".join(map(str, (layer.window or ())[:2])),
        stride=" x ".join(map(str, strides[:1] if strides[0] == strides[1] else strides)),
        padding=layer.padding,
        is_dilated="yes" if max(layer.dilation) > 1 else "no",
        dilation=" x ".join(map(str, layer.dilation)),
    )
