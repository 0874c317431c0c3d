"""Neighbours of live Keras models: other weights and layers are noticed, and what can't be compared is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import keras
import numpy as np
import pytest

import mnistviz
from mnistviz.data.digits import as_digits
from mnistviz.explain import known_digits as module
from mnistviz.explain.known_digits import digits_known_to, known_digits
from mnistviz.network.engine import engine_for
from mnistviz.network.fingerprint import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable

Array = np.ndarray[Any, Any]


@pytest.fixture(autouse=True)
def few(digits: tuple[Array, Array], monkeypatch: pytest.MonkeyPatch) -> Array:
    """Only 100 digits are bundled, so that a network has seen them soon."""
    chosen = np.arange(0, 5000, 50)
    monkeypatch.setattr(module, "_bundled_digits", lambda: (digits[0][chosen], digits[1][chosen]))
    return as_digits(digits[0][chosen])


def small(*last: keras.layers.Layer) -> keras.Sequential:
    keras.utils.set_random_seed(3)
    first = [
        keras.Input((28, 28, 1)),
        keras.layers.Conv2D(2, 5, strides=4, activation="relu", name="conv"),
        keras.layers.Flatten(),
    ]
    return keras.Sequential([*first, *last])


def test_the_nearest_are_those_by_the_models_own_values(few: Array, ten_digits: Array) -> None:
    model = small(keras.layers.Dense(7, activation="tanh", name="hidden"), keras.layers.Dense(10, activation="softmax"))
    part = keras.Model(model.inputs, model.get_layer("hidden").output)
    values, own = (part.predict(images[..., None], verbose=0).astype(float) for images in (few, ten_digits[5:6]))
    distances = np.linalg.norm(values - own, axis=1)
    found = mnistviz.neighbours(ten_digits[5], 4, model)
    assert found.layer == "hidden"
    assert found.numbers.tolist() == distances.argsort()[:4].tolist()
    np.testing.assert_allclose(found.distances, np.sort(distances)[:4], rtol=1e-4)
    assert found.map.method == "PCA"


def test_other_weights_and_layers_of_a_live_model_are_noticed(ten_digits: Array) -> None:
    model = small(keras.layers.Dense(7, activation="tanh", name="hidden"), keras.layers.Dense(10, activation="softmax"))
    engine = engine_for(model)
    before = known_digits(engine)
    assert digits_known_to(engine) is before
    kernel = model.get_layer("conv").kernel
    kernel.assign(kernel * 2)
    assert digits_known_to(engine) is None
    after = mnistviz.neighbours(ten_digits[5], 4, model)
    np.testing.assert_allclose(after.forward.activations["hidden"], engine.run(ten_digits[5])["hidden"], rtol=1e-5)
    assert not np.allclose(known_digits(engine).features, before.features)
    mark = fingerprint(engine)
    model.get_layer("hidden").activation = keras.activations.sigmoid
    engine.run(ten_digits[5])
    assert fingerprint(engine) != mark
    assert known_digits(engine).features.min() >= 0


def test_models_without_a_hidden_layer_are_refused(refuses: Callable[..., Any], ten_digits: Array) -> None:
    flat = keras.Sequential([keras.Input((28, 28, 1)), keras.layers.Flatten(), keras.layers.Dense(10, activation="softmax")])
    with refuses(ValueError, "learned nothing"):
        mnistviz.neighbours(ten_digits[5], 4, flat)
    pooled = keras.Sequential(
        [keras.Input((28, 28, 1)), keras.layers.Conv2D(10, 5), keras.layers.GlobalAveragePooling2D(), keras.layers.Softmax()]
    )
    with refuses(ValueError, "dense layer"):
        mnistviz.neighbours(ten_digits[5], 4, pooled)


def test_weights_that_are_not_numbers_are_refused(refuses: Callable[..., Any], ten_digits: Array) -> None:
    model = small(keras.layers.Dense(7, name="hidden"), keras.layers.Dense(10, activation="softmax"))
    engine_for(model)
    kernel = model.get_layer("hidden").kernel
    kernel.assign(kernel * np.nan)
    with refuses(ValueError, "NaN"):
        mnistviz.neighbours(ten_digits[5], 4, model)
