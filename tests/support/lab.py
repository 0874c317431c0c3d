"""A page with JupyterLab: opens notebooks and keeps what the page logs as errors."""

from __future__ import annotations

import re
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
from nbformat import v4

from tests.support import notebook as notebooks
from tests.support.notebook import Notebook
from tests.support.patience import PATIENCE

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page

    from tests.support.server import Server

_JUPYTERLAB = 60_000
"""Milliseconds that JupyterLab may take to load."""
PEN = Path(__file__).with_name("pen.js")
_KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}  # without it JupyterLab opens a dialog
_NOISE = (
    # The server has no icon; the browser asks for one all the same.
    re.compile(r"favicon"),
    # Only developer tools ask for source maps, and the wheels leave them out.
    re.compile(r"\.map\b"),
    # JupyterLab has asked a kernel that ended or began anew before it answered.
    re.compile(r"Canceled future for (create_subshell|debug)_request"),
)


class ErrorLog:
    """The errors that a page has logged or thrown."""

    def __init__(self, page: Page) -> None:
        self.texts: list[str] = []
        page.on("console", self._logged)
        page.on("pageerror", lambda error: self._add(f"thrown: {error}\n{error.stack}"))

    def _logged(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._add(f"{message.text} ({message.location.get('url')})")

    def _add(self, text: str) -> None:
        if not any(noise.search(text) for noise in _NOISE):
            self.texts.append(text)


class Lab:
    """A page with JupyterLab, which is loaded with the first notebook.

    Attributes:
        page: blank until a notebook is opened.
        server: that the page is of.
        errors: of the page, since it was made.
    """

    def __init__(self, page: Page, server: Server) -> None:
        self.page = page
        self.server = server
        self.errors = ErrorLog(page)
        self._workspace = secrets.token_hex(8)
        self._is_loaded = False
        self._names: list[str] = []
        page.set_default_timeout(PATIENCE)
        for script in (PEN, notebooks.SCRIPT):
            page.add_init_script(path=script)

    def open(self, *cells: str) -> Notebook:
        """Opens a new notebook of the given code cells, and runs none of them."""
        return self.open_saved(self.write_notebook(*cells))

    def open_content(self, content: str) -> Notebook:
        """Opens a copy of a notebook, and runs none of its cells."""
        return self.open_saved(self._write(content))

    def open_saved(self, name: str) -> Notebook:
        """Opens a notebook that is on the server."""
        if not self._is_loaded:
            self.load()
        notebook = Notebook(self, name)
        notebook.show()
        return notebook

    def come_to_front(self) -> None:
        """Brings the page to the front of its window: Chromium paints a page behind others only now and then."""
        self.page.bring_to_front()

    def load(self) -> None:
        """Loads JupyterLab, without a notebook.

        In a workspace of its own: JupyterLab would begin again in another one if a page had that workspace already.
        """
        address = f"{self.server.url}/lab/workspaces/{self._workspace}?reset&token={self.server.token}"
        self.page.goto(address, timeout=_JUPYTERLAB)
        self.page.wait_for_function("() => window.jupyterapp?.commands?.hasCommand('docmanager:open')", timeout=_JUPYTERLAB)
        self.page.evaluate("() => window.jupyterapp.restored.then(() => null)")
        self._is_loaded = True

    def write_notebook(self, *cells: str) -> str:
        """Writes a new notebook of the given code cells; returns its name. Its kernel ends with the page."""
        # nbformat has no types.
        code = [v4.new_code_cell(cell) for cell in cells]  # type: ignore[no-untyped-call]
        content = v4.new_notebook(cells=code, metadata={"kernelspec": _KERNEL})  # type: ignore[no-untyped-call]
        return self._write(nbformat.writes(content))  # type: ignore[no-untyped-call]

    def run_command(self, command: str, **arguments: Any) -> None:
        """Runs a JupyterLab command and waits for its end."""
        script = "([command, options]) => window.jupyterapp.commands.execute(command, options).then(() => null)"
        self.page.evaluate(script, [command, arguments])

    def set_theme(self, name: str) -> None:
        """Switches the theme, and waits until it is there and JupyterLab's splash is gone.

        JupyterLab takes the splash away 200 ms later, and throws if another switch has shown it again by then.
        """
        is_light = str(name == "JupyterLab Light").lower()
        self.run_command("apputils:change-theme", theme=name)
        self.page.wait_for_selector(f"body[data-jp-theme-name='{name}'][data-jp-theme-light='{is_light}']", state="attached")
        self.page.wait_for_selector("#jupyterlab-splash", state="detached")

    def show_side_bar(self, *, is_open: bool) -> None:
        """Opens or closes JupyterLab's file browser."""
        if self.page.evaluate("() => window.jupyterapp.shell.leftCollapsed") == is_open:
            self.run_command("application:toggle-left-area")

    def close_notebooks(self) -> None:
        """Closes all notebooks, ends their kernels, and forgets the errors that the page has logged."""
        self.page.evaluate("() => window.notebooks.closeAll()")
        self._names.clear()
        self.errors.texts.clear()

    def close(self) -> None:
        """Ends page and kernels."""
        self.page.close(run_before_unload=False)
        for name in self._names:
            self.server.shut_down(name)

    def _write(self, content: str) -> str:
        name = f"test{len(list(self.server.root.glob('*.ipynb')))}.ipynb"
        (self.server.root / name).write_text(content, encoding="utf-8")
        self._names.append(name)
        return name
