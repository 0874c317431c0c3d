"""The history of an answer: each moment is read as if the pen had stopped there, and flips are where the answer changes."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest

import mnistviz
from mnistviz.explain.answer_history import AnswerHistory, Flip, compute_history, moments_of
from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing_steps import STEP_NAMES, FramingSteps
from mnistviz.network.engine import shipped_engine


def line(points: int, y: float = 60) -> list[tuple[float, float]]:
    return [(20 + 200 * step / max(points - 1, 1), y + step / 10) for step in range(points)]


SEVEN = Drawing([[*line(12), *((215 - 6 * step, 60 + 12 * step) for step in range(15))], line(5, 150)], brush=22)


def naive_until(drawing: Drawing, points: int) -> Drawing:
    """The first points of a drawing, one by one."""
    strokes: list[list[tuple[float, float]]] = []
    for number, stroke in enumerate(drawing.strokes):
        for point in stroke:
            if sum(map(len, strokes)) == points:
                break
            if len(strokes) <= number:
                strokes.append([])
            strokes[number].append(point)
    return Drawing(strokes, drawing.brush)


def test_each_moment_is_read_as_if_the_pen_had_stopped_there() -> None:
    history = mnistviz.answer_history(SEVEN)
    assert history.points == tuple(range(1, SEVEN.points + 1))
    for points, probabilities, prediction in zip(history.points, history.probabilities, history.predictions, strict=True):
        passed = mnistviz.forward(mnistviz.read_digit(naive_until(SEVEN, points)))
        np.testing.assert_array_equal(probabilities, passed.probabilities)
        assert prediction == passed.prediction
    assert history.probabilities.dtype == np.float32


@pytest.mark.parametrize("off", STEP_NAMES)
def test_framing_steps_hold_at_every_moment(off: str) -> None:
    wanted = FramingSteps(**{off: False})
    history = compute_history(SEVEN, shipped_engine(), wanted)
    for points, probabilities in zip(history.points, history.probabilities, strict=True):
        digit = mnistviz.frame(naive_until(SEVEN, points), **{name: name != off for name in STEP_NAMES}).digit
        np.testing.assert_array_equal(probabilities, mnistviz.forward(digit).probabilities)


def test_flips_are_where_the_answer_changes() -> None:
    history = mnistviz.answer_history(SEVEN)
    answers = list(zip(history.points, history.predictions, strict=True))
    changes = [Flip(at, one, other) for (_, one), (at, other) in itertools.pairwise(answers) if one != other]  # type: ignore[arg-type]
    assert history.flips == tuple(changes)
    assert changes
    first = changes[0]
    assert f"{first.before} \N{RIGHTWARDS ARROW} {first.after} at point {first.points}" in repr(history)
    assert f"{SEVEN.points} of {SEVEN.points} points" in repr(history)


def test_a_moment_without_ink_is_no_flip() -> None:
    probabilities = np.eye(3, dtype=np.float32)[[1, 0, 1, 2]]
    history = AnswerHistory(SEVEN, (1, 2, 3, 4), probabilities, (1, None, 1, 2), ("a", "b", "c"))
    assert history.flips == (Flip(4, 1, 2),)
    assert history.describe(history.flips[0]) == "b \N{RIGHTWARDS ARROW} c at point 4"
    steady = AnswerHistory(SEVEN, (1,), probabilities[:1], (1,), ("a", "b", "c"))
    assert "no flip" in repr(steady)


@pytest.mark.parametrize(
    ("strokes", "count", "stride"),
    [([5], 5, 1), ([60, 60], 120, 1), ([121], 61, 2), ([151, 150], 77, 4), ([100_000], 98, 1024), ([1] * 500, 63, 8)],
)
def test_few_moments_are_computed_and_the_ends_of_strokes_always(strokes: list[int], count: int, stride: int) -> None:
    drawing = Drawing([line(points) for points in strokes])
    moments = moments_of(drawing)
    ends = np.cumsum(strokes).tolist()
    assert len(moments) == count
    assert moments == sorted(set(moments))
    assert moments[-1] == sum(strokes)
    assert {point for point in moments if point % stride} <= set(ends)
    assert len(strokes) > 60 or set(ends) <= set(moments)


def test_progress_is_reported_and_ends_the_work() -> None:
    shares: list[float] = []
    compute_history(SEVEN, shipped_engine(), report=shares.append)
    assert len(shares) == SEVEN.points
    assert shares == sorted(shares)

    def refuse(_: float) -> None:
        raise StopIteration

    with pytest.raises(StopIteration):
        compute_history(SEVEN, shipped_engine(), report=refuse)


@pytest.mark.parametrize(("source", "error"), [([[(1, 1)]], TypeError), (np.zeros((28, 28)), TypeError), (Drawing(), ValueError)])
def test_what_has_no_history_is_refused(source: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"\. .*(?:Drawing|Draw)"):
        mnistviz.answer_history(source)
