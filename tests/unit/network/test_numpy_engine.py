"""The engine in plain NumPy: the shipped network as LiteRT runs it, and gradients that are known exactly."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mnistviz.explain.explanation import explain_unit, trace_unit
from mnistviz.network.chain import Chain, chain_of, chain_of_weights, require_chain
from mnistviz.network.engine import engine_for, forward, shipped_engine
from mnistviz.network.layers import INPUT, Layer
from mnistviz.network.litert_engine import LiteRTEngine
from mnistviz.network.numpy_engine import NumPyEngine
from tests.agreement.network import many_digits
from tests.support.shipped_network import LAYER_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable

Array = np.ndarray[Any, Any]


@pytest.fixture(scope="module")
def engine() -> NumPyEngine:
    """The shipped network."""
    return NumPyEngine(require_chain(shipped_engine()), shipped_engine().layers)


def test_the_shipped_network_has_the_values_of_litert(engine: NumPyEngine) -> None:
    digits = many_digits(np.random.default_rng(4), 200)
    expected, received = LiteRTEngine().run(digits), engine.run(digits)
    assert tuple(received) == LAYER_NAMES
    for name, values in expected.items():
        assert received[name].dtype == np.float32
        np.testing.assert_allclose(received[name], values, rtol=1e-5, atol=1e-5, err_msg=name)


def test_single_digits_have_no_batch_axis(engine: NumPyEngine, ten_digits: Array) -> None:
    batch, gradients = engine.gradient(ten_digits, "logits", np.eye(10))
    assert gradients.shape == (10, 28, 28)
    for number, digit in enumerate(ten_digits):
        outputs, gradient = engine.gradient(digit, "logits", np.eye(10)[number])
        assert list(outputs) == [*LAYER_NAMES[:-1]]
        assert (gradient.shape, gradient.dtype) == ((28, 28), np.float32)
        np.testing.assert_allclose(gradient, gradients[number], rtol=1e-4, atol=1e-5)
        for name, values in outputs.items():
            np.testing.assert_allclose(values, batch[name][number], rtol=1e-5, atol=1e-5)
    assert engine.run(ten_digits[:0])["probabilities"].shape == (0, 10)


@pytest.mark.parametrize("name", [name for name in LAYER_NAMES if name != "probabilities"])
def test_the_gradient_of_any_unit_is_that_of_a_difference(name: str, engine: NumPyEngine, ten_digits: Array) -> None:
    """The network is linear between its corners, so a difference over a short way is exact but for the rounding."""
    rng = np.random.default_rng(5)
    digit = np.clip(ten_digits[4] + rng.uniform(0.1, 0.2, (28, 28)), 0, 0.9).astype(np.float32)
    values = engine.run(digit)[name]
    unit = np.unravel_index(values.argmax(), values.shape)
    upstream = np.zeros(values.shape)
    upstream[unit] = 1
    gradient = engine.gradient(digit, name, upstream)[1]
    direction = np.sign(gradient) * 2e-4
    ahead, behind = (engine.run((digit + sign * direction).astype(np.float32))[name][unit] for sign in (1, -1))
    np.testing.assert_allclose((gradient * direction).sum(), (ahead - behind) / 2, rtol=0.02)


def test_a_gradient_can_end_at_an_inner_layer(engine: NumPyEngine, ten_digits: Array) -> None:
    outputs, gradient = engine.gradient(ten_digits, "logits", np.eye(10)[3], at="relu3")
    kernel, bias = engine.weights["logits"]
    np.testing.assert_allclose(outputs["logits"], outputs["relu3"] @ kernel + bias, rtol=1e-5, atol=1e-5)
    np.testing.assert_array_equal(gradient, np.tile(kernel[:, 3], (10, 1)))
    maps = engine.gradient(ten_digits, "logits", np.eye(10)[3], at="conv2")[1]
    assert maps.shape == (10, 11, 11, 32)
    below = engine.gradient(ten_digits, "conv2", maps)[1]
    np.testing.assert_allclose(below, engine.gradient(ten_digits, "logits", np.eye(10)[3])[1], rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("name", LAYER_NAMES[:-1])
def test_a_run_can_start_at_an_inner_layer(name: str, engine: NumPyEngine, ten_digits: Array) -> None:
    whole = engine.run(ten_digits)
    rest = engine.run_from(name, whole[name])
    assert tuple(rest) == LAYER_NAMES[LAYER_NAMES.index(name) + 1 :]
    for after, values in rest.items():
        np.testing.assert_array_equal(values, whole[after])


def test_a_run_starts_at_a_layer_with_finite_values(engine: NumPyEngine, refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "'conv9'"):
        engine.run_from("conv9", np.zeros((1, 10), np.float32))
    with refuses(ValueError, "NaN"):
        engine.run_from("logits", np.full((1, 10), np.nan, np.float32))


@pytest.mark.parametrize("name", LAYER_NAMES[:-2])
def test_the_values_of_one_layer_follow_from_those_of_a_layer_before_it(
    name: str, engine: NumPyEngine, ten_digits: Array, refuses: Callable[..., Any]
) -> None:
    whole = engine.run(ten_digits)
    np.testing.assert_array_equal(engine.values_from(name, whole[name], "logits"), whole["logits"])
    with refuses(ValueError, repr(name)):
        engine.values_from(name, whole[name], name)
    with refuses(ValueError, "'conv9'"):
        engine.values_from("conv9", whole[name], "logits")


def test_ties_go_to_the_first_of_a_window_and_a_corner_has_slope_0() -> None:
    layers = (
        Layer("pool", "MaxPooling2D", (14, 14, 1), 0, (2, 2), signed=False),
        Layer("relu", "ReLU", (14, 14, 1), 0, None, signed=False),
    )
    engine = NumPyEngine(Chain(*chain_parts(layers)), layers)
    digit = np.zeros((28, 28), np.float32)
    digit[0:2, 0:2] = 0.5
    digit[2, 3] = digit[3, 2] = 0.25
    _, gradient = engine.gradient(digit, "relu", np.ones((14, 14, 1)))
    expected = np.zeros((28, 28))
    expected[0, 0] = expected[2, 3] = 1
    np.testing.assert_array_equal(gradient, expected)


def chain_parts(layers: tuple[Layer, ...]) -> tuple[Any, Any]:
    """The records and arrays of layers without weights."""
    chain = chain_of_weights(layers, {})
    return chain.layers, chain.arrays


def dense_network(kernel: Array, activation: str) -> NumPyEngine:
    """A network of one dense layer."""
    layers = (
        Layer("flatten", "Flatten", (784,), 0, None, signed=False),
        Layer("dense", "Dense", (10,), 7850, None, signed=False, activation=activation),
        Layer("dropout", "Dropout", (10,), 0, None, signed=False),
    )
    return NumPyEngine(chain_of_weights(layers, {"dense": (kernel, np.zeros(10, np.float32))}), layers)


@pytest.mark.parametrize("activation", ["softmax", "sigmoid", "hard_sigmoid"])
def test_logits_inside_a_dense_layer_are_found(activation: str, ten_digits: Array) -> None:
    kernel = np.random.default_rng(6).normal(size=(784, 10)).astype(np.float32)
    engine = dense_network(kernel, activation)
    assert engine.logits == "dense/sums"
    assert list(engine.run(ten_digits)) == ["flatten", "dense", "dropout"]
    outputs, gradient = engine.gradient(ten_digits, "dense/sums", np.eye(10)[2] - np.eye(10)[5])
    np.testing.assert_allclose(outputs["dense/sums"], ten_digits.reshape(10, -1) @ kernel, rtol=1e-5, atol=1e-5)
    np.testing.assert_allclose(gradient, np.tile((kernel[:, 2] - kernel[:, 5]).reshape(28, 28), (10, 1, 1)), rtol=1e-6)


def test_a_network_that_ends_otherwise_has_no_logits() -> None:
    assert dense_network(np.zeros((784, 10), np.float32), "linear").logits is None
    assert dense_network(np.zeros((784, 10), np.float32), "relu").logits is None


def test_a_network_with_silenced_filters_is_another_engine(engine: NumPyEngine, ten_digits: Array) -> None:
    arrays = {**engine.chain.arrays}
    arrays["conv2/kernel"] = arrays["conv2/kernel"] * (np.arange(32) != 7)[:, None, None, None]
    arrays["conv2/bias"] = arrays["conv2/bias"] * (np.arange(32) != 7)
    changed = NumPyEngine(dataclasses.replace(engine.chain, arrays=arrays), engine.layers)
    before, after = engine.run(ten_digits), changed.run(ten_digits)
    assert (after["conv2"][..., 7] == 0).all()
    np.testing.assert_array_equal(np.delete(after["conv2"], 7, 3), np.delete(before["conv2"], 7, 3))
    assert (after["logits"] != before["logits"]).any()
    assert forward(ten_digits[4], changed).activations["conv2"][..., 7].max() == 0


def test_the_engine_can_be_shown_and_explained_as_any_other(engine: NumPyEngine, ten_digits: Array) -> None:
    assert engine_for(engine) is engine
    assert chain_of(engine) is engine.chain
    passed = forward(ten_digits[4], engine)
    assert passed.prediction == 4
    why = explain_unit(passed, "conv2", (4, 6, 17), engine)  # type: ignore[arg-type]
    assert abs(why.terms.product.sum() + why.bias - why.value) < 1e-4
    assert trace_unit(passed, "logits", 4, engine)[-1][0] == INPUT  # type: ignore[arg-type]


@pytest.mark.parametrize(("of", "at"), [("conv9", INPUT), (INPUT, INPUT), ("conv1", "conv1"), ("conv1", "relu1"), ("relu1", "x")])
def test_a_gradient_leads_from_a_layer_to_one_before_it(
    of: str, at: str, engine: NumPyEngine, refuses: Callable[..., Any]
) -> None:
    with refuses(ValueError, repr(of if of in ("conv9", INPUT) else at)):
        engine.gradient(np.zeros((28, 28), np.float32), of, np.ones(1), at)


def test_values_that_are_not_finite_are_refused(engine: NumPyEngine, refuses: Callable[..., Any]) -> None:
    arrays = {name: array * np.float32(1e30) for name, array in engine.chain.arrays.items()}
    broken = NumPyEngine(dataclasses.replace(engine.chain, arrays=arrays), engine.layers)
    with refuses(ValueError, "NaN"):
        broken.run(np.ones((28, 28), np.float32))
