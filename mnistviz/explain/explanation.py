"""Explains where a number comes from: `explain_unit` for one unit, `trace_unit` follows its value down to a pixel.

Every unit is explained in one form, value = activation(sum of products + bias), from the recorded activations of what it reads.
The record also tells what the activation did, so any function of one value can be explained without implementing it again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.explain.graph import DIGIT, check_index, layers_to, why_not_explained
from mnistviz.explain.softmax_steps import SoftmaxSteps
from mnistviz.explain.terms import Read, read_terms
from mnistviz.explain.unit_explanation import UnitExplanation
from mnistviz.explain.wording import unit_name
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted
from mnistviz.network.engine import engine_for
from mnistviz.network.forward_pass import ForwardPass
from mnistviz.network.layers import reads_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import keras

    from mnistviz.arrays import Array
    from mnistviz.explain.graph import Index
    from mnistviz.explain.terms import Terms
    from mnistviz.network.engine import Engine
    from mnistviz.network.layers import Layer
    from mnistviz.network.weights import Weights

_TOLERANCE = 1e-3
"""Maximum distance of a recorded value from the one that the weights give, as a share of the sum of all |products|. float32
sums of 800 terms stay below 1e-6; graphics cards that round the factors to 10 bits stay below this."""
_TOLERANCE_OF_HALF = {"float16": 0.015, "bfloat16": 0.06}
"""The same for layers that compute in half floats: 30 times the error of one rounding. Measured with float16: below 5e-4."""


def explain_unit(forward: ForwardPass, layer: str, index: Any, model: keras.Model | Engine | None = None) -> UnitExplanation:
    """Explains the value of one unit: every term, the bias, the activation, and what the unit sees.

    Args:
        forward: the forward pass in which the unit has the value.
        layer: the layer's name.
        index: (row, column, channel), (channel, row, column) where the layer has the channels first, or the number of the unit in
            a layer without maps.
        model: the live Keras model of the forward pass, or its engine; None for the shipped network, which needs no TensorFlow.

    Returns:
        A record that shows itself as a table in a notebook; `draw_explanation` makes a figure of it.

    Raises:
        TypeError: if `forward` is not a ForwardPass, or `model` not a Keras model.
        ValueError: if the paper is blank, there is no such layer or unit, explanations end at the layer, or the forward pass is
            not from this network with its present weights.
    """
    engine = _engine(forward, model)
    return explain_with_weights(engine.layers, engine.weights, forward, layer, index)


def trace_unit(
    forward: ForwardPass, layer: str, index: Any, model: keras.Model | Engine | None = None
) -> list[tuple[str, Index]]:
    """Follows the value of one unit down to a pixel, in every layer along the term that counts most, along any branch.

    Args:
        forward: the forward pass.
        layer: where to begin.
        index: where to begin.
        model: see `explain_unit`.

    Returns:
        (layer name, index) from the unit to ("digit", (row, column)). The trace ends earlier at a unit that reads nothing, since
        it lies in the padding, and at one of a layer that cannot be explained.

    Raises:
        TypeError, ValueError: see `explain_unit`.
    """
    engine = _engine(forward, model)
    return trace_with_weights(engine.layers, engine.weights, forward, layer, index)


def explain_with_weights(
    layers: Sequence[Layer], weights: Weights, forward: ForwardPass, layer: str, index: Any
) -> UnitExplanation:
    """Explains a unit as `explain_unit` does, for any layers with their weights.

    Args:
        layers: of the network, in the order of the data.
        weights: of the layers that have some.
        forward: the digit (row, column) or (row, column, channel), float32 of any size, and the outputs of all layers.
        layer: the layer's name.
        index: of the unit.

    Raises:
        ValueError: see `explain_unit`.
    """
    _check_shapes(layers, forward)
    chain = layers_to(layers, layer)
    unit = check_index(chain[-1], index)
    if problem := why_not_explained(chain[-1]):
        raise ValueError(problem)
    reads = [_read(forward, name) for name in reads_of(chain)[layer]]
    own = weights.get(layer)
    terms, bias = read_terms(chain[-1], reads, unit, own)
    steps = SoftmaxSteps(_logits(chain[-1], reads, unit, own)) if chain[-1].activation == "softmax" else None
    explanation = UnitExplanation(chain, forward, unit, terms, bias, steps)
    _check_value(explanation)
    return explanation


def trace_with_weights(
    layers: Sequence[Layer], weights: Weights, forward: ForwardPass, layer: str, index: Any
) -> list[tuple[str, Index]]:
    """Traces a value as `trace_unit` does, for any layers with their weights (see `explain_with_weights`)."""
    explanation = explain_with_weights(layers, weights, forward, layer, index)
    ends = {DIGIT, *(one.name for one in layers if why_not_explained(one))}
    steps = [(layer, explanation.index)]
    while steps[-1][0] not in ends and len(explanation.terms):
        steps.append(explanation.source(int(explanation.terms.strongest(1)[0])))
        if steps[-1][0] not in ends:
            explanation = explain_with_weights(layers, weights, forward, *steps[-1])
    return steps


def check_ink(forward: ForwardPass) -> None:
    """Refuses blank paper, for which every layer shows its biases and nothing can be traced.

    Raises:
        ValueError: if the digit has no ink.
    """
    if not forward.digit.any():
        raise ValueError(text("nothing-to-explain"))


def _engine(forward: ForwardPass, model: keras.Model | Engine | None) -> Any:
    if not isinstance(forward, ForwardPass):
        raise TypeError(text("not-a-forward-pass", type=type(forward).__name__))
    check_ink(forward)
    return engine_for(model)


def _check_shapes(layers: Sequence[Layer], forward: ForwardPass) -> None:
    expected = {layer.name: layer.shape for layer in layers}
    received = {name: values.shape for name, values in forward.activations.items()}
    if expected != received:
        raise ValueError(text("forward-pass-of-other-network", received=_listed(received), expected=_listed(expected)))


def _listed(shapes: Mapping[str, Index]) -> str:
    return ", ".join(f"{name} {shape}" for name, shape in shapes.items())


def _read(forward: ForwardPass, name: str) -> Read:
    if name != DIGIT:
        values = forward.activations[name]
        return Read(values, values.ndim)
    digit = forward.digit
    return Read(digit.reshape(*digit.shape[:2], -1), digit.ndim)


def _logits(layer: Layer, reads: Sequence[Read], unit: Index, weights: tuple[Array, Array] | None) -> Array:
    """Returns what softmax compares at the position of the unit: float64 (class,)."""
    if weights is None:
        return read_terms(layer, reads, unit, None)[0].value.astype(np.float64)
    logits = []
    for channel in range(layer.shape[-1]):
        terms, bias = read_terms(layer, reads, (*unit[:-1], channel), weights)
        logits.append(terms.product.sum() + bias)
    return np.array(logits)


def _check_value(explanation: UnitExplanation) -> None:
    """Refuses other weights than those that made the value: the explanation would be false."""
    made: dict[str, float] = {"linear": explanation.sum, "relu": max(explanation.sum, 0.0)}
    if explanation.softmax is not None:
        made["softmax"] = float(explanation.softmax.probabilities[explanation.index[-1]])
    if not (explanation.has_weights or explanation.is_scaled) or explanation.activation not in made:
        return
    expected = made[explanation.activation]
    share = _TOLERANCE_OF_HALF.get(explanation.chain[-1].settings.get("dtype", ""), _TOLERANCE)
    tolerance = share * (1e-3 + abs(explanation.bias) + _size(explanation.terms))
    if not abs(expected - explanation.value) <= tolerance:
        unit = unit_name(explanation.layer, explanation.index)
        values = {"expected": formatted(expected, ".6g"), "value": formatted(explanation.value, ".6g")}
        raise ValueError(text("forward-pass-of-other-weights", unit=unit, **values))


def _size(terms: Terms) -> float:
    return float(np.abs(terms.product).sum())
