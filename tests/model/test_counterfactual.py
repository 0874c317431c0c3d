"""Counterfactuals of live Keras models: judged by Keras, and refused by name where the network can't be followed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import keras
import numpy as np
import pytest
from keras import layers

from mnistviz.explain.counterfactual import counterfactual
from mnistviz.network.chain import NoChainError
from mnistviz.network.engine import forward

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from mnistviz.explain.counterfactual import Kind

Array = np.ndarray[Any, Any]


def small_model(*last: layers.Layer) -> keras.Sequential:
    """A network with the weights of a seed."""
    keras.utils.set_random_seed(5)
    head = [layers.Conv2D(6, 5, strides=2, activation="relu"), layers.Flatten()]
    return keras.Sequential([keras.Input((28, 28, 1)), *head, *last])


@pytest.mark.parametrize("kind", ["add", "noise"])
@pytest.mark.parametrize("ends", ["softmax", "sigmoid", "logits"])
def test_a_model_of_ones_own_reads_the_target(kind: Kind, ends: str, ten_digits: Array) -> None:
    model = small_model(layers.Dense(10, activation=None if ends == "logits" else ends))
    change = counterfactual(ten_digits[3], kind=kind, model=model)
    outputs = model(change.digit[None, :, :, None])[0].numpy()
    assert outputs.argmax() == change.target == np.argsort(-forward(ten_digits[3], model).probabilities)[1]
    assert change.is_plausible is None
    assert change.amount < 100


def test_networks_that_cannot_be_followed_are_refused(
    refuses: Callable[..., AbstractContextManager[None]], ten_digits: Array
) -> None:
    with refuses(NoChainError, "LayerNormalization"):
        counterfactual(ten_digits[3], model=small_model(layers.LayerNormalization(), layers.Dense(10, "softmax")))
    digit = keras.Input((28, 28, 1))
    first = layers.Conv2D(4, 3, padding="same")(digit)
    branched = layers.Add(name="sum")([first, layers.Conv2D(4, 3, padding="same")(first)])
    with refuses(NoChainError, "sum"):
        counterfactual(ten_digits[3], model=keras.Model(digit, layers.Dense(10, "softmax")(layers.Flatten()(branched))))


def test_weights_that_are_nan_are_refused(refuses: Callable[..., AbstractContextManager[None]], ten_digits: Array) -> None:
    model = small_model(layers.Dense(10, "softmax"))
    model.set_weights([np.full_like(weight, np.nan) for weight in model.get_weights()])
    with refuses(ValueError, "NaN"):
        counterfactual(ten_digits[3], model=model)
