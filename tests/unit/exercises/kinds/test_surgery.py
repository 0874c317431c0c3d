"""The exercise `surgery`, solved from its question, and compared with a network in which the unit is silenced."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import mnistviz
from mnistviz import Exercise
from tests.unit.exercises.student import SEEDS, number_after, solves

if TYPE_CHECKING:
    from tests.unit.exercises.student import Array, Mistakes


def row(question: str) -> tuple[float, float]:
    """The value of the silenced unit, and its weight."""
    ((value, weight),) = re.findall(r"\| +\d+ \| +(-?[\d.]+) \| +(-?[\d.]+) \|", question)
    return float(value), float(weight)


def mistakes(question: str) -> Mistakes:
    value, weight = row(question)
    before = number_after("bias to", question)
    return [
        (before + value * weight, "instead of adding"),
        (value * weight, "from the sum"),
        (before - value, "by its weight"),
        (before - weight, "by the value"),
        (before, "The sum changes"),
    ]


@solves("surgery", mistakes)
def without_the_product(question: str) -> float:
    value, weight = row(question)
    return number_after("bias to", question) - value * weight


@pytest.mark.parametrize("seed", SEEDS)
def test_it_is_the_logit_of_the_edited_network(seed: int, ten_digits: Array) -> None:
    digit = ten_digits[seed % 10]
    exercise = Exercise("surgery", digit, seed)
    ((unit, silenced),) = re.findall(r"Unit (\d+) of `logits` .* unit (\d+) of `relu3`", exercise.question)
    logits = mnistviz.edit().silence("dense", int(silenced)).run(digit)["logits"]
    assert mnistviz.forward(digit).activations["relu3"][int(silenced)] > 0
    assert exercise.check(float(logits[int(unit)]))
