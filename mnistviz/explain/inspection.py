"""The microscope: inspects one unit of a forward pass, where its value comes from, and what the next layer makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mnistviz.explain.explanation import check_ink, explain_with_weights, trace_with_weights
from mnistviz.explain.graph import ACTIVATIONS, DIGIT, why_not_explained
from mnistviz.explain.wording import number
from mnistviz.locale import text
from mnistviz.network.layers import reads_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.explain.graph import Index
    from mnistviz.explain.unit_explanation import UnitExplanation
    from mnistviz.network.engine import Engine
    from mnistviz.network.forward_pass import ForwardPass
    from mnistviz.network.layers import Layer


@dataclass(frozen=True)
class Stop:
    """One stop of a trace: its layer, or "digit", its index, and its value."""

    layer: str
    index: Index
    value: float


@dataclass(frozen=True, eq=False)
class Inspection:
    """What there is to say about one unit.

    Attributes:
        layer: the name of the unit's layer.
        index: (row, column, channel), or (unit,), as asked for.
        explanation: where the value comes from; None if there is a problem.
        then: what the activation layer above makes of the value, in words; empty if there is none.
        path: from the unit down to the digit along the strongest terms; empty unless asked for.
        problem: why the unit cannot be explained, and what to do; empty if it can.
    """

    layer: str
    index: Index
    explanation: UnitExplanation | None = None
    then: str = ""
    path: tuple[Stop, ...] = ()
    problem: str = ""


def inspect(engine: Engine, forward: ForwardPass, layer: str, index: Any, *, tracing: bool = False) -> Inspection:
    """Inspects one unit. If it cannot be explained, the result says why: a live view must not stop for it.

    Args:
        engine: the network.
        forward: a forward pass through it.
        layer: the layer's name.
        index: of the unit.
        tracing: whether to trace the value down to the digit.
    """
    try:
        check_ink(forward)
        explanation = explain_with_weights(engine.layers, engine.weights, forward, layer, index)
        steps = trace_with_weights(engine.layers, engine.weights, forward, layer, index) if tracing else []
    except ValueError as error:
        return Inspection(layer, tuple(index), problem=str(error))
    path = tuple(Stop(name, place, _value(forward, name, place)) for name, place in steps)
    return Inspection(layer, explanation.index, explanation, _then(engine.layers, explanation), path)


def _value(forward: ForwardPass, name: str, index: Index) -> float:
    return float(forward.digit[index[: forward.digit.ndim]] if name == DIGIT else forward.activations[name][index])


def _then(layers: Sequence[Layer], explanation: UnitExplanation) -> str:
    reads = reads_of(layers)
    above = (layer for layer in layers if layer.kind in ACTIVATIONS and reads[layer.name] == (explanation.layer,))
    layer = next(above, None)
    if layer is None or why_not_explained(layer):
        return ""
    name, activation = layer.name, str(layer.activation)
    value = number(float(explanation.forward.activations[name][explanation.index]))
    if activation == "softmax":
        return text("then-softmax", layer=name, value=value, count=layer.shape[-1])
    return text("then-activation", layer=name, activation=activation, input=number(explanation.value), value=value)
