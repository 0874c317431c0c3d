"""A look through the microscope as a message to the page: words and places for the header, float32 terms for a buffer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.explain.receptive_field import DIGIT
from mnistviz.explain.unit_explanation import account, receptive_field_text
from mnistviz.explain.wording import number, unit_name
from mnistviz.ink.framing_steps import PAPER_SIDE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mnistviz.explain.inspection import Inspection
    from mnistviz.explain.unit_explanation import UnitExplanation
    from mnistviz.ink.framing_steps import Placement


STRONGEST = 6
"""Terms of a dense unit that are shown of either sign."""


def pack_inspection(look: Inspection, on_paper: Placement) -> tuple[dict[str, Any], bytes]:
    """What the page shows of a look.

    Returns:
        The header, and, if the cell reads a window, its terms: float32 (3, row, column, channel), that is all values, then
        all weights, then all products; else no bytes.
    """
    header: dict[str, Any] = {"layer": look.layer, "index": look.index, "problem": look.problem}
    explanation = look.explanation
    if explanation is None:
        return header, b""
    header |= {
        "name": unit_name(look.layer, look.index),
        "value": number(explanation.value),
        "account": account(explanation),
        "sees": f"It sees {receptive_field_text(explanation)}.",
        "then": look.then,
        "source": explanation.sources[0],
        "weighted": explanation.has_weights,
        "kind": explanation.kind,
        "field": (field := _field(explanation)),
        "pad": _on_pad(field, on_paper),
        "path": [{"layer": stop.layer, "index": stop.index, "value": number(stop.value)} for stop in look.path],
    }
    if explanation.softmax is not None:
        steps = explanation.softmax
        header["softmax"] = {
            "logits": _texts(steps.logits),
            "differences": _texts(steps.logits - steps.maximum),
            "exponentials": _texts(steps.exponentials),
            "probabilities": _texts(steps.probabilities),
            "total": number(steps.total),
        }
    elif explanation.chain[-1].window is not None:
        terms = explanation.terms
        rows, columns, *channels = (np.unique(axis).tolist() for axis in terms.source.T)
        header["window"] = {"rows": rows, "columns": columns, "channels": channels[0] if channels else [0]}
        header["winner"] = explanation.winner
        return header, np.stack([terms.value, terms.weight, terms.product]).astype(np.float32).tobytes()
    elif len(explanation.terms) > 1:
        header["strongest"] = _strongest(explanation)
    else:
        header["cell"] = explanation.terms.source[0].tolist()
    return header, b""


def _strongest(explanation: UnitExplanation) -> dict[str, Any]:
    """The terms that add most and those that take away most, with the maps in which they are found."""
    terms, (layer, places) = explanation.terms, explanation.places
    ranking = np.argsort(-terms.product, kind="stable")
    chosen = {
        "positive": [term for term in ranking[:STRONGEST] if terms.product[term] > 0],
        "negative": [term for term in ranking[: -STRONGEST - 1 : -1] if terms.product[term] < 0],
    }
    return {"layer": layer} | {
        sign: [
            {
                "index": places[term].tolist(),
                "value": number(terms.value[term]),
                "weight": number(terms.weight[term]),
                "product": number(terms.product[term]),
            }
            for term in numbers
        ]
        for sign, numbers in chosen.items()
    }


def _field(explanation: UnitExplanation) -> dict[str, tuple[int, int]]:
    """The part of the digit that the cell sees: rows and columns, each from the first to behind the last."""
    rows, columns = explanation.receptive_field[DIGIT]
    return {"rows": (rows.start, rows.stop), "columns": (columns.start, columns.stop)}


def _on_pad(field: dict[str, tuple[int, int]], on_paper: Placement) -> tuple[float, ...]:
    """Left, top, right and bottom of the same part as far as it lies on the pad, in pad pixels."""
    (top, bottom), (left, right) = field["rows"], field["columns"]
    corners = (*on_paper.point(top, left), *on_paper.point(bottom, right))
    return tuple(min(max(place, 0.0), float(PAPER_SIDE)) for place in corners)


def _texts(values: Iterable[float]) -> list[str]:
    return [number(value) for value in values]
