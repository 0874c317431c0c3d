"""Task: what one exercise asks, shows and accepts; and the judges of numbers and places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.exercises.answers import read_number, read_place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from mnistviz.arrays import Array
    from mnistviz.network.forward_pass import ForwardPass, Layer

MARGIN = 0.01
"""How far an answer with two decimals may be off: one unit of the last digit, since the numbers shown are rounded as well."""
DECIMALS = "Answer with two decimals; 0.01 more or less is right, too."


@dataclass(frozen=True)
class Table:
    """Numbers that the student needs.

    Attributes:
        caption: what they are.
        header: of the columns; the first one belongs to the names of the rows.
        rows: each as long as the header.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def to_markdown(self) -> str:
        """The table with aligned columns, so that it can be read as plain text, too."""
        widths = [max(map(len, column)) for column in zip(self.header, *self.rows, strict=True)]
        rule = [f"{'-' * (max(width, 2) - 1)}:" for width in widths]
        lines = (
            " | ".join(cell.rjust(len(dashes)) for cell, dashes in zip(row, rule, strict=True))
            for row in (self.header, rule, *self.rows)
        )
        return "\n".join([f"{self.caption}:", "", *(f"| {line} |" for line in lines)])


@dataclass(frozen=True)
class Judgement:
    """Whether an answer is right, and why."""

    right: bool
    reason: str


@dataclass(frozen=True)
class Task:
    """One exercise, made of a digit and a network.

    Attributes:
        text: the question, in paragraphs; names of layers stand in backticks.
        judge: of an answer, which raises ValueError for one that is none.
        hints: the first says little, the last nearly all.
        solution: the answer, and how it comes about.
        tables: the numbers in question.
        draws: the answer is a drawing.
    """

    text: str
    judge: Callable[[Any], Judgement]
    hints: tuple[str, ...]
    solution: str
    tables: tuple[Table, ...] = ()
    draws: bool = False

    def to_markdown(self) -> str:
        """The question with its numbers."""
        return "\n\n".join([self.text, *(table.to_markdown() for table in self.tables)])


@dataclass(frozen=True)
class Number:
    """The judge of a number.

    Attributes:
        expected: what is right: the network's number, and what comes out of the rounded numbers in the question. Whatever
            lies between them is right as well.
        solution: said of a right answer.
        rule: said of a wrong one that nothing better is known about; a whole sentence.
        mistakes: (what comes out of it, what was done wrong), the likeliest first; those that give the right number are
            none.
        margin: how far an answer may be off.
        whole, share: as in `read_number`.
        is_label: the number is a name, for which too large and too small mean nothing.
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
        """The judgement of an answer.

        Raises:
            ValueError: if it is no number (`read_number`).
        """
        number = read_number(answer, whole=self.whole, share=self.share)
        slack = self.margin + 1e-9  # 0.74 - 0.73 is a little more than 0.01 in floats
        low, high = min(self.expected), max(self.expected)
        if low - slack <= number <= high + slack:
            return Judgement(right=True, reason=self.solution)
        for wrong, reason in self.mistakes:
            if abs(number - wrong) <= slack:
                return Judgement(right=False, reason=reason)
        if self.is_label:
            return Judgement(right=False, reason=f"It is not {number:g}. {self.rule}")
        return Judgement(right=False, reason=f"{number:g} is too {'small' if number < low else 'large'}. {self.rule}")


@dataclass(frozen=True)
class Place:
    """The judge of a (row, column).

    Attributes:
        expected: the right one.
        solution, rule: as in `Number`.
        mistakes: (what comes out of it, what was done wrong), the likeliest first.
    """

    expected: tuple[int, int]
    solution: str
    rule: str
    mistakes: Sequence[tuple[tuple[int, int], str]] = ()

    def __call__(self, answer: Any) -> Judgement:
        """The judgement of an answer.

        Raises:
            ValueError: if it is no row and column (`read_place`).
        """
        place = read_place(answer)
        if place == self.expected:
            return Judgement(right=True, reason=self.solution)
        row, column = self.expected
        swapped = ((column, row), "Row and column are swapped: the row comes first, and it counts downwards.")
        from_one = ((row + 1, column + 1), "Rows and columns are counted from 0, not from 1.")
        for wrong, reason in (swapped, *self.mistakes, from_one):
            if place == wrong:
                return Judgement(right=False, reason=reason)
        return Judgement(right=False, reason=f"It is not row {place[0]}, column {place[1]}. {self.rule}")


def two(value: float) -> str:
    """A number with two decimals, and no minus before 0."""
    return f"{rounded(value):.2f}"


def rounded(value: float) -> float:
    """A number as it is shown: with two decimals."""
    return round(float(value), 2) + 0.0


def all_rounded(values: Iterable[float]) -> Array:
    """float64, of the same shape: numbers as they are shown."""
    shown: Array = np.vectorize(rounded)(values)
    return shown


def map_table(caption: str, rows: Iterable[int], columns: Iterable[int], values: Iterable[Iterable[float]]) -> Table:
    """A part of a map with the numbers of its rows and columns."""
    lines = tuple((f"row {row}", *map(two, line)) for row, line in zip(rows, values, strict=True))
    return Table(caption, ("", *(f"column {column}" for column in columns)), lines)


def list_table(caption: str, name: str, labels: Sequence[object], **columns: Iterable[float]) -> Table:
    """A row for each label, a column for each sequence of numbers."""
    lines = tuple((str(label), *map(two, values)) for label, *values in zip(labels, *columns.values(), strict=True))
    return Table(caption, (name, *columns), lines)


def digit_name(label: int | None) -> str:
    """A digit as a noun: a 3, an 8."""
    return f"an {label}" if label == 8 else f"a {label}"


def reading(passed: ForwardPass) -> str:
    """What the network reads, and how sure it is."""
    return "blank paper" if passed.prediction is None else f"{digit_name(passed.prediction)} with {100 * passed.confidence:.1f} %"


def unit_place(layer: Layer, index: Iterable[int]) -> str:
    """A cell of a map in words, channel first, as one says it."""
    row, column, channel = index
    return f"`{layer.name}`, channel {channel}, row {row}, column {column}"
