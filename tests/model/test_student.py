"""The network trained in place of the shipped one computes the same at first, and once its weights are folded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import keras
import numpy as np

from mnistviz.network.keras_model import build_cnn
from mnistviz.training.shipped.student import add_normalization, fold_normalization

if TYPE_CHECKING:
    Array = np.ndarray[Any, Any]


def test_folded_weights_compute_what_the_normalised_network_has_learnt(ten_digits: Array) -> None:
    network = build_cnn(seed=1)
    student = add_normalization(network)
    kinds = [type(layer).__name__ for layer in student.layers]
    assert kinds.count("BatchNormalization") == 3
    assert kinds[-1] == "Dense"
    rng = np.random.default_rng(2)
    student.set_weights([rng.uniform(0.3, 1.5, weight.shape) for weight in student.get_weights()])
    fold_normalization(student, network)
    logits = keras.Sequential(network.layers[:-1])(ten_digits[..., None])
    np.testing.assert_allclose(logits, student(ten_digits[..., None], training=False), rtol=2e-4)


def test_a_training_begins_with_the_weights_of_the_network(ten_digits: Array) -> None:
    network = build_cnn(seed=3)
    first = add_normalization(network).get_layer("conv1")
    np.testing.assert_array_equal(first(ten_digits[..., None]), network.get_layer("conv1")(ten_digits[..., None]))
