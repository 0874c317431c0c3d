"""Explanations of live Keras models of many architectures, with Keras itself as the truth."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import keras
import numpy as np
import pytest
from keras import layers

from mnistviz.explain.explanation import explain_unit, explain_with_weights, trace_unit
from mnistviz.explain.graph import DIGIT
from mnistviz.explain.receptive_field import receptive_field
from mnistviz.network.engine import engine_for, forward

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.explain.unit_explanation import UnitExplanation
    from mnistviz.network.forward_pass import ForwardPass
    from mnistviz.network.layers import Layer

Array = np.ndarray[Any, Any]

ARCHITECTURES: dict[str, Callable[[], list[layers.Layer]]] = {
    "strides, same padding, built-in activations": lambda: [
        layers.Conv2D(4, 3, strides=2, padding="same", activation="relu"),
        layers.Conv2D(3, (2, 5), strides=(3, 1), padding="same", activation="tanh"),
        layers.Flatten(),
        layers.Dense(10, activation="softmax"),
    ],
    "dilation, average pooling, overlapping windows": lambda: [
        layers.Conv2D(3, 3, dilation_rate=(2, 3), activation="gelu"),
        layers.AveragePooling2D((3, 2), strides=(2, 1), padding="same"),
        layers.Conv2D(2, (2, 3), dilation_rate=2, padding="same", use_bias=False),
        layers.LeakyReLU(),
        layers.MaxPooling2D(3, strides=2, padding="same"),
        layers.Flatten(),
        layers.Dense(10),
        layers.Softmax(),
    ],
    "no activations": lambda: [
        layers.Conv2D(3, 4),
        layers.AveragePooling2D(2),
        layers.Conv2D(2, 3, padding="same"),
        layers.Flatten(),
        layers.Dense(10),
        layers.Softmax(),
    ],
    "maximum of negative values": lambda: [
        layers.Conv2D(3, 3, padding="same", bias_initializer=keras.initializers.Constant(-3)),
        layers.MaxPooling2D(3, padding="same"),
        layers.Dropout(0.5),
        layers.SpatialDropout2D(0.5),
        layers.Flatten(),
        layers.Dropout(0.5),
        layers.Dense(12, activation="sigmoid"),
        layers.PReLU(alpha_initializer="ones"),
        layers.ELU(),
        layers.Dense(10),
        layers.Activation("softmax"),
    ],
    "groups, a dense layer on maps, softmax across channels": lambda: [
        layers.Conv2D(4, 3, strides=2, activation=lambda tensor: 2 * tensor),
        layers.Conv2D(6, 3, groups=2, activation="softmax"),
        layers.Dense(3, activation="relu"),
        layers.Softmax(),
        layers.Flatten(),
        layers.Dense(10, activation="softmax"),
    ],
    "units only": lambda: [
        layers.Flatten(),
        layers.GaussianNoise(1.0),
        layers.Dense(8),
        layers.Activation("silu"),
        layers.Dense(10, activation="softmax"),
    ],
}


@pytest.fixture(scope="module", params=ARCHITECTURES)
def live(request: pytest.FixtureRequest) -> keras.Sequential:
    keras.utils.set_random_seed(11)
    return keras.Sequential([keras.Input((28, 28, 1)), *ARCHITECTURES[request.param]()])


@pytest.fixture(scope="module")
def digit(ten_digits: Array) -> Array:
    return ten_digits[5]


def sample(shape: tuple[int, ...], count: int = 150) -> list[tuple[int, ...]]:
    """Returns all units of a small layer, or some units of a larger one, including all corners."""
    corners = list(itertools.product(*({0, size - 1} for size in shape)))
    if np.prod(shape) <= count:
        return list(itertools.product(*map(range, shape)))
    places = np.random.default_rng(0).integers(0, shape, (count - len(corners), len(shape)))
    return [*corners, *map(tuple, places.tolist())]


def made_of(layer: layers.Layer, explanation: UnitExplanation) -> float:
    """Returns what the activation makes of the sum, as Keras computes it."""
    total = np.float32(explanation.sum)
    if explanation.softmax is not None:
        return float(keras.ops.softmax(explanation.softmax.logits)[explanation.index[-1]])
    if hasattr(layer, "kernel") or isinstance(layer, layers.Activation):
        return float(layer.activation(keras.ops.convert_to_tensor([total]))[0])
    if isinstance(layer, layers.ReLU | layers.LeakyReLU | layers.PReLU | layers.ELU):
        slope = {"LeakyReLU": 0.3, "PReLU": 1.0}.get(type(layer).__name__)
        return float(np.where(total > 0, total, np.expm1(total) if slope is None else slope * total))
    return float(total)


def test_the_terms_rebuild_what_keras_computed(live: keras.Sequential, digit: Array) -> None:
    engine, passed = engine_for(live), forward(digit, live)
    weights = engine.weights
    for layer in engine.layers:
        for index in sample(layer.shape):
            explanation = explain_with_weights(engine.layers, weights, passed, layer.name, index)
            name, source = explanation.sources
            below = passed.digit if name == DIGIT else passed.activations[name]
            np.testing.assert_array_equal(explanation.terms.value, below[tuple(source.T)])
            expected = float(passed.activations[layer.name][index])
            assert made_of(live.get_layer(layer.name), explanation) == pytest.approx(expected, rel=1e-5, abs=1e-5), layer


def test_only_pixels_of_the_field_change_a_value(live: keras.Sequential, digit: Array) -> None:
    """Changes every pixel on its own. If it lies outside the field, the value stays exactly the same."""
    engine = engine_for(live)
    unchanged = np.tile(digit, (784, 1, 1))  # a batch of the same size: the last bit of a softmax depends on the place in it
    changed = unchanged.copy()
    for number, (row, column) in enumerate(itertools.product(range(28), range(28))):
        changed[number, row, column] = 1 - changed[number, row, column]
    before, after = engine.run(unchanged), engine.run(changed)
    for number, layer in enumerate(engine.layers):
        for index in sample(layer.shape, 40):
            unit = (slice(None), *index)
            counts = (after[layer.name][unit] != before[layer.name][unit]).reshape(28, 28)
            rows, columns = field_of(engine.layers[: number + 1], index)
            counts[rows, columns] = False
            assert not counts.any(), (layer.name, index)


def field_of(chain: tuple[Layer, ...], index: tuple[int, ...]) -> tuple[slice, ...]:
    return receptive_field(chain, index)[DIGIT]


def test_fields_are_as_small_as_possible(digit: Array) -> None:
    """If all weights are positive and no maximum hides a pixel, nothing cancels: the box is exactly what changes."""
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(2, 3, strides=2, padding="same", kernel_initializer="ones"),
            layers.AveragePooling2D((3, 2), strides=(2, 3), padding="same"),
            layers.Conv2D(2, 2, dilation_rate=(2, 1), padding="same", kernel_initializer="ones"),
            layers.Flatten(),
            layers.Dense(10, activation="softmax"),
        ]
    )
    engine = engine_for(model)
    changed = np.zeros((785, 28, 28), np.float32)
    changed[np.arange(1, 785), np.arange(784) // 28, np.arange(784) % 28] = 1
    outputs = engine.run(changed)
    for number, layer in enumerate(engine.layers[:-1]):
        for index in sample(layer.shape):
            rows, columns = field_of(engine.layers[: number + 1], index)
            counts = np.argwhere(outputs[layer.name][(slice(1, None), *index)].reshape(28, 28) != 0)
            assert counts.min(axis=0).tolist() == [rows.start, columns.start]
            assert counts.max(axis=0).tolist() == [rows.stop - 1, columns.stop - 1]


def test_every_trace_ends_on_a_pixel_of_the_field(live: keras.Sequential, digit: Array) -> None:
    passed = forward(digit, live)
    for layer in engine_for(live).layers:
        for index in sample(layer.shape, 10):
            steps = trace_unit(passed, layer.name, index, live)
            rows, columns = explain_unit(passed, layer.name, index, live).receptive_field[DIGIT]
            name, (row, column) = steps[-1]
            assert (name, steps[0]) == (DIGIT, (layer.name, index))
            assert rows.start <= row < rows.stop
            assert columns.start <= column < columns.stop


def test_both_engines_explain_alike(model: keras.Sequential, digit: Array) -> None:
    one, other = forward(digit), forward(digit, model)
    for name, values in one.activations.items():
        index = tuple(size // 2 for size in values.shape)
        first, second = explain_unit(one, name, index), explain_unit(other, name, index, model)
        np.testing.assert_array_equal(first.terms.weight, second.terms.weight)
        np.testing.assert_array_equal(first.terms.source, second.terms.source)
        assert first.sum == pytest.approx(second.sum, rel=1e-5, abs=1e-5)


@pytest.fixture
def stale(fresh_model: keras.Sequential, digit: Array) -> ForwardPass:
    """A forward pass from before the network was trained further."""
    passed = forward(digit, fresh_model)
    fresh_model.set_weights([weight + 0.01 for weight in fresh_model.get_weights()])
    return passed


def test_a_model_that_has_learned_since_is_refused(
    stale: ForwardPass, fresh_model: keras.Sequential, digit: Array, refuses: Callable[..., Any]
) -> None:
    with refuses(ValueError, "weights", "forward(digit, model)"):
        explain_unit(stale, "dense", 3, fresh_model)
    assert explain_unit(forward(digit, fresh_model), "dense", 3, fresh_model).value != 0


def test_a_forward_pass_of_another_model_is_refused(
    fresh_model: keras.Sequential, live: keras.Sequential, digit: Array, refuses: Callable[..., Any]
) -> None:
    with refuses(ValueError, "same network"):
        explain_unit(forward(digit, live), "conv1", (0, 0, 0))
    with refuses(ValueError, "weights"):
        explain_unit(forward(digit, fresh_model), "dense", 0)
