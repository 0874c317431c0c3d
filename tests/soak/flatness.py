"""Judges whether use is flat: how much ninety minutes would add, at the slope measured once everything is warm."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.support.measuring.report import Row

if TYPE_CHECKING:
    from tests.support.measuring.footprint import Mark

CLASS = 90
"""Minutes of a class."""
WARM = 4
"""Minutes after which all code has run, all caches are filled, and the browser has compiled and tidied up."""
LAG = 1.5
"""Largest ratio of the last minute's lag to the first minute's: the budget of the benchmarks."""


@dataclass(frozen=True)
class Minute:
    """The end of one minute of use.

    Attributes:
        minutes: since the start.
        mark: what is occupied.
        lag: median milliseconds from pen event to painted update, in this minute.
    """

    minutes: float
    mark: Mark
    lag: float


@dataclass(frozen=True)
class _Quantity:
    name: str
    attribute: str
    limit: float  # in a class
    why: str
    unit: str = ""

    @property
    def digits(self) -> int:
        """The number of decimals to print."""
        return 1 if self.unit else 0


_QUANTITIES = (
    _Quantity("private memory of the kernel", "private", 30, "stays below the budget of 100 MB", " MB"),
    _Quantity("threads of the kernel", "threads", 0.5, "none is left behind"),
    _Quantity("heap of the page, after garbage collection", "heap", 10, "a third of what the page has", " MB"),
    _Quantity("DOM nodes", "nodes", 500, "a twentieth of what the page has"),
    _Quantity("event listeners", "listeners", 50, "fewer than a new explorer brings"),
    _Quantity("object URLs", "urls", 0.5, "none is left behind"),
)


def rows(moments: list[Minute]) -> list[Row]:
    """Returns a row for each quantity: its first and last minute, and whether it is flat."""
    warm = [moment for moment in moments if moment.minutes > WARM] if moments[-1].minutes > 2 * WARM else moments
    first, last = moments[0], moments[-1]
    table = []
    for quantity in _QUANTITIES:
        values_of = {moment: float(getattr(moment.mark, quantity.attribute)) for moment in moments}
        values = [values_of[moment] for moment in warm]
        slope = CLASS * statistics.linear_regression([moment.minutes for moment in warm], values).slope
        ends = [f"{value:,.{quantity.digits}f}{quantity.unit}" for value in (values_of[first], values_of[last])]
        measured = f"{ends[0]} -> {ends[1]}, {slope:+.3g}{quantity.unit} in {CLASS} minutes"
        limit = f"<= {quantity.limit:g}{quantity.unit}: {quantity.why}"
        table.append(Row(quantity.name, measured, limit, slope <= quantity.limit))
    lag = last.lag / first.lag
    table.append(Row("lag of the pen, median", f"{first.lag:.0f} -> {last.lag:.0f} ms", f"<= {LAG}x", lag <= LAG))
    table.append(Row("updates painted", f"{first.mark.updates:,} -> {last.mark.updates:,}"))
    return table
