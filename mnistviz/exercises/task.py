"""What one exercise asks and shows, and the result of judging an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.exercises.tables import Table


@dataclass(frozen=True)
class Judgement:
    """Whether an answer is right, and why."""

    right: bool
    reason: str


@dataclass(frozen=True)
class Task:
    """One exercise, made from a digit and a network.

    Attributes:
        text: the question, in paragraphs; names of layers stand in backticks.
        judge: judges an answer, and raises ValueError if it cannot be read as one.
        hints: the first says little, the last almost everything.
        solution: the answer, and how to get it.
        tables: the numbers that the question is about.
        draws: whether the answer is a drawing.
    """

    text: str
    judge: Callable[[Any], Judgement]
    hints: tuple[str, ...]
    solution: str
    tables: tuple[Table, ...] = ()
    draws: bool = False

    def to_markdown(self) -> str:
        """Returns the question with its numbers."""
        return "\n\n".join([self.text, *(table.to_markdown() for table in self.tables)])
