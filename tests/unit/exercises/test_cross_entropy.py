"""Probabilities to take the loss of, and what wrong logarithms make of it."""

from __future__ import annotations

import math

import numpy as np
import pytest

from mnistviz.exercises.cross_entropy import classes, logarithm_mistakes, probabilities


@pytest.mark.parametrize("count", [2, 4, 10])
def test_probabilities_are_whole_percents_that_add_up(count: int) -> None:
    """So whoever adds up what the question shows gets 1, and no rounding hides a class."""
    for seed in range(50):
        percents = 100 * probabilities(np.random.default_rng(seed), count)
        np.testing.assert_allclose(percents, percents.round(), atol=1e-9)
        assert percents.sum() == pytest.approx(100)
        assert len(percents) == count
        assert percents.min() >= 5 - 1e-9


def test_classes_are_different_digits_in_their_order() -> None:
    for seed in range(50):
        labels = classes(np.random.default_rng(seed), 4)
        assert len(labels) == 4
        assert labels == sorted(set(labels))
        assert set(labels) <= set(range(10))


def test_wrong_logarithms_are_told_apart() -> None:
    """Of a probability of 0.25: the decimal logarithm is -0.602, that to base 2 is -2."""
    (decimal, why_decimal), (binary, why_binary), (sign, why_sign) = logarithm_mistakes(math.log(4))
    assert decimal == pytest.approx(0.60206, abs=1e-5)
    assert binary == pytest.approx(2)
    assert sign == pytest.approx(-1.386294, abs=1e-6)
    assert "to base 10" in why_decimal
    assert "to base 2" in why_binary
    assert "sign is wrong" in why_sign
