"""The bundled digits that please a unit most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz
from mnistviz.evaluation.strongest_patches import strongest_patches
from mnistviz.network.engine import shipped_engine

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager


def test_all_bundled_digits_are_searched() -> None:
    images, labels = mnistviz.load_digits()
    logits = [
        shipped_engine().run(images[start : start + 250].astype(np.float32) / np.float32(255))["logits"][:, 3]
        for start in range(0, len(images), 250)
    ]
    best = np.sort(np.concatenate(logits))[::-1][:5]
    patches = strongest_patches("probabilities", 3, count=5)
    assert [patch.value for patch in patches] == pytest.approx(best.tolist(), abs=1e-4)
    assert {patch.label for patch in patches} == {3}
    assert [labels[patch.number] for patch in patches] == [3] * 5


@pytest.mark.parametrize("count", [0, -1, 5001, 2.0, True])
def test_a_count_that_cannot_be_is_refused(count: Any, refuses: Callable[..., AbstractContextManager[None]]) -> None:
    with refuses(ValueError, "1 to 5000"):
        strongest_patches("conv1", 3, count=count)
