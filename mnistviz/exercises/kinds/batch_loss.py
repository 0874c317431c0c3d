"""The exercise `batch-loss`: the loss of a small batch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.exercises.cross_entropy import logarithm_mistakes
from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import list_table, two
from mnistviz.exercises.task import Task
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject

_COUNT = 4
_PERCENTS = np.arange(5, 99)
"""Probabilities of the right class, in percent: bad and good answers."""


@exercise_kind("batch-loss", title="batch-loss-title", order=205, needs_digit=False)
def batch_loss(subject: Subject) -> Task:
    """Asks for the mean cross-entropy of four answers."""
    chances = subject.generator.choice(_PERCENTS, _COUNT, replace=False) / 100
    losses = -np.log(chances)
    mean = float(losses.mean())
    terms = "; ".join(map(two, losses))
    solution = text("batch-loss-solution", losses=terms, count=_COUNT, mean=two(mean))
    mistakes = [
        (losses.sum(), text("batch-loss-sum", count=_COUNT)),
        (-np.log(chances.mean()), text("batch-loss-of-mean")),
        *logarithm_mistakes(mean),
        (chances.mean(), text("batch-loss-without-logarithm")),
        (1 - chances.mean(), text("batch-loss-without-logarithm")),
        (np.median(losses), text("batch-loss-median")),
        (losses.max(), text("batch-loss-worst")),
    ]
    columns = {text("table-probability"): chances}
    return Task(
        text("batch-loss-question", count=_COUNT, decimals=text("answer-with-two-decimals")),
        Number([mean], solution, text("batch-loss-rule"), mistakes),
        (text("batch-loss-hint-each"), text("batch-loss-hint-losses", losses=terms)),
        solution,
        (list_table(text("batch-loss-table"), text("batch-loss-digit"), range(1, _COUNT + 1), columns),),
    )
