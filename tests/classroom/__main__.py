"""Measures a class on a JupyterHub: `python -m tests.classroom [--students 60] [--keras 3] [--chromium 3] [--seconds 120]`.

Writes RESULTS.md, and exits with 1 if a budget is missed, something is lost, or something goes wrong.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import expect

from tests.classroom import lesson as lessons
from tests.classroom.browser import SLOW, browser_students
from tests.classroom.hub import are_separate, run_hub
from tests.classroom.lesson import Class, Lesson
from tests.classroom.mishaps import cut_the_proxy, kill_a_kernel, restart_the_hub
from tests.classroom.report import Report
from tests.classroom.student import Student
from tests.support.measuring.workbench import open_browser

RESULTS = Path(__file__).parent / "RESULTS.md"


def main() -> int:
    """Runs, prints the report and writes it; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.classroom", description=__doc__)
    parser.add_argument("--students", type=int, default=60, help="scripted ones, on the shipped network")
    parser.add_argument("--keras", type=int, default=3, help="scripted ones besides, on a live Keras model")
    parser.add_argument("--chromium", type=int, default=3, help="students with a browser besides")
    parser.add_argument("--arrival", type=float, default=lessons.ARRIVAL, help="seconds in which all log in")
    parser.add_argument("--seconds", type=float, default=120, help="of drawing")
    parser.add_argument("--results", type=Path, default=RESULTS, help="the file to write")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the hub is ended, too
    expect.set_options(timeout=SLOW)
    report = run(options)
    text = report.text()
    print(text)
    options.results.write_text(text, encoding="utf-8")
    rows = [*report.rows(), *report.sizes(), *report.mishap_rows()]
    return int(any(row.is_met is False for row in rows) or bool(report.lesson.errors))


def run(options: argparse.Namespace) -> Report:
    """Holds the lesson, then lets things go wrong."""
    load = os.getloadavg()[0]
    kinds = {"student": options.students, "keras": options.keras, "browser": options.chromium}
    names = {kind: [f"{kind}{number}" for number in range(1, count + 1)] for kind, count in kinds.items()}
    with ExitStack() as stack:
        browser = stack.enter_context(open_browser()) if options.chromium else None
        hub = stack.enter_context(run_hub([name for group in names.values() for name in group]))
        accounts = {account.name: account for account in hub.accounts}
        plain, keras = ([Student(hub.url, accounts[name]) for name in names[kind]] for kind in ("student", "keras"))
        windows = stack.enter_context(browser_students(browser, hub.url, [accounts[name] for name in names["browser"]]))
        pupils, lesson = Class(hub, plain, keras, windows), Lesson()
        _say("arriving")
        lessons.arrive(pupils, lesson, options.arrival)
        pupils = lessons.present(pupils, lesson)
        _say("drawing, a few")
        lessons.draw_alone(pupils, lesson)
        _say("drawing, all")
        lessons.draw(pupils, lesson, options.seconds)
        _say("clearing, uploading, looking closely")
        lessons.use_the_rest(pupils, lesson)
        mishaps = []
        for mishap in (kill_a_kernel, restart_the_hub, cut_the_proxy):
            _say(mishap.__name__)
            mishaps.append(mishap(pupils))
        version = browser.version if browser else None
        for student in pupils.scripted:
            student.leave()
    return Report(pupils, lesson, mishaps, options.arrival, options.seconds, version, load, are_separate())


def _say(what: str) -> None:
    print(f"{what.replace('_', ' ')} ...", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
