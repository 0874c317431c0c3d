"""The exercise `groups`, solved from its question; the numbers hide the worst group."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mnistviz import Exercise
from tests.unit.exercises.student import SEEDS, solves, tables

if TYPE_CHECKING:
    from tests.unit.exercises.student import Mistakes


def mistakes(question: str) -> Mistakes:
    sizes, right = tables(question)[0].T
    shares = right / sizes
    return [
        (shares[(sizes - right).argmax()], "the most misread digits"),
        (right.sum() / sizes.sum(), "over all digits"),
        (shares.mean(), "mean of the four"),
        (1 - shares.min(), "that are misread"),
        (shares.max(), "another group"),
    ]


@solves("groups", mistakes, needs_digit=False)
def worst(question: str) -> float:
    """Digit by digit: 1 for each that is read correctly, 0 for each that is not."""
    groups = [[1] * int(right) + [0] * int(size - right) for size, right in tables(question)[0]]
    return min(sum(group) / len(group) for group in groups)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_worst_group_is_small_and_has_not_the_most_misread_digits(seed: int) -> None:
    exercise = Exercise("groups", seed=seed)
    sizes, right = tables(exercise.question)[0].T
    at = (right / sizes).argmin()
    assert sizes.argmin() == at
    assert (sizes - right).argmax() != at
    assert right.sum() / sizes.sum() > 0.8
    assert exercise.check(f"{100 * right[at] / sizes[at]:.0f} %")
