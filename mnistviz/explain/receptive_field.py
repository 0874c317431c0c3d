"""Receptive fields: which units of the layers below, and which pixels, a unit sees. Geometry only, no weights."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.locale import text
from mnistviz.network.layers import IDLE
from mnistviz.network.weights import WEIGHTED

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from mnistviz.network.layers import Layer

    Index = tuple[int, ...]
    Field = tuple[slice, ...]

DIGIT = "digit"
"""The name of the input among the names of layers."""
POOLS = ("MaxPooling2D", "AveragePooling2D")
"""The supported pools; the first one has winners."""
ACTIVATIONS = ("ReLU", "LeakyReLU", "PReLU", "ELU", "Activation", "Softmax")
"""Layers that apply a function to each value, or softmax to each place."""
_SUPPORTED = (*WEIGHTED, *POOLS, "Flatten", *ACTIVATIONS, *IDLE)
_MIXING = ("softmax(", "log_softmax", "sparsemax", "glu")  # activations that read more than one value


def chain_to(layers: Sequence[Layer], name: str) -> tuple[Layer, ...]:
    """Returns the layers from the digit up to the one called `name`.

    Raises:
        ValueError: if there is no such layer, if a layer on the way cannot be explained, or if the layers on the way are
            not a chain.
    """
    names = [layer.name for layer in layers]
    if name not in names:
        raise ValueError(text("no-such-layer", layer=repr(name), layers=", ".join(names)))
    chain = tuple(layers[: names.index(name) + 1])
    for layer in chain:
        if layer.kind not in _SUPPORTED:
            raise ValueError(text("layer-not-explained", layer=repr(layer.name), kind=layer.kind))
        if str(layer.activation).startswith(_MIXING):
            raise ValueError(text("activation-not-explained", activation=str(layer.activation), layer=repr(layer.name)))
        if not layer.chained or layer.name == DIGIT:
            raise ValueError(text("layers-not-chained", target=repr(name), digit=repr(DIGIT), layer=repr(layer.name)))
    return chain


def check_index(layer: Layer, index: Any) -> Index:
    """Returns the index of a unit as plain integers.

    Args:
        layer: of the unit.
        index: (row, column, channel), or the number of the unit in a layer without maps.

    Raises:
        ValueError: if the layer has no such unit.
    """
    try:
        unit = tuple(operator.index(place) for place in (index if np.iterable(index) else [index]))
    except TypeError:
        unit = ()
    if len(unit) != len(layer.shape) or not all(0 <= place < size for place, size in zip(unit, layer.shape, strict=True)):
        is_map = len(layer.shape) == 3
        row, column, channel = (str(size - 1) for size in (layer.shape if is_map else (1, 1, layer.shape[-1])))
        allowed = {"axes": "map" if is_map else "unit", "row": row, "column": column, "channel": channel}
        example = str(tuple(size // 2 for size in layer.shape))
        raise ValueError(text("no-such-unit", layer=repr(layer.name), unit=repr(index), example=example, **allowed))
    return unit


def window_places(layer: Layer, below: Index, axis: int, position: int) -> range:
    """Returns where the window at one position lies along one axis, including the padding.

    Args:
        layer: a convolution or pool.
        below: the shape of what it reads.
        axis: 0 rows, 1 columns.
        position: in the layer's output.

    Returns:
        One place in the layer below for each value of the window. Places below 0 and beyond the edge are padding;
        "same" puts an odd one at the end.
    """
    size, stride, dilation = layer.window[axis], layer.strides[axis], layer.dilation[axis]  # type: ignore[index]
    reach = (size - 1) * dilation + 1
    start = position * stride
    if layer.padding == "same":
        start -= max((layer.shape[axis] - 1) * stride + reach - below[axis], 0) // 2
    return range(start, start + reach, dilation)


def receptive_field(chain: Sequence[Layer], index: Index, digit: Index = (28, 28, 1)) -> dict[str, Field]:
    """Returns what the value of one unit depends on, in every layer below and in the digit.

    Args:
        chain: the layers up to that of the unit (`chain_to`).
        index: of the unit.
        digit: the input's shape (row, column, channel).

    Returns:
        {layer name or "digit": (row slice, column slice), or (unit slice,)} in the order of the data: the smallest box
        around everything that is read, without padding. With strides or dilation, some units in the box may not be
        read. The box is empty if a window lies wholly in the padding.
    """
    shapes = [digit, *(layer.shape for layer in chain)]
    names = [DIGIT, *(layer.name for layer in chain)]
    places: list[Collection[int]] = [{place} for place in index]
    fields: dict[str, Field] = {}
    for layer, name, below in zip(reversed(chain), names[-2::-1], shapes[-2::-1], strict=True):
        places = _read_places(layer, below, places)
        if not all(places):  # wholly in the padding along one axis, so nothing is read along the other
            places = [()] * len(places)
        box = (slice(min(axis), max(axis) + 1) if axis else slice(0, 0) for axis in places)
        fields[name] = tuple(box)[:2]
    return dict(reversed(fields.items()))


def _read_places(layer: Layer, below: Index, places: list[Collection[int]]) -> list[Collection[int]]:
    """Returns the places that a layer reads along each axis of the layer below, for the given places along its own axes."""
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
