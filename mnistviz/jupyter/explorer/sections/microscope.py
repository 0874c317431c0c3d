"""The microscope: where the value of one unit comes from, in words, places and float32 terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import traitlets

from mnistviz.explain.account import account, receptive_field_text
from mnistviz.explain.graph import DIGIT
from mnistviz.explain.inspection import inspect
from mnistviz.explain.wording import number, unit_name
from mnistviz.ink.framing_steps import PAPER_SIDE
from mnistviz.jupyter.explorer.sections.section import Part, Section
from mnistviz.locale import text
from mnistviz.plot.places import index_at, place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mnistviz.explain.graph import Index
    from mnistviz.explain.inspection import Inspection
    from mnistviz.explain.unit_explanation import UnitExplanation
    from mnistviz.ink.framing_steps import Placement
    from mnistviz.jupyter.explorer.sections.section import State
    from mnistviz.network.layers import Layer

STRONGEST = 6
"""Terms of a dense unit that are shown for either sign."""


class MicroscopeSection(Section):
    """Explains the unit that the user has chosen, anew with each update."""

    name = "microscope"

    def settings(self) -> dict[str, Any]:
        """See `Section.settings`: the inspected unit as `{"layer": ..., "index": [...]}`, and whether it is traced.

        The index is the place at which the unit is drawn (see `plot.places`).
        """
        traits = {"layer": traitlets.Unicode(), "index": traitlets.List(traitlets.Int())}
        return {
            "inspected": traitlets.Dict(per_key_traits=traits, default_value=None, allow_none=True).tag(renders=True),
            "tracing": traitlets.Bool(default_value=False).tag(renders=True),
        }

    def compute(self, state: State) -> Part | None:
        """See `Section.compute`."""
        unit = state.settings["inspected"]
        if unit is None:
            return None
        layers = {layer.name: layer for layer in state.engine.layers}
        name, place = unit["layer"], tuple(unit["index"])
        index = index_at(layers[name], place) if name in layers else place
        inspection = inspect(state.engine, state.forward, name, index, tracing=state.settings["tracing"])
        return pack_inspection(inspection, state.framing.on_paper, layers)


def pack_inspection(inspection: Inspection, on_paper: Placement, layers: Mapping[str, Layer]) -> Part:
    """Returns what the page shows of an inspection. Each `index` is a place on the page, each `name` has the index in Python.

    Args:
        inspection: of a unit.
        on_paper: where the digit lies on the paper.
        layers: of the network, by name.

    Returns:
        If the unit reads a window, the only array is `terms`: float32 (3, row, column, channel), for values, weights and
        products.
    """

    def place(name: str, index: Index) -> Index:
        is_unit = name in layers and len(index) == len(layers[name].shape)
        return place_of(layers[name], index) if is_unit else tuple(index)

    header: dict[str, Any] = {
        "layer": inspection.layer,
        "index": place(inspection.layer, inspection.index),
        "name": unit_name(inspection.layer, inspection.index),
        "problem": inspection.problem,
    }
    explanation = inspection.explanation
    if explanation is None:
        return Part(header)
    header |= {
        "value": number(explanation.value),
        "account": account(explanation),
        "sees": text("explanation-sees", field=receptive_field_text(explanation)),
        "then": inspection.then,
        "source": explanation.sources[0],
        "weighted": explanation.has_weights,
        "field": (field := _field(explanation)),
        "pad": _on_pad(field, on_paper),
        "path": [
            {
                "layer": stop.layer,
                "index": place(stop.layer, stop.index),
                "name": unit_name(stop.layer, stop.index),
                "value": number(stop.value),
            }
            for stop in inspection.path
        ],
    }
    if explanation.softmax is not None:
        return Part(header | {"softmax": _softmax(explanation)})
    if explanation.chain[-1].window is not None:
        return _window(header, explanation, layers.get(explanation.reads[0]))
    if len(explanation.reads) > 1:
        source, origin = explanation.source(int(explanation.terms.strongest(1)[0]))
        return Part(header | {"source": source, "origin": place(source, origin)})
    if len(explanation.terms) == 1:
        return Part(header | {"origin": place(*explanation.source(0))})
    return Part(header | {"strongest": _strongest(explanation, place)})


def _window(header: dict[str, Any], explanation: UnitExplanation, source: Layer | None) -> Part:
    """The window with its winner, and its terms."""
    terms, winner = explanation.terms, explanation.winner
    packed, places = np.stack([terms.value, terms.weight, terms.product]).astype(np.float32), terms.source
    if source is not None and source.is_channels_first:
        places = np.roll(places, -1, axis=1)
        order = np.lexsort(places.T[::-1])
        packed, places = packed[:, order], places[order]
        winner = place_of(source, winner) if winner else None
    rows, columns, *channels = (np.unique(axis).tolist() for axis in places.T)
    channels = channels[0] if channels else [0]
    window = {"rows": rows, "columns": columns, "channels": channels, "winner": winner}
    return Part(header | {"window": window}, {"terms": packed.reshape(3, len(rows), len(columns), len(channels))})


def _softmax(explanation: UnitExplanation) -> dict[str, Any]:
    steps = explanation.softmax
    assert steps is not None  # noqa: S101  (the caller has looked)
    return {
        "logits": _texts(steps.logits),
        "differences": _texts(steps.logits - steps.maximum),
        "exponentials": _texts(steps.exponentials),
        "probabilities": _texts(steps.probabilities),
        "total": number(steps.total),
    }


def _strongest(explanation: UnitExplanation, place: Callable[[str, Index], Index]) -> dict[str, Any]:
    """The terms that add most and those that take away most, with the feature maps in which they lie."""
    terms, (layer, places) = explanation.terms, explanation.places
    ranking = np.argsort(-terms.product, kind="stable")
    chosen = {
        "positive": [term for term in ranking[:STRONGEST] if terms.product[term] > 0],
        "negative": [term for term in ranking[: -STRONGEST - 1 : -1] if terms.product[term] < 0],
    }
    return {"layer": layer} | {
        sign: [
            {
                "index": place(layer, index := tuple(places[term].tolist())),
                "name": unit_name("", index),
                "value": number(terms.value[term]),
                "weight": number(terms.weight[term]),
                "product": number(terms.product[term]),
            }
            for term in numbers
        ]
        for sign, numbers in chosen.items()
    }


def _field(explanation: UnitExplanation) -> dict[str, tuple[int, int]]:
    """The part of the digit that the unit sees: rows and columns, each as (first, last + 1)."""
    rows, columns = explanation.receptive_field[DIGIT]
    return {"rows": (rows.start, rows.stop), "columns": (columns.start, columns.stop)}


def _on_pad(field: dict[str, tuple[int, int]], on_paper: Placement) -> tuple[float, ...]:
    """Left, top, right and bottom of the same part in pad pixels, clipped to the pad."""
    (top, bottom), (left, right) = field["rows"], field["columns"]
    corners = (*on_paper.point(top, left), *on_paper.point(bottom, right))
    return tuple(min(max(place, 0.0), float(PAPER_SIDE)) for place in corners)


def _texts(values: Iterable[float]) -> list[str]:
    return [number(value) for value in values]
