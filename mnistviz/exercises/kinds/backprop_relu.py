"""The exercise `backprop-relu`: which gradients pass ReLU on the way back."""

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

_VALUE_SIGNS, _GRADIENT_SIGNS = (1, 1, 1, -1, -1), (1, -1, 1, 1, -1)
"""Signs of the values before ReLU and of the gradients, which are put in random order: all four combinations occur."""


@exercise_kind("backprop-relu", title="backprop-relu-title", order=240, needs_digit=False)
def backprop_relu(subject: Subject) -> Task:
    """Asks for the sum of the gradients that pass."""
    sizes = subject.generator.uniform(0.2, 2, (2, len(_VALUE_SIGNS)))
    order = subject.generator.permutation(len(_VALUE_SIGNS))
    values, gradients = all_rounded(sizes * [_VALUE_SIGNS, _GRADIENT_SIGNS])[:, order]
    passing = gradients[values > 0]
    solution = text("backprop-relu-solution", passing="; ".join(map(two, passing)), total=two(passing.sum()))
    mistakes = (
        (gradients.sum(), text("backprop-relu-forgotten")),
        (gradients[gradients > 0].sum(), text("backprop-relu-of-gradient")),
        (passing[passing > 0].sum(), text("backprop-relu-both")),
        (gradients[values < 0].sum(), text("backprop-relu-other-way")),
        (np.maximum(values, 0) @ gradients, text("backprop-relu-with-value")),
        (np.maximum(values, 0).sum(), text("backprop-relu-forward")),
    )
    columns = {text("backprop-relu-value"): values, text("attribution-slope"): gradients}
    numbers = range(1, len(order) + 1)
    return Task(
        text("backprop-relu-question", decimals=text("answer-with-two-decimals")),
        Number([passing.sum()], solution, text("backprop-relu-rule"), mistakes),
        (text("backprop-relu-hint-slope"), text("backprop-relu-hint-count", count=len(passing))),
        solution,
        (list_table(text("backprop-relu-table"), text("dense-contribution-unit"), numbers, columns),),
    )
