"""Side by side: another network beside the explorer's on the same digit, or a kept digit beside the present one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import traitlets

from mnistviz.explain.comparison import compare_forwards, remarks
from mnistviz.jupyter.explorer.sections.framing import digit_codes
from mnistviz.jupyter.explorer.sections.section import Part, Section
from mnistviz.locale import text
from mnistviz.network.forward_pass import ForwardPass
from mnistviz.network.layers import shown_layers
from mnistviz.plot.colour_maps import drawn_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.arrays import Array
    from mnistviz.explain.comparison import Comparison, LayerDifference
    from mnistviz.jupyter.explorer.sections.section import State
    from mnistviz.network.engine import Engine
    from mnistviz.network.layers import Layer


class BesideSection(Section):
    """Compares what the explorer shows with a second forward pass, while it is open.

    It is computed in the notebook kernel alone: a page has only one network. The header and the arrays belong to one digit, also
    while the maps of a page that computes by itself are ahead by the way of a message.

    Args:
        other: the network beside the explorer's; None compares digits, of which the user keeps one.
    """

    name = "beside"
    is_only_here = True

    def __init__(self, other: Engine | None = None) -> None:
        self._other = other
        self._kept: tuple[int, Array | None] = (0, None)  # the number of the wish to keep a digit, and the digit

    def settings(self) -> dict[str, Any]:
        """See `Section.settings`.

        `beside` says what is compared. The page raises `kept` by 1 to keep the digit of that moment. `beside_layer` is the layer
        whose maps are shown; a name that no layer has stands for the first one.
        """
        return {
            "beside": traitlets.Enum(("network", "drawing"), "drawing" if self._other is None else "network"),
            "beside_open": traitlets.Bool(default_value=False).tag(renders=True),
            "beside_layer": traitlets.Unicode().tag(renders=True),
            "kept": traitlets.Int().tag(renders=True),
        }

    def compute(self, state: State) -> Part | None:
        """See `Section.compute`."""
        if not state.settings["beside_open"]:
            return None
        engine = self._other or state.engine
        digit = self._second_digit(state)
        if digit is None:
            return None
        comparison = compare_forwards(state.forward, ForwardPass(digit, engine.run_picture(digit), engine.classes))
        names = (
            (text("beside-this-drawing"), text("beside-kept-drawing"))
            if self._other is None
            else (text("beside-this-network"), text("beside-other-network"))
        )
        return pack_comparison(comparison, names, (state.engine, engine), state.settings["beside_layer"])

    def _second_digit(self, state: State) -> Array | None:
        """Returns the digit of the second forward pass; None if none is kept yet."""
        if self._other is not None:
            return state.forward.digit
        wish = state.settings["kept"]
        if wish != self._kept[0]:
            self._kept = wish, state.forward.digit
        return self._kept[1]


def pack_comparison(comparison: Comparison, names: tuple[str, str], engines: tuple[Engine, Engine], chosen: str) -> Part:
    """Returns what the page shows of a comparison.

    Args:
        comparison: of two forward passes.
        names: of both, for the user.
        engines: that have made them.
        chosen: the layer whose values are sent. If it is not among those that are shown, it is the first of them.

    Returns:
        The arrays are `first` and `second`, uint8, the digits (see `digit_codes`); and if a layer is shown `values`, float32
        (2, channel, row, column) or (2, unit), what both have put out.
    """
    shown = _shown(comparison, engines[0].layers)
    header: dict[str, Any] = {
        "names": list(names),
        "notes": [engine.note for engine in engines],
        "answers": [{"label": passed.label, "confidence": passed.confidence} for passed in (comparison.a, comparison.b)],
        "layers": [{"name": layer.layer, "title": layer.title, "relative": layer.relative} for layer in shown],
        "most": comparison.most.layer if comparison.most else None,
        "remarks": remarks(comparison, names),
        "shown": None,
    }
    arrays = {"first": digit_codes(comparison.a.digit), "second": digit_codes(comparison.b.digit)}
    if not shown:
        return Part(header, arrays)
    layer = next((layer for layer in shown if layer.layer == chosen), shown[0])
    values = comparison.a.activations[layer.layer], comparison.b.activations[layer.other]
    of, other = (_layer(engine.layers, name) for engine, name in zip(engines, (layer.layer, layer.other), strict=True))
    header["shown"] = {
        "name": layer.layer,
        "title": layer.title,
        "shape": of.shape if of.is_sequence else of.maps_shape or (layer.values.size,),
        "signed": of.signed or other.signed,
    }
    return Part(header, {**arrays, "values": np.stack([drawn_values(array, of) for array in values])})


def _shown(comparison: Comparison, layers: Sequence[Layer]) -> list[LayerDifference]:
    """Returns the compared layers that can be shown: those of the explorer, and the probabilities."""
    names = {layer.name for layer in (*shown_layers(layers), layers[-1])}
    return [layer for layer in comparison.layers if layer.layer in names]


def _layer(layers: Sequence[Layer], name: str) -> Layer:
    return next(layer for layer in layers if layer.name == name)
