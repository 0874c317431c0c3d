"""The exercise `learning-rate`, solved from its question by training with each rate."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from mnistviz import Exercise
from tests.unit.exercises.student import SEEDS, number_after, solves

if TYPE_CHECKING:
    from tests.unit.exercises.student import Mistakes


def rates(question: str) -> list[float]:
    return [float(rate) for rate in re.findall(r"\| +([\d.]+) \|", question)]


def losses(question: str, rate: float) -> list[float]:
    """The loss at the start and after each of ten steps; the gradient is measured."""
    half, weight = number_after("weight w is", question), number_after("at w =", question)
    found = [half * weight**2]
    for _ in range(10):
        gradient = (half * (weight + 1e-5) ** 2 - half * (weight - 1e-5) ** 2) / 2e-5
        weight -= rate * gradient
        found.append(half * weight**2)
    return found


def falls(question: str, rate: float) -> bool:
    return losses(question, rate)[-1] < losses(question, rate)[0]


def mistakes(question: str) -> Mistakes:
    return [
        (max(rates(question)), "the loss grows"),
        (min(rate for rate in rates(question) if not falls(question, rate)), "the loss grows"),
        (sorted(rate for rate in rates(question) if falls(question, rate))[-2], "with a larger one of these it falls, too"),
        (min(rates(question)), "with a larger one of these it falls, too"),
        (7, "Choose one from the table"),
    ]


@solves("learning-rate", mistakes, needs_digit=False)
def largest(question: str) -> float:
    return max(rate for rate in rates(question) if falls(question, rate))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_right_one_jumps_over_the_minimum(seed: int) -> None:
    """So whoever takes the largest rate that stays on one side is wrong, and whoever takes the largest of all as well."""
    question = Exercise("learning-rate", seed=seed).question
    start, rate = number_after("at w =", question), largest(question)
    gradient = number_after("its gradient is", question) * start
    assert (start - rate * gradient) * start < 0
    assert 2 <= sum(falls(question, other) for other in rates(question)) < len(rates(question))
