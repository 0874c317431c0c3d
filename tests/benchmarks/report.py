"""Writes the table of results to RESULTS.md."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.measuring.report import machine, table

if TYPE_CHECKING:
    from tests.support.measuring.report import Row

RESULTS = Path(__file__).parent / "RESULTS.md"
_PAGE = """\
# Benchmarks

Written by `make bench`. All figures come from the same run. {before}

{table}

Missed: {missed}.

## Machine
{machine}

A load average far above 0 before the run means that other programs were busy, too. Then only the ratios count.

## How it is measured
- Latency: the pen is a script in the page. It sends 60 events a second for 10 s, at all moments of an animation frame, in three
  rounds. The clock runs from the event until the browser's main thread has painted the change that shows it: explorer, bare
  round trip and former version each on a page of their own, which draw in turns. A bare round trip is ipycanvas
  `on_mouse_move`, kernel, and the text of a Label. A ratio is the median of the ratios of the three rounds; milliseconds are
  over all rounds.
- 40 ms away: everything between browser and server passes a proxy that delivers each byte 40 ms later, in each direction.
- A network that only the kernel can run: it has a branch, so the page can't compute it.
- Processor time: of all threads of kernel and server, from the first event until a second after the last, divided by the
  seconds of drawing.
- Former version: its package from the repository, on a server of its own, with the same libraries.
- Exported page: opened from disk, with a drawing in it. Chromium makes the processor of the page six times slower, that of the
  script that draws, too. The time for an update is that between two painted updates while drawing; it can't be less than an
  animation frame, 17 ms.
- Map of an answer: ten samples of digits one after the other, in three rounds; the median is that of the rounds' medians. The pen
  rests 120 ms after its last event, so the 60 ms after the rest that the design allows (400 ms for occlusion) end at 180 ms
  (520 ms).
- Start: a freshly loaded page and a new kernel each time, from running the notebook cell to the first painted update.
- Memory: of the kernel, the pages that it has written: it may share those of its libraries with other kernels, so they count or
  not as others come and go. Of the page, after a garbage collection. The page counts its updates; the kernel hears of the
  strokes at most five times a second.
- Photos: generated photos of paper, one of each kind, with noise, 4000 x 3000 pixels, JPEG. Memory is measured in a process for
  each photo.
- The obvious notebook runs the same network: ipycanvas handler, `predict` on the submodel, one Matplotlib mosaic a layer in an
  Output widget.
"""


def write(rows: list[Row], browser: str, load: tuple[float, float], before: str | None) -> None:
    """Writes RESULTS.md.

    Args:
        rows: of the table.
        browser: its version.
        load: the load average before and after the run.
        before: the commit of the former version; None if there was none.
    """
    missed = [row.what for row in rows if row.is_met is False]
    facts = [*machine(browser), f"Load average (one minute) before: {load[0]:.1f}, after: {load[1]:.1f}"]
    text = _PAGE.format(
        before=f"The former version is {before}." if before else "No former version was measured.",
        table=table(rows),
        missed="; ".join(missed) or "none",
        machine="\n".join(f"- {fact}" for fact in facts),
    )
    RESULTS.write_text(text, encoding="utf-8")
