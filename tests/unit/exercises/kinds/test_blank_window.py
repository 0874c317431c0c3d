"""The exercise `blank-window`, solved from its question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.exercises.student import number_after, solves, tables

if TYPE_CHECKING:
    from tests.unit.exercises.student import Mistakes


def mistakes(question: str) -> Mistakes:
    return [(tables(question)[0].sum(), "paper is 0")]


@solves("blank-window", mistakes, needs_digit=False)
def bias(question: str) -> float:
    return number_after("bias is", question)
