"""Judges of numbers and positions: they know typical mistakes and say what went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mnistviz.exercises.answers import read_number, read_position
from mnistviz.exercises.task import Judgement
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted

if TYPE_CHECKING:
    from collections.abc import Sequence

MARGIN = 0.01
"""How far an answer with two decimals may be off: one unit of the last digit, since the numbers shown are rounded as well."""


@dataclass(frozen=True)
class Number:
    """Judges a number.

    Attributes:
        expected: the right answers: the network's number, and the result of the rounded numbers in the question. Whatever
            lies between them is right as well.
        solution: the reason given for a right answer.
        rule: the advice for a wrong answer that is not a known mistake; a whole sentence.
        mistakes: (wrong result, what went wrong), the likeliest first. One that leads to the right number never counts.
        margin: how far an answer may be off.
        whole, share: as in `read_number`.
        is_label: the number is a name, so "too large" and "too small" would mean nothing.
    """

    expected: Sequence[float]
    solution: str
    rule: str
    mistakes: Sequence[tuple[float, str]] = ()
    margin: float = MARGIN
    whole: bool = False
    share: bool = False
    is_label: bool = False

    def __call__(self, answer: Any) -> Judgement:
        """Judges an answer.

        Raises:
            ValueError: if it is not a number of the expected kind (`read_number`).
        """
        number = read_number(answer, whole=self.whole, share=self.share)
        slack = self.margin + 1e-9  # 0.74 - 0.73 is a little more than 0.01 in floats
        low, high = min(self.expected), max(self.expected)
        if low - slack <= number <= high + slack:
            return Judgement(right=True, reason=self.solution)
        for wrong, reason in self.mistakes:
            if abs(number - wrong) <= slack:
                return Judgement(right=False, reason=reason)
        return Judgement(right=False, reason=self._general_reason(number, is_small=number < low))

    def _general_reason(self, number: float, *, is_small: bool) -> str:
        if self.is_label:
            return text("not-that-number", number=formatted(number, "g"), rule=self.rule)
        if is_small:
            return text("number-too-small", number=formatted(number, "g"), rule=self.rule)
        return text("number-too-large", number=formatted(number, "g"), rule=self.rule)


@dataclass(frozen=True)
class Position:
    """Judges a (row, column).

    Attributes:
        expected: the right one.
        solution, rule: as in `Number`.
        mistakes: (wrong result, what went wrong), the likeliest first.
    """

    expected: tuple[int, int]
    solution: str
    rule: str
    mistakes: Sequence[tuple[tuple[int, int], str]] = ()

    def __call__(self, answer: Any) -> Judgement:
        """Judges an answer.

        Raises:
            ValueError: if it is not a row and a column (`read_position`).
        """
        position = read_position(answer)
        if position == self.expected:
            return Judgement(right=True, reason=self.solution)
        row, column = self.expected
        swapped = ((column, row), text("row-and-column-swapped"))
        from_one = ((row + 1, column + 1), text("positions-count-from-0"))
        for wrong, reason in (swapped, *self.mistakes, from_one):
            if position == wrong:
                return Judgement(right=False, reason=reason)
        reason = text("not-that-position", row=str(position[0]), column=str(position[1]), rule=self.rule)
        return Judgement(right=False, reason=reason)
