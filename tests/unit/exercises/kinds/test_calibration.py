"""The exercise `calibration`, solved from its question by going through the digits one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from mnistviz import Exercise
from mnistviz.evaluation.calibration import expected_calibration_error
from tests.unit.exercises.student import SEEDS, solves, tables

if TYPE_CHECKING:
    from tests.unit.exercises.student import Mistakes


def mistakes(question: str) -> Mistakes:
    counts, confidence, accuracy = tables(question)[0].T
    gaps = abs(confidence - accuracy)
    return [
        (gaps.mean(), "A bin with more digits counts more"),
        (abs(counts @ (confidence - accuracy)) / counts.sum(), "cancel out"),
        (gaps.max(), "largest gap"),
        (gaps.sum(), "sum of the gaps"),
        (counts @ accuracy / counts.sum(), "accuracy over all digits"),
        (counts @ confidence / counts.sum(), "mean confidence over all digits"),
    ]


@solves("calibration", mistakes, needs_digit=False)
def error(question: str) -> float:
    gaps = [abs(confidence - accuracy) for count, confidence, accuracy in tables(question)[0] for _ in range(int(count))]
    return sum(gaps) / len(gaps)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_table_could_be_real(seed: int) -> None:
    """A whole number of digits is right in each bin, and the mean confidence lies in it."""
    question = Exercise("calibration", seed=seed).question
    for number, (count, confidence, accuracy) in enumerate(tables(question)[0], 1):
        assert count * accuracy == pytest.approx(round(count * accuracy), abs=1e-6)
        assert 0 <= accuracy <= 1
        assert 0.2 * number <= confidence <= 0.2 * number + 0.2


@pytest.mark.parametrize("seed", SEEDS)
def test_it_is_the_calibration_error_of_the_evaluation(seed: int) -> None:
    """Of digits with ten classes that have the confidence and the accuracy of the table, in the same bins."""
    exercise = Exercise("calibration", seed=seed)
    probabilities, labels = [], []
    for count, confidence, accuracy in tables(exercise.question)[0]:
        for number in range(round(count)):
            probabilities.append([confidence, *[(1 - confidence) / 9] * 9])
            labels.append(0 if number < round(count * accuracy) else 1)
    measured = expected_calibration_error(np.array(probabilities), np.array(labels), bins=5)
    assert exercise.check(measured)
    assert not exercise.check(measured + 0.02)
