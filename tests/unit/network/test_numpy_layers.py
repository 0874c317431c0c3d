"""The steps of the NumPy engine against slow and obvious NumPy, and their gradients against differences."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnistviz.network.chain import Chain, chain_of_weights
from mnistviz.network.numpy_layers.functions import function_of
from mnistviz.network.numpy_layers.pooling import GlobalMaxPool, GlobalMeanPool
from mnistviz.network.numpy_layers.steps import steps_of
from mnistviz.network.numpy_layers.units import Scale, Slope, Softmax
from tests.support.naive_network import build, parts

if TYPE_CHECKING:
    from mnistviz.network.numpy_layers.operation import Operation
    from tests.support.naive_network import Network, Part

Array = np.ndarray[Any, Any]
STEP = 1e-6
"""Half the distance of two values of which a difference is taken. Nothing is rounded to float32 in these tests."""


def chain_of_parts(network: Network) -> Chain:
    """The chain of a naive network."""
    chain = chain_of_weights(network.layers, network.weights)
    channels = network.images.shape[3]
    for record, layer in zip(chain.layers, network.layers, strict=True):
        if layer.kind == "Conv2D":
            record["groups"] = channels // layer.window[2]
        channels = layer.shape[-1]
    return Chain(chain.layers, {name: array.astype(np.float64) for name, array in chain.arrays.items()})


def assert_gradient(operation: Operation, values: Array, rng: np.random.Generator) -> None:
    """Compares the gradient of a random sum of outputs with differences along random directions."""
    output = operation.forward(values)
    upstream = rng.normal(size=output.shape)
    gradient = operation.backward(values, output, upstream)
    assert gradient.shape == values.shape
    for _ in range(3):
        direction = rng.normal(size=values.shape)
        ahead, behind = (operation.forward(values + sign * STEP * direction) for sign in (1, -1))
        expected = (upstream * (ahead - behind)).sum() / (2 * STEP)
        assert math.isclose((gradient * direction).sum(), expected, rel_tol=1e-5, abs_tol=1e-5)


@settings(max_examples=100)
@given(chosen=parts(), seed=st.integers(0, 2**16))
def test_random_networks_have_the_values_and_gradients_of_naive_ones(chosen: list[Part], seed: int) -> None:
    rng = np.random.default_rng(seed)
    network = build(rng.normal(size=(2, 9, 8, 2)), lambda shape: rng.normal(size=shape).astype(np.float32), chosen)
    values = network.images
    for step in steps_of(chain_of_parts(network), (9, 8, 2)):
        assert_gradient(step.operation, rng.normal(size=values.shape), rng)  # behind a ReLU, many values would be the same
        values = step.operation.forward(values)
        if step.name in network.outputs:
            np.testing.assert_allclose(values, network.outputs[step.name], rtol=1e-9, atol=1e-9)


OPERATIONS: dict[str, Any] = {
    "softmax": Softmax(),
    "scale": Scale(np.array([2.0, -1.0, 0.5]), np.array([0.0, 1.0, -2.0])),
    "slope": Slope(np.random.default_rng(1).normal(size=(4, 5, 3))),
    "global maximum": GlobalMaxPool((3,)),
    "global maximum, kept": GlobalMaxPool((1, 1, 3)),
    "global mean": GlobalMeanPool((3,)),
    "global mean, kept": GlobalMeanPool((1, 1, 3)),
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_other_layers_have_the_right_gradient(name: str) -> None:
    rng = np.random.default_rng(2)
    assert_gradient(OPERATIONS[name], rng.normal(size=(2, 4, 5, 3)), rng)


def sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x))


FUNCTIONS: dict[str, tuple[str, dict[str, float], Any]] = {
    "relu": ("relu", {}, lambda x: max(x, 0)),
    "relu as a layer": ("relu", {"negative_slope": 0.0, "threshold": 0.0}, lambda x: max(x, 0)),
    "capped relu": ("relu", {"max_value": 1.5, "negative_slope": 0.1}, lambda x: min(x, 1.5) if x > 0 else 0.1 * x),
    "relu with a threshold": ("relu", {"threshold": 0.7}, lambda x: x if x > 0.7 else 0),
    "leaky relu with a threshold": (
        "relu",
        {"threshold": 0.7, "negative_slope": 0.2},
        lambda x: x if x > 0.7 else 0.2 * (x - 0.7),
    ),
    "relu6": ("relu6", {}, lambda x: min(max(x, 0), 6)),
    "leaky relu": ("leaky_relu", {}, lambda x: x if x > 0 else 0.2 * x),
    "leaky relu of 0.3": ("leaky_relu", {"negative_slope": 0.3}, lambda x: x if x > 0 else 0.3 * x),
    "elu": ("elu", {}, lambda x: x if x > 0 else math.expm1(x)),
    "elu of 0.5": ("elu", {"alpha": 0.5}, lambda x: x if x > 0 else 0.5 * math.expm1(x)),
    "selu": ("selu", {}, lambda x: 1.05070098 * (x if x > 0 else 1.67326324 * math.expm1(x))),
    "gelu": ("gelu", {"approximate": 0.0}, lambda x: x * 0.5 * math.erfc(-x / math.sqrt(2))),
    "approximate gelu": (
        "gelu",
        {"approximate": 1.0},
        lambda x: 0.5 * x * (1 + math.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3))),
    ),
    "silu": ("silu", {}, lambda x: x * sigmoid(x)),
    "sigmoid": ("sigmoid", {}, sigmoid),
    "hard sigmoid": ("hard_sigmoid", {}, lambda x: min(max(x / 6 + 0.5, 0), 1)),
    "tanh": ("tanh", {}, math.tanh),
    "softplus": ("softplus", {}, lambda x: math.log(1 + math.exp(x))),
    "softsign": ("softsign", {}, lambda x: x / (1 + abs(x))),
    "exponential": ("exponential", {}, math.exp),
    "mish": ("mish", {}, lambda x: x * math.tanh(math.log(1 + math.exp(x)))),
}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_activations_have_the_values_and_slopes_of_their_formulas(name: str) -> None:
    key, constants, formula = FUNCTIONS[name]
    function = function_of(key, constants)
    x = np.random.default_rng(3).uniform(-8, 8, 400)
    y = function.forward(x)
    np.testing.assert_allclose(y, [formula(one) for one in x], rtol=1e-6, atol=2e-6)
    slopes = [(formula(one + STEP) - formula(one - STEP)) / (2 * STEP) for one in x]
    np.testing.assert_allclose(function.backward(x, y, np.full(400, 3.0)), 3 * np.array(slopes), rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_float32_stays_float32_and_large_values_are_no_problem(name: str) -> None:
    key, constants, formula = FUNCTIONS[name]
    function = function_of(key, constants)
    x = np.array([-80, -30, 0, 30, 80], np.float32)
    y = function.forward(x)
    gradient = function.backward(x, y, np.ones(5, np.float32))
    assert (y.dtype, gradient.dtype) == (np.float32, np.float32)
    assert np.isfinite(gradient).all()
    np.testing.assert_allclose(y, [formula(float(one)) for one in x], rtol=1e-5, atol=1e-5)
