"""Exercises that are answered with the pen: how a drawing is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mnistviz.exercises.subject import drawing_of, read_forward
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.exercises.subject import Subject
    from mnistviz.exercises.task import Judgement
    from mnistviz.ink.drawing import Drawing
    from mnistviz.network.forward_pass import ForwardPass

SURE = 0.8
"""The confidence from which a prediction counts as sure: well above what a digit between two classes gets."""


def judge_of_digits(subject: Subject, judge: Callable[[ForwardPass, Drawing], Judgement]) -> Callable[[Any], Judgement]:
    """Returns a judge of anything that holds a digit.

    Args:
        subject: gives the network.
        judge: judges the digit's forward pass and its drawing, which has no strokes if the digit is from a picture.
    """

    def judge_source(source: Any) -> Judgement:
        passed = read_forward(source, subject.engine)
        if not passed.digit.any():
            raise ValueError(text("nothing-drawn"))
        return judge(passed, drawing_of(source))

    return judge_source


def prediction_of(passed: ForwardPass) -> int | str:
    """Returns the predicted digit as the messages select by it: 0 to 9, or "blank"."""
    return "blank" if passed.prediction is None else passed.prediction


def percent(share: float) -> str:
    """Returns a probability of 0 to 1 in percent, with one decimal."""
    return formatted(100 * share, ".1f")
