"""Measures how long a visitor of Voila waits for an explorer: `python -m tests.hosts.start_times`, after `make hosts-test`."""

from __future__ import annotations

import re
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect, sync_playwright

from tests.hosts.program import run_program
from tests.hosts.test_voila import FOLDER, POOL, kernels
from tests.support.chromium import launch_options
from tests.support.patience import PATIENCE, wait_until

if TYPE_CHECKING:
    from playwright.sync_api import Browser

VISITS = 7


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


def main() -> None:
    """Prints the times with kernels that wait for visitors, and without."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for is_preheated in (True, False):
            with tempfile.TemporaryDirectory() as folder:
                home = Path(folder)
                for file in FOLDER.iterdir():
                    shutil.copy(file, home)
                options = f"--VoilaConfiguration.preheat_kernel={is_preheated}"
                with run_program(home, "voila", "explorer.ipynb", "--port={port}", "--no-browser", options) as voila:
                    seconds = []
                    for _ in range(VISITS):
                        if is_preheated:
                            wait_until(lambda number=voila: kernels(number) == POOL, "the pool is full")
                        seconds.append(visit(browser, voila.url))
            kind = "kernels that wait" if is_preheated else "a new kernel"
            print(f"{kind}: median {statistics.median(seconds):.2f} s, longest {max(seconds):.2f} s, of {VISITS} visits")
        browser.close()


if __name__ == "__main__":
    main()
