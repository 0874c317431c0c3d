"""Measures in JupyterLab what has nothing to do with the pen's speed: start, memory, and the obvious notebook."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

from tests.support.measuring.footprint import painted_updates, take_mark
from tests.support.measuring.report import Row, at_most
from tests.support.measuring.subject import EXPLORER
from tests.support.measuring.workbench import call

from .notebooks import BARE, PEER
from .seat import Record, Seat, run

if TYPE_CHECKING:
    from tests.support.measuring.footprint import Mark
    from tests.support.measuring.subject import Subject

    from .place import Place

_MARKS = (1000, 3000)
"""Updates after which memory is measured: by the first, kernel and page have run all their code."""
_STROKE = 3.5
"""Seconds of the strokes that are drawn until then."""
_PATIENCE = 90.0
"""Seconds to wait for each number of updates."""
_FLAT = 1.05
"""Growth between the first and the last mark that still counts as flat: a browser tidies up when it likes."""
_PEER_LIMIT = 90.0
"""Seconds to wait for the obvious notebook."""


def start_rows(place: Place, repetitions: int = 5) -> list[Row]:
    """A new kernel and a freshly loaded page each time."""
    kernel, cells, has_tensorflow = _starts(place, EXPLORER, repetitions)
    _, bare, _ = _starts(place, BARE, repetitions=3)
    usable = statistics.median(cells)
    whole = statistics.median(map(sum, zip(kernel, cells, strict=True)))
    return [
        at_most("fresh kernel to usable explorer, median", usable / 1000, 2, " s", f" (best {min(cells) / 1000:.2f} s)"),
        Row("... against a bare ipycanvas and a Label", f"{usable / statistics.median(bare):.3g}x"),
        Row("... start of the kernel included", f"{whole / 1000:.2f} s"),
        Row("... TensorFlow imported", "yes" if has_tensorflow else "no", "no", not has_tensorflow),
    ]


def memory_rows(place: Place) -> list[Row]:
    """What kernel and page occupy while updates are painted."""
    first, last = _marks(place)
    span = f"after {first.updates:,} and {last.updates:,} updates"
    return [
        at_most(f"private memory of the kernel after {first.updates:,} updates", first.private, 100, " MB"),
        at_most(f"... {span}", last.private / first.private, _FLAT, "x", f" ({first.private:.1f}, {last.private:.1f} MB)"),
        at_most(f"DOM nodes {span}", last.nodes / first.nodes, _FLAT, "x", f" ({first.nodes:,}, {last.nodes:,})"),
        at_most(f"heap of the page {span}", last.heap / first.heap, _FLAT, "x", f" ({first.heap:.1f}, {last.heap:.1f} MB)"),
        Row(f"object URLs {span}", f"{first.urls}, {last.urls}", "no growth", last.urls <= first.urls),
    ]


def peer_rows(place: Place) -> list[Row]:
    """The obvious notebook, compared with the explorer: time to appear, and lag after two seconds of drawing."""
    with place.workbench.open_lab() as lab:
        seat = Seat(lab.open(*EXPLORER.cells), EXPLORER)
        seat.draw(_STROKE)
        own = Record()
        for _ in range(3):
            own.add(seat.draw(2))
    with place.workbench.open_lab() as lab:
        peer = Seat(lab.open(*PEER.cells), PEER, _PEER_LIMIT)
        drawn = peer.draw(2, _PEER_LIMIT)
    record = Record()
    record.add(drawn)
    its, lag, appeared = record.tracking.last_lags[0], statistics.median(own.tracking.last_lags), seat.appeared
    more = "" if drawn.is_complete else "> "
    return [
        Row(
            "the obvious notebook: time to appear",
            f"{peer.appeared / appeared:.3g}x the explorer's ({peer.appeared / 1000:.1f} s)",
        ),
        Row("... lag after two seconds of drawing", f"{more}{its / lag:.0f}x the explorer's ({more}{its / 1000:.1f} s)"),
    ]


def _starts(place: Place, subject: Subject, repetitions: int) -> tuple[list[float], list[float], bool]:
    """Returns the milliseconds that kernels and cells took to start, and whether the kernel has imported TensorFlow."""
    starts, runs, has_tensorflow = [], [], False
    for _ in range(repetitions):
        with place.workbench.open_lab() as lab:
            notebook = lab.open(*subject.cells)
            starts.append(call(lab.page, "freshKernel", notebook.name))
            runs.append(run(notebook, subject, limit=60))
            has_tensorflow = notebook.evaluate("'tensorflow' in __import__('sys').modules")
    return starts, runs, has_tensorflow


def _marks(place: Place) -> list[Mark]:
    """Draws until each number of updates is painted, and measures."""
    marks = []
    with place.workbench.open_lab() as lab:
        seat = Seat(lab.open(*EXPLORER.cells), EXPLORER)
        devtools = lab.page.context.new_cdp_session(lab.page)
        for updates in _MARKS:
            end = time.monotonic() + _PATIENCE
            while painted_updates(lab.page) < updates and time.monotonic() < end:
                seat.draw(_STROKE)
            marks.append(take_mark(lab.page, devtools, seat.kernel))
    return marks
