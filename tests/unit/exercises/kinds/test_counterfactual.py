"""The exercise `counterfactual`, solved from its question; its numbers are those of slopes that are measured."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import mnistviz
from mnistviz import Exercise
from tests.unit.exercises.student import SEEDS, number_after, solves, tables

if TYPE_CHECKING:
    from tests.unit.exercises.student import Array, Mistakes


def numbers(question: str) -> tuple[float, float, float]:
    """How far the runner-up is behind, the gradient, and the pixel's ink."""
    (best,), (second,) = tables(question)[0]
    return best - second, number_after("would gain", question), number_after("has ink", question)


def mistakes(question: str) -> Mistakes:
    gap, slope, ink = numbers(question)
    return [
        (gap, "before the pixel is changed"),
        (gap - slope, "can't get darker by 1"),
        (gap - slope * ink, "ink that is missing"),
        (gap + slope * (1 - ink), "subtract it"),
        (slope * (1 - ink) - gap, "its sign is not"),
    ]


@solves("counterfactual", mistakes)
def still_behind(question: str) -> float:
    gap, slope, ink = numbers(question)
    return gap - slope * (1 - ink)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_numbers_shown_are_those_of_the_network(seed: int, ten_digits: Array) -> None:
    digit = ten_digits[seed % 10]
    exercise = Exercise("counterfactual", digit, seed)
    gap, slope, ink = numbers(exercise.question)
    best, second = map(int, re.findall(r"reads (\d); (\d) is", exercise.question)[0])
    place = tuple(map(int, re.findall(r"row (\d+), column (\d+)", exercise.question)[0]))
    passed = mnistviz.forward(digit)
    assert passed.probabilities.argsort()[::-1][:2].tolist() == [best, second]

    def behind(digit: Array) -> float:
        logits = mnistviz.forward(digit).activations["logits"]
        return float(logits[best] - logits[second])

    assert gap == pytest.approx(behind(digit), abs=0.0101)
    assert ink == pytest.approx(digit[place], abs=0.0051)
    more = digit.copy()
    more[place] += 0.0005
    assert (behind(digit) - behind(more)) / 0.0005 == pytest.approx(slope, abs=0.1)
    more[place] = 1
    assert f"The network itself says {behind(more):.2f}" in exercise.reveal()
