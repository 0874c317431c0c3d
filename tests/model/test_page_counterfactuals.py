"""The page changes digits for live Keras models as NumPy does: the same target is read, by about as much change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import keras
import pytest
from keras import layers

from mnistviz.network.engine import numpy_engine_for
from tests.agreement import counterfactuals
from tests.support.page_engine import assert_agreement

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np

    Array = np.ndarray[Any, Any]


def networks() -> list[keras.Sequential]:
    """Small networks that end in softmax, in sigmoids and in logits, with the weights of a seed."""
    keras.utils.set_random_seed(9)
    heads = [
        [
            layers.Conv2D(6, 5, strides=2, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dense(10, "softmax"),
        ],
        [layers.Conv2D(4, 3, strides=2, padding="same"), layers.BatchNormalization(), layers.ELU(), layers.AveragePooling2D(2)],
        [layers.DepthwiseConv2D(5, depth_multiplier=3, activation="tanh"), layers.MaxPooling2D(3), layers.PReLU("uniform")],
    ]
    heads[1] += [layers.Dropout(0.5), layers.Flatten(), layers.Dense(10, activation="sigmoid")]
    heads[2] += [layers.Conv2D(5, 3, activation="leaky_relu"), layers.Flatten(), layers.Dense(10)]
    return [keras.Sequential([keras.Input((28, 28, 1)), *head]) for head in heads]


@pytest.mark.thorough
def test_the_page_changes_digits_for_live_models(ten_digits: Array, tmp_path: Path) -> None:
    engines = [numpy_engine_for(model) for model in networks()]
    expected = counterfactuals.expected_of(engines, [(digit, counterfactuals.KINDS) for digit in ten_digits[3:5]])
    assert_agreement("explain/counterfactual/counterfactual", expected, tmp_path)
