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

Written by `make bench`. The budgets are those of the design; both sides of a ratio come from the same run.

{table}

Missed: {missed}.

## Machine
{machine}

A load average far above 0 before the run means that other programs were busy, too. Then only the ratios count.

## How it is measured
- Latency: pen events are dispatched on the canvas from inside the page, 60 a second. The clock runs from the dispatch of an event
  to the mutation of the page that shows it. Explorer and bare round trip (ipycanvas `on_mouse_move`, kernel, text of a Label)
  draw in turns, three times 10 s each; the ratio is the median of the three pairs' ratios, the
  milliseconds are over all rounds.
- The server of `mnistviz lab` sends messages at once (`mnistviz/nodelay.py`), those of the bare round trip, too. The budgets are
  for JupyterLab as it comes.
- Start: a freshly loaded page and a new kernel each time, from running the notebook cell to the first painted update.
- Private memory is the kernel's unique set size. The page is measured after a garbage collection.
- The obvious notebook runs the same network: ipycanvas handler, `predict` on the submodel, one Matplotlib mosaic a layer in an
  Output widget.
"""


def write(rows: list[Row], browser: str | None, load: tuple[float, float]) -> None:
    """Writes RESULTS.md; `load` is the load average before and after."""
    missed = [row.what for row in rows if row.is_met is False]
    facts = [*machine(browser), f"Load average (one minute) before: {load[0]:.1f}, after: {load[1]:.1f}"]
    text = _PAGE.format(table=table(rows), missed="; ".join(missed) or "none", machine="\n".join(f"- {fact}" for fact in facts))
    RESULTS.write_text(text, encoding="utf-8")
