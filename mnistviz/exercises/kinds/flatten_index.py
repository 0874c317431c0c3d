"""The exercise `flatten-index`: where Flatten puts a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.task import Task
from mnistviz.exercises.windows import position_values
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject


@exercise_kind("flatten-index", title="flatten-index-title", order=130, needs_digit=False)
def flatten_index(subject: Subject) -> Task:
    """Asks which unit of Flatten a value of a map becomes."""
    maps = {layer.name: layer for layer in subject.engine.layers if len(layer.shape) == 3}
    layer = subject.layers("Flatten", lambda layer: subject.below(layer) in maps)[0]
    below = maps[subject.below(layer)]
    rows, columns, channels = below.shape
    index = subject.pick(below.shape, lambda index: len({*index}) == 3 and min(index) > 0, lambda _: True)
    row, column, channel = index
    unit = (row * columns + column) * channels + channel
    position = position_values(below, index)
    sizes = {"rows": rows, "columns": columns, "channels": channels}
    solution = text("flatten-index-solution", **position, **sizes, unit=str(unit))
    mistakes = (
        (unit + 1, text("flatten-index-from-one")),
        ((channel * rows + row) * columns + column, text("flatten-index-channel-by-channel")),
        ((column * rows + row) * channels + channel, text("flatten-index-column-by-column")),
        (row * columns + column, text("flatten-index-no-channels")),
        ((row + column) * channels + channel, text("flatten-index-no-rows")),
    )
    return Task(
        text("flatten-index-question", flatten=layer.name, **position, **sizes),
        Number([unit], solution, text("flatten-index-rule"), mistakes, whole=True),
        (text("flatten-index-hint-row"), text("flatten-index-hint-above", count=row * columns * channels)),
        solution,
    )
