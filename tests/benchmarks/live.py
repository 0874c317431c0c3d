"""Measures how the page follows the pen in JupyterLab: near the kernel, far from it, and with networks only the kernel runs."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

from playwright.sync_api import ElementHandle

from tests.support.accessibility import unfold_everything
from tests.support.measuring.report import Row, at_least, at_most
from tests.support.measuring.subject import EXPLORER
from tests.support.measuring.tracking import percentile

from .notebooks import BARE, BRANCHED
from .seat import draw_in_turns, open_seats

if TYPE_CHECKING:
    from tests.support.measuring.tracking import Tracking

    from .place import Place
    from .seat import Record

ROUNDS, SECONDS = 3, 10.0
FAR = 0.04
"""Seconds between browser and server, in each direction, as to a hub in another country."""
_FOLDED = ".mnistviz-explorer details.mnistviz-layer:not([open]) > summary"
"""The titles of all sections that are closed at first."""
UNIT = "conv2", [4, 6, 17]
"""Under the microscope: it reads 144 terms."""


def live_rows(place: Place) -> list[Row]:
    """The kernel is on the same machine: latency, and the processor time of kernel and server."""
    records = _compare(place)
    return [*_latency_rows("pen event to painted maps", place, records), *_processor_rows(place, records)]


def far_rows(place: Place) -> list[Row]:
    """The kernel is far away: latency."""
    return _latency_rows("kernel 40 ms away in each direction: pen event to painted maps", place, _compare(place, FAR))


def microscope_rows(place: Place) -> list[Row]:
    """A unit is under the microscope."""
    layer, index = UNIT
    with open_seats({"explorer": (place.workbench, EXPLORER)}) as seats:
        seat = seats["explorer"]
        seat.notebook.execute(f"explorer.explain({layer!r}, {index!r})")
        seat.page.wait_for_selector(".mnistviz-microscope")
        tracking = draw_in_turns(seats, ROUNDS, SECONDS)["explorer"].tracking
    return [
        at_most("with the microscope open: pen event to painted maps, median", tracking.latency(50), 34, " ms"),
        Row("... 95th percentile", f"{tracking.latency(95):.0f} ms"),
        Row("... updates while drawing", f"{statistics.median(tracking.rates):.1f} per second"),
    ]


def questions_rows(place: Place) -> list[Row]:
    """Each section alone, then all at once, in turns with an explorer in which all are closed."""
    workbench = place.workbench
    with open_seats({"closed": (workbench, EXPLORER), "open": (workbench, EXPLORER)}) as seats:
        keep = seats["open"].page.get_by_role("button", name="keep this drawing to compare")
        alone: dict[str, Record] = {}
        for summary in filter(ElementHandle.is_visible, seats["open"].page.query_selector_all(_FOLDED)):
            summary.click()
            if keep.is_visible():
                keep.click()  # so that there is something to compare
            alone |= draw_in_turns({summary.inner_text(): seats["open"]}, 1, SECONDS)
            summary.click()
        unfold_everything(seats["open"].notebook.explorer())
        records = draw_in_turns(seats, ROUNDS, SECONDS)
    opened, closed = records["open"].tracking, records["closed"].tracking
    slowest = max(alone, key=lambda section: alone[section].tracking.latency(50))
    return [
        at_most(
            "with any one section open: pen event to painted maps, median, at most",
            alone[slowest].tracking.latency(50),
            34,
            " ms",
            f" ({slowest})",
        ),
        *(Row(f"... {section}", latencies(record.tracking)) for section, record in alone.items()),
        Row("... with none of them open, median and 95th percentile", latencies(closed)),
        Row("... with all of them open, median and 95th percentile", latencies(opened)),
        Row("... updates while drawing, with all of them open", f"{statistics.median(opened.rates):.1f} per second"),
    ]


def branched_rows(place: Place) -> list[Row]:
    """A network that only the kernel can run, against a bare round trip."""
    with open_seats({"bare": (place.workbench, BARE), "branched": (place.workbench, BRANCHED)}) as seats:
        records = draw_in_turns(seats, ROUNDS, SECONDS)
    bare, branched = records["bare"].tracking, records["branched"].tracking
    return [
        *(
            at_most(
                what,
                branched.ratio(bare, percent),
                limit,
                "x",
                f" ({branched.latency(percent):.0f} ms against {bare.latency(percent):.0f} ms)",
            )
            for what, percent, limit in (
                ("network that only the kernel can run: pen event to painted maps against a bare round trip, median", 50, 2.5),
                ("... 95th percentile", 95, 3),
            )
        ),
        Row("... updates while drawing", f"{statistics.median(branched.rates):.1f} per second"),
    ]


def latencies(tracking: Tracking) -> str:
    """Returns median and 95th percentile, for a row without a budget."""
    return f"{tracking.latency(50):.0f} ms, {tracking.latency(95):.0f} ms"


def _compare(place: Place, delay: float = 0) -> dict[str, Record]:
    """Draws in turns on a bare round trip, the explorer, and the explorer before."""
    places = {"bare": (place.workbench, BARE), "explorer": (place.workbench, EXPLORER)}
    if place.before:
        places["before"] = (place.before, EXPLORER)
    with open_seats(places, delay) as seats:
        return draw_in_turns(seats, ROUNDS, SECONDS)


def _latency_rows(what: str, place: Place, records: dict[str, Record]) -> list[Row]:
    explorer = records["explorer"].tracking
    rows = [
        at_most(f"{what}, median", explorer.latency(50), 17, " ms"),
        at_most("... 95th percentile", explorer.latency(95), 34, " ms"),
        at_least("... updates while drawing", statistics.median(explorer.rates), 50, " per second"),
        Row("... pen events dispatched late by the busy page, 95th percentile", f"{percentile(explorer.delays, 95):.0f} ms"),
        Row("... a bare round trip, median and 95th percentile", latencies(records["bare"].tracking)),
    ]
    if place.before:
        before = records["before"].tracking
        rate = f"{statistics.median(before.rates):.1f} updates per second"
        rows.append(Row(f"... at {place.commit}, median and 95th percentile", f"{latencies(before)}; {rate}"))
    return rows


def _processor_rows(place: Place, records: dict[str, Record]) -> list[Row]:
    explorer = records["explorer"]
    kernel, server = (f"{1000 * statistics.median(times):.0f} ms" for times in (explorer.kernel, explorer.server))
    rows = [Row("processor time for each second of drawing", f"kernel {kernel}, server {server}")]
    if place.before:
        before = records["before"]
        its = [f"{1000 * statistics.median(times):.0f} ms" for times in (before.kernel, before.server)]
        pairs = zip(explorer.processor_times, before.processor_times, strict=True)
        ratio = statistics.median(mine / other for mine, other in pairs)
        remark = f" (kernel {its[0]}, server {its[1]})"
        rows.append(at_most(f"... of both, against {place.commit}", ratio, 0.25, "x", remark))
    return rows
