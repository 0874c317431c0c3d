"""Measures every budget of the design and writes RESULTS.md: `python -m tests.benchmarks [--before COMMIT]`.

Takes the names of parts, too (`python -m tests.benchmarks forward live`); only a run of all parts writes RESULTS.md.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import os
import signal
import sys
import time
from typing import TYPE_CHECKING

from tests.support.measuring.report import Row, table

from . import exported, kernel_side, lab_side, live, photos, why
from .place import open_place
from .report import write

if TYPE_CHECKING:
    from collections.abc import Callable

    from .place import Place

_IN_PROCESS: dict[str, Callable[[], list[Row]]] = {
    "update": kernel_side.update_rows,
    "photos": photos.photo_rows,
    "forward": kernel_side.forward_rows,  # from here on TensorFlow is loaded
    "compared": kernel_side.compared_rows,
}
_ON_PAGES: dict[str, Callable[[Place], list[Row]]] = {
    "live": live.live_rows,
    "far": live.far_rows,
    "microscope": live.microscope_rows,
    "questions": live.questions_rows,
    "branched": live.branched_rows,
    "exported": exported.exported_rows,
    "why": why.why_rows,
    "start": lab_side.start_rows,
    "memory": lab_side.memory_rows,
    "peer": lab_side.peer_rows,
}
_PARTS = (*_ON_PAGES, *_IN_PROCESS)  # in the order of the table


def main() -> None:
    """Runs the parts, prints the table, and writes it."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *_PARTS], metavar="PART", help=f"one of {', '.join(_PARTS)}")
    parser.add_argument("--before", metavar="COMMIT", help="a former version to compare with")
    arguments = parser.parse_args()
    chosen, before = set(arguments.parts or _PARTS), arguments.before

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the servers are ended, too
    began, load, browser = time.monotonic(), os.getloadavg()[0], ""
    results: dict[str, list[Row]] = {}

    def measure(name: str, part: Callable[[], list[Row]]) -> None:
        if name in chosen:
            print(f"[{time.monotonic() - began:4.0f} s] measuring: {name}", file=sys.stderr, flush=True)
            results[name] = part()

    with contextlib.ExitStack() as stack:
        stack.callback(lambda: print(table([row for name in _PARTS for row in results.get(name, [])])))  # whatever fails
        for name, part in _IN_PROCESS.items():
            measure(name, part)
        if not chosen.isdisjoint(_ON_PAGES):
            place = stack.enter_context(open_place(before))
            browser = place.browser.version
            for name, page_part in _ON_PAGES.items():
                measure(name, functools.partial(page_part, place))
    print(f"{time.monotonic() - began:.0f} s in all", file=sys.stderr)
    if chosen == set(_PARTS):
        write([row for name in _PARTS for row in results[name]], browser, (load, os.getloadavg()[0]), before)


if __name__ == "__main__":
    main()
