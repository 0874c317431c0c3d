"""Uses an explorer for ten minutes to see whether anything grows: `python -m tests.soak [--minutes 10]`.

Exits with 1 if something grows, or if page, server or kernel have logged an error. Ten minutes or more write RESULTS.md.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
from playwright.sync_api import expect

from tests.support.explorer_page import EXPLORE
from tests.support.measuring.footprint import take_mark
from tests.support.measuring.report import Row, machine, table
from tests.support.measuring.subject import EXPLORER
from tests.support.measuring.tracking import Tracking
from tests.support.measuring.workbench import call, open_workbench
from tests.support.patience import PATIENCE

from .flatness import CLASS, WARM, Minute, rows
from .log import errors
from .use import BROKEN, Class

if TYPE_CHECKING:
    from tests.support.explorer_page import ExplorerPage
    from tests.support.measuring.workbench import Workbench

RESULTS = Path(__file__).parent / "RESULTS.md"
_MINUTES = 10
_PAGE = """\
# Soak

Written by `make soak`: {minutes:g} minutes of scripted use of one explorer in JupyterLab in Chromium, {rounds} rounds. Each
draws, undoes and clears, chooses samples, uploads a good picture and a broken one, folds and unfolds a layer, opens the
microscope, traces, slides and closes it, switches a step of framing, changes brush, colours, ranges and theme, and scribbles
at 60 pen events a second.

{table}

First and last minute, and the slope from minute {warm} on, over a class of {class_} minutes. {verdict}

## Machine
{machine}
"""


def main() -> int:
    """Runs, prints the table, and writes it; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=_MINUTES)
    minutes = parser.parse_args().minutes
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server is ended, too
    expect.set_options(timeout=PATIENCE)
    load = os.getloadavg()[0]
    with open_workbench() as workbench:
        moments, rounds, complaints = soak(workbench, minutes)
        browser = workbench.browser.version
    logged = Row("errors in page, server and kernel", str(len(complaints)), "0", not complaints)
    found = [*rows(moments), logged]
    missed = [row.what for row in found if row.is_met is False]
    verdict = f"Not flat: {'; '.join(missed)}." if missed else "All of it is flat."
    print(table(found), *complaints, verdict, sep="\n")
    if minutes >= _MINUTES:
        facts = [*machine(browser), f"Load average (one minute) before: {load:.1f}, after: {os.getloadavg()[0]:.1f}"]
        values = {"table": table(found), "verdict": verdict, "machine": "\n".join(f"- {fact}" for fact in facts)}
        RESULTS.write_text(_PAGE.format(minutes=minutes, rounds=rounds, warm=WARM, class_=CLASS, **values), encoding="utf-8")
    return bool(missed)


def soak(workbench: Workbench, minutes: float) -> tuple[list[Minute], int, list[str]]:
    """Returns what was occupied at the end of each minute, the number of rounds, and the errors that were logged."""
    moments: list[Minute] = []
    rounds = 0
    with workbench.open_lab() as lab:
        notebook = lab.open(EXPLORE)
        notebook.run_all()
        explorer = notebook.explorer()
        devtools = lab.page.context.new_cdp_session(lab.page)
        kernel = psutil.Process(notebook.evaluate("__import__('os').getpid()"))
        pupils = Class(explorer)
        start, tracking = time.monotonic(), Tracking()
        while len(moments) < minutes:
            for use in pupils.uses:
                use()
            tracking.add(scribble(explorer))
            pupils.clear()
            rounds += 1
            passed = (time.monotonic() - start) / 60
            if passed >= len(moments) + 1:
                explorer.settle()
                moments.append(Minute(passed, take_mark(lab.page, devtools, kernel), tracking.latency(50)))
                tracking = Tracking()
                print(moments[-1], file=sys.stderr, flush=True)
    surprises, refusals = errors(workbench.server.log.read_text(encoding="utf-8", errors="replace"), BROKEN)
    complaints = lab.errors.texts + surprises
    if refusals != pupils.broken_uploads:
        complaints.append(f"{pupils.broken_uploads} broken pictures were uploaded, but the kernel's log has {refusals} refusals.")
    return moments, rounds, complaints


def scribble(explorer: ExplorerPage) -> dict[str, list[float]]:
    """Draws for two seconds; returns what `draw` in probes.js does."""
    explorer.pad.scroll_into_view_if_needed()
    drawn: dict[str, list[float]] = call(explorer.page, "draw", EXPLORER.stroke(seconds=2))
    return drawn


if __name__ == "__main__":
    sys.exit(main())
