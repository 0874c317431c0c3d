"""The exercise `receptive-field`: how many pixels a unit sees."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.task import Task
from mnistviz.exercises.windows import layer_above_the_first, position_values, windows_up_to
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject
    from mnistviz.explain.graph import Index


@exercise_kind("receptive-field", title="receptive-field-title", order=100, needs_digit=False)
def receptive_field(subject: Subject) -> Task:
    """Asks for the size of a unit's receptive field in the digit."""
    layer = layer_above_the_first(subject)

    def sizes(index: Index) -> tuple[int, int]:
        rows, columns = subject.seen(layer, index)
        return rows.stop - rows.start, columns.stop - columns.start

    def is_inside(index: Index) -> bool:
        rows, columns = subject.seen(layer, index)
        return bool(min(rows.start, columns.start) > 0 and max(rows.stop, columns.stop) < len(subject.forward.digit))

    index = subject.pick(layer.shape, is_inside, lambda index: min(sizes(index)) > 0)
    rows, columns = sizes(index)
    window = math.prod((layer.window or ())[:2])
    solution = text("receptive-field-solution", rows=rows, columns=columns, pixels=rows * columns)
    mistakes = (
        (rows, text("receptive-field-one-side")),
        (window, text("receptive-field-own-window", below=subject.below(layer))),
        (math.prod(subject.forward.digit.shape[:2]), text("receptive-field-whole-digit")),
    )
    return Task(
        text("receptive-field-question", **position_values(layer, index), windows=windows_up_to(subject, layer)),
        Number([rows * columns], solution, text("receptive-field-rule"), mistakes, whole=True),
        (text("receptive-field-hint-formula"), text("receptive-field-hint-rows", rows=rows)),
        solution,
    )
