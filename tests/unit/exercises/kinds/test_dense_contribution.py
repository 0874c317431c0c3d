"""The exercise `dense-contribution`, solved from its question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.unit.exercises.student import solves

if TYPE_CHECKING:
    from tests.unit.exercises.student import Mistakes


def rows(question: str) -> list[tuple[str, str, str]]:
    return re.findall(r"\| +(\d+) \| +(-?[\d.]+) \| +(-?[\d.]+) \|", question)


def mistakes(question: str) -> Mistakes:
    return [(max(rows(question), key=lambda row: float(row[1]))[0], "largest value")]


@solves("dense-contribution", mistakes)
def largest_product(question: str) -> int:
    return max((float(value) * float(weight), int(unit)) for unit, value, weight in rows(question))[1]
