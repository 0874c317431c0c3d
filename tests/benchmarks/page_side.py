"""What needs a real JupyterLab in a real browser: start, tracking of the pen, frame rate, memory, and the peer."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import psutil

from .kernel_side import CELL
from .lab import call
from .subjects import BARE, EXPLORER, PEER

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

    from .lab import Lab
    from .subjects import Subject


@dataclass
class Tracking:
    """How the page follows the pen. Latencies are milliseconds from the dispatch of a pen event to the change that shows it."""

    rounds: list[list[float]] = field(default_factory=list)
    first_second: list[float] = field(default_factory=list)
    last_second: list[float] = field(default_factory=list)
    delays: list[float] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)
    last_lags: list[float] = field(default_factory=list)

    def add(self, drawn: dict[str, Any], *, limit: float = 30) -> None:
        """Takes in one result of `benchmark.draw`. An event that the page never showed counts with the limit, in seconds."""
        sent, due, seen = drawn["sent"], drawn["due"], drawn["seen"]
        shown = iter([*seen, [sent[-1] + 1000 * limit, float("inf"), 0]])
        moment, count, _ = next(shown)
        lags = []
        for number, dispatched in enumerate(sent, 1):
            while count < number:
                moment, count, _ = next(shown)
            lags.append(moment - dispatched)
        self.rounds.append(lags)
        self.first_second += [lag for lag, time in zip(lags, due, strict=True) if time < due[0] + 1000]
        self.last_second += [lag for lag, time in zip(lags, due, strict=True) if time > due[-1] - 1000]
        self.delays += [dispatched - time for dispatched, time in zip(sent, due, strict=True)]
        self.last_lags.append(lags[-1])
        while_drawing = [(time, frames) for time, _, frames in seen if sent[0] <= time <= sent[-1]]
        if len(while_drawing) > 1:
            (start, first), (end, last) = while_drawing[0], while_drawing[-1]
            self.rates.append(1000 * (last - first) / (end - start))

    def latency(self, percent: int) -> float:
        """The percentile of the latency, in ms, over all rounds."""
        return percentile([lag for lags in self.rounds for lag in lags], percent)

    def ratio(self, other: Tracking, percent: int) -> float:
        """This percentile against the other's: of each round against the other's round just before it, then the median.

        A burst of somebody else's work spoils one round, not the result.
        """
        pairs = zip(self.rounds, other.rounds, strict=True)
        return statistics.median(percentile(lags, percent) / percentile(its, percent) for lags, its in pairs)


@dataclass(frozen=True)
class Mark:
    """What is occupied after so many frames: MB private to the kernel, MB of the page's heap, counts in the page."""

    frames: int
    private: float
    heap: float
    nodes: int
    urls: int


@dataclass(frozen=True)
class Live:
    """Everything that one page with explorer and bare round trip has shown."""

    explorer: Tracking
    bare: Tracking
    looking: Tracking
    bare_again: Tracking
    short: Tracking
    marks: list[Mark]


@dataclass(frozen=True)
class Start:
    """Milliseconds to a usable notebook, by repetition; `kernel` is the start of the kernel, `cells` what follows."""

    kernel: list[float]
    cells: list[float]
    has_tensorflow: bool


def measure_start(lab: Lab, subject: Subject = EXPLORER, repetitions: int = 5, limit: float = 60) -> Start:
    """A fresh kernel and a freshly loaded page each time."""
    path = lab.write_notebook(subject.path, subject.cells)
    starts, runs = [], []
    for _ in range(repetitions):
        with lab.page() as page:
            call(page, "open", path)
            starts.append(call(page, "freshKernel"))
            runs.append(_run(page, subject, limit))
            has_tensorflow = _execute(page, "import sys; print('tensorflow' in sys.modules)") == "True"
            call(page, "shutdown")
    return Start(starts, runs, has_tensorflow)


def measure_live(lab: Lab, rounds: int = 3, seconds: float = 10) -> Live:
    """First the explorer alone, for its memory; then explorer and bare round trip draw in turns, each with its own kernel.

    Then they do so again, shorter, with a cell of conv2 under the microscope.
    """
    with lab.page() as page:
        devtools = page.context.new_cdp_session(page)
        for subject in (BARE, EXPLORER):
            call(page, "open", lab.write_notebook(subject.path, subject.cells))
            _run(page, subject, 60)
        kernel = psutil.Process(int(_execute(page, "import os; print(os.getpid())")))
        marks = []
        for frames, longest in ((200, 15), (1000, 30), (2000, 40)):
            end = time.monotonic() + longest
            while _frames(page) < frames and time.monotonic() < end:
                _draw(page, EXPLORER, min(seconds, 3.5))
            marks.append(_mark(page, devtools, kernel))
        explorer, bare, looking, bare_again, short = (Tracking() for _ in range(5))
        _draw(page, BARE, 3.5)  # warm-up; the explorer is warm
        for _ in range(rounds):
            bare.add(_draw(page, BARE, seconds))
            explorer.add(_draw(page, EXPLORER, seconds))
        for _ in range(3):
            short.add(_draw(page, EXPLORER, 2))
        _execute(page, f"explorer.explain({CELL['layer']!r}, {CELL['index']!r})")
        page.wait_for_selector(".mnistviz-microscope")
        for _ in range(rounds):
            bare_again.add(_draw(page, BARE, seconds / 2))
            looking.add(_draw(page, EXPLORER, seconds / 2))
        for subject in (BARE, EXPLORER):
            call(page, "activate", subject.path)
            call(page, "shutdown")
    return Live(explorer, bare, looking, bare_again, short, marks)


def measure_peer(lab: Lab, limit: float = 90) -> tuple[float, float, bool]:
    """Seconds until the obvious notebook is usable, seconds that it lags after two of drawing, and whether it came that far."""
    with lab.page() as page:
        call(page, "open", lab.write_notebook(PEER.path, PEER.cells))
        appeared = _run(page, PEER, limit)
        track = Tracking()
        drawn = _draw(page, PEER, 2, limit)
        track.add(drawn, limit=limit)
        call(page, "shutdown")
    return appeared / 1000, track.last_lags[0] / 1000, bool(drawn["seen"]) and drawn["seen"][-1][1] >= len(drawn["sent"])


def percentile(values: list[float], percent: int) -> float:
    """The value below which so many percent of the values lie."""
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def _run(page: Page, subject: Subject, limit: float) -> float:
    is_framed = subject.frames is not None
    milliseconds = call(page, "run", subject.frames or subject.points, int(is_framed), limit)
    if milliseconds is None:
        raise RuntimeError(f"{subject.path} has shown nothing in {limit} s: {_outputs(page)[-1000:]}")
    return float(milliseconds)


def _draw(page: Page, subject: Subject, seconds: float, limit: float = 30) -> dict[str, Any]:
    call(page, "activate", subject.path)
    if subject is EXPLORER:
        _execute(page, "explorer.clear()")
        page.wait_for_selector('.mnistviz-view[data-points="0"]')
    page.locator(subject.canvas).scroll_into_view_if_needed()
    result: dict[str, Any] = call(page, "draw", subject.stroke(seconds=seconds, limit=limit))
    return result


def _mark(page: Page, devtools: CDPSession, kernel: psutil.Process) -> Mark:
    devtools.send("HeapProfiler.collectGarbage")
    counters = devtools.send("Memory.getDOMCounters")
    heap = devtools.send("Runtime.getHeapUsage")["usedSize"]
    private = kernel.memory_full_info().uss
    return Mark(_frames(page), private / 2**20, heap / 2**20, counters["nodes"], call(page, "liveUrls"))


def _frames(page: Page) -> int:
    return int(page.get_attribute(".mnistviz-view", "data-frame") or 0)


def _outputs(page: Page) -> str:
    return "\n".join(page.locator(".jp-OutputArea-output").all_inner_texts())


def _execute(page: Page, code: str) -> str:
    return str(call(page, "execute", code)).strip()
