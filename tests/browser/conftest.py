"""A real JupyterLab and a real Chromium for the tests of this folder."""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.support.chromium import launch_options
from tests.support.explorer_page import EXPLORE
from tests.support.lab import Lab
from tests.support.patience import PATIENCE
from tests.support.server import run_server
from tests.support.widget_host import SERVED
from tests.support.wire import Wire

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, ViewportSize

    from tests.support.explorer_page import ExplorerPage
    from tests.support.notebook import Notebook
    from tests.support.server import Server

expect.set_options(timeout=PATIENCE)

VIEWPORT: ViewportSize = {"width": 1280, "height": 800}
BROKEN_WIRE = re.compile(r"net::ERR_|Failed to fetch|WebSocket connection to|Connection lost", re.IGNORECASE)
"""Errors that JupyterLab and the browser log when the wire is cut."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Adds the system's Chromium to pytest-playwright's launch arguments."""
    options = launch_options()
    arguments = [*browser_type_launch_args.get("args", []), *options["args"]]
    return {**browser_type_launch_args, **options, "args": arguments}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A JupyterLab of our own."""
    with run_server(tmp_path_factory.mktemp("jupyter"), *SERVED) as server:
        # Tests save when they mean to.
        server.change_settings("@jupyterlab/docmanager-extension:plugin", autosave=False)
        yield server


@pytest.fixture(scope="session")
def shared_context(browser: Browser) -> Iterator[BrowserContext]:
    """One browser context for most tests, so that JupyterLab comes out of its cache."""
    context = browser.new_context(viewport=VIEWPORT)
    yield context
    context.close()


@contextmanager
def closed_by_a_failure(shared: SharedLab | SharedNotebook, request: pytest.FixtureRequest) -> Iterator[None]:
    """Closes what tests share if the one at hand fails: who knows what it has left behind."""
    failed = request.session.testsfailed
    try:
        yield
    finally:
        if request.session.testsfailed > failed or sys.exc_info()[0]:
            shared.close()


class SharedLab:
    """One JupyterLab for many tests, because it takes seconds to load."""

    def __init__(self, context: BrowserContext, server: Server) -> None:
        self._context = context
        self._server = server
        self._lab: Lab | None = None

    def lab(self) -> Lab:
        """Returns JupyterLab, on a new page if there is none."""
        if self._lab is None:
            self._lab = Lab(self._context.new_page(), self._server)
        self._lab.come_to_front()
        return self._lab

    def close_notebooks(self) -> None:
        """Leaves nothing of a test but JupyterLab."""
        if self._lab is not None:
            self._lab.page.mouse.up()
            self._lab.page.mouse.move(0, 0)
            self._lab.close_notebooks()

    def close(self) -> None:
        """Ends page and kernels; the next test gets a new page."""
        if self._lab is not None:
            self._lab.close()
        self._lab = None


@pytest.fixture(scope="session")
def shared_lab(server: Server, shared_context: BrowserContext) -> Iterator[SharedLab]:
    """The JupyterLab behind `lab`."""
    shared = SharedLab(shared_context, server)
    yield shared
    shared.close()


@pytest.fixture
def lab(shared_lab: SharedLab, request: pytest.FixtureRequest) -> Iterator[Lab]:
    """JupyterLab on a page with a mouse. The test fails if the page has logged an error.

    Notebooks and kernels are the test's own. A test that leaves other settings or no page behind takes `own_lab`.
    """
    with closed_by_a_failure(shared_lab, request):
        lab = shared_lab.lab()
        yield lab
        assert lab.errors.texts == []
    shared_lab.close_notebooks()


@pytest.fixture
def open_lab(server: Server) -> Iterator[Callable[..., Lab]]:
    """A function that opens another JupyterLab in a context. The test fails if one of these pages has logged an error."""
    labs: list[Lab] = []

    def open_one(context: BrowserContext, at: Server = server) -> Lab:
        labs.append(Lab(context.new_page(), at))
        return labs[-1]

    yield open_one
    for lab in labs:
        lab.close()
    assert [error for lab in labs for error in lab.errors.texts] == []


@pytest.fixture
def own_lab(open_lab: Callable[[BrowserContext], Lab], shared_context: BrowserContext) -> Lab:
    """JupyterLab on a page of the test's own, which is loaded when the test opens a notebook."""
    return open_lab(shared_context)


@pytest.fixture
def each_theme() -> Iterator[Callable[[Lab], Iterator[str]]]:
    """A function that shows a JupyterLab in one theme after the other, and yields their names. Then the light one is back."""
    labs: list[Lab] = []

    def show(lab: Lab) -> Iterator[str]:
        labs.append(lab)
        for name in ("JupyterLab Light", "JupyterLab Dark"):
            lab.set_theme(name)
            yield name

    yield show
    for lab in labs:
        lab.set_theme("JupyterLab Light")


class SharedNotebook:
    """One notebook with one explorer for many tests, because it takes seconds to load JupyterLab and to start a kernel."""

    def __init__(self, context: BrowserContext, server: Server) -> None:
        self._context = context
        self._server = server
        self._notebook: Notebook | None = None

    def fresh_explorer(self) -> ExplorerPage:
        """Returns a new explorer: running the cell again closes the one of the previous test."""
        if self._notebook is None:
            self._notebook = Lab(self._context.new_page(), self._server).open(EXPLORE)
        self._notebook.lab.come_to_front()
        self._notebook.page.mouse.up()
        self._notebook.page.mouse.move(0, 0)
        self._notebook.run_all()
        return self._notebook.explorer()

    def errors(self) -> list[str]:
        """Returns the errors that the page has logged since it was loaded."""
        return self._notebook.lab.errors.texts if self._notebook else []

    def close(self) -> None:
        """Ends page and kernel; the next test gets new ones."""
        if self._notebook is not None:
            self._notebook.lab.close()
        self._notebook = None


@pytest.fixture(scope="session")
def shared_notebook(server: Server, shared_context: BrowserContext) -> Iterator[SharedNotebook]:
    """The notebook behind `explorer`."""
    shared = SharedNotebook(shared_context, server)
    yield shared
    shared.close()


@pytest.fixture
def explorer(shared_notebook: SharedNotebook, request: pytest.FixtureRequest) -> Iterator[ExplorerPage]:
    """A blank explorer, alone in its notebook. The test fails if the page has logged an error."""
    with closed_by_a_failure(shared_notebook, request):
        yield shared_notebook.fresh_explorer()
        assert shared_notebook.errors() == []


@pytest.fixture
def touch_lab(open_lab: Callable[[BrowserContext], Lab], browser: Browser) -> Iterator[Lab]:
    """JupyterLab on a page with a touch screen."""
    context = browser.new_context(viewport=VIEWPORT, has_touch=True)
    yield open_lab(context)
    context.close()


@pytest.fixture
def wire(server: Server) -> Iterator[Wire]:
    """A wire to the server."""
    port = urlsplit(server.url).port
    assert port is not None
    with Wire(port) as wire:
        yield wire


@pytest.fixture
def wired_lab(wire: Wire, server: Server, open_lab: Callable[..., Lab], shared_context: BrowserContext) -> Iterator[Lab]:
    """JupyterLab on a page at the end of the wire. Logged errors about the wire don't count."""
    lab = open_lab(shared_context, replace(server, url=f"http://127.0.0.1:{wire.port}"))
    dialog = lab.page.get_by_role("dialog", name="Server Connection Error")
    lab.page.add_locator_handler(dialog, lambda: dialog.get_by_role("button", name="Close").click())
    yield lab
    lab.errors.texts[:] = [text for text in lab.errors.texts if not BROKEN_WIRE.search(text)]
