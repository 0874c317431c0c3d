"""The exercise `gradient-step`, solved from its question; a small step makes a real loss smaller."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mnistviz import Exercise
from tests.unit.exercises.student import SEEDS, number_after, solves

if TYPE_CHECKING:
    from tests.unit.exercises.student import Mistakes


def numbers(question: str) -> tuple[float, float, float]:
    """Weight, gradient and learning rate."""
    return number_after("weight is", question), number_after("loss there is", question), number_after("rate is", question)


def mistakes(question: str) -> Mistakes:
    weight, gradient, rate = numbers(question)
    return [
        (weight + rate * gradient, "uphill"),
        (weight - gradient, "forgot the learning rate"),
        (rate * gradient, "the step alone"),
        (weight - rate, "forgot the gradient"),
        (weight - gradient / rate, "divided by the learning rate"),
        (weight * (1 - rate * gradient), "don't multiply by the weight"),
    ]


@solves("gradient-step", mistakes, needs_digit=False)
def after(question: str) -> float:
    weight, gradient, rate = numbers(question)
    return weight - rate * gradient


@pytest.mark.parametrize("seed", SEEDS)
def test_the_step_leads_downhill(seed: int) -> None:
    """On a line with this slope, the loss is lower at the answer than before."""
    exercise = Exercise("gradient-step", seed=seed)
    weight, gradient, _ = numbers(exercise.question)
    assert gradient * (after(exercise.question) - weight) < 0
    assert exercise.check(after(exercise.question))
