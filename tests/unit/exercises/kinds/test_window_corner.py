"""The exercise `window-corner`, solved from its question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.exercises.student import pixels_seen, solves, unit_asked

if TYPE_CHECKING:
    from tests.unit.exercises.student import Mistakes


def mistakes(question: str) -> Mistakes:
    rows, columns = pixels_seen(question)
    return [((columns[0], rows[0]), "swapped"), ((rows[-1], columns[-1]), "last pixel"), (unit_asked(question)[1][:2], "itself")]


@solves("window-corner", mistakes, needs_digit=False)
def corner(question: str) -> tuple[int, int]:
    rows, columns = pixels_seen(question)
    return rows[0], columns[0]
