"""The exercise `frame-shift`: how far framing moves a digit to centre it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import list_table, two
from mnistviz.exercises.task import Task
from mnistviz.ink.framing import CENTRE
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.exercises.subject import Subject

_COLUMNS = 4
_CLEAR = 0.15
"""Minimum distance, in pixels, of the centre of mass from the middle between two columns, so that it clearly rounds to one."""


@exercise_kind("frame-shift", title="frame-shift-title", order=20, needs_digit=False)
def frame_shift(subject: Subject) -> Task:
    """Asks how far a digit moves until its centre of mass is in the centre."""
    first, sums, middle = _clear_columns(subject)
    columns = np.arange(first, first + _COLUMNS)
    shift = CENTRE - round(middle)
    solution = text("frame-shift-solution", middle=two(middle), centre=CENTRE, rounded=round(middle), shift=shift)
    mistakes = (
        (-shift, text("frame-shift-other-way")),
        (round(middle), text("frame-shift-not-the-distance", centre=CENTRE)),
        (CENTRE - round(float(columns.mean())), text("frame-shift-middle-of-ink")),
        (CENTRE - int(columns[sums.argmax()]), text("frame-shift-most-ink")),
    )
    ink = {text("frame-shift-ink"): sums.tolist()}
    return Task(
        text("frame-shift-question", columns=_COLUMNS, centre=CENTRE),
        Number([shift], solution, text("frame-shift-rule"), mistakes, whole=True),
        (text("frame-shift-hint-mean"), text("frame-shift-hint-middle", middle=two(middle))),
        solution,
        (list_table(text("frame-shift-table"), text("frame-shift-column"), columns.tolist(), ink),),
    )


def _clear_columns(subject: Subject) -> tuple[int, Array, float]:
    """Picks four columns of ink.

    Returns:
        The first column; the sums of ink, float64 (4,), from 0.5 to 6; and their centre of mass, which is neither in the
        centre already nor close to the middle between two columns.
    """
    while True:
        first = int(subject.one_of([4, 5, 6, 7, 14, 15, 16, 17]))
        sums = subject.generator.integers(1, 13, _COLUMNS) / 2
        middle = float(sums @ np.arange(first, first + _COLUMNS) / sums.sum())
        if abs(middle - round(middle)) <= 0.5 - _CLEAR and round(middle) != CENTRE:
            return first, sums, middle
