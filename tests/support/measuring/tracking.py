"""Measures how a page follows the pen."""

from __future__ import annotations

import statistics
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Tracking:
    """How the page follows the pen, round by round.

    Attributes:
        rounds: milliseconds from the dispatch of each pen event until what shows it is painted.
        changes: milliseconds from the dispatch until the page changes.
        first_second, last_second: what of `rounds` falls into the first and the last second of a stroke.
        delays: milliseconds that events were dispatched late.
        rates: updates a second.
        last_lags: milliseconds of the last event of each stroke.
    """

    rounds: list[list[float]] = field(default_factory=list)
    changes: list[float] = field(default_factory=list)
    first_second: list[float] = field(default_factory=list)
    last_second: list[float] = field(default_factory=list)
    delays: list[float] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)
    last_lags: list[float] = field(default_factory=list)

    def add(self, drawn: dict[str, Any], *, limit: float = 30) -> None:
        """Adds one result of `draw` in probes.js. An event that the page never showed counts with the limit, in seconds."""
        sent, due, seen = drawn["sent"], drawn["due"], drawn["seen"]
        never = sent[-1] + 1000 * limit
        shown = iter([*seen, [never, float("inf"), 0, never]])
        changed, count, _, painted = next(shown)
        lags = []
        for number, dispatched in enumerate(sent, 1):
            while count < number:
                changed, count, _, painted = next(shown)
            lags.append(painted - dispatched)
            self.changes.append(changed - dispatched)
        self.rounds.append(lags)
        self.first_second += [lag for lag, time in zip(lags, due, strict=True) if time < due[0] + 1000]
        self.last_second += [lag for lag, time in zip(lags, due, strict=True) if time > due[-1] - 1000]
        self.delays += [dispatched - time for dispatched, time in zip(sent, due, strict=True)]
        self.last_lags.append(lags[-1])
        while_drawing = [(time, updates) for time, _, updates, _ in seen if sent[0] <= time <= sent[-1]]
        if len(while_drawing) > 1:
            (start, first), (end, last) = while_drawing[0], while_drawing[-1]
            self.rates.append(1000 * (last - first) / (end - start))

    def latency(self, percent: int) -> float:
        """Returns a percentile of the latency, in ms, over all rounds."""
        return percentile([lag for lags in self.rounds for lag in lags], percent)

    def ratio(self, other: Tracking, percent: int) -> float:
        """Returns how many times the other's percentile this one is: the median over pairs of rounds.

        Each round is compared with the other's round just before it, so that a burst of other work spoils one pair only.
        """
        pairs = zip(self.rounds, other.rounds, strict=True)
        return statistics.median(percentile(lags, percent) / percentile(its, percent) for lags, its in pairs)


def percentile(values: list[float], percent: int) -> float:
    """Returns the value below which this percentage of the values lies."""
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]
