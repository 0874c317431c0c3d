"""Maps: activations become 8-bit pictures. Range policy and colours, apart from how they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

import numpy as np

from mnistviz.plot.tokens import count

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.network.layers import Layer

Scale = Literal["layer", "map"]

SEQUENTIAL = ("viridis", "cividis", "gray")
"""For values from 0 upwards. Perceptually uniform, and safe for colour-blind readers."""
DIVERGING = "PuOr_r"
"""For values of both signs: neutral at 0, purple below, orange above, safe for colour-blind readers."""
ACROSS = count("maps-across")
"""Maps in a row, in the explorer and in every still picture: the eye follows one column of data through the layers."""
TINY = 1e-30
"""Ranges below this one are shown as 0: float32 could not hold their scale."""
ZERO = 128
"""The 8-bit code of 0 in a signed layer."""


@dataclass(frozen=True, eq=False)
class Picture:
    """The maps of one layer as 8-bit codes.

    Attributes:
        codes: uint8 (map, row, column), or (1, 1, unit) for a layer of units: 0..255 from `low` to `high`.
        low, high: float32 (map,) or (1,): the value range, one entry a map or one for the layer.
    """

    codes: Array
    low: Array
    high: Array


def value_range(values: Array, *, signed: bool, axis: tuple[int, ...] | None = None) -> tuple[Array, Array]:
    """The range that the colours span.

    From 0 to the largest value where nothing is negative, so that 0 always looks like 0; symmetric about 0
    elsewhere, so that the neutral colour means 0 and both signs are equally strong.

    Args:
        values: any shape.
        signed: the layer can hold negative values.
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
    """Values as 8-bit codes: 0..high becomes 0..255, or -high..high becomes 1..255 with 0 at 128.

    Args:
        values: float32, any shape.
        high: broadcastable to `values`; where it is 0, so are the values.
        signed: which of the two.
    """
    scale = np.asarray((127 if signed else 255) / np.where(high > TINY, high, 1))
    return (values * scale.astype(np.float32) + (ZERO + 0.5 if signed else 0.5)).astype(np.uint8)


def picture(values: Array, layer: Layer, scale: Scale = "layer") -> Picture:
    """The picture of one layer's output.

    Args:
        values: float32 (row, column, channel) or (unit,).
        layer: what is known of it.
        scale: one range for the layer, or one for each map. Units share one range always.
    """
    maps = values.transpose(2, 0, 1) if values.ndim == 3 else values.reshape(1, 1, -1)
    axis = (1, 2) if scale == "map" and values.ndim == 3 else None
    low, high = (np.atleast_1d(bound) for bound in value_range(maps, signed=layer.signed, axis=axis))
    return Picture(encode(maps, high[:, None, None], signed=layer.signed), low, high)


@cache
def colour_table(name: str) -> Array:
    """uint8 (256, 3): the colours of the codes 0..255. In the diverging table code 128 is the neutral colour."""
    from matplotlib import colormaps  # noqa: PLC0415

    position = np.arange(256) / 255 if name != DIVERGING else np.clip((np.arange(256) - ZERO) / 254 + 0.5, 0, 1)
    table: Array = colormaps[name](position, bytes=True)[:, :3]
    return table
