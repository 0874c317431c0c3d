"""The exercise `storage`, solved from its question and the network, by counting."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mnistviz import Exercise
from mnistviz.network.engine import shipped_engine
from mnistviz.network.forward_pass import ForwardPass
from mnistviz.network.layers import Layer
from tests.unit.exercises.student import SEEDS, solves

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.unit.exercises.student import Mistakes


def counts(question: str) -> tuple[int, int]:
    """The numbers of parameters and of pictures."""
    parameters, pictures = (re.findall(rf"([\d,]+) {noun}", question)[0] for noun in ("parameters", "pictures"))
    return int(parameters.replace(",", "")), int(pictures.replace(",", ""))


def mistakes(question: str) -> Mistakes:
    parameters, pictures = counts(question)
    return [
        (parameters / (pictures * 784), "other way round"),
        (pictures / parameters, "divided the number of pictures"),
        (pictures * 28 / parameters, "one side"),
        (pictures * 784, "Divide them"),
        (pictures * 784 - parameters, "You subtracted"),
    ]


@solves("storage", mistakes, needs_digit=False)
def ratio(question: str) -> float:
    _, pictures = counts(question)
    parameters = sum(array.size for arrays in shipped_engine().weights.values() for array in arrays)
    return sum(np.zeros((28, 28)).size for _ in range(pictures)) / parameters


@pytest.mark.parametrize("seed", SEEDS)
def test_exact_and_rounded_answers_are_right(seed: int) -> None:
    exercise = Exercise("storage", seed=seed)
    right = ratio(exercise.question)
    for answer in (right, round(right), f"{right:.2f}"):
        assert exercise.check(answer)
    assert not exercise.check(round(right) + 2)
    share = float(re.findall(r"at most ([\d.]+) %", exercise.reveal())[0])
    assert share == pytest.approx(100 * 4 / right, abs=0.051)


def test_pictures_in_colour_have_more_numbers() -> None:
    """The question is about the network that the exercise is about."""

    class Screen:
        forward = ForwardPass(np.ones((32, 30, 3), np.float32), {"conv": np.zeros((30, 28, 2), np.float32)})
        engine = SimpleNamespace(layers=(Layer("conv", "Conv2D", (30, 28, 2), 56, (3, 3, 3), signed=True),), weights={})

    exercise = Exercise("storage", Screen(), 1)
    assert "56 parameters" in exercise.question
    assert "32 x 30 x 3 numbers" in exercise.question
    _, pictures = counts(exercise.question)
    assert exercise.check(pictures * 2880 / 56)


def test_a_network_without_parameters_is_refused(refuses: Callable[..., Any]) -> None:
    class Screen:
        forward = ForwardPass(np.ones((28, 28), np.float32), {"flat": np.ones(784, np.float32)})
        engine = SimpleNamespace(layers=(Layer("flat", "Flatten", (784,), 0, None, signed=False),), weights={})

    with refuses(ValueError, "finds nothing to ask about"):
        Exercise("storage", Screen())
