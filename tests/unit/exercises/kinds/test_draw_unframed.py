"""The exercise `draw-unframed`: small digits in a corner need framing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mnistviz import Drawing, Exercise
from mnistviz.data.digit_templates import TEMPLATES
from mnistviz.data.pen_styles import write_template
from tests.unit.exercises.student import solves_with_pen

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.unit.exercises.student import Array


def asks_for(wanted: int) -> Exercise:
    exercises = (Exercise("draw-unframed", seed=seed) for seed in range(200))
    return next(exercise for exercise in exercises if re.search(rf"Draw an? {wanted} ", exercise.question))


def in_corner(wanted: int, x: float, y: float, size: float) -> Drawing:
    """A digit of the templates, its upper left corner at a place of the pad."""
    template = next(shape for label, shape in TEMPLATES if label == wanted)
    strokes = write_template(template, np.random.default_rng(wanted))
    low = np.concatenate(strokes).min(axis=0)
    scale = size / np.ptp(np.concatenate(strokes), axis=0).max()
    return Drawing([(stroke - low) * scale + (x, y) for stroke in strokes], 10)


def corners(wanted: int) -> list[Drawing]:
    return [in_corner(wanted, x, y, 60) for x in (10, 200) for y in (10, 200)]


@solves_with_pen("draw-unframed")
def small_nine() -> tuple[Exercise, Drawing]:
    exercise = asks_for(9)
    return exercise, next(drawing for drawing in corners(9) if exercise.task.judge(drawing).right)


@pytest.mark.parametrize("wanted", [0, 2, 3, 4, 5, 6, 7, 8, 9])
def test_every_digit_can_be_drawn_so_that_it_needs_framing(wanted: int) -> None:
    exercise = asks_for(wanted)
    assert any(exercise.check(drawing) for drawing in corners(wanted))
    other = exercise.check(Drawing([[(140, 140), (141, 141)]], 22))
    assert not other
    assert "Begin with" in other.reason


def test_a_digit_as_large_as_the_pad_needs_no_framing() -> None:
    assert "smaller" in asks_for(7).check(Drawing([[(70, 60), (215, 55), (130, 240)]], 22)).reason


def test_a_picture_cannot_be_unframed(refuses: Callable[..., Any], ten_digits: Array) -> None:
    with refuses(ValueError, "needs a drawing"):
        Exercise("draw-unframed").check(ten_digits[0])
