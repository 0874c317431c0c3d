"""Notebooks that are open and drawn on, one after the other, so that all of them meet the same machine."""

from __future__ import annotations

import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import psutil

from tests.support.measuring.tracking import Tracking
from tests.support.measuring.workbench import call

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.support.measuring.subject import Subject
    from tests.support.measuring.workbench import Workbench
    from tests.support.notebook import Notebook

REST = 1.0
"""Seconds after a stroke in which the kernel settles; they count as its work for the stroke."""
WARM = 3.5
"""Seconds of drawing before anything is measured."""


@dataclass(frozen=True)
class Drawn:
    """One stroke.

    Attributes:
        page: what `draw` in probes.js returns.
        limit: seconds that were waited at most until the last event was shown.
        kernel, server: seconds of processor time for each second of drawing.
    """

    page: dict[str, Any]
    limit: float
    kernel: float
    server: float

    @property
    def is_complete(self) -> bool:
        """Whether the page has shown all events."""
        return bool(self.page["seen"]) and self.page["seen"][-1][1] >= len(self.page["sent"])


@dataclass
class Record:
    """What was measured of a notebook, stroke by stroke; see `Drawn`."""

    tracking: Tracking = field(default_factory=Tracking)
    kernel: list[float] = field(default_factory=list)
    server: list[float] = field(default_factory=list)

    @property
    def processor_times(self) -> list[float]:
        """Kernel and server together."""
        return [sum(times) for times in zip(self.kernel, self.server, strict=True)]

    def add(self, drawn: Drawn) -> None:
        """Adds one stroke."""
        self.tracking.add(drawn.page, limit=drawn.limit)
        self.kernel.append(drawn.kernel)
        self.server.append(drawn.server)


class Seat:
    """A notebook that is open and ready to be drawn on.

    Args:
        notebook: is run first.
        subject: of which the notebook is.
        limit: seconds that it may take until it is usable.

    Attributes:
        appeared: milliseconds that it took.
        kernel, server: the processes.
    """

    def __init__(self, notebook: Notebook, subject: Subject, limit: float = 60) -> None:
        self.notebook = notebook
        self.page = notebook.page
        self.subject = subject
        self.appeared = run(notebook, subject, limit)
        self.kernel = psutil.Process(notebook.evaluate("__import__('os').getpid()"))
        self.server: psutil.Process = self.kernel.parent()

    def draw(self, seconds: float, limit: float = 30) -> Drawn:
        """Draws one stroke on a blank pad.

        Args:
            seconds: of drawing.
            limit: seconds to wait until the last event is shown.
        """
        self.page.bring_to_front()
        if self.subject.is_explorer:
            self.notebook.execute("explorer.clear()")
            self.page.wait_for_selector('.mnistviz-view[data-points="0"]')
        self.page.locator(self.subject.canvas).scroll_into_view_if_needed()
        processes = (self.kernel, self.server)
        before = [_processor_time(process) for process in processes]
        page = call(self.page, "draw", self.subject.stroke(seconds=seconds, limit=limit))
        time.sleep(REST)
        kernel, server = ((_processor_time(process) - start) / seconds for process, start in zip(processes, before, strict=True))
        return Drawn(page, limit, kernel, server)


@contextmanager
def open_seats(places: Mapping[str, tuple[Workbench, Subject]], delay: float = 0) -> Iterator[dict[str, Seat]]:
    """Opens notebooks, each on a page of its own, and draws on each until it is warm.

    Args:
        places: where to open what, by name.
        delay: seconds between browser and server, in each direction.
    """
    with ExitStack() as stack:
        seats = {}
        for name, (workbench, subject) in places.items():
            lab = stack.enter_context(workbench.open_lab(delay))
            seats[name] = Seat(lab.open(*subject.cells), subject)
        for seat in seats.values():
            seat.draw(WARM)
        yield seats


def draw_in_turns(seats: Mapping[str, Seat], rounds: int, seconds: float) -> dict[str, Record]:
    """Draws one stroke on each in every round."""
    records = {name: Record() for name in seats}
    for _ in range(rounds):
        for name, seat in seats.items():
            records[name].add(seat.draw(seconds))
    return records


def run(notebook: Notebook, subject: Subject, limit: float) -> float:
    """Runs a notebook and returns the milliseconds until it is usable.

    Raises:
        RuntimeError: if it isn't after `limit` seconds.
    """
    milliseconds = call(notebook.page, "run", subject.updates or subject.points, int(subject.is_explorer), limit)
    if milliseconds is None:
        outputs = "\n".join(notebook.page.locator(".jp-OutputArea-output").all_inner_texts())
        raise RuntimeError(f"{subject.name} showed nothing in {limit} s: {outputs[-1000:]}")
    return float(milliseconds)


def _processor_time(process: psutil.Process) -> float:
    """Returns the seconds that all threads of a process have computed, their system calls included."""
    times = process.cpu_times()
    return float(times.user + times.system)
