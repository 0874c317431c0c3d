"""The exercise `frame-line`, solved from its question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.unit.exercises.student import number_after, solves

if TYPE_CHECKING:
    from tests.unit.exercises.student import Mistakes


def sides(question: str) -> tuple[int, int]:
    width, height = re.findall(r"(\d+) x (\d+) pixels", question)[0]
    return int(width), int(height)


def mistakes(question: str) -> Mistakes:
    right = line(question)
    return [(right * max(sides(question)) / min(sides(question)), "longest side"), (1.4 * right, "its ink only 20")]


@solves("frame-line", mistakes, needs_digit=False)
def line(question: str) -> float:
    return number_after("brush of", question) / (max(sides(question)) / number_after("longest side to", question))
