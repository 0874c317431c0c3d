"""Networks side by side: before and after a change, the same one on both engines, and others with less in common."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np

from mnistviz.explain.comparison import compare
from mnistviz.network.engine import shipped_engine
from tests.support.keras_models import D, F, seq
from tests.support.shipped_network import LAYER_NAMES

Array = np.ndarray[Any, Any]


def test_the_shipped_network_is_the_same_on_both_engines(model: keras.Sequential, ten_digits: Array) -> None:
    comparison = compare(None, model, ten_digits[4])
    assert [layer.layer for layer in comparison.layers] == list(LAYER_NAMES)
    assert max(layer.relative for layer in comparison.layers) < 1e-5


def test_an_edit_shows_from_its_layer_on(fresh_model: keras.Sequential, ten_digits: Array) -> None:
    edited = keras.models.clone_model(fresh_model)
    edited.set_weights(fresh_model.get_weights())
    kernel, bias = edited.get_layer("conv2").get_weights()
    kernel[..., 5] = 0
    edited.get_layer("conv2").set_weights([kernel, bias])
    comparison = compare(fresh_model, edited, ten_digits[4])
    layers = {layer.layer: layer for layer in comparison.layers}
    assert [name for name in LAYER_NAMES if layers[name].relative == 0] == ["conv1", "relu1", "pool1"]
    assert np.flatnonzero(layers["conv2"].values.any(axis=(0, 1))).tolist() == [5]
    submodel = keras.Model(fresh_model.inputs[0], fresh_model.get_layer("conv2").output)
    before = np.asarray(submodel(ten_digits[4].reshape(1, 28, 28, 1)))[0, :, :, 5]
    np.testing.assert_allclose(layers["conv2"].values[:, :, 5], -before, atol=1e-5)


def test_a_model_that_is_built_twice_is_compared_layer_by_layer(ten_digits: Array) -> None:
    """Keras gives the second one other names."""
    one, other = (seq(F(), D(32, activation="relu"), D(10, activation="softmax")) for _ in range(2))
    comparison = compare(one, other, ten_digits[4])
    assert [layer.values.shape for layer in comparison.layers] == [(784,), (32,), (10,)]
    assert comparison.layers[0].relative == 0
    assert all(layer.layer != layer.other and layer.relative > 0 for layer in comparison.layers[1:])


def test_layers_that_only_one_has_are_named(ten_digits: Array) -> None:
    own = seq(F(), D(10, activation="softmax", name="probabilities"))
    comparison = compare(shipped_engine(), own, ten_digits[4])
    assert [layer.layer for layer in comparison.layers] == ["probabilities"]
    assert comparison.only_a == tuple(name for name in LAYER_NAMES if name != "probabilities")
    assert comparison.only_b == tuple(layer.name for layer in own.layers[:-1])
    assert comparison.b.prediction is not None
