"""Writes tables of results and describes the machine that they come from."""

from __future__ import annotations

import datetime as dt
import os
import platform
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import psutil

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


@dataclass(frozen=True)
class Row:
    """One line of the table. `is_met` is None for a number without a budget."""

    what: str
    measured: str
    budget: str = ""
    is_met: bool | None = None

    @property
    def verdict(self) -> str:
        """The text of the last column."""
        return "" if self.is_met is None else "met" if self.is_met else "**missed**"


def at_most(what: str, measured: float, limit: float, unit: str, remark: str = "") -> Row:
    """Returns a row whose number must not be above `limit`."""
    return Row(what, f"{_number(measured)}{unit}{remark}", f"<= {limit:g}{unit}", measured <= limit)


def at_least(what: str, measured: float, limit: float, unit: str, remark: str = "") -> Row:
    """Returns a row whose number must not be below `limit`."""
    return Row(what, f"{_number(measured)}{unit}{remark}", f">= {limit:g}{unit}", measured >= limit)


def table(rows: list[Row]) -> str:
    """Returns the rows as a Markdown table with aligned columns."""
    lines = [("what", "measured", "budget", "verdict"), *((row.what, row.measured, row.budget, row.verdict) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    padded = [" | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines]
    padded.insert(1, " | ".join("-" * width for width in widths))
    return "\n".join(f"| {line} |" for line in padded)


def machine(browser: str | None) -> list[str]:
    """Describes the machine and the versions, without names of hosts or folders."""
    libraries = [f"{name} {_version(name)}" for name in _LIBRARIES]
    return [
        f"Date: {dt.datetime.now(dt.UTC):%Y-%m-%d}",
        f"Processor: {_processor()}, {os.cpu_count()} cores; {psutil.virtual_memory().total / 2**30:.0f} GB of memory",
        f"System: {_system()}; Python {platform.python_version()}; Chromium {browser or 'not used'}, headless, software-rendered",
        f"Libraries: {', '.join(libraries)}",
    ]


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
