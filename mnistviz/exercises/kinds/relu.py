"""The exercise `relu`: what ReLU makes of five values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import all_rounded, map_table, two
from mnistviz.exercises.task import Task
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject
    from mnistviz.explain.graph import Index

_COUNT = 5
_CLEAR = 0.05
"""A value counts as positive or negative from here on, so that leaving it out shows in the sum."""


@exercise_kind("relu", title="relu-title", order=60)
def relu(subject: Subject) -> Task:
    """Asks for the sum of five values after ReLU."""
    layer = subject.layers("ReLU", lambda layer: len(layer.shape) == 3 and layer.shape[1] >= _COUNT)[0]
    below = subject.below(layer)
    values = subject.values(below)

    def fits(index: Index, least: int) -> bool:
        row = values[index[0], index[1] : index[1] + _COUNT, index[2]]
        return bool(min((row >= _CLEAR).sum(), (row <= -_CLEAR).sum()) >= least)

    positions = (layer.shape[0], layer.shape[1] - _COUNT + 1, layer.shape[2])
    row, column, channel = subject.pick(positions, lambda index: fits(index, 2), lambda index: fits(index, 1))
    exact = values[row, column : column + _COUNT, channel].astype(float)
    shown = all_rounded(exact)
    kept = shown[shown > 0]
    solution = text("relu-solution", kept="; ".join(map(two, kept)), sum=two(kept.sum()))
    mistakes = (
        (shown.sum(), text("relu-forgotten")),
        (max(shown.sum(), 0), text("relu-of-the-sum")),
        (np.abs(shown).sum(), text("relu-is-not-the-absolute-value")),
        (shown[shown < 0].sum(), text("relu-keeps-the-positive")),
    )
    decimals = text("answer-with-two-decimals")
    return Task(
        text("relu-question", below=below, channel=str(channel), layer=layer.name, decimals=decimals),
        Number((kept.sum(), np.maximum(exact, 0).sum()), solution, text("relu-rule"), mistakes),
        (text("relu-hint-rule"), text("relu-hint-count", count=len(kept))),
        solution,
        (map_table(text("relu-table", below=below), [row], range(column, column + _COUNT), [shown]),),
    )
