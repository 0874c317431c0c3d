"""The exercise `mixture`, solved from its question by reading a hundred sevens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mnistviz import Exercise
from tests.unit.exercises.student import SEEDS, number_after, solves, tables

if TYPE_CHECKING:
    from tests.unit.exercises.student import Mistakes


def mistakes(question: str) -> Mistakes:
    sizes, right = tables(question)[0].T
    plain, crossed = right / sizes
    share = number_after("country where", question) / 100
    return [
        (right.sum() / sizes.sum(), "accuracy in the test"),
        ((plain + crossed) / 2, "mean of both"),
        (share * plain + (1 - share) * crossed, "swapped the shares"),
        (crossed, "accuracy of one group"),
    ]


@solves("mixture", mistakes, needs_digit=False)
def accuracy(question: str) -> float:
    """The mean chance of a hundred sevens of the new country to be read correctly."""
    chances = {name: right / size for name, (size, right) in zip(("plain", "crossed"), tables(question)[0], strict=True)}
    crossed = int(number_after("country where", question))
    sevens = ["crossed"] * crossed + ["plain"] * (100 - crossed)
    return sum(chances[seven] for seven in sevens) / len(sevens)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_test_promised_more(seed: int) -> None:
    question = Exercise("mixture", seed=seed).question
    sizes, right = tables(question)[0].T
    assert accuracy(question) < right.sum() / sizes.sum() - 0.03
