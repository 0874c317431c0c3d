"""The exercise `pool-winner`: where the maximum of a window is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.exercises.judges import Position
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import map_table, two
from mnistviz.exercises.task import Task
from mnistviz.exercises.windows import pool_unit, pool_window, position_values
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject


@exercise_kind("pool-winner", title="pool-winner-title", order=80)
def pool_winner(subject: Subject) -> Task:
    """Asks where the maximum of a window is."""
    layer = subject.layers("MaxPooling2D")[0]
    unit = pool_unit(subject, layer)
    below = unit.sources[0]
    rows, columns, shown = pool_window(unit)
    row, column = (unit.winner or (0, 0))[:2]
    inside = (row - rows[0], column - columns[0])
    largest = two(shown.max())
    solution = text("pool-winner-solution", row=str(row), column=str(column), value=largest)
    others = [
        ((rows[down], columns[across]), text("pool-winner-other", value=two(float(shown[down, across]))))
        for down, across in np.ndindex(shown.shape)
        if (down, across) != inside
    ]
    mistakes = (
        (inside, text("pool-winner-inside-window")),
        *others,
        ((unit.index[0], unit.index[1]), text("pool-winner-position-in-pool", layer=layer.name, below=below)),
    )
    return Task(
        text("pool-winner-question", **position_values(layer, unit.index)),
        Position((row, column), solution, text("pool-winner-rule"), mistakes),
        (text("pool-winner-hint-rule"), text("pool-winner-hint-value", value=largest)),
        solution,
        (map_table(text("pool-winner-table", below=below, channel=str(unit.index[2])), rows, columns, shown),),
    )
