"""The page follows gradients through live Keras models of all kinds that it knows, as NumPy does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import keras
import numpy as np

from mnistviz.network.engine import numpy_engine_for
from tests.agreement.gradients import expected_of
from tests.support.chains import random_model
from tests.support.page_engine import assert_agreement

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

MODELS = 30
DIGITS = 4


def test_the_page_follows_gradients_as_numpy_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(23)
    keras.utils.set_random_seed(23)
    digits = rng.uniform(size=(DIGITS, 28, 28)).astype(np.float32)  # noise: no two values of a window are the same
    engines = [numpy_engine_for(random_model(rng)) for _ in range(MODELS)]
    expected = expected_of(engines, digits, rng)
    assert_agreement("network/gradients/gradient_engine", expected, tmp_path, monkeypatch)
