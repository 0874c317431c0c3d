"""Digits and other drawings, and how unlike a digit each of them is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.data.digits import as_digits, load_digits
from mnistviz.explain.out_of_distribution import LAYER, out_of_distribution_scores, shipped_statistics
from mnistviz.network.engine import shipped_engine

if TYPE_CHECKING:
    from tests.agreement import Expected

DIGITS = 3000


def expected() -> Expected:
    """Returns what the score reads, for thousands of digits, moved digits, mixtures of two and noise, and the scores."""
    rng = np.random.default_rng(6)
    digits = as_digits(rng.permutation(load_digits()[0])[:DIGITS])
    moved = np.stack([np.roll(digit, rng.integers(-6, 7, 2), (0, 1)) for digit in digits[: DIGITS // 4]])
    mixed = np.maximum(digits[: DIGITS // 4], digits[-DIGITS // 4 :])
    outputs = shipped_engine().run(np.concatenate([digits, moved, mixed, rng.random((100, 28, 28), np.float32)]))
    statistics = shipped_statistics()
    scores = out_of_distribution_scores(outputs[LAYER], outputs["logits"], statistics)
    arrays = {"units": outputs[LAYER], "logits": outputs["logits"], "scores": scores}
    return {}, arrays | {f"statistics/{name}": array for name, array in statistics.items()}
