"""A JupyterLab and a Chromium for measurements, outside of pytest."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from tests.support.chromium import launch_options
from tests.support.lab import Lab
from tests.support.server import run_server
from tests.support.wire import Wire

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.support.server import Server

CHECKOUT = Path(__file__).parents[3]
PROBES = Path(__file__).with_name("probes.js")
_PATIENCE = 120_000
"""Milliseconds: what is slow must be measured and not time out."""


@dataclass(frozen=True)
class Workbench:
    """A running server and a browser that opens pages on it."""

    server: Server
    browser: Browser

    @contextmanager
    def open_lab(self, delay: float = 0) -> Iterator[Lab]:
        """Opens a page that has the functions of probes.js and no cache; page and kernels end with the context.

        Args:
            delay: seconds that everything takes between browser and server, in each direction.
        """
        with ExitStack() as stack:
            server = self.server
            if delay:
                wire = stack.enter_context(Wire(urlsplit(server.url).port or 0, delay))
                server = replace(server, url=f"http://127.0.0.1:{wire.port}")
            context = stack.enter_context(self.browser.new_context(viewport={"width": 1280, "height": 800}))
            page = context.new_page()
            page.add_init_script(path=PROBES)
            lab = Lab(page, server)
            page.set_default_timeout(_PATIENCE)
            stack.callback(lab.close)
            yield lab


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Starts a browser, and ends it with the context."""
    with sync_playwright() as playwright, playwright.chromium.launch(**launch_options()) as browser:
        yield browser


@contextmanager
def serve(browser: Browser, *options: str, package: Path = CHECKOUT) -> Iterator[Workbench]:
    """Starts a server for the browser, and ends it with the context.

    Args:
        browser: that opens the pages.
        options: more options of the server's command line.
        package: the folder from which its kernels import mnistviz.
    """
    with (
        tempfile.TemporaryDirectory(prefix="mnistviz-") as folder,
        run_server(Path(folder), *options, package=package) as server,
    ):
        yield Workbench(server, browser)


@contextmanager
def open_workbench() -> Iterator[Workbench]:
    """Starts server and browser, and ends both with the context."""
    with open_browser() as browser, serve(browser) as workbench:
        yield workbench


def call(page: Page, name: str, *arguments: Any) -> Any:
    """Calls a function of probes.js and returns what it resolves to."""
    return page.evaluate("([name, values]) => window.probes[name](...values)", [name, list(arguments)])
