"""A host of widgets that is not JupyterLab: a page with ipywidgets' own manager for hosts, and a real notebook kernel.

The page has nothing of JupyterLab: no variables, no classes, no commands. It loads the builds of anywidget and ipycanvas that VS
Code and Notebook 6 load, and speaks to a kernel of Jupyter's server.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast
from urllib.parse import urlsplit

from tests.support.explorer_page import EXPLORE, ExplorerPage
from tests.support.lab import ErrorLog
from tests.support.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Page

    from tests.support.notebook import Notebook
    from tests.support.server import Server

SERVED = [
    f"--ServerApp.extra_static_paths={folder}"
    for folder in (
        Path(__file__).parent,
        Path(sys.prefix, "share", "jupyter"),  # where packages put the builds of their widgets for others than JupyterLab
    )
]
"""Options of a server that serves the page and the builds of the widgets."""
CELL = "vscode-notebook-cell:/lesson.ipynb#W0sZmlsZQ%3D%3D"
"""The name of a notebook cell, as VS Code sends it."""
Buffers = Literal["arrive", "dropped", "lost"]
"""What becomes of bytes beside the JSON of a message: they arrive, or the message arrives without them, or is lost with them."""


class WidgetHost:
    """A host of widgets on a page, with a kernel of its own.

    Args:
        page: blank.
        server: that runs the kernel; it needs the options `SERVED`.
        buffers: see `Buffers`.
        lacking: modules of widgets that the host can't load.
    """

    def __init__(self, page: Page, server: Server, buffers: Buffers = "arrive", lacking: Sequence[str] = ()) -> None:
        self.page = page
        self.errors = ErrorLog(page)
        self._server = server
        page.set_default_timeout(PATIENCE)
        self._kernel = server.ask("/api/kernels", "POST", {"name": "python3"})["id"]
        page.goto(f"{server.url}/static/host.html")
        socket = f"ws://{urlsplit(server.url).netloc}/api/kernels/{self._kernel}/channels?token={server.token}"
        start = "([url, buffers, lacking]) => window.host.start(url, buffers, lacking)"
        page.evaluate(start, [socket, buffers, list(lacking)])

    def execute(self, code: str, cell: str | None = None) -> str:
        """Runs code and returns what it has printed; that of a notebook cell replaces the outputs on the page."""
        printed, error = self.page.evaluate("([code, cell]) => window.host.run(code, cell)", [code, cell])
        assert error is None, error
        return str(printed)

    def evaluate(self, expression: str) -> Any:
        """Returns the value of a Python expression in the kernel, sent as JSON."""
        return json.loads(self.execute(f"import json as _json\nprint(_json.dumps({expression}))"))

    def explore(self) -> ExplorerPage:
        """Runs the notebook cell, which closes the explorer of its former run. Returns the new one, once it has painted."""
        self.page.evaluate("() => window.host.clear()")
        self.execute(EXPLORE, CELL)
        notebook = cast("Notebook", self)  # it has what a page of an explorer asks for
        explorer = ExplorerPage(notebook, self.page.locator(".mnistviz-explorer"), "explorer")
        explorer.wait_painted()
        return explorer

    def close(self) -> None:
        """Ends page and kernel."""
        self.page.close()
        self._server.ask(f"/api/kernels/{self._kernel}", "DELETE")
