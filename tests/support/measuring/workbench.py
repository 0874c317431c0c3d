"""A JupyterLab and a Chromium for measurements, outside of pytest."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from tests.support.chromium import launch_options
from tests.support.lab import Lab
from tests.support.server import run_server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.support.server import Server

_PROBES = Path(__file__).with_name("probes.js")
_PATIENCE = 120_000
"""Milliseconds: what is slow must be measured and not time out."""


@dataclass(frozen=True)
class Workbench:
    """A running server and a browser that opens pages on it."""

    server: Server
    browser: Browser

    @contextmanager
    def open_lab(self) -> Iterator[Lab]:
        """Opens a page that has the functions of probes.js and no cache; page and kernels end with the context."""
        context = self.browser.new_context(viewport={"width": 1280, "height": 800})
        page = context.new_page()
        page.add_init_script(path=_PROBES)
        lab = Lab(page, self.server)
        page.set_default_timeout(_PATIENCE)
        try:
            yield lab
        finally:
            lab.close()
            context.close()


@contextmanager
def open_workbench(*options: str) -> Iterator[Workbench]:
    """Starts server and browser, and ends both with the context.

    Args:
        options: more options of the server's command line.
    """
    with (
        tempfile.TemporaryDirectory(prefix="mnistviz-") as folder,
        run_server(Path(folder), *options) as server,
        sync_playwright() as playwright,
        playwright.chromium.launch(**launch_options()) as browser,
    ):
        yield Workbench(server, browser)


def call(page: Page, name: str, *arguments: Any) -> Any:
    """Calls a function of probes.js and returns what it resolves to."""
    return page.evaluate("([name, values]) => window.probes[name](...values)", [name, list(arguments)])
