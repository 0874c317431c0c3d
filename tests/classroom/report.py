"""Writes what a lesson has cost, what a mishap has lost, and the size of a machine that follows from it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.classroom.lesson import FEW, median
from tests.classroom.sizes import HEADROOM, OVERHEAD_CORES, OVERHEAD_MB, size_for
from tests.support.measuring.report import Row, at_most, machine, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.classroom.lesson import Class, Lesson
    from tests.classroom.mishaps import Mishap

_MEMORY, _MEMORY_KERAS = 300, 900
"""Budget of a student's memory in MB: on the shipped network, and with TensorFlow."""
_CLASS, _CLASS_MEMORY, _CLASS_CORES = 60, 24, 8
"""A class, and the machine that must be large enough for it."""
_SIZES = (60, 300)
_PAGE = """\
# A class on a hub

Written by `make class`: a JupyterHub with its proxy on one machine, {scripted} scripted students (of whom {keras} on a live Keras
model, so with TensorFlow) and {browsers} in Chromium. {separate}
All logged in within {arrival:.0f} s, then drew for {seconds:.0f} s at the same time, at 60 pen events a second.
{warning}
## What a student costs

{costs}

Memory is shared out among the processes that use it (PSS). Times depend on the machine, which also ran the students and the
browsers. The processor of a student is measured while {few} draw: on a machine that is busy with all, kernels skip updates.

## What is lost

{mishaps}

## How large a machine

By the rule of The Littlest JupyterHub ([docs](https://tljh.jupyter.org/en/latest/howto/admin/resource-estimation.html)):
memory = students at once x memory of one + {overhead_mb} MB,
processor = students at once x processor of one + {overhead_cores:g} cores.
The memory of one is the most that was measured and {headroom:.0f} % on top. The processor is that of a student who draws without
a pause, with a share of hub and proxy.

{sizes}

## Errors

{errors}

## Machine

{machine}
"""


@dataclass(frozen=True)
class Report:
    """All results of a run.

    Attributes:
        pupils: who took part.
        lesson: what was measured.
        mishaps: what happened.
        arrival, seconds: how long they came and drew.
        browser: version of Chromium; None if none was used.
        load: load average of the machine before the run, which tells whether others used it, too.
        separate: whether students were different users of the system.
    """

    pupils: Class
    lesson: Lesson
    mishaps: Sequence[Mishap]
    arrival: float
    seconds: float
    browser: str | None
    load: float
    separate: bool

    def rows(self) -> list[Row]:
        """Returns what a student costs."""
        plain = [one.name for one in (*self.pupils.students, *self.pupils.browsers)]
        keras = [one.name for one in self.pupils.keras]
        rows = [self._first_digit("scripted", [one.name for one in self.pupils.students])]
        if keras:
            rows.append(self._first_digit("scripted, with TensorFlow", keras))
        if self.pupils.browsers:
            rows.append(self._first_digit("in Chromium", [one.name for one in self.pupils.browsers]))
            rows += self._pen_rows()
        rows.append(Row("from a batch of pen events to the kernel's answer, median of the students", self._answers()))
        return [*rows, *self._memory_rows(plain, keras), *self._work_rows(plain, keras)]

    def sizes(self) -> list[Row]:
        """Returns the machines for classes."""
        plain = [one.name for one in (*self.pupils.students, *self.pupils.browsers)]
        rows = self._sizes("", plain)
        return rows + (self._sizes(", with TensorFlow", [one.name for one in self.pupils.keras]) if self.pupils.keras else [])

    def text(self) -> str:
        """Returns the page."""
        facts = [*machine(self.browser), f"Load average (one minute) before: {self.load:.1f}, after: {os.getloadavg()[0]:.1f}"]
        problems = [*self.lesson.errors, *(f"{one.what}: {text}" for one in self.mishaps for text in one.errors)]
        busy = self.load > 1
        return _PAGE.format(
            scripted=len(self.pupils.scripted),
            keras=len(self.pupils.keras),
            browsers=len(self.pupils.browsers),
            separate="Each is a user of the system of their own." if self.separate else "All are one user of the system.",
            few=FEW,
            arrival=self.arrival,
            seconds=self.seconds,
            warning="\n**Others used the machine at the same time: the times below are too long.**\n" if busy else "",
            costs=table(self.rows()),
            mishaps=table(self.mishap_rows()),
            overhead_mb=OVERHEAD_MB,
            overhead_cores=OVERHEAD_CORES,
            headroom=100 * HEADROOM - 100,
            sizes=table(self.sizes()),
            errors="\n".join(f"- {text}" for text in problems) or "None.",
            machine="\n".join(f"- {fact}" for fact in facts),
        )

    def mishap_rows(self) -> list[Row]:
        """Returns what each mishap has cost."""
        lost = [Row("drawing for all of them", _lost(self.lesson.lost), "nothing lost", not self.lesson.lost)]
        return lost + [
            Row(
                one.what,
                f"{_lost(one.lost)}; {_breaks(one)}",
                "nothing lost",
                not one.lost and not one.errors,
            )
            for one in self.mishaps
        ]

    def _first_digit(self, who: str, names: Sequence[str]) -> Row:
        seconds = [self.lesson.first_digit[name] for name in names if name in self.lesson.first_digit]
        return Row(f"login to first digit, {who}: median (slowest)", f"{median(seconds):.1f} s ({max(seconds, default=0):.1f} s)")

    def _pen_rows(self) -> list[Row]:
        lags = [lag for one in self.pupils.browsers for lags in one.tracking.rounds for lag in lags]
        rates = [rate for one in self.pupils.browsers for rate in one.tracking.rates]
        ordered = sorted(lags)
        text = f"{median(lags):.0f} ms, {ordered[int(0.95 * (len(ordered) - 1))]:.0f} ms"
        return [
            Row("pen event to painted maps in Chromium: median, 95th percentile", text),
            Row("... updates while drawing", f"{median(rates):.1f} per second"),
        ]

    def _answers(self) -> str:
        medians = [median(one.page.answers) for one in self.pupils.students if one.page.answers]
        return f"{1000 * median(medians):.0f} ms"

    def _memory_rows(self, plain: Sequence[str], keras: Sequence[str]) -> list[Row]:
        costs, bare = self.lesson.footprints, self.lesson.bare_kernel
        kernel = median([costs[name].kernel for name in plain])
        rows = [
            at_most("memory of a student, the most", max(costs[name].total for name in plain), _MEMORY, " MB"),
            Row("... of the server, median", f"{median([costs[name].server for name in plain]):.0f} MB"),
            Row("... of a notebook kernel in which nothing has run", f"{bare:.0f} MB"),
            Row("... of the explorer in it, median", f"{kernel - bare:.0f} MB"),
        ]
        if keras:
            most = max(costs[name].total for name in keras)
            rows.append(at_most("memory of a student with TensorFlow, the most", most, _MEMORY_KERAS, " MB"))
        return rows

    def _work_rows(self, plain: Sequence[str], keras: Sequence[str]) -> list[Row]:
        work, starts = self.lesson.work, self.lesson.start_work
        rows = [
            Row(
                "processor until the first digit, a student",
                f"{median([starts[name] for name in plain if name in starts]):.1f} s",
            )
        ]
        for who, names in (("", plain), (" with TensorFlow", keras)):
            if names:
                server, kernel = (100 * median([work[name][part] for name in names if name in work]) for part in (0, 1))
                text = f"{server + kernel:.1f} % of a core (server {server:.1f}, kernel {kernel:.1f})"
                rows.append(Row(f"processor while drawing without a pause, a student{who}", text))
        return [
            *rows,
            Row("... hub and proxy, for each of all who draw", f"{100 * sum(work['']):.1f} % of a core"),
            Row("the machine while all draw", f"{100 * self.lesson.busy:.0f} % busy"),
        ]

    def _sizes(self, who: str, names: Sequence[str]) -> list[Row]:
        memory = max(self.lesson.footprints[name].total for name in names)
        work = self.lesson.work
        cores = median([sum(work[name]) for name in names if name in work]) + sum(work[""])
        rows = []
        for students in _SIZES:
            size = size_for(students, memory, cores)
            half = size_for(students // 2, memory, cores)
            is_budget = students == _CLASS and not who
            rows.append(
                Row(
                    f"{students} students{who}, all at once (half of them)",
                    f"{size.memory:.1f} GB, {size.cores:.1f} cores ({half.memory:.1f} GB, {half.cores:.1f} cores)",
                    f"<= {_CLASS_MEMORY} GB, {_CLASS_CORES} cores" if is_budget else "",
                    (size.memory <= _CLASS_MEMORY and size.cores <= _CLASS_CORES) if is_budget else None,
                )
            )
        return rows


def _breaks(mishap: Mishap) -> str:
    if not mishap.breaks:
        return "no connection broke"
    heard = "" if mishap.browsers is None else f"; all heard of Chromium {mishap.browsers:.0f} s after its stroke"
    return f"{mishap.breaks} scripted connections broke, back after {mishap.seconds:.0f} s at most{heard}"


def _lost(names: Sequence[str]) -> str:
    return f"strokes of {len(names)} students: {', '.join(names)}" if names else "nothing lost"
