"""The exercise `frame-shift`, solved from its question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.unit.exercises.student import number_after, solves

if TYPE_CHECKING:
    from tests.unit.exercises.student import Mistakes


def columns_and_ink(question: str) -> list[tuple[int, float]]:
    return [(int(column), float(ink)) for column, ink in re.findall(r"\| +(\d+) \| +([\d.]+) \|", question)]


def mistakes(question: str) -> Mistakes:
    columns = columns_and_ink(question)
    (first, _), (most, _) = columns[0], max(columns, key=lambda column: column[1])
    return [(-shift(question), "other way"), (14 - round(first + 1.5), "middle of the ink"), (14 - most, "most ink")]


@solves("frame-shift", mistakes, needs_digit=False)
def shift(question: str) -> int:
    """By taking every drop of ink one by one."""
    drops = [column for column, ink in columns_and_ink(question) for _ in range(round(10 * ink))]
    return round(number_after("lies in column", question) - sum(drops) / len(drops))
