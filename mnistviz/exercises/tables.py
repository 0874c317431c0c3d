"""Numbers as a question shows them: rounded to two decimals, in tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.locale import text
from mnistviz.locale.numbers import formatted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mnistviz.arrays import Array


@dataclass(frozen=True)
class Table:
    """Numbers that the student needs.

    Attributes:
        caption: what they are.
        header: the names of the columns; the first belongs to the names of the rows.
        rows: each as long as the header.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def to_markdown(self) -> str:
        """Returns the table with aligned columns, so that it can be read as plain text, too."""
        widths = [max(map(len, column)) for column in zip(self.header, *self.rows, strict=True)]
        rule = [f"{'-' * (max(width, 2) - 1)}:" for width in widths]
        lines = (
            " | ".join(cell.rjust(len(dashes)) for cell, dashes in zip(row, rule, strict=True))
            for row in (self.header, rule, *self.rows)
        )
        return "\n".join([f"{self.caption}:", "", *(f"| {line} |" for line in lines)])


def map_table(caption: str, rows: Iterable[int], columns: Iterable[int], values: Iterable[Iterable[float]]) -> Table:
    """Returns a part of a map, with the numbers of its rows and columns."""
    lines = tuple((text("table-row", row=str(row)), *map(two, line)) for row, line in zip(rows, values, strict=True))
    return Table(caption, ("", *(text("table-column", column=str(column)) for column in columns)), lines)


def list_table(caption: str, name: str, labels: Sequence[object], columns: Mapping[str, Iterable[float]]) -> Table:
    """Returns a table with a row for each label.

    Args:
        caption: what the numbers are.
        name: what the labels are.
        labels: the names of the rows.
        columns: by their headings, a number for each label: a whole one of type int is a count, and shown without decimals.
    """
    lines = tuple((str(label), *map(_cell, values)) for label, *values in zip(labels, *columns.values(), strict=True))
    return Table(caption, (name, *columns), lines)


def _cell(value: float) -> str:
    return str(value) if isinstance(value, int) else two(value)


def two(value: float) -> str:
    """Returns a number with two decimals, without a minus before 0."""
    return formatted(rounded(value), ".2f")


def rounded(value: float) -> float:
    """Rounds a number as it is shown: to two decimals."""
    return round(float(value), 2) + 0.0


def all_rounded(values: Iterable[float]) -> Array:
    """Rounds numbers as they are shown. Returns float64 of the same shape."""
    shown: Array = np.vectorize(rounded)(values)
    return shown
