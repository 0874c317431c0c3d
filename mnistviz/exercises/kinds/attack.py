"""The exercise `attack`: how much small changes of all pixels can change a linear score."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import all_rounded, list_table, two
from mnistviz.exercises.task import Task
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject

_COUNT = 5


@exercise_kind("attack", title="attack-title", order=275, needs_digit=False)
def attack(subject: Subject) -> Task:
    """Asks for the largest change of a linear score: the fast gradient sign method (Goodfellow et al. 2015, section 3)."""
    epsilon = float(subject.one_of([0.05, 0.1, 0.2, 0.25]))
    signs = subject.generator.permutation([1, 1, -1, -1, subject.one_of([1, -1])])
    weights = all_rounded(subject.generator.uniform(0.4, 2, _COUNT) * signs)
    total = float(np.abs(weights).sum())
    change = epsilon * total
    solution = text("attack-solution", total=two(total), epsilon=two(epsilon), change=two(change))
    mistakes = (
        (abs(epsilon * weights.sum()), text("attack-without-sign")),
        (epsilon * weights.sum(), text("attack-without-sign")),
        (total, text("attack-without-epsilon")),
        (epsilon * np.abs(weights).max(), text("attack-one-pixel")),
        (epsilon * weights[weights > 0].sum(), text("attack-darker-only")),
        (epsilon * math.hypot(*weights), text("attack-length")),
        (epsilon * total / _COUNT, text("attack-mean")),
        (-change, text("attack-falls")),
    )
    columns = {text("dense-contribution-weight"): weights}
    return Task(
        text("attack-question", count=_COUNT, epsilon=two(epsilon), decimals=text("answer-with-two-decimals")),
        Number([change], solution, text("attack-rule"), mistakes),
        (text("attack-hint-direction"), text("attack-hint-total", total=two(total))),
        solution,
        (list_table(text("attack-table"), text("attack-pixel"), range(1, _COUNT + 1), columns),),
    )
