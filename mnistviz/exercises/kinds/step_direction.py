"""The exercise `step-direction`: which of four weights grows most in one step of gradient descent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import all_rounded, list_table, two
from mnistviz.exercises.task import Task
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject

_LEAST, _MOST = (-1.9, 2.2, -0.7, 0.1), (-1.0, 3.5, -0.2, 0.9)
"""Ranges of the gradients, which are put in random order. The first weight grows most; the second moves farthest, downwards."""


@exercise_kind("step-direction", title="step-direction-title", order=215, needs_digit=False)
def step_direction(subject: Subject) -> Task:
    """Asks which of four weights grows most."""
    order = subject.generator.permutation(len(_LEAST))
    gradients = all_rounded(subject.generator.uniform(_LEAST, _MOST))[order]
    weights = np.sort(all_rounded(subject.generator.uniform(-2, 2, len(_LEAST))))[order]  # the one that grows is the least
    numbers = range(1, len(order) + 1)
    best = int(gradients.argmin())
    solution = text("step-direction-solution", best=str(best + 1), gradient=two(gradients[best]))
    mistakes = [
        (int(gradients.argmax()) + 1, text("step-direction-uphill")),
        (int(weights.argmax()) + 1, text("step-direction-largest-weight")),
        (order.tolist().index(2) + 1, text("step-direction-less")),
    ]
    columns = {text("dense-contribution-weight"): weights, text("attribution-slope"): gradients}
    return Task(
        text("step-direction-question"),
        Number([best + 1], solution, text("step-direction-rule", last=str(numbers[-1])), mistakes, whole=True, is_label=True),
        (text("step-direction-hint-sign"), text("step-direction-hint-size")),
        solution,
        (list_table(text("step-direction-table"), text("step-direction-number"), numbers, columns),),
    )
