"""Networks of other shapes are asked about, or refused with a clear error."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz
from mnistviz import Exercise
from mnistviz.exercises.registry import kinds
from mnistviz.explain.explanation import explain_with_weights
from mnistviz.network.chain import chain_of_weights
from mnistviz.network.engine import shipped_engine
from mnistviz.network.forward_pass import ForwardPass
from mnistviz.network.layers import Layer
from mnistviz.network.numpy_engine import NumPyEngine
from tests.support.naive_network import Network, Part
from tests.unit.exercises.kinds.test_softmax import probability
from tests.unit.exercises.student import SEVEN, unit_asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.unit.exercises.student import Array

NETWORKS = {
    "padded": [
        Part("Conv2D", (5, 5), padding="same", filters=3),
        Part("ReLU"),
        Part("MaxPooling2D", (3, 3), (2, 2)),
        Part("Conv2D", (3, 2), (2, 1), filters=4),
        *(Part("Flatten"), Part("Dense", filters=10), Part("Softmax")),
    ],
    "fused": [
        Part("Conv2D", (3, 3), filters=2, activation="relu"),
        *(Part("Flatten"), Part("Dense", filters=5, activation="softmax")),
    ],
    "dilated": [
        *(Part("Conv2D", (3, 3), dilation=(2, 2), filters=2), Part("AveragePooling2D", (2, 2), (2, 2))),
        *(Part("Flatten"), Part("Dense", filters=12), Part("ReLU"), Part("Dense", filters=10), Part("Softmax")),
    ],
}
CLASSES = tuple("0123456789")


def test_a_network_without_the_layer_is_refused(refuses: Callable[..., Any]) -> None:
    class Small:
        engine = shipped_engine()
        forward = mnistviz.forward(mnistviz.read_digit(SEVEN))

    class Dense:
        layers = tuple(layer for layer in Small.engine.layers if layer.kind == "Dense")

    Small.engine = Dense()  # type: ignore[assignment]
    with refuses(ValueError, "MaxPooling2D", "Dense"):
        Exercise("pool-value", Small())


BRANCHES = (
    Layer("conv", "Conv2D", (26, 26, 2), 20, (3, 3, 1), signed=True),
    Layer("other", "Conv2D", (26, 26, 2), 20, (3, 3, 1), signed=True, reads=("digit",)),
    Layer("sum", "Add", (26, 26, 2), 0, None, signed=True, reads=("conv", "other")),
    Layer("top", "Conv2D", (24, 24, 2), 38, (3, 3, 2), signed=True),
    Layer("far", "Conv2D", (24, 24, 2), 38, (3, 3, 2), signed=True, reads=("conv",)),
)


@pytest.mark.parametrize("seed", range(4))
def test_windows_are_asked_about_only_where_they_lie_above_each_other(seed: int) -> None:
    """The box of a unit above a branch does not follow from a list of windows."""
    shapes = {layer.name: np.zeros(layer.shape, np.float32) for layer in BRANCHES}

    class Screen:
        forward = ForwardPass(np.ones((28, 28), np.float32), shapes)
        engine = SimpleNamespace(layers=BRANCHES, weights={})

    exercise = Exercise("receptive-field", Screen(), seed)
    layer, _ = unit_asked(exercise.question)
    assert layer == "far"
    assert "`other`" not in exercise.question
    assert exercise.check(25)


def test_flat_maps_are_asked_about_only_where_there_are_maps(refuses: Callable[..., Any]) -> None:
    class Screen:
        forward = ForwardPass(np.ones((28, 28), np.float32), {"flat": np.ones(784, np.float32)})
        engine = SimpleNamespace(layers=(Layer("flat", "Flatten", (784,), 0, None, signed=False),), weights={})

    with refuses(ValueError, "Flatten"):
        Exercise("flatten-index", Screen())


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("kind", kinds())
@pytest.mark.parametrize("name", NETWORKS)
def test_other_networks_are_asked_about_or_refused(name: str, kind: str, seed: int, ten_digits: Array) -> None:
    def network_on(digit: Array) -> Network:
        generator = np.random.default_rng(seed)
        network = Network(digit.reshape(1, 28, 28, 1).astype(float), lambda shape: generator.normal(0, 0.3, shape))
        for part in NETWORKS[name]:
            network.add(part)
        return network

    network = network_on(ten_digits[seed])

    class Screen:
        forward = network.forward()
        engine = NumPyEngine(
            chain_of_weights(network.layers, network.weights), network.layers, CLASSES[: network.layers[-1].shape[-1]]
        )

    try:
        exercise = Exercise(kind, Screen(), seed)
    except ValueError as error:
        assert name != "padded", error  # noqa: PT017
        assert str(error).startswith(("This exercise needs a ", "This exercise finds nothing "))  # noqa: PT017
        return
    if kind in ("conv-by-hand", "conv-channels", "pool-value"):
        layer, index = unit_asked(exercise.question)
        assert exercise.check(explain_with_weights(network.layers, network.weights, Screen.forward, layer, index).sum)
    elif kind in ("receptive-field", "window-corner"):
        layer, index = unit_asked(exercise.question)
        rows, columns = explain_with_weights(network.layers, network.weights, Screen.forward, layer, index).receptive_field[
            "digit"
        ]
        size = (rows.stop - rows.start) * (columns.stop - columns.start)
        assert exercise.check(size if kind == "receptive-field" else (rows.start, columns.start))
    elif kind == "softmax":
        assert exercise.check(probability(exercise.question))
