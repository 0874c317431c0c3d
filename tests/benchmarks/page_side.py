"""What needs a real JupyterLab in a real browser: start, tracking of the pen, frame rate, memory, and the peer."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psutil

from tests.support.measuring.footprint import painted_frames, take_mark
from tests.support.measuring.lab import call
from tests.support.measuring.subjects import BARE, EXPLORER, PEER
from tests.support.measuring.tracking import Tracking

from .kernel_side import CELL

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.support.measuring.footprint import Mark
    from tests.support.measuring.lab import Lab
    from tests.support.measuring.subjects import Subject


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
            while painted_frames(page) < frames and time.monotonic() < end:
                _draw(page, EXPLORER, min(seconds, 3.5))
            marks.append(take_mark(page, devtools, kernel))
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


def measure_pair(lab: Lab, rounds: int = 3, seconds: float = 6) -> tuple[Tracking, Tracking]:
    """Explorer and bare round trip draw in turns."""
    explorer, bare = Tracking(), Tracking()
    with lab.page() as page:
        for subject in (BARE, EXPLORER):
            call(page, "open", lab.write_notebook(subject.path, subject.cells))
            _run(page, subject, 60)
            _draw(page, subject, 3.5)  # warm-up
        for _ in range(rounds):
            bare.add(_draw(page, BARE, seconds))
            explorer.add(_draw(page, EXPLORER, seconds))
    return explorer, bare


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


def _outputs(page: Page) -> str:
    return "\n".join(page.locator(".jp-OutputArea-output").all_inner_texts())


def _execute(page: Page, code: str) -> str:
    return str(call(page, "execute", code)).strip()
