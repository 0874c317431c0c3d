"""Measures the exported page, opened from disk."""

from __future__ import annotations

import statistics
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mnistviz
from tests.support.lab import PEN
from tests.support.measuring.report import Row, at_most
from tests.support.measuring.subject import EXPLORER
from tests.support.measuring.tracking import Tracking
from tests.support.measuring.workbench import PROBES, call
from tests.support.strokes import SEVEN

from .live import ROUNDS, SECONDS, latencies
from .seat import WARM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from .place import Place

_THROTTLING = 6
"""How many times slower the page's processor is made: a cheap phone or an old laptop."""
_OPENED = 5


def exported_rows(place: Place) -> list[Row]:
    """Size, requests, time to the first digit, and updates on a slow processor."""
    with tempfile.TemporaryDirectory(prefix="mnistviz-") as folder:
        path = Path(folder) / "page.html"
        mnistviz.export_page(path, drawing=mnistviz.Drawing([SEVEN], brush=22))
        size = path.stat().st_size / 1000
        firsts = []
        for _ in range(_OPENED):
            with _open(place.browser, path) as (page, _):
                firsts.append(call(page, "firstUpdate") / 1000)
        with _open(place.browser, path) as (page, requests):
            _draw(page, WARM)
            usual = Tracking()
            usual.add(_draw(page, SECONDS))
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": _THROTTLING})
            slow = Tracking()
            for _ in range(ROUNDS):
                slow.add(_draw(page, SECONDS))
    others = [address for address in requests if not address.startswith(("file:", "data:", "blob:"))]
    times = [1000 / rate for rate in slow.rates]
    return [
        at_most("exported page: size", size, 900, " kB"),
        Row("... requests besides the file itself", str(len(others)), "0", not others),
        at_most("... first digit from disk, median", statistics.median(firsts), 1, " s", f" (longest {max(firsts):.2f} s)"),
        at_most(f"... time for an update at {_THROTTLING}x CPU throttling, median", statistics.median(times), 33, " ms"),
        Row("... pen event to painted maps then, median and 95th percentile", latencies(slow)),
        Row("... pen event to painted maps without throttling", latencies(usual)),
    ]


@contextmanager
def _open(browser: Browser, path: Path) -> Iterator[tuple[Page, list[str]]]:
    """Opens a file in a browser's context of its own; also yields the addresses that the page asks for."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        for script in (PEN, PROBES):
            page.add_init_script(path=script)
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.goto(path.as_uri())
        yield page, requests


def _draw(page: Page, seconds: float) -> dict[str, Any]:
    """Draws one stroke on a blank pad; returns what `draw` in probes.js does."""
    page.get_by_role("button", name="Clear").click()
    page.wait_for_selector('.mnistviz-view[data-points="0"]')
    drawn: dict[str, Any] = call(page, "draw", EXPLORER.stroke(seconds=seconds))
    return drawn
