"""Receptive fields: which cells of the layers below, and which pixels, a cell can see. Geometry only, no weights."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.network.weights import WEIGHTED

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from mnistviz.network.layers import Layer

    Index = tuple[int, ...]
    Field = tuple[slice, ...]

DIGIT = "digit"
"""The name of the input, where the layers are called by theirs."""
POOLS = ("MaxPooling2D", "AveragePooling2D")
ACTIVATIONS = ("ReLU", "LeakyReLU", "PReLU", "ELU", "Activation", "Softmax")
IDLE = (
    "Dropout",
    "SpatialDropout2D",
    "AlphaDropout",
    "GaussianDropout",
    "GaussianNoise",
    "ActivityRegularization",
    "Identity",
)
"""Layers that hand on what they get once the training is over."""
_SUPPORTED = (*WEIGHTED, *POOLS, "Flatten", *ACTIVATIONS, *IDLE)
_MIXING = ("softmax(", "log_softmax", "sparsemax", "glu")  # activations that read more than their own cell


def chain_to(layers: Sequence[Layer], name: str) -> tuple[Layer, ...]:
    """The layers from the digit up to the one called `name`.

    Raises:
        ValueError: if there is no such layer, or one on the way is of a kind that cannot be explained, or the layers
            on the way are not a chain.
    """
    names = [layer.name for layer in layers]
    if name not in names:
        raise ValueError(f"The name of a layer is required. Received: {name!r}. Choose one of {', '.join(names)}.")
    chain = tuple(layers[: names.index(name) + 1])
    for layer in chain:
        if layer.kind not in _SUPPORTED:
            raise ValueError(
                f"Layers of known arithmetic are required up to {name!r}. Received: {layer.kind} ({layer.name!r}). "
                f"Explain a layer below it, or use these only: {', '.join(_SUPPORTED)}."
            )
        if str(layer.activation).startswith(_MIXING):
            raise ValueError(
                f"Activations of single cells, or softmax over the last axis, are required up to {name!r}. "
                f"Received: {layer.activation} ({layer.name!r}). Explain a layer below it, or use another activation."
            )
        if not layer.chained or layer.name == DIGIT:
            raise ValueError(
                f"A chain of layers from {DIGIT!r} is required up to {name!r}, each reading the one before it. Received: "
                f"{layer.name!r}, which does not. Use a keras.Sequential, or explain a layer below the first branch."
            )
    return chain


def checked_index(layer: Layer, index: Any) -> Index:
    """The index of a cell, as plain integers.

    Args:
        layer: where the cell is.
        index: (row, column, channel), or the number of a unit.

    Raises:
        ValueError: if the layer has no such cell.
    """
    try:
        cell = tuple(operator.index(place) for place in (index if np.iterable(index) else [index]))
    except TypeError:
        cell = ()
    if len(cell) != len(layer.shape) or not all(0 <= place < size for place, size in zip(cell, layer.shape, strict=True)):
        axes = ("row", "column", "channel") if len(layer.shape) == 3 else ("unit",)
        allowed = ", ".join(f"{axis} 0 to {size - 1}" for axis, size in zip(axes, layer.shape, strict=True))
        raise ValueError(
            f"The index of a cell of {layer.name!r} is required: {allowed}. Received: {index!r}. "
            f"Count from 0, for example {tuple(size // 2 for size in layer.shape)}."
        )
    return cell


def window_places(layer: Layer, below: Index, axis: int, position: int) -> range:
    """Where the window at one position lies along one axis, the padding included.

    Args:
        layer: a convolution or pool.
        below: the shape of what it reads.
        axis: 0 rows, 1 columns.
        position: in the layer's output.

    Returns:
        One place in the layer below for each cell of the window. Places below 0 and beyond the edge are padding,
        of which "same" puts the odd one at the end.
    """
    size, stride, dilation = layer.window[axis], layer.strides[axis], layer.dilation[axis]  # type: ignore[index]
    reach = (size - 1) * dilation + 1
    start = position * stride
    if layer.padding == "same":
        start -= max((layer.shape[axis] - 1) * stride + reach - below[axis], 0) // 2
    return range(start, start + reach, dilation)


def receptive_field(chain: Sequence[Layer], index: Index, digit: Index = (28, 28, 1)) -> dict[str, Field]:
    """What the value of one cell depends on, in every layer below and in the digit.

    Args:
        chain: the layers up to the one of the cell (`chain_to`).
        index: of the cell.
        digit: the input's shape (row, column, channel).

    Returns:
        {layer name or "digit": (row slice, column slice), or (unit slice,)} in the order of the data: the smallest box
        around the cells that are read, without padding. Between strides and dilated cells the box may hold cells that
        are not read. It is empty if a window lies wholly in the padding.
    """
    shapes = [digit, *(layer.shape for layer in chain)]
    names = [DIGIT, *(layer.name for layer in chain)]
    places: list[Collection[int]] = [{place} for place in index]
    fields: dict[str, Field] = {}
    for layer, name, below in zip(reversed(chain), names[-2::-1], shapes[-2::-1], strict=True):
        places = _read_places(layer, below, places)
        box = (slice(min(axis), max(axis) + 1) if axis else slice(0, 0) for axis in places)
        fields[name] = tuple(box)[:2]
    return dict(reversed(fields.items()))


def _read_places(layer: Layer, below: Index, places: list[Collection[int]]) -> list[Collection[int]]:
    """The places along each axis of the layer below that a layer reads for those along its own."""
    if layer.window is not None:
        return [
            *({place for at in places[axis] for place in window_places(layer, below, axis, at) if 0 <= place < below[axis]}
              for axis in (0, 1)),
            range(below[2]),
        ]  # fmt: skip
    if layer.kind == "Flatten":
        if len(places[0]) == layer.shape[0]:
            return [range(size) for size in below]
        return [set(axis.tolist()) for axis in np.unravel_index(sorted(places[0]), below)]
    if layer.kind == "Dense" or layer.activation == "softmax":
        return [*places[:-1], range(below[-1])]
    return places
