"""The exercise `draw-line`: the last hint names an angle that wins."""

from __future__ import annotations

import re

import numpy as np
import pytest

import mnistviz
from mnistviz import Drawing, Exercise
from mnistviz.exercises.kinds.draw_line import line_at
from tests.unit.exercises.student import solves_with_pen


def angle_in(hint: str) -> int:
    return int(re.findall(r"at (\d+) degrees", hint)[0])


@solves_with_pen("draw-line")
def line_of_the_hint() -> tuple[Exercise, Drawing]:
    return Exercise("draw-line"), line_at(angle_in(Exercise("draw-line").task.hints[-1]))


@pytest.mark.parametrize("seed", range(6))
def test_a_line_for_a_filter(seed: int) -> None:
    """Some line wins, which the last hint names; the largest value of conv1 is where the reason says."""
    exercise = Exercise("draw-line", seed=seed)
    wanted = int(re.findall(r"filter (\d+)", exercise.question)[0])
    right = []
    for angle in range(0, 180, 15):
        conv1 = mnistviz.forward(mnistviz.read_digit(line_at(angle))).activations["conv1"]
        winner = int(np.unravel_index(conv1.argmax(), conv1.shape)[2])
        result = exercise.check(line_at(angle))
        assert bool(result) == (winner == wanted)
        assert result or f"filter {winner} reaches {conv1.max():.2f}" in result.reason
        right += [angle] * bool(result)
    exercise.hint()
    assert angle_in(exercise.hint()) in right
