"""What needs a real JupyterLab in a real browser: start, tracking of the pen, frame rate, memory, and the peer."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psutil

from tests.support.measuring.footprint import painted_frames, take_mark
from tests.support.measuring.subject import EXPLORER
from tests.support.measuring.tracking import Tracking
from tests.support.measuring.workbench import call

from .kernel_side import CELL
from .rivals import BARE, PEER

if TYPE_CHECKING:
    from tests.support.measuring.footprint import Mark
    from tests.support.measuring.subject import Subject
    from tests.support.measuring.workbench import Workbench
    from tests.support.notebook import Notebook


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


def measure_start(workbench: Workbench, subject: Subject = EXPLORER, repetitions: int = 5, limit: float = 60) -> Start:
    """A fresh kernel and a freshly loaded page each time."""
    starts, runs = [], []
    for _ in range(repetitions):
        with workbench.open_lab() as lab:
            notebook = lab.open(*subject.cells)
            starts.append(call(lab.page, "freshKernel", notebook.name))
            runs.append(_run(notebook, subject, limit))
            has_tensorflow = notebook.evaluate("'tensorflow' in __import__('sys').modules")
    return Start(starts, runs, has_tensorflow)


def measure_live(workbench: Workbench, rounds: int = 3, seconds: float = 10) -> Live:
    """First the explorer alone, for its memory; then explorer and bare round trip draw in turns, each with its own kernel.

    Then they do so again, shorter, with a cell of conv2 under the microscope.
    """
    with workbench.open_lab() as lab:
        devtools = lab.page.context.new_cdp_session(lab.page)
        bare_notebook = lab.open(*BARE.cells)
        _run(bare_notebook, BARE, 60)
        notebook = lab.open_beside(*EXPLORER.cells)
        _run(notebook, EXPLORER, 60)
        kernel = psutil.Process(notebook.evaluate("__import__('os').getpid()"))
        marks = []
        for frames, longest in ((200, 15), (1000, 30), (2000, 40)):
            end = time.monotonic() + longest
            while painted_frames(lab.page) < frames and time.monotonic() < end:
                _draw(notebook, EXPLORER, min(seconds, 3.5))
            marks.append(take_mark(lab.page, devtools, kernel))
        explorer, bare, looking, bare_again, short = (Tracking() for _ in range(5))
        _draw(bare_notebook, BARE, 3.5)  # warm-up; the explorer is warm
        for _ in range(rounds):
            bare.add(_draw(bare_notebook, BARE, seconds))
            explorer.add(_draw(notebook, EXPLORER, seconds))
        for _ in range(3):
            short.add(_draw(notebook, EXPLORER, 2))
        notebook.execute(f"explorer.explain({CELL['layer']!r}, {CELL['index']!r})")
        lab.page.wait_for_selector(".mnistviz-microscope")
        for _ in range(rounds):
            bare_again.add(_draw(bare_notebook, BARE, seconds / 2))
            looking.add(_draw(notebook, EXPLORER, seconds / 2))
    return Live(explorer, bare, looking, bare_again, short, marks)


def measure_pair(workbench: Workbench, rounds: int = 3, seconds: float = 6) -> tuple[Tracking, Tracking]:
    """Explorer and bare round trip draw in turns."""
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
    """Seconds until the obvious notebook is usable, seconds that it lags after two of drawing, and whether it came that far."""
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
    is_framed = subject.frames is not None
    milliseconds = call(notebook.page, "run", subject.frames or subject.points, int(is_framed), limit)
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
