"""Measures how long a visitor of Voila waits for an explorer, and what a visitor costs: `python -m tests.hosts.start_times`."""

from __future__ import annotations

import re
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect, sync_playwright

from tests.hosts.test_voila import FULL, kernels, run_voila, times
from tests.support.chromium import launch_options
from tests.support.patience import PATIENCE, wait_until

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.hosts.program import Program

VISITS = 7
RESTING = 5.0
"""Percent of a core below which a kernel rests."""


def visit(browser: Browser, url: str) -> float:
    """Returns the seconds from the request until an explorer has painted, in a browser that has no file of the page yet."""
    page = browser.new_context().new_page()
    start = time.perf_counter()
    page.goto(url)
    expect(page.locator(".mnistviz-view")).to_have_attribute("data-frame", re.compile("[1-9]"), timeout=PATIENCE)
    seconds = time.perf_counter() - start
    page.goto("about:blank")
    page.context.close()
    return seconds


def rest(voila: Program, visits: int) -> None:
    """Waits until the pool is full again after so many visits, and its kernels have run the notebook: they rest then."""
    wait_until(lambda: times(voila, FULL) > visits, "the pool is full")
    while any(kernel.cpu_percent(interval=0.5) > RESTING for kernel in kernels(voila)):
        pass


def measure(browser: Browser, *, is_preheated: bool) -> tuple[list[float], list[float]]:
    """Returns the seconds that visitors wait, and the private memory of the kernels at the end, in MB."""
    preheat = f"--VoilaConfiguration.preheat_kernel={is_preheated}"
    with tempfile.TemporaryDirectory() as folder, run_voila(Path(folder), preheat) as voila:
        seconds = []
        for visits in range(VISITS):
            if is_preheated:
                rest(voila, visits)
            seconds.append(visit(browser, voila.url))
        return seconds, [kernel.memory_full_info().uss / 1e6 for kernel in kernels(voila)]


def main() -> None:
    """Prints the times with kernels that wait for visitors, and without."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for kind, is_preheated in (("kernels that wait", True), ("a new kernel", False)):
            seconds, memory = measure(browser, is_preheated=is_preheated)
            print(f"{kind}: median {statistics.median(seconds):.2f} s, longest {max(seconds):.2f} s, of {VISITS} visits")
            print(f"  private memory of each kernel: {', '.join(f'{each:.0f} MB' for each in memory)}")
        browser.close()


if __name__ == "__main__":
    main()
