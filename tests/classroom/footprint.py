"""What a student costs: memory and processor time of the server and of the notebook kernel."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import psutil

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.classroom.hub import Hub


@dataclass(frozen=True)
class Footprint:
    """What a student occupies at one moment.

    Attributes:
        server, kernel: MB of memory, each page of it shared out among the processes that use it (PSS).
    """

    server: float
    kernel: float

    @property
    def total(self) -> float:
        """Both together."""
        return self.server + self.kernel


def pss(process: psutil.Process) -> float:
    """Returns the proportional set size of a process in MB. Linux only."""
    return float(process.memory_full_info().pss) / 2**20


def footprint(hub: Hub, name: str) -> Footprint:
    """Measures a student now."""
    return Footprint(pss(hub.server(name)), sum(map(pss, hub.kernels(name))))


def processor_time(processes: Iterable[psutil.Process]) -> float:
    """Returns the seconds that processes have computed, their system calls included; those that have ended count nothing."""
    seconds = 0.0
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            seconds += times.user + times.system
    return seconds


class ProcessorTimes:
    """Processor time of the hub and of each student from now on."""

    def __init__(self, hub: Hub, names: Sequence[str]) -> None:
        self._students = {name: (hub.server(name), hub.kernels(name)) for name in names}
        self._own = hub.own_processes()
        self._start = self._read()

    def seconds(self) -> dict[str, tuple[float, float]]:
        """Returns server's and kernel's seconds of each student; of hub and proxy together below ""."""
        now = self._read()
        return {name: (now[name][0] - before[0], now[name][1] - before[1]) for name, before in self._start.items()}

    def _read(self) -> dict[str, tuple[float, float]]:
        students = {
            name: (processor_time([server]), processor_time(kernels)) for name, (server, kernels) in self._students.items()
        }
        return {**students, "": (processor_time(self._own), 0.0)}
