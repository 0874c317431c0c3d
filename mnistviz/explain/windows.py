"""Windows: layers whose units read a block of places along each axis of one layer, such as convolutions, pools and dense layers.

What a unit reads is described axis by axis. Along one axis, an int64 array (place in the layer, place below) has which part of
the kernel lies there, and -1 where nothing is read. `WHOLE` stands for an axis that every unit reads as a whole, `SAME` for one
along which each unit reads its own place.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.explain.graph import POOLS, WHOLE, is_channels_first
from mnistviz.network.input_form import InputForm, resampling
from mnistviz.network.weights import WEIGHTED

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.explain.graph import Index
    from mnistviz.network.layers import Layer


class Axis(Enum):
    """What units read along an axis, if it needs no array."""

    WHOLE = "whole"
    SAME = "same"


def has_window(layer: Layer) -> bool:
    """Tells whether the units of a layer read windows."""
    is_blend = layer.kind == "UpSampling2D" and layer.settings["interpolation"] == "bilinear"
    return layer.kind in (*WEIGHTED, *POOLS, "Input") or is_blend


def maps_of(layer: Layer, array: Array) -> Array:
    """Returns an array of the shape of a layer as windows count its places: (row, column, channel); as it is if it is dense."""
    if layer.kind == "Dense":
        return array
    if layer.kind == "Input" and array.ndim != 3:
        return array.reshape(InputForm(layer.shape).maps_shape)
    if array.ndim == 1:
        return array[None, None]  # of a pool over whole maps
    return np.moveaxis(array, 0, -1) if is_channels_first(layer) else array


def maps_below(layer: Layer, array: Array) -> Array:
    """Returns an array of the shape of what a layer reads as windows count its places."""
    return np.moveaxis(array, 0, -1) if is_channels_first(layer) and layer.kind != "Input" else array


def along_axes(layer: Layer, below: Index) -> list[Array | Axis]:
    """Returns which part of the window lies where, along each axis.

    Args:
        layer: one with windows.
        below: the shape of what it reads, as windows count it.
    """
    shape = maps_of(layer, np.empty(layer.shape, bool)).shape
    if layer.kind == "Dense":
        return [*[Axis.SAME] * (len(below) - 1), Axis.WHOLE]
    if layer.kind in WHOLE:
        return [Axis.WHOLE, Axis.WHOLE, Axis.SAME]
    if layer.kind == "Input":
        along = [np.where(weights > 0, 0, -1) for weights in blend(layer, below)]
        return [*along, Axis.SAME if below[2] == shape[2] else np.zeros((shape[2], 1), np.int64)]
    if layer.kind == "UpSampling2D":
        return [*(np.where(weights > 0, 0, -1) for weights in blend(layer, below)), Axis.SAME]
    if layer.kind == "Conv2DTranspose":
        return [*(taps(layer, axis, shape[axis], below[axis]).T for axis in (0, 1)), Axis.WHOLE]
    windows: list[Array | Axis] = [taps(layer, axis, below[axis], shape[axis]) for axis in (0, 1)]
    return [*windows, Axis.SAME if layer.kind in POOLS else _groups(layer, shape[2], below[2])]


def taps(layer: Layer, axis: int, inputs: int, outputs: int) -> Array:
    """Returns which part of a window lies where along one axis, without the padding. "same" puts an odd zero at the end.

    Args:
        layer: a convolution or pool. A transposed convolution reads the other way round: its output is a convolution's input.
        axis: 0 rows, 1 columns.
        inputs: number of places that are read.
        outputs: number of windows.

    Returns:
        int64 (window, place): the part of the window, -1 outside.
    """
    size, stride, dilation = layer.window[axis], layer.strides[axis], layer.dilation[axis]  # type: ignore[index]
    reach = (size - 1) * dilation + 1
    before = max((outputs - 1) * stride + reach - inputs, 0) // 2 if layer.padding == "same" else 0
    distance = np.arange(inputs) - (np.arange(outputs)[:, None] * stride - before)
    part = distance // dilation
    return np.where((part >= 0) & (part < size) & (distance % dilation == 0), part, -1)


def blend(layer: Layer, below: Index) -> list[Array]:
    """Returns with which weights values are interpolated along rows and columns: float32 (place in the layer, place below)."""
    shape = maps_of(layer, np.empty(layer.shape, bool)).shape
    return [resampling(shape[axis], below[axis]) for axis in (0, 1)]


def window_at(along: list[Array | Axis], below: Index, index: Index) -> tuple[list[Array], list[Array]]:
    """Returns the places that one unit reads along each axis, and which part of the kernel lies at each: int64 (place,)."""
    places, parts = [], []
    for axis, size, position in zip(along, below, index, strict=True):
        if axis is Axis.SAME:
            places.append(np.array([position]))
            parts.append(np.zeros(1, np.int64))
        else:
            row = np.arange(size) if axis is Axis.WHOLE else axis[position]
            places.append(np.flatnonzero(row >= 0))
            parts.append(row[row >= 0])
    return places, parts


def spread_window(layer: Layer, below: Index, mask: Array) -> Array:
    """Returns which units below are read by some units of a layer with windows.

    Args:
        layer: one with windows.
        below: the shape of what it reads.
        mask: bool, of the layer's shape: the units.
    """
    inside = maps_below(layer, np.empty(below, bool)).shape
    spread = maps_of(layer, mask)
    for number, axis in enumerate(along_axes(layer, inside)):
        if axis is Axis.WHOLE:
            shape = [*spread.shape[:number], inside[number], *spread.shape[number + 1 :]]
            spread = np.broadcast_to(spread.any(axis=number, keepdims=True), shape)
        elif axis is not Axis.SAME:
            read = np.tensordot(np.float32(axis >= 0), np.float32(spread), (0, number)) > 0
            spread = np.moveaxis(read, 0, number)
    return np.moveaxis(spread, -1, 0) if is_channels_first(layer) and layer.kind != "Input" else spread


def _groups(layer: Layer, filters: int, channels: int) -> Array | Axis:
    """Returns which channels the filters of a convolution read."""
    each = 1 if layer.kind == "DepthwiseConv2D" else layer.window[2]  # type: ignore[index]
    if each == channels:
        return Axis.WHOLE
    if each == 1 and filters == channels:
        return Axis.SAME
    group = np.arange(filters)[:, None] * (channels // each) // filters
    part = np.arange(channels) - group * each
    return np.where((part >= 0) & (part < each), part, -1)
