"""Exercises about gradients: how a logit, or the difference of two, changes with each pixel of the digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.explain.question import Question
from mnistviz.locale import text
from mnistviz.network.chain import NoChainError
from mnistviz.network.engine import numpy_engine_for

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.exercises.subject import Subject


def question_of(subject: Subject, *, against: bool) -> Question:
    """Returns the question why the digit is read as it is, or why it is not read as its runner-up.

    Args:
        subject: a digit and a network.
        against: whether the score is the logit of the runner-up less that of the predicted class.

    Raises:
        ValueError: if the network's gradients can't be followed, or it has no logits.
    """
    try:
        engine = numpy_engine_for(subject.engine)
    except NoChainError as error:
        raise ValueError(text("no-gradient-for-exercise", reason=str(error))) from error
    if engine.logits is None:
        raise ValueError(text("no-logits-for-exercise", layer=engine.layers[-1].name))
    best, second = (int(number) for number in np.argsort(-subject.forward.probabilities, kind="stable")[:2])
    return Question(engine, subject.forward.digit, (second, best) if against else best)


def logits_of(question: Question, digit: Array) -> Array:
    """Returns the logits of a digit: float32 (class,)."""
    return question.engine.values(digit, question.logits)
