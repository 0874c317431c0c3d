"""The exercise `receptive-field`, solved from its question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.exercises.student import pixels_seen, solves

if TYPE_CHECKING:
    from tests.unit.exercises.student import Mistakes


def mistakes(question: str) -> Mistakes:
    return [(len(pixels_seen(question)[0]), "one side"), (784, "whole digit")]


@solves("receptive-field", mistakes, needs_digit=False)
def size(question: str) -> int:
    rows, columns = pixels_seen(question)
    return len(rows) * len(columns)
