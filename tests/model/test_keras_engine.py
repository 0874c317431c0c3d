"""`KerasEngine` uses the weights that the model has at the moment, and the network reads the bundled digits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz
from mnistviz.network.engine import engine_for, forward, shipped_engine
from mnistviz.network.keras_engine import KerasEngine

if TYPE_CHECKING:
    from collections.abc import Callable

    import keras

Array = np.ndarray[Any, Any]


def test_new_weights_are_shown_at_once(fresh_model: keras.Model, ten_digits: Array) -> None:
    engine = KerasEngine(fresh_model)
    before = engine.run(ten_digits[2])
    fresh_model.set_weights([weight * 2 for weight in fresh_model.get_weights()])
    after = engine.run(ten_digits[2])
    np.testing.assert_allclose(after["conv1"], 2 * before["conv1"], rtol=1e-5, atol=1e-6)  # biases are 0
    np.testing.assert_allclose(after["logits"], 16 * before["logits"], rtol=1e-4, atol=1e-5)
    fresh_model.get_layer("conv1").set_weights([np.zeros((3, 3, 1, 16)), np.arange(16.0)])
    np.testing.assert_array_equal(engine.run(ten_digits[2])["conv1"][7, 7], np.arange(16.0))


def test_training_is_shown(fresh_model: keras.Model, ten_digits: Array) -> None:
    before = forward(ten_digits[4], fresh_model).probabilities[4]
    fresh_model.compile("sgd", "sparse_categorical_crossentropy")
    fresh_model.fit(ten_digits[4:5, :, :, None], np.array([4]), epochs=3, verbose=0)
    assert forward(ten_digits[4], fresh_model).probabilities[4] > before


def test_two_models_do_not_mix(model: keras.Model, fresh_model: keras.Model, ten_digits: Array) -> None:
    for network in (model, fresh_model, model):
        passed = forward(ten_digits[6], network)
        expected = network(ten_digits[6:7, :, :, None])[0]
        np.testing.assert_allclose(passed.probabilities, expected, rtol=1e-4, atol=1e-6)


def test_engines_are_kept(model: keras.Model) -> None:
    assert engine_for(model) is engine_for(model)
    assert engine_for(None) is shipped_engine()


def test_the_note_names_the_model(fresh_model: keras.Model) -> None:
    assert fresh_model.name in KerasEngine(fresh_model).note


@pytest.mark.parametrize("bad", [np.zeros((28, 28)), np.full((28, 28), np.nan, np.float32), np.zeros((28, 28, 1), np.float32)])
def test_bad_digits_are_refused(bad: Array, model: keras.Model, refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "digit"):
        engine_for(model).run(bad)
    with refuses(ValueError, "digit"):
        forward(bad, model)


def test_the_training_digits_are_read(digits: tuple[Array, Array]) -> None:
    images, labels = digits
    inputs = images.astype(np.float32) / np.float32(255)
    predictions = shipped_engine().run(inputs)["probabilities"].argmax(axis=1)
    assert np.mean(predictions == labels) >= 0.99  # a sanity check: the network has seen them in training


def test_an_explorer_of_a_live_model_shows_its_weights(fresh_model: keras.Model, ten_digits: Array) -> None:
    explorer = mnistviz.explore(fresh_model)
    try:
        for factor in (1, 3):
            fresh_model.set_weights([weight * factor for weight in fresh_model.get_weights()])
            explorer.show(ten_digits[3])
            explorer.wait_idle()
            expected = fresh_model(explorer.forward.digit[None, :, :, None])[0]
            np.testing.assert_allclose(explorer.forward.probabilities, expected, rtol=1e-4, atol=1e-6)
        assert explorer.last_error is None
        assert fresh_model.name in repr(explorer)
    finally:
        explorer.close()


def test_a_diverged_model_is_an_error() -> None:
    model = mnistviz.load_model()
    engine = KerasEngine(model)
    model.set_weights([array * np.nan for array in model.get_weights()])
    with pytest.raises(ValueError, match="probabilities are NaN"):
        engine.run(np.zeros((28, 28), np.float32))
