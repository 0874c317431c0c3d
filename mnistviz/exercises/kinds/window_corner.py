"""The exercise `window-corner`: the first pixel that a unit sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.exercises.judges import Position
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.task import Task
from mnistviz.exercises.windows import layer_above_the_first, position_values, windows_up_to
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject
    from mnistviz.explain.graph import Index


@exercise_kind("window-corner", title="window-corner-title", order=90, needs_digit=False)
def window_corner(subject: Subject) -> Task:
    """Asks for the first pixel that a unit sees."""
    layer = layer_above_the_first(subject)

    def tells_rows_from_columns(index: Index) -> bool:
        rows, columns = subject.seen(layer, index)
        return bool(0 < rows.start != columns.start > 0)

    index = subject.pick(layer.shape, tells_rows_from_columns, lambda _: True)
    rows, columns = subject.seen(layer, index)
    top, left, bottom, right = rows.start, columns.start, rows.stop - 1, columns.stop - 1
    solution = text("window-corner-solution", top=top, left=left, bottom=bottom, right=right)
    mistakes = (
        ((index[0], index[1]), text("window-corner-own-position")),
        ((bottom, right), text("window-corner-last-pixel")),
    )
    return Task(
        text("window-corner-question", **position_values(layer, index), windows=windows_up_to(subject, layer)),
        Position((top, left), solution, text("window-corner-rule"), mistakes),
        (text("window-corner-hint-stride"), text("window-corner-hint-row", row=top)),
        solution,
    )
