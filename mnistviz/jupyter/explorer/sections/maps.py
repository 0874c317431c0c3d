"""The feature maps of all layers: as 8-bit pictures with every update, as exact values once the pen rests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import traitlets

from mnistviz.jupyter.explorer.sections.section import Part, Section
from mnistviz.network.layers import folded_at_first, shown_layers
from mnistviz.plot import colour_maps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.arrays import Array
    from mnistviz.jupyter.explorer.sections.section import State
    from mnistviz.network.layers import Layer


class MapsSection(Section):
    """Shows every layer that has maps or few enough units. A folded layer costs nothing.

    Args:
        layers: of the network at first.
    """

    name = "maps"

    def __init__(self, layers: Sequence[Layer]) -> None:
        self._folded = folded_at_first(layers)

    def settings(self) -> dict[str, Any]:
        """See `Section.settings`. The page alone uses `sequential`, the colour map of layers without negative values."""
        return {
            "sequential": traitlets.Enum(colour_maps.SEQUENTIAL, colour_maps.SEQUENTIAL[0]),
            "scale": traitlets.Enum(("layer", "map"), "layer").tag(renders=True),
            "folded": traitlets.List(traitlets.Unicode(), self._folded).tag(renders=True),
        }

    def compute(self, state: State) -> Part:
        """See `Section.compute`."""
        scale, values = state.settings["scale"], state.forward.activations
        pictures = {layer.name: colour_maps.encode_layer(values[layer.name], layer, scale) for layer in _open_layers(state)}
        ranges = [{"name": name, "low": p.low.tolist(), "high": p.high.tolist()} for name, p in pictures.items()]
        return Part({"layers": ranges}, {name: picture.codes for name, picture in pictures.items()})

    def settle(self, state: State) -> Part:
        """See `Section.settle`: float32, maps as (channel, row, column)."""
        values = state.forward.activations
        return Part({}, {layer.name: colour_maps.drawn_values(values[layer.name], layer) for layer in _open_layers(state)})


def _open_layers(state: State) -> list[Layer]:
    return [layer for layer in shown_layers(state.forward.layers) if layer.name not in state.settings["folded"]]


def channels_first(values: Array) -> Array:
    """Returns float32 (channel, row, column) of a layer with maps, or (unit,): the order in which pages keep values."""
    first = values.transpose(2, 0, 1) if values.ndim == 3 else values
    return np.asarray(first, np.float32)
