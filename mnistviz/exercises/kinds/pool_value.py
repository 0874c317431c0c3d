"""The exercise `pool-value`: the maximum of a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import map_table, two
from mnistviz.exercises.task import Task
from mnistviz.exercises.windows import pool_unit, pool_window, position_values
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject


@exercise_kind("pool-value", title="pool-value-title", order=70)
def pool_value(subject: Subject) -> Task:
    """Asks for one value of the last pool."""
    layer = subject.layers("MaxPooling2D")[-1]
    unit = pool_unit(subject, layer)
    rows, columns, shown = pool_window(unit)
    largest = shown.max()
    solution = text("pool-value-solution", value=two(largest))
    mistakes = (
        (shown.mean(), text("pool-value-mean")),
        (shown.sum(), text("pool-value-sum")),
        (shown.min(), text("pool-value-smallest")),
        *((value, text("pool-value-other", value=two(value))) for value in shown.ravel()),
    )
    decimals = text("answer-with-two-decimals")
    return Task(
        text("pool-value-question", **position_values(layer, unit.index), decimals=decimals),
        Number((largest, unit.value), solution, text("pool-value-rule"), mistakes),
        (text("pool-value-hint"),),
        solution,
        (map_table(text("pool-value-table", below=unit.sources[0]), rows, columns, shown),),
    )
