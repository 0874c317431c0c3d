"""Attributions of live Keras models: those of TensorFlow's gradients, and models that are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import keras
import numpy as np
import pytest
import tensorflow as tf
from keras import layers

import mnistviz
from mnistviz.explain.attribution_methods import METHODS
from mnistviz.network.chain import NoChainError
from tests.support.errors import ERROR

if TYPE_CHECKING:
    from collections.abc import Callable

Array = np.ndarray[Any, Any]


def test_integrated_gradients_are_those_of_tensorflow(model: keras.Sequential, ten_digits: Array) -> None:
    logits = keras.Model(model.inputs[0], model.get_layer("logits").output)
    for label in (2, 4):
        attribution = mnistviz.attribute(ten_digits[label], (label, 9), model=model)
        places = (np.arange(2000, dtype=np.float32) + 0.5) / 2000
        batch = tf.constant((ten_digits[label] * places[:, None, None])[..., None])
        with tf.GradientTape() as tape:
            tape.watch(batch)
            values = logits(batch)
            score = tf.reduce_sum(values[:, label] - values[:, 9])
        expected = tape.gradient(score, batch).numpy()[..., 0].mean(axis=0) * ten_digits[label]
        assert np.corrcoef(attribution.values.ravel(), expected.ravel())[0, 1] > 0.999
        assert np.abs(attribution.values - expected).max() < 0.05 * np.abs(expected).max()


def small(*parts: layers.Layer, end: str = "softmax") -> keras.Sequential:
    """A model of random weights that ends in a dense layer with its own activation."""
    keras.utils.set_random_seed(1)
    return keras.Sequential([keras.Input((28, 28, 1)), *parts, layers.Flatten(), layers.Dense(10, activation=end)])


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("end", ["softmax", "sigmoid", "linear"])
def test_logits_are_found_however_a_model_ends(method: str, end: str, ten_digits: Array) -> None:
    model = small(layers.Conv2D(4, 3, activation="relu"), layers.BatchNormalization(), layers.Dropout(0.5), end=end)
    attribution = mnistviz.attribute(ten_digits[3], 5, method, model)
    probabilities = mnistviz.forward(ten_digits[3], model).probabilities
    assert attribution.deletion_curve.probabilities[0] == pytest.approx(probabilities[5], abs=1e-5)
    kernel, bias = model.layers[-1].get_weights()
    inner = keras.Model(model.inputs[0], model.layers[-2].output)(ten_digits[3:4, ..., None], training=False).numpy()
    assert attribution.question.scores(ten_digits[3:4])[0] == pytest.approx((inner @ kernel + bias)[0, 5], abs=1e-4)
    correlation = attribution.check_random_weights()
    assert -1 <= correlation <= 1 or method == "grad_cam"  # which may be 0 everywhere
    assert (end != "softmax") or np.isfinite(attribution.completeness_error)


REFUSED: dict[str, tuple[Callable[[], keras.Model], str]] = {
    "layer": (lambda: small(layers.Conv2D(4, 3), layers.LayerNormalization(name="norm")), "'norm' (LayerNormalization)"),
    "activation": (lambda: small(layers.Conv2D(4, 3, activation=lambda x: 2 * x, name="own")), "'own' (Conv2D)"),
    "range": (lambda: small(layers.Rescaling(1 / 255)), "in its own range"),
    "one output": (
        lambda: keras.Sequential([keras.Input((28, 28, 1)), layers.Flatten(), layers.Dense(1, activation="sigmoid")]),
        "TwoClasses",
    ),
    "softmax inside": (
        lambda: keras.Sequential(
            [keras.Input((28, 28, 1)), layers.Conv2D(10, 3, activation="softmax"), layers.GlobalAveragePooling2D()]
        ),
        "does not end in softmax",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_model_that_cannot_be_followed_is_refused_by_name(case: str, ten_digits: Array) -> None:
    build, word = REFUSED[case]
    model = build()
    with pytest.raises(ValueError, match=ERROR) as caught:
        mnistviz.attribute(ten_digits[4], model=model)
    assert word in str(caught.value)


def test_weights_that_are_nan_are_refused(fresh_model: keras.Sequential, ten_digits: Array, refuses: Callable[..., Any]) -> None:
    mnistviz.attribute(ten_digits[4], model=fresh_model)
    fresh_model.get_layer("conv2").bias.assign(np.full(32, np.nan, np.float32))
    with refuses(NoChainError, "'conv2' has weights that are NaN or infinite"):
        mnistviz.attribute(ten_digits[4], model=fresh_model)


def test_a_model_that_is_changed_is_read_again(fresh_model: keras.Sequential, ten_digits: Array) -> None:
    before = mnistviz.attribute(ten_digits[4], 4, "gradient_times_input", fresh_model).values
    fresh_model.get_layer("logits").kernel.assign(-fresh_model.get_layer("logits").kernel)
    after = mnistviz.attribute(ten_digits[4], 4, "gradient_times_input", fresh_model).values
    np.testing.assert_allclose(after, -before, rtol=1e-4, atol=1e-6)
    fresh_model.add(layers.Identity())
    np.testing.assert_allclose(mnistviz.attribute(ten_digits[4], 4, "gradient_times_input", fresh_model).values, after, atol=1e-6)
