"""Where the numbers of the shipped network come from: every cell is rebuilt from its terms."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest

from mnistviz.engine import forward, shipped_engine
from mnistviz.explanation import explain_cell
from mnistviz.forward_pass import LAYER_NAMES

Array = np.ndarray[Any, Any]

DONE = {
    "relu": lambda sums: np.maximum(sums, 0),
    "linear": lambda sums: sums,
    "softmax": lambda sums: np.exp(sums) / np.exp(sums).sum(),
}


@pytest.mark.parametrize("layer", LAYER_NAMES)
def test_the_terms_rebuild_every_activation(layer: str, ten_digits: Array) -> None:
    """All 33,956 cells, one by one: what is read is there, and its products make the value."""
    engine, passed = shipped_engine(), forward(ten_digits[8])
    weights, values = engine.weights, passed.activations[layer]
    sums = np.empty(values.shape)
    for index in itertools.product(*map(range, values.shape)):
        explanation = explain_cell(engine.layers, weights, passed, layer, index)
        terms, (name, source) = explanation.terms, explanation.sources
        below = passed.digit if name == "digit" else passed.activations[name]
        np.testing.assert_array_equal(terms.value, below[tuple(source.T)])
        sums[index] = terms.product.sum() + explanation.bias
    activation = next(part.activation for part in engine.layers if part.name == layer)
    np.testing.assert_allclose(DONE[str(activation)](sums), values, rtol=1e-5, atol=1e-5)
