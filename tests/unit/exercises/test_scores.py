"""Files of scores: what was done is kept, and the same answers give the same points again."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz
from mnistviz import Exercise
from mnistviz.exercises.registry import kinds
from tests.unit.exercises.student import PEN_SKILLS, SEVEN, SKILLS, learn_everything

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

learn_everything()


def saved(path: Path, *exercises: Any, **options: Any) -> Any:
    """Saves exercises and reads the file again."""
    mnistviz.save_scores(path, *exercises, **options)
    return mnistviz.read_scores(path)


@pytest.mark.parametrize("kind", kinds())
def test_the_same_answers_give_the_same_points_again(kind: str, tmp_path: Path) -> None:
    if kind in SKILLS:
        exercise = Exercise(kind, SEVEN, 3)
        answer = SKILLS[kind].solve(exercise.question)
        for wrong, _ in SKILLS[kind].mistakes(exercise.question):
            exercise.check(wrong)
    else:
        exercise, answer = PEN_SKILLS[kind].solve()
    exercise.hint()
    exercise.check(answer)
    (score,) = saved(tmp_path / "scores.json", exercise).exercises
    assert (score.kind, score.question, score.points) == (kind, exercise.question, exercise.score)
    assert score.points > 0
    assert score.regrade() == exercise.score


def test_what_was_done_is_kept_in_order(tmp_path: Path) -> None:
    before = datetime.now(UTC) - timedelta(seconds=1)
    exercise = Exercise("output-size", seed=1)
    right = SKILLS["output-size"].solve(exercise.question)
    exercise.check(99)
    exercise.hint()
    exercise.check(f" {right} ")
    exercise.reveal()
    file = saved(tmp_path / "scores.json", exercise, name="Ada")
    (score,) = file.exercises
    done = [(event["what"], event.get("answer"), event.get("right")) for event in score.events]
    assert done == [("answer", "99", False), ("hint", None, None), ("answer", f" {right} ", True), ("solution", None, None)]
    assert score.events[1]["text"] == exercise.task.hints[0]
    times = [datetime.fromisoformat(event["at"]) for event in score.events]
    assert times == sorted(times)
    assert before <= times[0] <= times[-1] <= datetime.now(UTC)
    assert (file.name, file.points, file.possible) == ("Ada", 5, 10)


@pytest.mark.parametrize("answer", [3.5, np.float32(3.5), np.array(3.5), Fraction(7, 2)], ids=type)
def test_numbers_of_any_library_are_kept(answer: Any, tmp_path: Path) -> None:
    exercise = Exercise("relu", SEVEN)
    exercise.check(answer)
    (score,) = saved(tmp_path / "scores.json", exercise).exercises
    assert score.events[0]["answer"] == "3.5"
    assert score.regrade() == exercise.score


def test_an_answer_that_could_not_be_read_is_no_event() -> None:
    exercise = Exercise("relu", SEVEN)
    with pytest.raises(ValueError, match="Not a number"):
        exercise.check("seven")
    assert exercise.events == []


def test_points_that_were_changed_show(tmp_path: Path) -> None:
    path = tmp_path / "scores.json"
    exercise = Exercise("relu", SEVEN)
    exercise.check(99)
    mnistviz.save_scores(path, exercise)
    content = json.loads(path.read_text(encoding="utf-8"))
    content["exercises"][0]["points"] = 10
    content["exercises"][0]["events"][0]["right"] = True
    path.write_text(json.dumps(content), encoding="utf-8")
    (score,) = mnistviz.read_scores(path).exercises
    assert (score.points, score.regrade()) == (10, 0)


def test_an_easier_question_shows(tmp_path: Path, refuses: Callable[..., Any]) -> None:
    path = tmp_path / "scores.json"
    mnistviz.save_scores(path, Exercise("relu", SEVEN))
    content = json.loads(path.read_text(encoding="utf-8"))
    content["exercises"][0]["seed"] = 1
    path.write_text(json.dumps(content), encoding="utf-8")
    (score,) = mnistviz.read_scores(path).exercises
    with refuses(ValueError, "relu", "asks something else"):
        score.regrade()


def test_a_damaged_drawing_is_refused(tmp_path: Path, refuses: Callable[..., Any]) -> None:
    path = tmp_path / "scores.json"
    mnistviz.save_scores(path, Exercise("relu", SEVEN))
    content = json.loads(path.read_text(encoding="utf-8"))
    for shape in ([28, 27], [10**9, 10**9], [-28, -28], "28"):
        content["exercises"][0]["about"]["digit"]["shape"] = shape
        path.write_text(json.dumps(content), encoding="utf-8")
        with refuses(ValueError, "damaged"):
            mnistviz.read_scores(path).exercises[0].regrade()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"format": "mnistviz-scores-1"}',
        '{"format": 1}',
        "[" * 100_000,
        '{"format": "mnistviz-scores-1", "exercises": [1]}',
    ],
)
def test_other_files_are_refused(content: str, tmp_path: Path, refuses: Callable[..., Any]) -> None:
    path = tmp_path / "other.json"
    path.write_text(content, encoding="utf-8")
    with refuses(ValueError, "is no file of scores"):
        mnistviz.read_scores(path)


def test_missing_and_too_large_files_are_refused(tmp_path: Path, refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "is no file of scores"):
        mnistviz.read_scores(tmp_path / "missing.json")
    path = tmp_path / "large.json"
    path.write_bytes(b" " * 4_000_001)
    with refuses(ValueError, "larger than 4 MB"):
        mnistviz.read_scores(path)


def test_only_exercises_are_saved(tmp_path: Path, refuses: Callable[..., Any]) -> None:
    for given in ((), ("relu",)):
        with refuses(TypeError, "nothing to save"):
            mnistviz.save_scores(tmp_path / "scores.json", *given)
