"""The exercise `output-size`, solved from its question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.unit.exercises.student import solves

if TYPE_CHECKING:
    from tests.unit.exercises.student import Mistakes


def mistakes(question: str) -> Mistakes:
    other = question.replace('"same"', '"valid"') if '"same"' in question else question.replace('"valid"', '"same"')
    words = "without padding" if '"same"' in question else "That is with padding"
    return [(rows_out(question) + 40, "too large"), (0, "too small"), (rows_out(other), words)]


@solves("output-size", mistakes, needs_digit=False)
def rows_out(question: str) -> int:
    """By sliding a window over a list of rows."""
    rows, kernel, stride = (int(re.findall(pattern, question)[0]) for pattern in (r"(\d+) rows", r"(\d)x\d", r"stride (\d)"))
    if '"same"' in question:
        return len(range(0, rows, stride))
    return sum(1 for start in range(0, rows, stride) if start + kernel <= rows)
