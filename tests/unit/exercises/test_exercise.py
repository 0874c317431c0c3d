"""`Exercise`: sources, seeds, points, hints and the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mnistviz
from mnistviz import Exercise
from mnistviz.exercises.exercise import POINTS, Result
from tests.unit.exercises.kinds.test_output_size import rows_out
from tests.unit.exercises.student import SEVEN, Screen

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("seed", [-1, 1.5, "1", True, None])
def test_seeds_are_whole_numbers(seed: Any, refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "seed", repr(seed)):
        Exercise("relu", SEVEN, seed)


@pytest.mark.parametrize(
    ("kind", "similar"),
    [("conv-by-hands", "conv-by-hand"), ("soft-max", "softmax"), ("long" * 1000, "-"), (["softmax"] * 100, "-")],
)
def test_an_unknown_kind_is_refused_with_similar_ones(kind: Any, similar: str, refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "mnistviz.exercise_kinds()", f"for example {similar.strip('-')}"):
        Exercise(kind, SEVEN)


def test_every_kind_of_source_asks_the_same() -> None:
    digit = mnistviz.read_digit(SEVEN)
    sources = (SEVEN, list(SEVEN.strokes), mnistviz.forward(digit))
    assert len({Exercise("softmax", source, 3).question for source in sources}) == 1


def test_the_explorer_is_waited_for() -> None:
    screen = Screen(SEVEN)
    assert "read as a 7" in Exercise("draw-other", screen).question
    assert screen.waits == 1


@given(answer=st.one_of(st.text(), st.floats(), st.integers(), st.lists(st.integers() | st.text()), st.binary(), st.none()))
def test_any_answer_is_judged_or_refused(answer: Any) -> None:
    for kind in ("conv-by-hand", "pool-winner", "softmax", "parameters"):
        exercise = Exercise(kind, SEVEN)
        try:
            result = exercise.check(answer)
        except ValueError as error:
            assert str(error).startswith("No answer given. " if answer is None else "Not a ")  # noqa: PT017
            assert exercise.worth == POINTS
        else:
            assert isinstance(result, Result)


def test_a_solved_exercise_keeps_its_points() -> None:
    exercise = Exercise("output-size", seed=1)
    right = rows_out(exercise.question)
    assert (exercise.score, exercise.worth, exercise.solved) == (0, 10, False)
    result = exercise.check(right + 20)
    assert (bool(result), result.score, exercise.worth) == (False, 0, 8)
    exercise.check(right + 20)
    assert exercise.worth == 8, "the same answer again"
    exercise.check(right + 30)
    assert exercise.worth == 6
    assert exercise.check(right).score == 6
    exercise.check(right + 40)
    exercise.hint()
    exercise.reveal()
    assert (exercise.score, exercise.worth, exercise.solved) == (6, 6, True)
    assert repr(exercise.check(right)).startswith("Right. ")
    assert repr(exercise.check(right + 20)).startswith("Not yet. ")


def test_hints_cost_once_each() -> None:
    exercise = Exercise("output-size", seed=1)
    first, second, third = exercise.hint(), exercise.hint(), exercise.hint()
    assert first != second == third
    assert exercise.worth == 4


def test_who_tries_long_enough_gets_a_point() -> None:
    exercise = Exercise("output-size", seed=1)
    for wrong in range(50, 70):
        exercise.check(wrong)
    assert exercise.check(rows_out(exercise.question)).score == 1


def test_nothing_is_gained_after_the_answer_is_shown() -> None:
    exercise = Exercise("output-size", seed=1)
    assert f"{rows_out(exercise.question)}" in exercise.reveal()
    assert exercise.worth == 0
    assert exercise.check(rows_out(exercise.question)).score == 0
    assert exercise.solved


def test_scores_are_summed() -> None:
    exercises = [Exercise("output-size", seed=seed) for seed in range(3)]
    assert repr(mnistviz.total_score(*exercises)) == "0 of 30 points"
    exercises[0].check(rows_out(exercises[0].question))
    exercises[1].hint()
    exercises[1].check(rows_out(exercises[1].question))
    total = mnistviz.total_score(*exercises)
    assert (total.points, total.possible) == (17, 30)
    assert repr(mnistviz.total_score()) == "0 of 0 points"
