"""Measures in a real JupyterLab in a real browser: start, tracking of the pen, updates a second, memory, and the peer."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psutil

from tests.support.measuring.footprint import painted_updates, take_mark
from tests.support.measuring.subject import EXPLORER
from tests.support.measuring.tracking import Tracking
from tests.support.measuring.workbench import call

from .kernel_side import UNIT
from .rivals import BARE, PEER

if TYPE_CHECKING:
    from tests.support.measuring.footprint import Mark
    from tests.support.measuring.subject import Subject
    from tests.support.measuring.workbench import Workbench
    from tests.support.notebook import Notebook


@dataclass(frozen=True)
class Live:
    """What was measured on a page with explorer and bare round trip; `looking` has the microscope open."""

    explorer: Tracking
    bare: Tracking
    looking: Tracking
    bare_again: Tracking
    short: Tracking
    marks: list[Mark]


@dataclass(frozen=True)
class Start:
    """Milliseconds to a usable notebook, one number a repetition.

    Attributes:
        kernel: the start of the kernel.
        cells: from running the cells to the first update.
        has_tensorflow: whether the kernel has imported it.
    """

    kernel: list[float]
    cells: list[float]
    has_tensorflow: bool


def measure_start(workbench: Workbench, subject: Subject = EXPLORER, repetitions: int = 5, limit: float = 60) -> Start:
    """Measures the start, with a new kernel and a freshly loaded page each time."""
    starts, runs = [], []
    for _ in range(repetitions):
        with workbench.open_lab() as lab:
            notebook = lab.open(*subject.cells)
            starts.append(call(lab.page, "freshKernel", notebook.name))
            runs.append(_run(notebook, subject, limit))
            has_tensorflow = notebook.evaluate("'tensorflow' in __import__('sys').modules")
    return Start(starts, runs, has_tensorflow)


def measure_live(workbench: Workbench, rounds: int = 3, seconds: float = 10) -> Live:
    """Draws in the explorer alone, for its memory, then in turns in explorer and bare round trip, each with its own kernel.

    A second, shorter series has a unit of conv2 under the microscope.
    """
    with workbench.open_lab() as lab:
        devtools = lab.page.context.new_cdp_session(lab.page)
        bare_notebook = lab.open(*BARE.cells)
        _run(bare_notebook, BARE, 60)
        notebook = lab.open_beside(*EXPLORER.cells)
        _run(notebook, EXPLORER, 60)
        kernel = psutil.Process(notebook.evaluate("__import__('os').getpid()"))
        marks = []
        for updates, longest in ((200, 15), (1000, 30), (2000, 40)):
            end = time.monotonic() + longest
            while painted_updates(lab.page) < updates and time.monotonic() < end:
                _draw(notebook, EXPLORER, min(seconds, 3.5))
            marks.append(take_mark(lab.page, devtools, kernel))
        explorer, bare, looking, bare_again, short = (Tracking() for _ in range(5))
        _draw(bare_notebook, BARE, 3.5)  # warm-up; the explorer is warm
        for _ in range(rounds):
            bare.add(_draw(bare_notebook, BARE, seconds))
            explorer.add(_draw(notebook, EXPLORER, seconds))
        for _ in range(3):
            short.add(_draw(notebook, EXPLORER, 2))
        notebook.execute(f"explorer.explain({UNIT['layer']!r}, {UNIT['index']!r})")
        lab.page.wait_for_selector(".mnistviz-microscope")
        for _ in range(rounds):
            bare_again.add(_draw(bare_notebook, BARE, seconds / 2))
            looking.add(_draw(notebook, EXPLORER, seconds / 2))
    return Live(explorer, bare, looking, bare_again, short, marks)


def measure_pair(workbench: Workbench, rounds: int = 3, seconds: float = 6) -> tuple[Tracking, Tracking]:
    """Draws in turns in the explorer and the bare round trip."""
    explorer, bare = Tracking(), Tracking()
    with workbench.open_lab() as lab:
        bare_notebook = lab.open(*BARE.cells)
        notebook = lab.open_beside(*EXPLORER.cells)
        for each, subject in ((bare_notebook, BARE), (notebook, EXPLORER)):
            each.show()
            _run(each, subject, 60)
            _draw(each, subject, 3.5)  # warm-up
        for _ in range(rounds):
            bare.add(_draw(bare_notebook, BARE, seconds))
            explorer.add(_draw(notebook, EXPLORER, seconds))
    return explorer, bare


def measure_peer(workbench: Workbench, limit: float = 90) -> tuple[float, float, bool]:
    """Measures the obvious notebook.

    Returns:
        The seconds until it is usable, its lag in seconds after two seconds of drawing, and whether it showed all of them.
    """
    with workbench.open_lab() as lab:
        notebook = lab.open(*PEER.cells)
        appeared = _run(notebook, PEER, limit)
        track = Tracking()
        drawn = _draw(notebook, PEER, 2, limit)
        track.add(drawn, limit=limit)
    return appeared / 1000, track.last_lags[0] / 1000, bool(drawn["seen"]) and drawn["seen"][-1][1] >= len(drawn["sent"])


def _run(notebook: Notebook, subject: Subject, limit: float) -> float:
    """Runs a notebook and returns the milliseconds until it is usable.

    Raises:
        RuntimeError: if it isn't after `limit` seconds.
    """
    milliseconds = call(notebook.page, "run", subject.updates or subject.points, int(subject.updates is not None), limit)
    if milliseconds is None:
        outputs = "\n".join(notebook.page.locator(".jp-OutputArea-output").all_inner_texts())
        raise RuntimeError(f"{subject.name} showed nothing in {limit} s: {outputs[-1000:]}")
    return float(milliseconds)


def _draw(notebook: Notebook, subject: Subject, seconds: float, limit: float = 30) -> dict[str, Any]:
    """Brings the notebook to the front and draws one stroke; returns what `draw` in probes.js does."""
    page = notebook.page
    notebook.show()
    if subject is EXPLORER:
        notebook.execute("explorer.clear()")
        page.wait_for_selector('.mnistviz-view[data-points="0"]')
    page.locator(subject.canvas).scroll_into_view_if_needed()
    result: dict[str, Any] = call(page, "draw", subject.stroke(seconds=seconds, limit=limit))
    return result
