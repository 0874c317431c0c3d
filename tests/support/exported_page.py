"""An exported page, opened from disk in a browser of its own."""

from __future__ import annotations

import json
from contextlib import contextmanager
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import mnistviz
from mnistviz.network.engine import forward
from mnistviz.reading.pictures import read_digit
from tests.support import pixels
from tests.support.explorer_page import ExplorerPage
from tests.support.lab import ErrorLog
from tests.support.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from mnistviz.ink.drawing import Drawing
    from tests.support.notebook import Notebook


class ExportedPage:
    """A page without a notebook kernel. The objects that look at explorers ask Python here, of the drawing `drawn`.

    Attributes:
        drawn: what the explorer shows, if it has not been changed.
        page: the browser's.
        errors: that it has logged or thrown.
        requests: the addresses that it has asked for.
    """

    def __init__(self, browser: Browser, drawn: Drawing, **options: object) -> None:
        self.drawn = drawn
        passed = forward(read_digit(drawn))
        kernel = SimpleNamespace(drawing=drawn, forward=passed, wait_idle=lambda: None)
        self._names: dict[str, object] = {"mnistviz": mnistviz, "explorer": kernel}
        self.page: Page = browser.new_context(**options).new_page()  # type: ignore[arg-type]  # options of Playwright
        self.page.set_default_timeout(PATIENCE)
        self.errors = ErrorLog(self.page)
        self.requests: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))

    def open(self, path: Path) -> ExplorerPage:
        """Opens a file; returns its first explorer."""
        self.page.goto(path.as_uri())
        return self.explorer()

    def execute(self, code: str) -> None:
        """Runs code beside the page, as a notebook does in its kernel."""
        exec(code, self._names)  # noqa: S102  (the tests' own code)

    def evaluate(self, expression: str) -> Any:
        """Returns the value of an expression, as JSON has it."""
        return json.loads(json.dumps(eval(expression, self._names)))  # noqa: S307

    def explorer(self, position: int = 0) -> ExplorerPage:
        """Returns an explorer of the page, once it has painted its first update."""
        explorer = ExplorerPage(cast("Notebook", self), self.page.locator(".mnistviz-explorer").nth(position), "explorer")
        explorer.wait_painted()
        return explorer

    def touch(self, kind: str, *places: tuple[float, float]) -> None:
        """Sends a touch event of Chromium: touchStart, touchMove or touchEnd, with all fingers that are down."""
        if not hasattr(self, "_session"):
            self._session = self.page.context.new_cdp_session(self.page)
        points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(places)]
        self._session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def close(self) -> None:
        """Ends the page."""
        self.page.context.close()


def is_inked(explorer: ExplorerPage, x: float, y: float) -> bool:
    """Returns whether the pad is inked at a pad pixel."""
    ink = pixels.opacity(explorer.pad)
    scale = ink.shape[0] / 280
    return bool(ink[round(y * scale), round(x * scale)] > 128)


@contextmanager
def exported_pages(browser: Browser, drawn: Drawing) -> Iterator[Callable[..., ExportedPage]]:
    """A function that makes a blank page with options of a browser's context. Closes them all; none may have logged an error."""
    pages: list[ExportedPage] = []

    def make(**options: object) -> ExportedPage:
        pages.append(ExportedPage(browser, drawn, **options))
        return pages[-1]

    yield make
    errors = [error for page in pages for error in page.errors.texts]
    for page in pages:
        page.close()
    assert errors == []
