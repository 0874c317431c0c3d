"""The engines return the weights that they compute with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import keras
import numpy as np
import pytest
from keras import layers

from mnistviz.assets import asset_path
from mnistviz.network.keras_engine import KerasEngine
from mnistviz.network.litert_engine import LiteRTEngine
from mnistviz.network.litert_file import constant_arrays
from mnistviz.network.shipped import shipped_layers
from mnistviz.network.weights import read_weights

if TYPE_CHECKING:
    from collections.abc import Callable

SHAPES = {"conv1": (3, 3, 1, 16), "conv2": (3, 3, 16, 32), "dense": (800, 128), "logits": (128, 10)}


def test_the_weights_of_litert_are_those_of_the_model(model: keras.Model) -> None:
    weights = LiteRTEngine().weights
    assert {name: kernel.shape for name, (kernel, _) in weights.items()} == SHAPES
    for name, received in weights.items():
        for array, expected in zip(received, model.get_layer(name).get_weights(), strict=True):
            assert array.dtype == np.float32
            np.testing.assert_array_equal(array, expected, err_msg=name)


def test_the_weights_of_litert_cannot_be_changed() -> None:
    for array in LiteRTEngine().weights["conv1"]:
        with pytest.raises(ValueError, match="read-only"):
            array[:] = 1


def test_the_weights_of_a_live_model_are_the_present_ones(fresh_model: keras.Model) -> None:
    engine = KerasEngine(fresh_model)
    for change in (0.0, 1.0):
        fresh_model.set_weights([weight + change for weight in fresh_model.get_weights()])
        assert {name: kernel.shape for name, (kernel, _) in engine.weights.items()} == SHAPES
        for name, received in engine.weights.items():
            for array, expected in zip(received, fresh_model.get_layer(name).get_weights(), strict=True):
                np.testing.assert_array_equal(array, expected)


def test_a_layer_without_bias_has_bias_0() -> None:
    parts = layers.Conv2D(4, 3, use_bias=False, name="conv"), layers.Flatten(), layers.Dense(10), layers.Softmax()
    engine = KerasEngine(keras.Sequential([keras.Input((28, 28, 1)), *parts]))
    np.testing.assert_array_equal(engine.weights["conv"][1], np.zeros(4, np.float32))


def test_ambiguous_tensors_are_refused(refuses: Callable[..., Any]) -> None:
    constants = constant_arrays(asset_path("cnn.tflite").read_bytes())
    with refuses(ValueError, "conv1", "(16, 3, 3, 1)"):
        read_weights(constants * 2, shipped_layers())
