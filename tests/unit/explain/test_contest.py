"""One class against all others: LiteRT's logits, and differences of them."""

from __future__ import annotations

from typing import Any

import numpy as np

from mnistviz.explain.contest import Contest
from mnistviz.network.engine import shipped_engine

Array = np.ndarray[Any, Any]


def test_a_margin_is_the_distance_of_the_logits(ten_digits: Array) -> None:
    logits = shipped_engine().run(ten_digits)["logits"]
    for target in (0, 7):
        margins = Contest(shipped_engine(), target).margins(ten_digits)
        expected = [row[target] - np.delete(row, target).max() for row in logits]
        np.testing.assert_allclose(margins, expected, atol=1e-3)


def test_a_gradient_is_the_slope_against_all_others(ten_digits: Array) -> None:
    """The slopes of the log-odds of the class, as LiteRT gives them; few pixels lie at a corner of a ReLU or pool."""
    digit, step = ten_digits[4], np.float32(2e-3)
    gradient = Contest(shipped_engine(), 9).gradients(digit[None])[0]
    rows, columns = np.nonzero((digit > 0.1) & (digit < 0.9))
    pixels = np.zeros((len(rows), 28, 28), np.float32)
    pixels[np.arange(len(rows)), rows, columns] = step
    log_odds = []
    for pictures in (digit - pixels, digit + pixels):
        logits = shipped_engine().run(pictures)["logits"].astype(np.float64)
        log_odds.append(logits[:, 9] - np.log(np.exp(np.delete(logits, 9, axis=1)).sum(axis=1)))
    slopes = (log_odds[1] - log_odds[0]) / (2 * step)
    errors = np.abs(slopes - gradient[rows, columns])
    assert len(errors) > 30
    assert np.quantile(errors, 0.8) < 0.02 * np.abs(slopes).max()
