"""Where does this number come from? `explain_unit` answers for one cell, `trace_unit` follows it down to a pixel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.explain.receptive_field import DIGIT, chain_to, checked_index
from mnistviz.explain.terms import read_terms
from mnistviz.explain.unit_explanation import SoftmaxSteps, UnitExplanation
from mnistviz.network.engine import engine_for
from mnistviz.network.forward_pass import ForwardPass

if TYPE_CHECKING:
    from collections.abc import Sequence

    import keras

    from mnistviz.arrays import Array
    from mnistviz.explain.receptive_field import Index
    from mnistviz.explain.terms import Terms
    from mnistviz.network.layers import Layer
    from mnistviz.network.weights import Weights

_TOLERANCE = 1e-3
"""How far a recorded value may be from the one that the weights give, as a part of the sum of all |products|: float32
sums of 800 terms stay below 1e-6, and graphics cards that round the factors to 10 bits below this."""


def explain_unit(forward: ForwardPass, layer: str, index: Any, model: keras.Model | None = None) -> UnitExplanation:
    """Explains the value of one cell: every term, the bias, the activation, and what the cell sees.

    Args:
        forward: the forward pass in which the cell has the value.
        layer: the layer's name.
        index: (row, column, channel), or the number of a unit.
        model: the live Keras model of the forward pass; None for the shipped network, which needs no TensorFlow.

    Returns:
        A record that shows itself as a table in a notebook; `draw_explanation` makes a figure of it.

    Raises:
        TypeError: if `forward` is no ForwardPass, or `model` no Keras model.
        ValueError: if the paper is blank, there is no such layer or cell, the network is no chain of supported layers,
            or the forward pass is not one of this network with its present weights.
    """
    engine = _engine(forward, model)
    return explain_with_weights(engine.layers, engine.weights, forward, layer, index)


def trace_unit(forward: ForwardPass, layer: str, index: Any, model: keras.Model | None = None) -> list[tuple[str, Index]]:
    """Follows the value of one cell down to a pixel, in every layer along the term that counts most.

    Args:
        forward: see `explain_unit`, as are `layer`, `index` and `model`.
        layer: where to begin.
        index: where to begin.
        model: of the forward pass.

    Returns:
        (layer name, index) from the cell to ("digit", (row, column)). It ends earlier at a window that lies wholly in
        the padding.

    Raises:
        TypeError, ValueError: as `explain_unit`.
    """
    engine = _engine(forward, model)
    return trace_with_weights(engine.layers, engine.weights, forward, layer, index)


def explain_with_weights(
    layers: Sequence[Layer], weights: Weights, forward: ForwardPass, layer: str, index: Any
) -> UnitExplanation:
    """As `explain_unit`, for any chain of layers with their weights.

    Args:
        layers: of the network, in the order of the data.
        weights: of its convolutions and dense layers.
        forward: the digit (row, column) or (row, column, channel), float32 of any size, and the outputs of all layers.
        layer: the layer's name.
        index: of the cell.

    Raises:
        ValueError: see `explain_unit`.
    """
    _check_shapes(layers, forward)
    chain = chain_to(layers, layer)
    cell = checked_index(chain[-1], index)
    below = forward.activations[chain[-2].name] if len(chain) > 1 else forward.digit
    kernel, biases = weights.get(layer, (None, None))
    bias = 0.0 if biases is None else float(biases[cell[-1]])
    terms = read_terms(chain[-1], below, cell, kernel)
    steps = None
    if chain[-1].activation == "softmax":
        steps = SoftmaxSteps(_logits(chain[-1], below, cell, kernel, biases))
    explanation = UnitExplanation(chain, forward, cell, terms, bias, steps)
    _check_value(explanation)
    return explanation


def trace_with_weights(
    layers: Sequence[Layer], weights: Weights, forward: ForwardPass, layer: str, index: Any
) -> list[tuple[str, Index]]:
    """As `trace_unit`, for any chain of layers with their weights (see `explain_with_weights`)."""
    explanation = explain_with_weights(layers, weights, forward, layer, index)
    steps = [(layer, explanation.index)]
    while steps[-1][0] != DIGIT and len(explanation.terms):
        name, source = explanation.sources
        steps.append((name, tuple(source[explanation.terms.strongest(1)[0]].tolist())))
        if name != DIGIT:
            explanation = explain_with_weights(layers, weights, forward, *steps[-1])
    return steps


def check_ink(forward: ForwardPass) -> None:
    """Of blank paper every layer shows its biases, from which nothing can be traced.

    Raises:
        ValueError: if the digit has no ink.
    """
    if not forward.digit.any():
        raise ValueError("A digit with ink is required. Received: blank paper. Draw something, and explain its forward pass.")


def _engine(forward: ForwardPass, model: keras.Model | None) -> Any:
    if not isinstance(forward, ForwardPass):
        raise TypeError(
            f"A ForwardPass is required. Received: {type(forward).__name__}. mnistviz.forward(digit) makes one of a digit."
        )
    check_ink(forward)
    return engine_for(model)


def _check_shapes(layers: Sequence[Layer], forward: ForwardPass) -> None:
    expected = {layer.name: layer.shape for layer in layers}
    received = {name: values.shape for name, values in forward.activations.items()}
    if expected != received:
        raise ValueError(
            f"A forward pass of the same network is required, with the layers {', '.join(expected)}. Received: one with "
            f"{', '.join(f'{name} {shape}' for name, shape in received.items())}. InputPanel over the model that made it."
        )


def _logits(layer: Layer, below: Array, cell: Index, kernel: Array | None, biases: Array | None) -> Array:
    """float64 (class,): what softmax compares, at the place of the cell."""
    if kernel is None or biases is None:
        logits: Array = below[cell[:-1]].astype(np.float64)
        return logits
    sums = [read_terms(layer, below, (*cell[:-1], channel), kernel).product.sum() for channel in range(layer.shape[-1])]
    return np.array(sums) + biases


def _check_value(explanation: UnitExplanation) -> None:
    """An explanation by other weights than those that made the value would be a lie."""
    made: dict[str, float] = {"linear": explanation.sum, "relu": max(explanation.sum, 0.0)}
    if explanation.softmax is not None:
        made["softmax"] = float(explanation.softmax.probabilities[explanation.index[-1]])
    if not explanation.has_weights or explanation.activation not in made:
        return
    expected = made[explanation.activation]
    tolerance = _TOLERANCE * (1e-3 + abs(explanation.bias) + _size(explanation.terms))
    if not abs(expected - explanation.value) <= tolerance:
        raise ValueError(
            f"The weights that made the forward pass are required. Received: weights that give {explanation.layer!r} "
            f"{expected:.6g} at {explanation.index}, where it has {explanation.value:.6g}. "
            "Run mnistviz.forward(digit, model) again, and hand over the same model."
        )


def _size(terms: Terms) -> float:
    return float(np.abs(terms.product).sum())
