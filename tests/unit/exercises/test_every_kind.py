"""What holds for every kind: the question is enough to answer it, mistakes are recognised, and nonsense costs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz
from mnistviz import Drawing, Exercise
from mnistviz.exercises.exercise import POINTS
from mnistviz.exercises.registry import kinds
from tests.support.errors import ERROR
from tests.unit.exercises.student import PEN_SKILLS, SEEDS, SEVEN, SKILLS, learn_everything

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.unit.exercises.student import Array

learn_everything()
ASKED = [kind for kind in kinds() if kind in SKILLS]
DRAWN = [kind for kind in kinds() if kind in PEN_SKILLS]
NEEDS_DIGIT = {kind: skill.needs_digit for kind, skill in (SKILLS | PEN_SKILLS).items()}
HOSTILE = [
    "",
    "seven",
    "0.7.3",
    "1e999",
    "nan",
    "-inf",
    float("nan"),
    float("inf"),
    10**400,
    True,
    [],
    {},
    b"7",
    1j,
    "9" * 99,
]
HOSTILE += [object(), np.arange(3), "<b>1</b>", "1; import os", (1, 2, 3), (1.5, 2), (-1, 2), {1, 2}, "1/2", [[1, 2], [3, 4]]]


def test_the_student_can_solve_every_kind() -> None:
    assert kinds().keys() == SKILLS.keys() | PEN_SKILLS.keys(), "each kind needs tests/unit/exercises/kinds/test_KIND.py"
    assert SKILLS.keys() & PEN_SKILLS.keys() == set()


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", ASKED)
def test_the_question_is_enough_to_find_the_answer(kind: str, seed: int, ten_digits: Array) -> None:
    exercise = Exercise(kind, ten_digits[seed % 10], seed)
    answer = SKILLS[kind].solve(exercise.question)
    result = exercise.check(answer)
    assert result, (exercise.question, answer, result)
    assert result.score == exercise.score == POINTS


@pytest.mark.parametrize("kind", DRAWN)
def test_a_drawing_solves_it(kind: str) -> None:
    exercise, drawing = PEN_SKILLS[kind].solve()
    assert exercise.kind == kind
    assert exercise.check(drawing).score == POINTS


@pytest.mark.parametrize("kind", kinds())
def test_only_exercises_for_the_pen_ask_for_a_drawing(kind: str) -> None:
    assert Exercise(kind, SEVEN).task.draws == (kind in PEN_SKILLS)


@pytest.mark.parametrize("kind", ASKED)
def test_typical_mistakes_are_recognised(kind: str, ten_digits: Array) -> None:
    """Each of them with some seed: where two mistakes lead to the same number, another one may be named."""
    named: dict[str, int] = {}
    for seed in range(10):
        exercise = Exercise(kind, ten_digits[3], seed)
        right = SKILLS[kind].solve(exercise.question)
        for wrong, words in SKILLS[kind].mistakes(exercise.question):
            result = exercise.check(wrong)
            is_same = np.allclose(np.array(wrong, float), right, atol=0.021)
            assert is_same or not result, (exercise.question, wrong, result)
            assert result or len(result.reason) > 15
            named[words] = named.get(words, 0) + (words in result.reason and not result)
    assert named
    assert all(named.values()), named


@pytest.mark.parametrize("kind", kinds())
def test_the_same_seed_asks_the_same_and_another_one_something_else(kind: str, ten_digits: Array) -> None:
    questions = [Exercise(kind, ten_digits[5], seed).question for seed in SEEDS]
    assert questions == [Exercise(kind, ten_digits[5], seed).question for seed in SEEDS]
    assert len(set(questions)) >= (1 if kind == "draw-other" else 3)
    assert repr(Exercise(kind, ten_digits[5], 0)) == questions[0]


@pytest.mark.parametrize("kind", [kind for kind, needs_digit in NEEDS_DIGIT.items() if needs_digit])
def test_blank_paper_is_not_asked_about(kind: str, refuses: Callable[..., Any]) -> None:
    for source in (None, Drawing(), [], mnistviz.forward(np.zeros((28, 28), np.float32))):
        with refuses(ValueError, "blank paper", kind, "needs none"):
            Exercise(kind, source)


@pytest.mark.parametrize("kind", [kind for kind, needs_digit in NEEDS_DIGIT.items() if needs_digit])
def test_the_error_names_kinds_that_blank_paper_is_enough_for(kind: str) -> None:
    with pytest.raises(ValueError, match="such as") as error:
        Exercise(kind)
    named = str(error.value).split("such as ")[1].rstrip(".").split(", ")
    assert len(named) == 3
    assert not any(NEEDS_DIGIT[other] for other in named)


@pytest.mark.parametrize("kind", [kind for kind, needs_digit in NEEDS_DIGIT.items() if not needs_digit])
def test_blank_paper_is_enough(kind: str) -> None:
    assert Exercise(kind).question == Exercise(kind, Drawing(), 0).question


@pytest.mark.parametrize("answer", HOSTILE, ids=lambda answer: repr(answer)[:20])
@pytest.mark.parametrize("kind", ASKED)
def test_nonsense_is_refused_and_costs_nothing(kind: str, answer: Any, refuses: Callable[..., Any]) -> None:
    exercise = Exercise(kind, SEVEN)
    with refuses(ValueError, "Not a ", "Write, for example, "):
        exercise.check(answer)
    assert exercise.check(SKILLS[kind].solve(exercise.question)).score == POINTS


@pytest.mark.parametrize("kind", ASKED)
def test_no_answer_is_refused_and_costs_nothing(kind: str, refuses: Callable[..., Any]) -> None:
    exercise = Exercise(kind, SEVEN)
    with refuses(ValueError, "No answer given"):
        exercise.check(None)
    assert exercise.check(SKILLS[kind].solve(exercise.question)).score == POINTS


@pytest.mark.parametrize("kind", DRAWN)
def test_what_cannot_be_read_is_no_try(kind: str, refuses: Callable[..., Any]) -> None:
    exercise = Exercise(kind, SEVEN)
    with refuses(ValueError, "blank paper"):
        exercise.check(Drawing())
    for answer in ("no such file.png", 0.5, np.zeros((3, 3, 3)), [[(1, float("nan"))]], "7"):
        with pytest.raises(ValueError, match=ERROR):
            exercise.check(answer)
    assert exercise.worth == POINTS


@pytest.mark.parametrize("kind", [kind for kind in DRAWN if not NEEDS_DIGIT[kind]])
def test_no_drawing_is_refused(kind: str, refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "No drawing given"):
        Exercise(kind).check()


@pytest.mark.parametrize("kind", kinds())
def test_hints_do_not_say_it_and_the_answer_does(kind: str, ten_digits: Array) -> None:
    exercise = Exercise(kind, ten_digits[2], 4)
    assert exercise.hint() != exercise.task.solution
    assert len(exercise.reveal()) > 10
