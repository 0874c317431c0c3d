"""The exercise `loss-slope`, solved from its question by the line through both points."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pytest

from mnistviz import Exercise
from tests.unit.exercises.student import SEEDS, solves

if TYPE_CHECKING:
    from tests.unit.exercises.student import Mistakes


def points(question: str) -> tuple[list[float], list[float]]:
    """Both weights, and both losses."""
    rows = re.findall(r"\| +(-?[\d.]+) \| +(-?[\d.]+) \|", question)
    return [float(weight) for weight, _ in rows], [float(loss) for _, loss in rows]


def mistakes(question: str) -> Mistakes:
    (one, other), (first, second) = points(question)
    slope = (second - first) / (other - one)
    return [
        (-slope, "sign is wrong"),
        (second - first, "how much the loss changes"),
        (1 / slope, "upside down"),
        ((second - first) * (other - one), "multiplied both"),
    ]


@solves("loss-slope", mistakes, needs_digit=False)
def slope(question: str) -> float:
    weights, losses = points(question)
    return float(np.polyfit(weights, losses, 1)[0])


@pytest.mark.parametrize("seed", SEEDS)
def test_the_answer_says_which_way_to_step(seed: int) -> None:
    exercise = Exercise("loss-slope", seed=seed)
    _, (first, second) = points(exercise.question)
    assert f"makes the weight {'larger' if second < first else 'smaller'}" in exercise.reveal()
