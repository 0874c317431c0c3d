"""The exercise `draw-uncertain`: from a 1 to a 7, some length of the upper stroke is undecided."""

from __future__ import annotations

import numpy as np

import mnistviz
from mnistviz import Drawing, Exercise
from tests.unit.exercises.student import solves_with_pen


def between(share: float) -> Drawing:
    """From a 1 (share 0) to a 7 (share 1): the upper stroke grows."""
    return Drawing([[(200 - 130 * share, 70), (200, 70), (150, 230)]])


def asks_for_a_seven() -> Exercise:
    exercises = (Exercise("draw-uncertain", seed=seed) for seed in range(100))
    return next(exercise for exercise in exercises if "for a 7 with" in exercise.question)


@solves_with_pen("draw-uncertain")
def undecided() -> tuple[Exercise, Drawing]:
    return asks_for_a_seven(), min(map(between, np.linspace(0, 1, 200)), key=lambda drawing: abs(probability(drawing) - 0.5))


def probability(drawing: Drawing) -> float:
    """The network's probability of a 7."""
    return float(mnistviz.forward(mnistviz.read_digit(drawing)).probabilities[7])


def test_a_drawing_between_two_digits() -> None:
    """Seeds choose the class; with the right one, some length of the stroke is undecided, others are not."""
    exercise = asks_for_a_seven()
    seen = set()
    for drawing in map(between, np.linspace(0, 1, 200)):
        share = probability(drawing)
        result = exercise.check(drawing)
        assert bool(result) == (0.4 <= share <= 0.6)
        assert f"{100 * share:.1f} %" in result.reason
        seen.add("right" if result else "too sure" if "too sure" in result.reason else "too far")
    assert seen == {"right", "too sure", "too far"}


def test_an_article_fits_its_digit() -> None:
    questions = {Exercise("draw-uncertain", seed=seed).question for seed in range(100)}
    assert len(questions) == 10
    assert any("for an 8 with" in question for question in questions)
