"""The page follows gradients through live Keras models of all kinds that it knows, and attributes by them, as NumPy does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import keras
import numpy as np

from tests.agreement import attributions, gradients
from tests.support.chains import in_numpy, random_model
from tests.support.page_engine import assert_agreement

if TYPE_CHECKING:
    from pathlib import Path

    from mnistviz.network.numpy_engine import NumPyEngine

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
