"""The table of results, for the terminal and for RESULTS.md."""

from __future__ import annotations

import datetime as dt
import os
import platform
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import psutil

RESULTS = Path(__file__).parent / "RESULTS.md"
_LIBRARIES = (
    "numpy",
    "ai-edge-litert",
    "keras",
    "tensorflow-cpu",
    "jupyterlab",
    "ipykernel",
    "ipywidgets",
    "ipycanvas",
    "anywidget",
)
_PAGE = """\
# Benchmarks

Written by `make bench`. The budgets are those of the design; ratios are taken within one run.

{table}

Missed: {missed}.

## Machine
{machine}

A load average far above 0 before the run means that others were computing, too; only the ratios mean something then.

## How it is measured
- Latency: pen events are dispatched on the canvas from inside the page, 60 a second. The clock runs from the dispatch of an event
  to the mutation of the page that shows it. Explorer and bare round trip (ipycanvas `on_mouse_move`, kernel, text of a Label)
  draw in turns, three times 10 s each; the ratio is the median of the three pairs' ratios, the
  milliseconds are over all rounds.
- Start: a freshly loaded page and a new kernel each time, from running the cell to the first painted frame.
- Private memory is the kernel's unique set size. The page is looked at after a garbage collection.
- The obvious notebook runs the same network: ipycanvas handler, `predict` on the submodel, one Matplotlib mosaic a layer in an
  Output widget.
"""


@dataclass(frozen=True)
class Row:
    """One line of the table. `is_met` is None where there is no budget, only something to know."""

    what: str
    measured: str
    budget: str = ""
    is_met: bool | None = None

    @property
    def verdict(self) -> str:
        """The last column."""
        return "" if self.is_met is None else "met" if self.is_met else "**missed**"


def at_most(what: str, measured: float, limit: float, unit: str, remark: str = "") -> Row:
    """A row whose number must not be above `limit`."""
    return Row(what, f"{_number(measured)}{unit}{remark}", f"<= {limit:g}{unit}", measured <= limit)


def at_least(what: str, measured: float, limit: float, unit: str, remark: str = "") -> Row:
    """A row whose number must not be below `limit`."""
    return Row(what, f"{_number(measured)}{unit}{remark}", f">= {limit:g}{unit}", measured >= limit)


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table with aligned columns."""
    lines = [("what", "measured", "budget", "verdict"), *((row.what, row.measured, row.budget, row.verdict) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    padded = [" | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines]
    padded.insert(1, " | ".join("-" * width for width in widths))
    return "\n".join(f"| {line} |" for line in padded)


def machine(browser: str | None) -> list[str]:
    """The machine and the versions, without names of hosts or folders."""
    libraries = [f"{name} {_version(name)}" for name in _LIBRARIES]
    return [
        f"Date: {dt.datetime.now(dt.UTC):%Y-%m-%d}",
        f"Processor: {_processor()}, {os.cpu_count()} cores; {psutil.virtual_memory().total / 2**30:.0f} GB of memory",
        f"System: {_system()}; Python {platform.python_version()}; Chromium {browser or 'not used'}, headless, software-rendered",
        f"Libraries: {', '.join(libraries)}",
    ]


def write(rows: list[Row], browser: str | None, load: tuple[float, float]) -> None:
    """Writes RESULTS.md; `load` is the load average before and after."""
    missed = [row.what for row in rows if row.is_met is False]
    facts = [*machine(browser), f"Load average (one minute) before: {load[0]:.1f}, after: {load[1]:.1f}"]
    text = _PAGE.format(table=table(rows), missed="; ".join(missed) or "none", machine="\n".join(f"- {fact}" for fact in facts))
    RESULTS.write_text(text, encoding="utf-8")


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def _version(name: str) -> str:
    try:
        return version(name)
    except ModuleNotFoundError:
        return "not installed"


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _system() -> str:
    try:
        name = platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        name = platform.platform(terse=True)
    return f"{name}, {platform.machine()}"
