"""The last hidden layer of a network: what it makes of a digit before it decides, by which digits are compared."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from mnistviz.locale import text
from mnistviz.network.layers import FED_KIND, INPUT, reads_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mnistviz.network.layers import Layer

MOST_UNITS = 2048
"""Units of the layer: of 5,000 digits they take 40 MB."""


def last_hidden_layer(layers: Sequence[Layer]) -> Layer:
    """Returns the layer that the last dense layer reads, which makes the logits: `relu3` of the shipped network.

    Args:
        layers: of a network, in the order of the data.

    Raises:
        ValueError: if the network does not end in a dense layer that reads one layer, if nothing has been learned before it, or
            if it has too many units.
    """
    by_name = {layer.name: layer for layer in layers}
    reads = reads_of(layers)
    hidden = by_name.get(_read_by_last_dense(layers, by_name, reads))
    if hidden is None or not _has_learned(hidden.name, by_name, reads):
        raise ValueError(text("hidden-layer-missing"))
    units = math.prod(hidden.shape)
    if units > MOST_UNITS:
        raise ValueError(text("hidden-layer-too-large", layer=repr(hidden.name), units=units, most=MOST_UNITS))
    return hidden


def _read_by_last_dense(layers: Sequence[Layer], by_name: Mapping[str, Layer], reads: Mapping[str, tuple[str, ...]]) -> str:
    """Returns the name of what the last dense layer reads. After it there may be layers without weights, such as softmax.

    Raises:
        ValueError: if there is no such dense layer.
    """
    layer = layers[-1]
    while True:
        below = reads[layer.name]
        if len(below) != 1 or (layer.kind != "Dense" and (layer.parameters or below[0] not in by_name)):
            raise ValueError(text("hidden-layer-not-read", layer=repr(layer.name)))
        if layer.kind == "Dense":
            return below[0]
        layer = by_name[below[0]]


def _has_learned(name: str, by_name: Mapping[str, Layer], reads: Mapping[str, tuple[str, ...]]) -> bool:
    """Tells whether a layer, or one on the way to it, has weights. If not, its values are the pixels in another order."""
    if name == INPUT or by_name[name].kind == FED_KIND:
        return False
    return by_name[name].parameters > 0 or any(_has_learned(below, by_name, reads) for below in reads[name])
