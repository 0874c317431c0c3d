"""The exercise `mixture`: the accuracy that a network has on another mixture of digits than it was tested with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import list_table, two
from mnistviz.exercises.task import Task
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject

_PERCENTS = (20, 30, 40, 60, 70, 80)
"""Shares of crossed sevens among the new ones: not a half, where weighting makes no difference."""


@exercise_kind("mixture", title="mixture-title", order=262, needs_digit=False)
def mixture(subject: Subject) -> Task:
    """Asks for the accuracy on sevens, more of which are crossed than in the test."""
    sizes = np.array([subject.generator.integers(300, 600), subject.generator.integers(20, 40)])
    right = np.round(sizes * [subject.generator.uniform(0.94, 0.99), subject.generator.uniform(0.4, 0.7)]).astype(int)
    plain, crossed = shares = (right / sizes).tolist()
    percent = int(subject.one_of(_PERCENTS))
    expected = (percent * crossed + (100 - percent) * plain) / 100
    numbers = {"percent": str(percent), "rest": str(100 - percent), "plain": two(plain), "crossed": two(crossed)}
    overall = float(right.sum() / sizes.sum())
    solution = text("mixture-solution", **numbers, expected=two(expected), overall=two(overall))
    mistakes = (
        (overall, text("mixture-of-the-test")),
        (sum(shares) / 2, text("mixture-mean")),
        ((percent * plain + (100 - percent) * crossed) / 100, text("mixture-swapped", percent=numbers["percent"])),
        (crossed, text("mixture-one-group")),
        (plain, text("mixture-one-group")),
    )
    columns = {text("table-digits"): sizes.tolist(), text("groups-right"): right.tolist()}
    names = [text("groups-plain-7"), text("groups-crossed-7")]
    return Task(
        text("mixture-question", percent=numbers["percent"], share=text("answer-with-share")),
        Number([expected], solution, text("mixture-rule"), mistakes, share=True),
        (text("mixture-hint-groups"), text("mixture-hint-weigh", **numbers)),
        solution,
        (list_table(text("groups-table"), text("groups-name"), names, columns),),
    )
