"""TensorFlow is loaded once for the whole suite."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

if TYPE_CHECKING:
    import keras

Array = np.ndarray[Any, Any]


@pytest.fixture(scope="session")
def model() -> keras.Sequential:
    """The shipped network. Tests must leave its weights alone; `fresh_model` is there to be changed."""
    from mnistviz.network.keras_model import load_model

    return load_model()


@pytest.fixture
def fresh_model() -> keras.Sequential:
    """The architecture with random weights, which a test may change."""
    import keras

    from mnistviz.network.keras_model import build_cnn

    keras.utils.set_random_seed(7)
    return build_cnn()


@pytest.fixture(scope="session")
def inputs(ten_digits: Array) -> Array:
    """Ten real digits, blank paper, full ink, and noise: float32 (13, 28, 28)."""
    random = np.random.default_rng(0).random((1, 28, 28), np.float32)
    return np.concatenate([ten_digits, np.zeros((1, 28, 28), np.float32), np.ones((1, 28, 28), np.float32), random])
