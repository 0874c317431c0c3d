"""The exercise `confusion`: the recall or the precision of a digit, from a confusion matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import list_table, two
from mnistviz.exercises.task import Task
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.exercises.subject import Subject

_ALIKE = ((4, 7, 9), (3, 5, 8), (1, 2, 7), (0, 6, 8))
_CLEAR = 0.04
"""How far recall and precision are apart at least."""


@exercise_kind("confusion", title="confusion-title", order=265, needs_digit=False)
def confusion(subject: Subject) -> Task:
    """Asks for the recall or the precision of one of three digits."""
    labels = subject.one_of(_ALIKE)
    at = int(subject.generator.integers(3))
    counts = _matrix(subject, at)
    recalls, precisions = counts.diagonal() / counts.sum(axis=1), counts.diagonal() / counts.sum(axis=0)
    measure = str(subject.one_of(["recall", "precision"]))
    wanted, swapped = (recalls, precisions) if measure == "recall" else (precisions, recalls)
    whole = counts[at] if measure == "recall" else counts[:, at]
    names = {"measure": measure, "label": str(labels[at])}
    numbers = {"right": int(counts[at, at]), "total": int(whole.sum())}
    solution = text("confusion-solution", **names, **numbers, share=two(wanted[at]))
    mistakes = [
        (swapped[at], text("confusion-swapped", **names)),
        (counts.trace() / counts.sum(), text("confusion-accuracy", measure=measure)),
        (counts[at, at] / counts.sum(), text("confusion-of-all", measure=measure)),
        (1 - wanted[at], text("confusion-misread")),
        (counts[at, at] / max(whole.sum() - counts[at, at], 1), text("confusion-of-others")),
        *((wanted[other], text("confusion-other", other=str(labels[other]))) for other in range(3) if other != at),
    ]
    columns = {text("confusion-read", label=str(label)): column.tolist() for label, column in zip(labels, counts.T, strict=True)}
    return Task(
        text("confusion-question", **names, share=text("answer-with-share")),
        Number([wanted[at]], solution, text("confusion-rule", **names), mistakes, share=True),
        (text("confusion-hint-where", **names), text("confusion-hint-numbers", **names, **numbers)),
        solution,
        (list_table(text("confusion-table"), text("confusion-true"), labels, columns),),
    )


def _matrix(subject: Subject, at: int) -> Array:
    """Returns counts of a digit (row) that are read as another (column), int64 (3, 3); recall and precision of one differ."""
    while True:
        counts = subject.generator.integers(1, 25, (3, 3))
        np.fill_diagonal(counts, subject.generator.integers(50, 95, 3))
        if abs(counts[at, at] / counts[at].sum() - counts[at, at] / counts[:, at].sum()) >= _CLEAR:
            return counts
