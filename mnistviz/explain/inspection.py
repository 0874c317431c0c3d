"""The microscope: one cell of a forward pass, where its value comes from, and what the next layer makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mnistviz.explain.explanation import check_ink, explain_with_weights, trace_with_weights
from mnistviz.explain.explanation_text import number
from mnistviz.explain.receptive_field import ACTIVATIONS, DIGIT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.explain.receptive_field import Index
    from mnistviz.explain.unit_explanation import UnitExplanation
    from mnistviz.network.engine import Engine
    from mnistviz.network.forward_pass import ForwardPass
    from mnistviz.network.layers import Layer


@dataclass(frozen=True)
class Stop:
    """One cell on the way of a trace: its layer, or "digit", its index, and its value."""

    layer: str
    index: Index
    value: float


@dataclass(frozen=True, eq=False)
class Inspection:
    """A look at one cell.

    Attributes:
        layer: the name of the cell's layer.
        index: (row, column, channel), or (unit,), as it was asked for.
        explanation: where the value comes from; None if there is a problem.
        then: what the activation layer above makes of the value, in words; empty where there is none.
        path: from the cell down to the digit along the strongest terms; empty unless it was asked for.
        problem: why the cell cannot be explained, and what to do; else empty.
    """

    layer: str
    index: Index
    explanation: UnitExplanation | None = None
    then: str = ""
    path: tuple[Stop, ...] = ()
    problem: str = ""


def inspect(engine: Engine, forward: ForwardPass, layer: str, index: Any, *, tracing: bool = False) -> Inspection:
    """Looks at one cell; what cannot be explained is said in the result, since a live view must not stop for it.

    Args:
        engine: the network.
        forward: a forward pass through it.
        layer: the layer's name.
        index: of the cell.
        tracing: whether the path down to the digit is wanted.
    """
    try:
        check_ink(forward)
        explanation = explain_with_weights(engine.layers, engine.weights, forward, layer, index)
        cells = trace_with_weights(engine.layers, engine.weights, forward, layer, index) if tracing else []
    except ValueError as error:
        return Inspection(layer, tuple(index), problem=str(error))
    path = tuple(Stop(name, cell, _value(forward, name, cell)) for name, cell in cells)
    return Inspection(layer, explanation.index, explanation, _then(engine.layers, explanation), path)


def _value(forward: ForwardPass, name: str, index: Index) -> float:
    return float(forward.digit[index[: forward.digit.ndim]] if name == DIGIT else forward.activations[name][index])


def _then(layers: Sequence[Layer], explanation: UnitExplanation) -> str:
    above = layers[len(explanation.chain) :]
    if not above or above[0].kind not in ACTIVATIONS or not above[0].chained:
        return ""
    value = number(float(explanation.forward.activations[above[0].name][explanation.index]))
    if above[0].activation == "softmax":
        return f"then {above[0].name} = {value}, by softmax among all {above[0].shape[-1]}"
    return f"then {above[0].name} = {above[0].activation}({number(explanation.value)}) = {value}"
