"""A network as a graph: which layers lead to a unit, which kinds can be explained, and where explanations end."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.locale import text
from mnistviz.network.layers import AUGMENTING, IDLE, INPUT, reads_of
from mnistviz.network.weights import NORMALISING, SCALING, WEIGHTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.network.layers import Layer

    Index = tuple[int, ...]

DIGIT = INPUT
"""The name of the input among the names of layers."""
MAXIMA = ("MaxPooling2D", "GlobalMaxPooling2D")
MEANS = ("AveragePooling2D", "GlobalAveragePooling2D")
WHOLE = ("GlobalMaxPooling2D", "GlobalAveragePooling2D")
"""Pools whose window is the whole map."""
POOLS = (*MAXIMA, *MEANS)
ACTIVATIONS = ("ReLU", "LeakyReLU", "PReLU", "ELU", "Activation", "Softmax")
"""Layers that apply a function to each value, or softmax to each place."""
PASSING = (*IDLE, *AUGMENTING)
"""Layers that act in training alone."""
MOVING = ("Concatenate", "Flatten", "Reshape", "Permute", "ZeroPadding2D", "Cropping2D", "UpSampling2D", "RepeatVector")
"""Layers that put values in other places."""
MERGING = ("Add", "Subtract", "Average", "Multiply", "Maximum", "Minimum")
"""Layers that calculate with the values at one place of several layers."""
_EXPLAINED = (*WEIGHTED, *SCALING, *POOLS, *ACTIVATIONS, *PASSING, *MOVING, *MERGING, "Input", "TwoClasses")
_MIXING = ("softmax(", "log_softmax", "sparsemax", "glu")
"""Activations of Keras that read more than one value."""
_INTERPOLATIONS = ("nearest", "bilinear")


def layers_to(layers: Sequence[Layer], name: str) -> tuple[Layer, ...]:
    """Returns the layers that lead from the digit to the one called `name`, in the order of the data. It is the last one.

    Raises:
        ValueError: if there is no such layer, or if one is called as the digit is.
    """
    names = [layer.name for layer in layers]
    if name not in names:
        raise ValueError(text("no-such-layer", layer=repr(name), layers=", ".join(names)))
    before = layers[: names.index(name) + 1]
    reads = reads_of(before)
    needed = {name}
    for layer in reversed(before):
        if layer.name in needed:
            needed.update(reads[layer.name])
    chosen = tuple(layer for layer in before if layer.name in needed)
    if any(layer.name == DIGIT for layer in chosen):
        raise ValueError(text("layer-named-as-digit", layer=repr(DIGIT)))
    return chosen


def why_not_explained(layer: Layer) -> str:
    """Says why explanations end at a layer, and what to do; empty if its units can be explained."""
    kind = layer.kind
    if kind == "UpSampling2D" and layer.settings["interpolation"] not in _INTERPOLATIONS:
        kind = f"{kind} ({layer.settings['interpolation']})"
    if kind not in _EXPLAINED or layer.settings.get("rms_scaling"):
        return text("layer-not-explained", layer=repr(layer.name), kind=kind)
    if layer.settings.get("mixing") or str(layer.activation).startswith(_MIXING):
        return text("activation-not-explained", activation=str(layer.activation), layer=repr(layer.name))
    if layer.settings.get("hidden"):
        return text("layer-reads-hidden", layer=repr(layer.name), reads=", ".join(layer.reads))
    return ""


def is_channels_first(layer: Layer) -> bool:
    """Tells whether a layer takes the first axis for the channels."""
    return layer.settings.get("data_format") == "channels_first"


def mixed_axes(layer: Layer) -> tuple[int, ...]:
    """Returns the axes along which a value depends on all others: those of softmax, or of a normalisation of the own values."""
    if layer.kind in NORMALISING:
        return tuple(int(axis) - 1 if axis > 0 else int(axis) for axis in np.atleast_1d(layer.settings["axis"]))
    return (-1,) if layer.activation == "softmax" else ()


def check_index(layer: Layer, index: Any) -> Index:
    """Returns the index of a unit as plain integers.

    Args:
        layer: of the unit.
        index: as `layer.shape` has its axes, or the number of the unit in a layer without maps.

    Raises:
        ValueError: if the layer has no such unit.
    """
    try:
        unit = tuple(operator.index(place) for place in (index if np.iterable(index) else [index]))
    except TypeError:
        unit = ()
    if len(unit) == len(layer.shape) and all(0 <= place < size for place, size in zip(unit, layer.shape, strict=True)):
        return unit
    axes = "other" if layer.is_channels_first else {1: "unit", 3: "map"}.get(len(layer.shape), "other")
    row, column, channel = (str(size - 1) for size in (layer.shape if axes == "map" else (1, 1, layer.shape[-1])))
    allowed = {"axes": axes, "row": row, "column": column, "channel": channel, "shape": " x ".join(map(str, layer.shape))}
    example = str(tuple(size // 2 for size in layer.shape))
    raise ValueError(text("no-such-unit", layer=repr(layer.name), unit=repr(index), example=example, **allowed))
