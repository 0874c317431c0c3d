"""The soak finds growth, allows for warm-up, and tells errors in the log from refused uploads."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from tests.support.measuring.footprint import Mark

from .flatness import Minute, rows
from .log import errors

FLAT = Mark(updates=700, private=90.0, threads=20, heap=30.0, nodes=9000, listeners=1000, urls=0)


def ten_minutes(**growth: float) -> list[Minute]:
    """Returns ten minutes in which something grows by this amount a minute."""
    return [
        Minute(
            minute, Mark(**{**asdict(FLAT), **{name: asdict(FLAT)[name] + minute * each for name, each in growth.items()}}), 60
        )
        for minute in range(1, 11)
    ]


@pytest.mark.parametrize(
    "growth", [{"private": 0.5}, {"threads": 1}, {"heap": 0.2}, {"nodes": 8}, {"listeners": 3}, {"urls": 1}], ids=str
)
def test_growth_is_found(growth: dict[str, float]) -> None:
    assert [row.is_met for row in rows(ten_minutes(**growth))].count(False) == 1


def test_what_only_warms_up_is_flat() -> None:
    cold, *warm = ten_minutes()
    cold = Minute(1, Mark(700, 60.0, 12, 20.0, 5000, 800, 0), 60)
    assert all(row.is_met is not False for row in rows([cold, *warm]))


def test_a_lag_that_grows_is_found() -> None:
    *early, last = ten_minutes()
    late = [*early, Minute(last.minutes, last.mark, 100)]
    assert [row.what for row in rows(late) if row.is_met is False] == ["lag of the pen, median"]


LOG = """\
[I 2026-01-01 12:00:00.000 ServerApp] Kernel started
[W 2026-01-01 12:00:00.000 ServerApp] Notebook test0.ipynb is not trusted
[IPKernelApp] ERROR | mnistviz: broken.png: A picture is required.
Traceback (most recent call last):
  File "picture_files.py", line 1, in read
[IPKernelApp] WARNING | Kernel is running over TCP without encryption.
"""


@pytest.mark.parametrize(
    "entry",
    [
        "[E 2026-01-01 12:00:00.000 ServerApp] Uncaught exception\n",
        "[C 2026-01-01 12:00:00.000 ServerApp] received signal 15\n",
        "[IPKernelApp] ERROR | mnistviz: no update\nTraceback (most recent call last):\n",
        "[I 2026-01-01 12:00:00.000 ServerApp] Kernel\nException in thread x:\nTraceback (most recent call last):\n",
    ],
)
def test_errors_in_the_log_are_found_and_refusals_counted(entry: str) -> None:
    assert errors(LOG, "broken.png") == ([], 1)
    assert errors(LOG + entry, "broken.png") == ([entry.strip()], 1)
    assert errors(entry + LOG, "broken.png") == ([entry.strip()], 1)
