"""Receptive fields: which units of the layers below, and which pixels, a unit sees. Geometry only, no weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.explain.graph import DIGIT, is_channels_first, mixed_axes, why_not_explained
from mnistviz.explain.routes import spread_routes
from mnistviz.explain.windows import has_window, spread_window
from mnistviz.network.layers import reads_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mnistviz.arrays import Array
    from mnistviz.explain.graph import Index
    from mnistviz.network.layers import Layer

    Field = tuple[slice, ...]

_TURNS = {(2, 3, 1): False, (3, 1, 2): True}
"""For the ways in which Permute turns maps around: whether the channels are then the first axis."""


def receptive_field(layers: Sequence[Layer], index: Index, digit: Index = (28, 28, 1)) -> dict[str, Field]:
    """Returns what the value of one unit depends on, in every layer below and in the digit.

    Args:
        layers: those that lead to the unit (`graph.layers_to`).
        index: of the unit in the last one.
        digit: the input's shape (row, column, channel).

    Returns:
        {layer name or "digit": (row slice, column slice), or (unit slice,)} in the order of the data: the smallest box
        around everything that is read along any branch, without padding. With strides or dilation, some units in the box may
        not be read. The box is empty if nothing is read. A layer at which explanations end counts as reading everything.
    """
    reads = reads_of(layers)
    masks = {DIGIT: np.zeros(digit, bool), **{layer.name: np.zeros(layer.shape, bool) for layer in layers}}
    masks[layers[-1].name][index] = True
    for layer in reversed(layers):
        for name, read in zip(reads[layer.name], _spread(layer, masks, reads), strict=True):
            masks[name] = masks[name] | read
    turned = _with_channels_first(layers, reads)
    return {name: _box(masks[name], is_turned=name in turned) for name in (DIGIT, *reads) if name != layers[-1].name}


def _spread(layer: Layer, masks: Mapping[str, Array], reads: Mapping[str, Sequence[str]]) -> list[Array]:
    """Returns which units of each layer that it reads decide the units of a layer that are in its mask."""
    mask = masks[layer.name]
    below = [masks[name].shape for name in reads[layer.name]]
    if not mask.any():
        return [np.zeros(shape, bool) for shape in below]
    if why_not_explained(layer):
        return [np.ones(shape, bool) for shape in below]
    if axes := mixed_axes(layer):
        mask = np.broadcast_to(mask.any(axis=axes, keepdims=True), mask.shape)
    return [spread_window(layer, below[0], mask)] if has_window(layer) else spread_routes(layer, below, mask)


def _with_channels_first(layers: Sequence[Layer], reads: Mapping[str, Sequence[str]]) -> set[str]:
    """Returns the names of the layers whose maps have the channels as their first axis."""
    names: set[str] = set()
    for layer in layers:
        follows = any(name in names for name in reads[layer.name]) and layer.kind != "Reshape"
        if len(layer.shape) == 3 and (is_channels_first(layer) or _TURNS.get(layer.settings.get("dims", ()), follows)):
            names.add(layer.name)
    return names


def _box(mask: Array, *, is_turned: bool) -> Field:
    axes = range(mask.ndim)[:2] if not is_turned else (1, 2)
    box = []
    for axis in axes:
        places = np.flatnonzero(mask.any(axis=tuple(other for other in range(mask.ndim) if other != axis)))
        box.append(slice(int(places[0]), int(places[-1]) + 1) if len(places) else slice(0, 0))
    return tuple(box)
