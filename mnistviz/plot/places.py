"""Places: where the unit of an index is drawn. Maps are drawn as (row, column, channel), whatever the axes of their layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.network.layers import FED_KIND

if TYPE_CHECKING:
    from mnistviz.network.layers import Layer

    Index = tuple[int, ...]


def place_of(layer: Layer, index: Index) -> Index:
    """Returns where a unit is drawn: (row, column, channel) of maps, (step, feature) of a sequence, or (unit,).

    Args:
        layer: of the unit.
        index: of the unit in the layer's output.
    """
    if layer.is_channels_first:
        channel, row, column = index
        return row, column, channel
    if layer.kind == FED_KIND and layer.maps_shape and len(index) < 3:
        return (*(index if len(index) == 2 else divmod(index[0], layer.maps_shape[1])), 0)
    return tuple(index)


def index_at(layer: Layer, place: Index) -> Index:
    """Returns the index of the unit that is drawn at a place (see `place_of`). What is no place of maps stays as it is."""
    if len(place) != 3:
        return tuple(place)
    row, column, channel = place
    if layer.is_channels_first:
        return channel, row, column
    if layer.kind == FED_KIND and layer.maps_shape and len(layer.shape) < 3:
        return (row, column) if len(layer.shape) == 2 else (row * layer.maps_shape[1] + column,)
    return tuple(place)
