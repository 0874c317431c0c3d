"""Measures how long the map of an answer takes once the pen pauses, in an exported page: there the page computes alone."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import mnistviz
from tests.support.measuring.report import Row, at_most

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .place import Place

_ROUNDS = 3
_REST = 120
"""Milliseconds after which the pen rests (REST in `pen_post.ts`)."""
_LIMITS = {"integrated_gradients": 60, "gradient_times_input": 60, "hires_cam": 60, "occlusion": 400}
"""Milliseconds after that, by method."""
_WAIT = """(digit) => new Promise((resolve) => {
    const section = document.querySelector("details.mnistviz-attribution");
    let asked = 0;
    const observer = new MutationObserver(() => {
        if (section.dataset.state !== "current") asked ||= performance.now();
        else if (asked) {
            observer.disconnect();
            resolve(performance.now() - asked);
        }
    });
    observer.observe(section, { attributeFilter: ["data-state"] });
    document.querySelector(`button[aria-label="Sample of a ${digit}"]`).click();
})"""
"""Puts a sample on the paper. The time begins when its answer is painted, which is when the former map becomes one."""


def why_rows(place: Place) -> list[Row]:
    """The median of the ten samples, in three rounds, by method."""
    with tempfile.TemporaryDirectory(prefix="mnistviz-") as folder:
        path = Path(folder) / "page.html"
        mnistviz.export_page(path)
        with place.browser.new_context(viewport={"width": 1280, "height": 800}) as context:
            page = context.new_page()
            page.goto(path.as_uri())
            page.wait_for_selector(".mnistviz-view[data-frame]")
            page.locator("details.mnistviz-attribution summary").first.click()
            return [_row(page, method, limit) for method, limit in _LIMITS.items()]


def _row(page: Page, method: str, limit: int) -> Row:
    page.locator("[data-setting=attribution_method]").select_option(method)
    _times(page)  # until the browser has compiled it
    rounds = [statistics.median(_times(page)) for _ in range(_ROUNDS)]
    name = f"last pen event painted to the map of the answer, exported page, {method.replace('_', ' ')}, median"
    remark = f" (rounds {', '.join(f'{one:.0f}' for one in rounds)})"
    return at_most(name, statistics.median(rounds), _REST + limit, " ms", remark)


def _times(page: Page) -> list[float]:
    """Returns the milliseconds for each of the ten samples. The deletion curve of each follows before the next."""
    times = []
    for digit in range(10):
        times.append(page.evaluate(_WAIT, digit))
        page.wait_for_selector("details.mnistviz-attribution[data-state=current][data-curve=yes]")
    return times
