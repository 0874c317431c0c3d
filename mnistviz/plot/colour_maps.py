"""Turns activations into 8-bit pictures: the ranges and the colours, not how they are shown.

Where nothing can be negative, colours run from 0 to the maximum; elsewhere they are symmetric about 0, so that the neutral colour
means 0. There is one range per layer or one per map, and it is printed either way.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np

from mnistviz.plot.tokens import count

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.network.layers import Layer

Scale = Literal["layer", "map"]

ORANGE = "orange"
SEQUENTIAL = (ORANGE, "viridis", "cividis", "gray")
"""Colour maps for values from 0 upwards, safe for colour-blind readers. The first one is the upper half of the diverging map, so
that what a ReLU lets through keeps its hue; the others are perceptually uniform."""
DIVERGING = "PuOr_r"
"""Colour map for values of both signs: neutral at 0, purple below, orange above, safe for colour-blind readers."""
ACROSS = count("maps-across")
"""Maps in a row, in the explorer and in every still picture, so that the eye can follow one column through the layers."""
TINY = 1e-30
"""Smaller ranges are shown as 0: float32 could not represent their scale."""
ZERO = 128
"""The 8-bit code of 0 in a signed layer."""


_TABLES = Path(__file__).parent / "colour_maps.npz"  # written by tools/write_colour_maps.py


@dataclass(frozen=True, eq=False)
class Picture:
    """The maps of one layer as 8-bit codes.

    Attributes:
        codes: uint8 (map, row, column), or (1, 1, unit) for a layer of units: 0..255 for values from `low` to `high`.
        low, high: float32 (map,) or (1,): the range of values, one entry for each map or one for the layer.
    """

    codes: Array
    low: Array
    high: Array


def value_range(values: Array, *, signed: bool, axis: tuple[int, ...] | None = None) -> tuple[Array, Array]:
    """Returns the range that the colours span.

    It goes from 0 to the largest value if nothing can be negative, so 0 always looks like 0. Otherwise it is symmetric
    about 0, so the neutral colour means 0 and both signs look equally strong.

    Args:
        values: any shape.
        signed: whether the layer can have negative values.
        axis: the axes to reduce; None for one range for all.

    Returns:
        low, high: arrays of the remaining shape; both 0 where all values are 0.
    """
    if not signed:
        high = np.max(values, axis=axis)
        return np.zeros_like(high), high
    high = np.maximum(np.max(values, axis=axis), -np.min(values, axis=axis))
    return -high, high


def encode(values: Array, high: Array | np.float32, *, signed: bool) -> Array:
    """Encodes values in 8 bits: 0..high becomes 0..255, or -high..high becomes 1..255 with 0 at 128.

    Args:
        values: float32, any shape.
        high: broadcastable to `values`; where it is 0, the values are 0, too.
        signed: whether the range is -high..high.
    """
    scale = np.asarray((127 if signed else 255) / np.where(high > TINY, high, 1))
    return (values * scale.astype(np.float32) + (ZERO + 0.5 if signed else 0.5)).astype(np.uint8)


def drawn_values(values: Array, layer: Layer) -> Array:
    """Returns the output of a layer in the order in which it is drawn: float32 (channel, row, column) of maps, or (unit,).

    Args:
        values: float32, as the layer puts them out, without batch axis.
        layer: what is known about it; it must be drawn.
    """
    if layer.maps_shape is None:
        return np.asarray(values, np.float32).reshape(-1)
    rows, columns, _ = layer.maps_shape
    maps = values if layer.is_channels_first else values.reshape(rows, columns, -1).transpose(2, 0, 1)
    return np.asarray(maps, np.float32)


def encode_layer(values: Array, layer: Layer, scale: Scale = "layer") -> Picture:
    """Encodes one layer's output as a picture.

    Args:
        values: float32, as the layer puts them out, without batch axis.
        layer: what is known about it; it must be drawn.
        scale: one range for the layer, or one for each map. Units always share one range.
    """
    drawn = drawn_values(values, layer)
    maps = drawn if drawn.ndim == 3 else drawn[None, None]
    axis = (1, 2) if scale == "map" and drawn.ndim == 3 else None
    low, high = (np.atleast_1d(bound) for bound in value_range(maps, signed=layer.signed, axis=axis))
    return Picture(encode(maps, high[:, None, None], signed=layer.signed), low, high)


@cache
def colour_table(name: str) -> Array:
    """Returns the colours of the codes 0..255: uint8 (256, 3). In the diverging table, code 128 is the neutral colour.

    The tables are made of Matplotlib's and stored in a file: importing Matplotlib would delay the explorer by 0.1 s.
    """
    with np.load(_TABLES, allow_pickle=False) as tables:
        table: Array = tables[name]
    return table
