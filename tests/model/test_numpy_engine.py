"""The NumPy engine computes what Keras computes, and its gradients are those of TensorFlow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import keras
import numpy as np
import pytest
import tensorflow as tf
from keras import layers

from mnistviz.network.chain import require_chain
from mnistviz.network.engine import engine_for
from mnistviz.network.keras_model import activation_model
from mnistviz.network.numpy_engine import NumPyEngine
from tests.support.chains import NAMES, ON_ALL, ON_MAPS, TO_UNITS, called_twice, in_numpy, random_model

if TYPE_CHECKING:
    from collections.abc import Mapping

Array = np.ndarray[Any, Any]
MODELS = 40
DIGITS = 4
VALUES = 1e-5
GRADIENTS = 1e-4
"""Tolerances: absolute, or relative to values above 1."""


def in_tensorflow(model: keras.Model, digits: Array, upstream: Mapping[str, Array]) -> tuple[dict[str, Array], dict[str, Array]]:
    """The outputs of all layers, and for some of them the gradient of a weighted sum with respect to the digits."""
    every = activation_model(model)
    batch = tf.constant(digits[..., None])
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(batch)
        outputs = every(batch, training=False)
        sums = {name: tf.reduce_sum(outputs[name] * weight) for name, weight in upstream.items()}
    gradients = {name: tape.gradient(total, batch)[..., 0].numpy() for name, total in sums.items()}
    return {name: tensor.numpy() for name, tensor in outputs.items()}, gradients


def difference(received: Array, expected: Array) -> float:
    """The largest difference of two arrays: absolute, or relative to the largest value if that is above 1."""
    assert received.shape == expected.shape
    return float(np.abs(received - expected).max() / max(1, np.abs(expected).max()))


@pytest.mark.thorough
def test_random_networks_have_the_values_and_gradients_of_tensorflow() -> None:
    rng = np.random.default_rng(31)
    keras.utils.set_random_seed(31)
    digits = rng.uniform(size=(DIGITS, 28, 28)).astype(np.float32)  # noise: no two values of a window are the same
    kinds: set[str] = set()
    functions: set[str] = set()
    for number, model in enumerate([*(random_model(rng) for _ in range(MODELS)), called_twice()]):
        engine = in_numpy(model)
        kinds |= {record["kind"] for record in engine.chain.layers}
        functions |= {record["function"] for record in engine.chain.layers}
        names = rng.choice([layer.name for layer in engine.layers], 3, replace=False)
        weights = {layer.name: rng.normal(size=layer.shape).astype(np.float32) for layer in engine.layers if layer.name in names}
        outputs, gradients = in_tensorflow(model, digits, weights)
        for name, values in engine.run(digits).items():
            assert difference(values, outputs[name]) < VALUES, (number, name)
        for name, gradient in gradients.items():
            assert difference(engine.gradient(digits, name, weights[name])[1], gradient) < GRADIENTS, (number, name)
    assert kinds >= {build(rng).__class__.__name__ for build in (*ON_ALL, *ON_MAPS, *TO_UNITS)}
    assert functions >= {*NAMES, "prelu"} - {"swish"}


def test_the_shipped_network_has_the_gradients_of_tensorflow(model: keras.Sequential, inputs: Array) -> None:
    engine = NumPyEngine(require_chain(engine_for(model)), engine_for(model).layers)
    weights = {name: np.eye(10, dtype=np.float32)[4] for name in ("logits", "probabilities")}
    _, gradients = in_tensorflow(model, inputs, weights)
    for name, gradient in gradients.items():
        assert difference(engine.gradient(inputs, name, weights[name])[1], gradient) < GRADIENTS


def whole(shape: tuple[int, ...], rng: np.random.Generator) -> Array:
    """Small whole numbers, with which all sums are exact, so that many are the same."""
    return rng.integers(-1, 2, shape).astype(np.float32)


TIES = {
    "maximum pooling": lambda: layers.MaxPooling2D(3, strides=2),
    "maximum pooling, padded": lambda: layers.MaxPooling2D(3, strides=2, padding="same"),
    "global maximum pooling": layers.GlobalMaxPooling2D,
    "ReLU": layers.ReLU,
    "ReLU with a negative slope": lambda: layers.ReLU(negative_slope=0.25),
    "capped ReLU with a negative slope": lambda: layers.ReLU(negative_slope=0.25, max_value=3),
    "relu6": lambda: layers.Activation("relu6"),
    "leaky ReLU": lambda: layers.LeakyReLU(0.25),
    "PReLU": lambda: layers.PReLU("ones"),
    "ELU": layers.ELU,
    "ELU of 0.5": lambda: layers.ELU(0.5),
    "SELU": lambda: layers.Activation("selu"),
    "softsign": lambda: layers.Activation("softsign"),
}


@pytest.mark.parametrize("name", TIES)
def test_ties_and_corners_have_the_gradients_of_tensorflow(name: str) -> None:
    rng = np.random.default_rng(7)
    parts = (layers.Conv2D(3, 2), TIES[name](), layers.Flatten(), layers.Dense(10), layers.Softmax())
    model = keras.Sequential([keras.Input((28, 28, 1)), *parts])
    parts[0].set_weights([whole((2, 2, 1, 3), rng), np.zeros(3, np.float32)])
    parts[3].set_weights([whole(parts[3].kernel.shape, rng), np.zeros(10, np.float32)])
    digits = rng.integers(0, 2, (DIGITS, 28, 28)).astype(np.float32)
    engine = in_numpy(model)
    layer = parts[3].name
    weight = np.arange(10, dtype=np.float32)
    _, gradients = in_tensorflow(model, digits, {layer: weight})
    assert difference(engine.gradient(digits, layer, weight)[1], gradients[layer]) < GRADIENTS
