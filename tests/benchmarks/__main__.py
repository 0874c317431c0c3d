"""Measures every budget of the design and writes RESULTS.md: `python -m tests.benchmarks`.

Takes the names of parts, too (`python -m tests.benchmarks forward update`); only a run of all parts writes RESULTS.md.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import itertools
import os
import signal
import statistics
import sys
import time
from typing import TYPE_CHECKING

from tests.support.measuring.report import Row, at_least, at_most, table
from tests.support.measuring.tracking import percentile
from tests.support.measuring.workbench import open_workbench

from . import kernel_side, page_side
from .report import write
from .rivals import BARE

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.measuring.workbench import Workbench

_PEER_LIMIT = 90.0  # seconds
_ORDER = ("forward", "update", "live", "nodelay", "start", "peer")  # in the table
_NODELAY = "--ServerApp.jpserver_extensions=mnistviz.nodelay=True"  # as `mnistviz lab` says


_start = functools.cache(page_side.measure_start)  # two parts need each of them
_live = functools.cache(page_side.measure_live)


def forward_rows() -> list[Row]:
    """Budget 1: the forward pass."""
    times = kernel_side.measure_forward()
    return [
        at_most("forward(digit) on LiteRT, median", times.litert, 0.25, " ms"),
        at_least("... faster than the submodel called eagerly", times.eager / times.litert, 15, "x", f" ({times.eager:.1f} ms)"),
        at_least("... faster than predict", times.predict / times.litert, 200, "x", f" ({times.predict:.0f} ms)"),
    ]


def update_rows() -> list[Row]:
    """Budget 2: the kernel's work for an update."""
    times = kernel_side.measure_update()
    return [
        at_most("kernel's work for one update, median", times.large, 3, " ms"),
        at_most("... a small drawing, which is inked twice", times.small, 3, " ms"),
        at_most(
            "... after 5,000 points against after 50", times.after_5000 / times.large, 1.5, "x", f" ({times.after_5000:.2f} ms)"
        ),
        at_most("... more with a unit of conv2 under the microscope", times.looking - times.large, 2, " ms"),
        at_most("... more with its trace, too", times.tracing - times.large, 2, " ms"),
    ]


def live_rows(workbench: Workbench) -> list[Row]:
    """Budgets 3, 4 and 6: latency, updates a second and memory."""
    live = _live(workbench)
    explorer, bare, short, looking, again = live.explorer, live.bare, live.short, live.looking, live.bare_again
    first, *_, last = live.marks
    thousand = next((mark for mark in live.marks if mark.updates >= 1000), last)
    first_lag, last_lag = (statistics.median(lags) for lags in (explorer.first_second, explorer.last_second))
    span = f"after {first.updates:,} and {last.updates:,} updates"

    def against(mine: float, its: float) -> str:
        return f" ({mine:.0f} ms against {its:.0f} ms)"

    return [
        *(
            at_most(what, explorer.ratio(bare, percent), limit, "x", against(explorer.latency(percent), bare.latency(percent)))
            for what, percent, limit in (
                ("pen event to painted update against a bare round trip, median", 50, 2),
                ("... 95th percentile", 95, 3),
            )
        ),
        Row(
            "... pen events dispatched late by the busy page, 95th percentile",
            f"{percentile(explorer.delays, 95):.0f} ms (bare: {percentile(bare.delays, 95):.0f} ms)",
        ),
        at_least("updates while drawing", statistics.median(explorer.rates), 20, " per second"),
        *(
            at_most(
                f"with the microscope open: {what}",
                looking.ratio(again, percent),
                limit,
                "x",
                against(looking.latency(percent), again.latency(percent)),
            )
            for what, percent, limit in (("pen event to painted update, median", 50, 2), ("... 95th percentile", 95, 3))
        ),
        at_least("with the microscope open: updates while drawing", statistics.median(looking.rates), 20, " per second"),
        at_most("lag of the last second against the first", last_lag / first_lag, 1.5, "x", against(last_lag, first_lag)),
        Row("lag of the last point after two seconds of drawing", f"{statistics.median(short.last_lags):.0f} ms"),
        at_most(f"private memory of the kernel after {thousand.updates:,} updates", thousand.private, 130, " MB"),
        at_most(f"... {span}", last.private / first.private, 1.05, "x", f" ({first.private:.1f}, {last.private:.1f} MB)"),
        at_most(f"DOM nodes {span}", last.nodes / first.nodes, 1.05, "x", f" ({first.nodes:,}, {last.nodes:,})"),
        at_most(f"heap of the page {span}", last.heap / first.heap, 1.05, "x", f" ({first.heap:.1f}, {last.heap:.1f} MB)"),
        Row(f"object URLs {span}", f"{first.urls}, {last.urls}", "no growth", last.urls <= first.urls),
    ]


def nodelay_rows(workbench: Workbench) -> list[Row]:
    """Budgets 3 and 4, on a server that sends messages at once."""
    explorer, bare = page_side.measure_pair(workbench)
    return [
        *(
            Row(
                f"on the server of `mnistviz lab`: pen event to painted update, {what}",
                f"{explorer.latency(percent):.0f} ms ({explorer.ratio(bare, percent):.3g}x of {bare.latency(percent):.0f} ms)",
            )
            for what, percent in (("median", 50), ("95th percentile", 95))
        ),
        at_least("on the server of `mnistviz lab`: updates while drawing", statistics.median(explorer.rates), 20, " per second"),
    ]


def start_rows(workbench: Workbench) -> list[Row]:
    """Budget 5: the start."""
    start = _start(workbench)
    bare = page_side.measure_start(workbench, BARE, 3)
    usable, whole = statistics.median(start.cells), statistics.median(map(sum, zip(start.kernel, start.cells, strict=True)))
    return [
        at_most("fresh kernel to usable explorer, median", usable / 1000, 2, " s", f" (best {min(start.cells) / 1000:.2f} s)"),
        Row("... against a bare ipycanvas and a Label", f"{usable / statistics.median(bare.cells):.3g}x"),
        Row("... start of the kernel included", f"{whole / 1000:.2f} s"),
        Row("... TensorFlow imported", "yes" if start.has_tensorflow else "no", "no", not start.has_tensorflow),
    ]


def peer_rows(workbench: Workbench) -> list[Row]:
    """The obvious notebook, compared with the explorer."""
    start = statistics.median(_start(workbench).cells) / 1000
    own = statistics.median(_live(workbench).short.last_lags) / 1000
    appeared, lag, is_complete = page_side.measure_peer(workbench, _PEER_LIMIT)
    more = "" if is_complete else "> "
    return [
        Row("the obvious notebook: time to appear", f"{appeared / start:.3g}x the explorer's ({appeared:.1f} s)"),
        Row("... lag after two seconds of drawing", f"{more}{lag / own:.0f}x the explorer's ({more}{lag:.1f} s)"),
    ]


def main() -> None:
    """Runs the parts, prints the table, and writes it."""
    in_process: dict[str, Callable[[], list[Row]]] = {
        "update": update_rows,
        "forward": forward_rows,  # last, since it loads TensorFlow
    }
    on_servers: dict[tuple[str, ...], dict[str, Callable[[Workbench], list[Row]]]] = {
        (): {"live": live_rows, "start": start_rows, "peer": peer_rows},
        (_NODELAY,): {"nodelay": nodelay_rows},
    }
    names = [*in_process, *itertools.chain(*on_servers.values())]
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *names], metavar="PART", help=f"one of {', '.join(names)}")
    chosen = parser.parse_args().parts or names

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server is ended, too
    began, load, browser = time.monotonic(), os.getloadavg()[0], None
    results: dict[str, list[Row]] = {}

    def measure(name: str, part: Callable[[], list[Row]]) -> None:
        print(f"[{time.monotonic() - began:4.0f} s] measuring: {name}", file=sys.stderr, flush=True)
        results[name] = part()

    with contextlib.ExitStack() as stack:
        stack.callback(lambda: print(table([row for name in _ORDER for row in results.get(name, [])])))  # whatever fails
        for name in filter(chosen.__contains__, in_process):
            measure(name, in_process[name])
        for options, parts in on_servers.items():
            if parts.keys().isdisjoint(chosen):
                continue
            with open_workbench(*options) as workbench:
                browser = workbench.browser.version
                for name in filter(chosen.__contains__, parts):
                    measure(name, functools.partial(parts[name], workbench))
    print(f"{time.monotonic() - began:.0f} s in all", file=sys.stderr)
    if set(chosen) == set(names):
        write([row for name in _ORDER for row in results[name]], browser, (load, os.getloadavg()[0]))


if __name__ == "__main__":
    main()
