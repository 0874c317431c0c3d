"""The page follows gradients through live Keras models of all kinds that it knows; it attributes and climbs as NumPy does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import keras
import numpy as np
import pytest
from keras import layers

from tests.agreement import attributions, gradients, maximisations
from tests.support.chains import in_numpy, random_model
from tests.support.page_engine import assert_agreement

if TYPE_CHECKING:
    from pathlib import Path

    from mnistviz.network.numpy_engine import NumPyEngine

pytestmark = pytest.mark.thorough

Array = np.ndarray[Any, Any]
MODELS = 30
ATTRIBUTED = 6
DIGITS = 4


def random_engines(seed: int, count: int) -> tuple[list[NumPyEngine], Array, np.random.Generator]:
    """Random models, and digits of noise, of which no two values in a window are the same."""
    rng = np.random.default_rng(seed)
    keras.utils.set_random_seed(seed)
    digits = rng.uniform(size=(DIGITS, 28, 28)).astype(np.float32)
    return [in_numpy(random_model(rng)) for _ in range(count)], digits, rng


def test_the_page_follows_gradients_as_numpy_does(tmp_path: Path) -> None:
    expected = gradients.expected_of(*random_engines(23, MODELS))
    assert_agreement("network/gradients/gradient_engine", expected, tmp_path)


def test_the_page_attributes_as_numpy_does(tmp_path: Path) -> None:
    engines, digits, rng = random_engines(24, ATTRIBUTED)
    expected = attributions.expected_of(engines, digits[:1], rng)
    assert_agreement("explain/attribution/attribution", expected, tmp_path)


def test_the_page_climbs_as_numpy_does(tmp_path: Path) -> None:
    """Without pools that take the largest value: on paper many values are equal, and rounding in float32 decides which counts."""
    keras.utils.set_random_seed(25)
    strided = (layers.Conv2D(4, 5, strides=2, activation="elu", name="strided"), layers.BatchNormalization(name="scaled"))
    smooth = (layers.Conv2D(6, 3, padding="same", activation="gelu", name="smooth"), layers.DepthwiseConv2D(3, activation="tanh"))
    fused = [*strided, layers.AveragePooling2D(2), layers.Flatten(), layers.Dense(10, "softmax", name="fused")]
    apart = [*smooth, layers.PReLU("uniform", name="sloped"), layers.GlobalAveragePooling2D(), layers.Dense(10), layers.Softmax()]
    models = [keras.Sequential([keras.Input((28, 28, 1)), *chain]) for chain in (fused, apart)]
    sought = [
        {"scaled": (3, 0, 2), "strided": (1,), "fused": (4,)},
        {"sloped": (9, 9, 5), "smooth": (2,), models[1].layers[-2].name: (7,)},
    ]
    digit = np.random.default_rng(25).uniform(size=(28, 28)).astype(np.float32)
    expected = maximisations.expected_of([*zip(map(in_numpy, models), sought, strict=True)], digit)
    assert_agreement("explain/maximisation/ascent", expected, tmp_path)
