"""A student with a real Chromium: follows the teacher's link, logs in, runs the first cell, and draws with a mouse."""

from __future__ import annotations

import re
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

from playwright.sync_api import expect

from tests.classroom.account import Browsing
from tests.classroom.kernel import Kernel
from tests.classroom.student import NOTEBOOK
from tests.support.explorer_page import ExplorerPage
from tests.support.lab import PEN, ErrorLog
from tests.support.measuring.subject import EXPLORER
from tests.support.measuring.tracking import Tracking
from tests.support.measuring.workbench import PROBES
from tests.support.pictures import picture_of_a_seven, png_file
from tests.support.strokes import SEVEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.classroom.hub import Account
    from tests.support.notebook import Notebook

SLOW = 240_000
"""Milliseconds that anything may take while a whole class starts on one machine."""
STROKE = 10.0
"""Seconds of one stroke."""
_LOST, _CLOSE = re.compile("Server (unavailable|Connection Error)|File Save Error", re.IGNORECASE), re.compile("Dismiss|Close|OK")
"""JupyterLab's dialogs about a broken connection, on a hub and elsewhere, and the button that ends them."""
_LIMIT = 60.0
"""Seconds to wait until the last event of a stroke is shown."""


class _HubNotebook:
    """The notebook of the page, whose kernel is asked past the page."""

    def __init__(self, page: Page, url: str, account: Account) -> None:
        self.page = page
        self._browsing = Browsing(url, account)

    def evaluate(self, expression: str) -> Any:
        """Returns the value of a Python expression in the kernel."""
        if not self._browsing.session.cookies:
            self._browsing.log_in()
            self._browsing.start_server()
        session = next(one for one in self._browsing.ask("/api/sessions") if one["path"] == NOTEBOOK)
        kernel = Kernel(self._browsing, session["kernel"]["id"], lambda *_: None)
        try:
            return kernel.evaluate(expression)
        finally:
            kernel.close()


class BrowserStudent:
    """A student with a browser window.

    Attributes:
        page: the window.
        errors: that the page has logged.
        tracking: how the page has followed the pen.
    """

    def __init__(self, browser: Browser, url: str, account: Account) -> None:
        self.name = account.name
        self.page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
        self.page.set_default_timeout(SLOW)
        for script in (PROBES, PEN):
            self.page.add_init_script(path=script)
        self.errors = ErrorLog(self.page)
        lost = self.page.get_by_role("dialog", name=_LOST)
        self.page.add_locator_handler(lost, lambda: lost.get_by_role("button", name=_CLOSE).click())
        self.tracking = Tracking()
        self._url, self._account = url, account
        self._points = 0  # of the last stroke
        notebook = cast("Notebook", _HubNotebook(self.page, url, account))
        self.explorer = ExplorerPage(notebook, self.page.locator(".mnistviz-explorer"), "explorer")

    def arrive(self) -> float:
        """Follows the link, logs in, runs the first cell and draws a seven; returns the seconds until it is read."""
        start = time.monotonic()
        page = self.page
        page.goto(f"{self._url}/hub/user-redirect/lab/tree/{NOTEBOOK}")
        page.locator("#username_input").fill(self._account.name)
        page.locator("#password_input").fill(self._account.password)
        page.locator("#login_submit").click()
        cell = page.locator(".jp-NotebookPanel .jp-CodeCell").first
        cell.locator(".cm-content").click()
        page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for(state="attached")
        page.keyboard.press("Shift+Enter")
        self.explorer.node.wait_for()
        expect(self.explorer.view).to_have_attribute("data-frame", re.compile("[1-9]"), timeout=SLOW)
        self.explorer.draw(SEVEN)
        expect(self.explorer.view).to_have_attribute("data-prediction", "7", timeout=SLOW)
        return time.monotonic() - start

    def start_stroke(self, seconds: float = STROKE) -> None:
        """Begins a stroke on a blank pad, at 60 pen events a second."""
        self.explorer.click("clear")
        expect(self.explorer.view).to_have_attribute("data-points", "0", timeout=SLOW)
        self.explorer.pad.scroll_into_view_if_needed()
        stroke = EXPLORER.stroke(seconds=seconds, limit=_LIMIT)
        self._points = EXPLORER.press_counts + stroke["count"]
        self.page.evaluate("(stroke) => { window.drawn = window.probes.draw(stroke); }", stroke)

    def finish_stroke(self) -> None:
        """Waits for the end of the stroke, and keeps how the page has followed it."""
        self.tracking.add(self.page.evaluate("() => window.drawn"), limit=_LIMIT)

    def wait_heard(self) -> float:
        """Waits until the page says that the kernel has heard everything; returns the seconds that it took."""
        start = time.monotonic()
        expect(self.explorer.view).not_to_have_attribute("data-truth", "page", timeout=SLOW)
        return time.monotonic() - start

    def is_complete(self) -> bool:
        """Returns whether the kernel has as many points as the page, which must be those of the stroke."""
        self.wait_heard()
        on_page = int(self.explorer.view.get_attribute("data-points") or 0)
        return on_page == self._points == int(self.explorer.notebook.evaluate("explorer.drawing.points"))

    def use_the_rest(self) -> None:
        """Clears the pad, uploads a picture, and opens the microscope."""
        self.explorer.click("clear")
        expect(self.explorer.view).to_have_attribute("data-prediction", "", timeout=SLOW)
        self.explorer.upload(png_file("seven.png", picture_of_a_seven()))
        expect(self.explorer.view).to_have_attribute("data-prediction", "7", timeout=SLOW)
        self.page.mouse.click(*self.explorer.unit_on_page("conv2", 5, 6, 6))
        expect(self.explorer.microscope).to_be_visible(timeout=SLOW)
        self.page.keyboard.press("Escape")

    def close(self) -> None:
        """Closes the window; server and kernel go on."""
        self.page.context.close()


@contextmanager
def browser_students(browser: Browser | None, url: str, accounts: list[Account]) -> Iterator[list[BrowserStudent]]:
    """Opens a window for each account; all are closed with the context."""
    students = [BrowserStudent(browser, url, account) for account in accounts] if browser else []
    try:
        yield students
    finally:
        for student in students:
            student.close()


def draw_together(students: list[BrowserStudent], seconds: float = STROKE) -> None:
    """Has all of them draw one stroke at the same time."""
    for student in students:
        student.start_stroke(seconds)
    for student in students:
        student.finish_stroke()
