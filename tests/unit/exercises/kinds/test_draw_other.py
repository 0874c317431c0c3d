"""The exercise `draw-other`: a 7 with a closed loop becomes a 9."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

import mnistviz
from mnistviz import Drawing, Exercise
from mnistviz.exercises.exercise import POINTS
from tests.unit.exercises.student import SEVEN, Screen, solves_with_pen

if TYPE_CHECKING:
    from tests.unit.exercises.student import Array

NINE = Drawing([*SEVEN.strokes, [(80, 70), (80, 150), (155, 150)]])


@solves_with_pen("draw-other", needs_digit=True)
def seven_to_nine() -> tuple[Exercise, Drawing]:
    return Exercise("draw-other", SEVEN), NINE


def test_a_digit_that_becomes_another() -> None:
    screen = Screen(SEVEN)
    exercise = Exercise("draw-other", screen)
    assert "still a 7" in exercise.check().reason
    screen.draw(Drawing([[(140, 40), (140, 240)]]))
    assert "new drawing" in exercise.check().reason
    screen.draw(NINE)
    assert screen._next.prediction == 9
    assert screen._next.confidence > 0.8
    result = exercise.check()
    assert result
    assert "It was a 7, and now it is read as a 9" in result.reason
    assert exercise.score == POINTS - 4


def test_another_digit_must_be_sure_enough() -> None:
    drawings = [
        Drawing([*SEVEN.strokes, [(80, 70), (80, 70 + down), (80 + down, 70 + down)]]) for down in np.linspace(5, 80, 300)
    ]
    passes = [mnistviz.forward(mnistviz.read_digit(drawing)) for drawing in drawings]
    doubtful = next(
        drawing for drawing, passed in zip(drawings, passes, strict=True) if passed.prediction != 7 and passed.confidence < 0.8
    )
    assert "at least 80 %" in Exercise("draw-other", SEVEN).check(doubtful).reason


def test_a_picture_may_be_any_other_digit(ten_digits: Array) -> None:
    assert Exercise("draw-other", ten_digits[7]).check(ten_digits[4])
