"""A JupyterLab of its own, and pages of Chromium on it."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

_SCRIPT = Path(__file__).parent / "pen.js"
_CONFIGURATION = """
from jupyterlab.galata import configure_jupyter_server
configure_jupyter_server(c)
c.ServerApp.ip = "127.0.0.1"
c.ServerApp.port = {port}
c.ServerApp.allow_root = True
"""
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class Lab:
    """A running JupyterLab and a browser that opens pages on it.

    Attributes:
        address: of the server.
        folder: in which it keeps its notebooks.
        log: what the server and the kernels write.
    """

    def __init__(self, address: str, folder: Path, browser: Browser, log: Path) -> None:
        self.address = address
        self.folder = folder
        self.log = log
        self._browser = browser

    @property
    def browser_version(self) -> str:
        """The version of Chromium."""
        return self._browser.version

    def write_notebook(self, name: str, cells: tuple[str, ...]) -> str:
        """Writes a notebook of code cells; returns its path on the server."""
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
        # without a kernel's name JupyterLab opens a dialog
        notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
        nbformat.write(notebook, self.folder / name)
        return name

    @contextlib.contextmanager
    def blank_page(self) -> Iterator[Page]:
        """A page with the functions of pen.js in `window.benchmark`, once it has loaded something."""
        context = self._browser.new_context(viewport={"width": 1280, "height": 800})
        page = context.new_page()
        page.add_init_script(path=_SCRIPT)
        try:
            yield page
        finally:
            context.close()

    @contextlib.contextmanager
    def page(self) -> Iterator[Page]:
        """Such a page with an empty JupyterLab."""
        with self.blank_page() as page:
            page.set_default_timeout(120_000)
            page.goto(f"{self.address}/lab?reset")
            page.wait_for_function("window.jupyterapp?.shell && document.querySelector('.jp-Launcher')")
            page.evaluate("window.jupyterapp.restored.then(() => {})")
            yield page


@contextlib.contextmanager
def open_lab(*options: str) -> Iterator[Lab]:
    """Starts JupyterLab on a free port with a root folder and settings of its own, and ends both afterwards.

    Args:
        options: of its command line, beside those.
    """
    with tempfile.TemporaryDirectory(prefix="mnistviz-") as name:
        folder = Path(name)
        root = folder / "notebooks"
        root.mkdir()
        (root / "own.txt").write_text(name)  # shows that the server that answers is ours
        port = _free_port()
        configuration = folder / "configuration.py"
        configuration.write_text(_CONFIGURATION.format(port=port))
        own = {
            variable: str(folder / variable)
            for variable in (
                "JUPYTER_CONFIG_DIR",
                "JUPYTER_DATA_DIR",
                "JUPYTER_RUNTIME_DIR",
                "JUPYTERLAB_SETTINGS_DIR",
                "IPYTHONDIR",
            )
        }
        with (folder / "log.txt").open("w") as log:
            server = subprocess.Popen(
                [sys.executable, "-m", "jupyterlab", f"--config={configuration}", "--no-browser", *options],
                env={**os.environ, **own, "JUPYTERLAB_GALATA_ROOT_DIR": str(root), "TMPDIR": name},  # all is deleted at the end
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(server, f"{address}/files/own.txt", name, folder / "log.txt")
            with sync_playwright() as playwright:
                found = next(filter(None, map(shutil.which, _BROWSERS)), None)
                arguments = ["--disable-gpu", "--disable-background-networking"]
                if hasattr(os, "geteuid") and os.geteuid() == 0:
                    arguments.append("--no-sandbox")
                browser = playwright.chromium.launch(executable_path=found, args=arguments)
                yield Lab(address, root, browser, folder / "log.txt")
                browser.close()
        finally:
            server.terminate()
            try:
                server.wait(15)
            except subprocess.TimeoutExpired:
                server.kill()


def call(page: Page, name: str, *arguments: Any) -> Any:
    """Calls a function of pen.js and waits for its result."""
    return page.evaluate("([name, values]) => window.benchmark[name](...values)", [name, list(arguments)])


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait_for(server: subprocess.Popen[bytes], address: str, expected: str, log: Path) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if server.poll() is not None:
            raise RuntimeError(f"JupyterLab has ended:\n{log.read_text()[-2000:]}")
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310
            if answer.read().decode() == expected:
                return
        time.sleep(0.2)
    raise RuntimeError(f"JupyterLab has not answered in 60 s:\n{log.read_text()[-2000:]}")
