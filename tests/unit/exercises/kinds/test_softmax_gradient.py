"""The exercise `softmax-gradient`, solved from its question by measuring how the loss changes."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

import pytest

from mnistviz import Exercise
from tests.unit.exercises.student import SEEDS, number_after, solves

if TYPE_CHECKING:
    from tests.unit.exercises.student import Mistakes


def chances(question: str) -> dict[int, float]:
    return {int(label): float(chance) for label, chance in re.findall(r"\| +(\d) \| +([\d.]+) \|", question)}


def loss(logits: dict[int, float], right: int) -> float:
    return -math.log(math.exp(logits[right]) / sum(map(math.exp, logits.values())))


def mistakes(question: str) -> Mistakes:
    right, asked = (int(number_after(words, question)) for words in ("right class is", "logit of class"))
    of_right, of_asked = chances(question)[right], chances(question)[asked]
    gradient = of_asked - (right == asked)
    return [
        (-gradient, "sign is wrong"),
        (of_asked - (right != asked), "wrong target"),
        (of_right - 1, "for the logit of the right class"),
        (of_asked * (1 - of_asked), "how the probability itself changes"),
        (-1 / of_right, "with respect to the probability"),
        (-math.log(of_right), "the loss itself"),
        (0, "divides by the sum"),
    ]


@solves("softmax-gradient", mistakes, needs_digit=False)
def gradient(question: str) -> float:
    right, asked = (int(number_after(words, question)) for words in ("right class is", "logit of class"))
    logits = {label: math.log(chance) for label, chance in chances(question).items()}
    more, less = ({**logits, asked: logits[asked] + step} for step in (1e-5, -1e-5))
    return (loss(more, right) - loss(less, right)) / 2e-5


@pytest.mark.parametrize("seed", SEEDS)
def test_a_wrong_target_is_named_for_the_right_class_and_for_others(seed: int) -> None:
    exercise = Exercise("softmax-gradient", seed=seed)
    right, asked = (int(number_after(words, exercise.question)) for words in ("right class is", "logit of class"))
    chance = chances(exercise.question)[asked]
    words = "wrong target" if abs(chance - 0.5) > 0.02 else "sign is wrong"
    assert words in exercise.check(chance - (right != asked)).reason
