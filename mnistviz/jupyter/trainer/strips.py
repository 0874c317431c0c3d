"""Which parts of a network a trainer shows as strips of pictures: its first weights, and the maps of its first convolutions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.jupyter.trainer.view import WEIGHTS
from mnistviz.locale import text
from mnistviz.network.first_weights import first_kind, first_weights
from mnistviz.network.layers import Layer

if TYPE_CHECKING:
    from mnistviz.network.first_weights import FirstWeights
    from mnistviz.network.keras_engine import KerasEngine

_MOST_CONVOLUTIONS = 2


def find_strips(engine: KerasEngine) -> tuple[list[tuple[Layer, str]], str]:
    """Returns what is shown of a network.

    Returns:
        The strips as layers with titles: the first weights, if they can be shown, then the first convolutions. And why there
        are no first weights; empty if there are.
    """
    weights = first_weights(engine.graph, engine.form)
    convolutions = [layer for layer in engine.layers if layer.kind == "Conv2D" and "data_format" not in layer.settings]
    strips = [(layer, layer.title) for layer in convolutions[:_MOST_CONVOLUTIONS]]
    if weights is None:
        return strips, text("no-weights-to-show", kind=first_kind(engine.graph))
    record = Layer(WEIGHTS[weights.kind], "Kernels", weights.pictures.shape, 0, None, signed=True)
    return [(record, _title(weights)), *strips], ""


def _title(weights: FirstWeights) -> str:
    rows, columns, shown = weights.pictures.shape
    key = "kernels-title" if weights.kind == "kernels" else "unit-weights-title"
    return text(key, count=weights.total, shown=shown, rows=rows, columns=columns)
