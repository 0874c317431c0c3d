"""A real JupyterLab and a real Chromium for the tests of this folder; nothing here touches the user's own Jupyter."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.support.lab import EXPLORE, PATIENCE, ErrorLog, ExplorerPage, Lab, Notebook, Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, ViewportSize

expect.set_options(timeout=PATIENCE)

VIEWPORT: ViewportSize = {"width": 1280, "height": 800}
SERVER_START = 60.0
"""Seconds; it takes three on an idle machine."""

SERVER_CONFIG = """
from jupyterlab.galata import configure_jupyter_server

configure_jupyter_server(c)
c.ServerApp.ip = "127.0.0.1"
c.ServerApp.port = {port}
c.ServerApp.root_dir = {root!r}
c.ServerApp.allow_root = {is_root}
c.LabApp.workspaces_dir = {workspaces!r}
c.IdentityProvider.token = {token!r}  # Galata takes it away; with it, an answer proves that the server is ours
"""

SETTINGS = {
    # The question about Jupyter's news covers a part of the page.
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    # Tests save when they mean to.
    "docmanager-extension/plugin": {"autosave": False},
}


def find_chromium() -> str | None:
    """The system's Chromium, because Playwright's own may be impossible to download; None leaves it to Playwright."""
    named = os.environ.get("MNISTVIZ_CHROMIUM")
    if named:
        return named
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def is_root() -> bool:
    """The tests run as root, as they do in most containers."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Pytest-playwright's launch arguments, with the system's Chromium."""
    arguments = [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-gpu",
        "--no-first-run",
        *(["--no-sandbox"] if is_root() else []),
    ]
    launch = {**browser_type_launch_args, "args": [*browser_type_launch_args.get("args", []), *arguments]}
    executable = find_chromium()
    return {**launch, "executable_path": executable} if executable else launch


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A JupyterLab of our own, on a free port and in folders of its own."""
    home = tmp_path_factory.mktemp("jupyter")
    folders = {name: home / name for name in ("config", "data", "runtime", "settings", "workspaces", "ipython", "tmp", "root")}
    for folder in folders.values():
        folder.mkdir()
    for plugin, settings in SETTINGS.items():
        file = folders["settings"] / "@jupyterlab" / f"{plugin}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(settings), encoding="utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    token = secrets.token_hex()
    config = folders["config"] / "jupyter_lab_config.py"
    config.write_text(
        SERVER_CONFIG.format(
            port=port, root=str(folders["root"]), is_root=is_root(), workspaces=str(folders["workspaces"]), token=token
        ),
        encoding="utf-8",
    )
    environment = {
        **os.environ,
        "JUPYTER_CONFIG_DIR": str(folders["config"]),
        "JUPYTER_DATA_DIR": str(folders["data"]),
        "JUPYTER_RUNTIME_DIR": str(folders["runtime"]),
        "JUPYTERLAB_SETTINGS_DIR": str(folders["settings"]),
        "JUPYTERLAB_WORKSPACES_DIR": str(folders["workspaces"]),
        "IPYTHONDIR": str(folders["ipython"]),
        "TMPDIR": str(folders["tmp"]),  # Galata's configuration leaves folders behind
    }
    log_path = home / "server.log"
    with log_path.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", "--config", str(config), "--no-browser"],
            cwd=folders["root"],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    running = Server(f"http://127.0.0.1:{port}", token, folders["root"])
    try:
        wait_until_ours(running, process, log_path)
        yield running
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_until_ours(server: Server, process: subprocess.Popen[bytes], log_path: Path) -> None:
    """Waits until the server answers to our token; anything else on the port refuses it, or our process has ended."""
    deadline = time.monotonic() + SERVER_START
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if server.ask("/api/sessions") == []:
                return
        except (OSError, ValueError):
            time.sleep(0.1)
    raise RuntimeError(f"JupyterLab did not start. Its log:\n{log_path.read_text(encoding='utf-8')[-4000:]}")


@pytest.fixture(scope="session")
def shared_context(browser: Browser) -> Iterator[BrowserContext]:
    """One context for most tests, so that JupyterLab comes out of the cache."""
    context = browser.new_context(viewport=VIEWPORT)
    yield context
    context.close()


@pytest.fixture
def open_lab(server: Server) -> Iterator[Callable[..., Lab]]:
    """Opens JupyterLabs in given contexts; at the end their kernels go, and none of the pages may have logged an error."""
    labs: list[Lab] = []

    def open_one(context: BrowserContext, at: Server = server) -> Lab:
        page = context.new_page()
        labs.append(Lab(page, at, ErrorLog(page)))
        return labs[-1]

    yield open_one
    for lab in labs:
        lab.close()
    assert [error for lab in labs for error in lab.errors.texts] == []


@pytest.fixture
def lab(open_lab: Callable[[BrowserContext], Lab], shared_context: BrowserContext) -> Lab:
    """JupyterLab on a page with a mouse."""
    return open_lab(shared_context)


class SharedNotebook:
    """One notebook with one explorer for many tests, because it takes seconds to load JupyterLab and to start a kernel."""

    def __init__(self, context: BrowserContext, server: Server) -> None:
        self._context = context
        self._server = server
        self._notebook: Notebook | None = None

    def fresh_explorer(self) -> ExplorerPage:
        """A new explorer: running the cell again closes the one of the former test."""
        if self._notebook is None:
            page = self._context.new_page()
            self._notebook = Lab(page, self._server, ErrorLog(page)).open(EXPLORE)
        self._notebook.page.mouse.up()
        self._notebook.page.mouse.move(0, 0)
        self._notebook.run_all()
        return self._notebook.explorer()

    def errors(self) -> list[str]:
        """What the page has logged since it was loaded."""
        return self._notebook.lab.errors.texts if self._notebook else []

    def close(self) -> None:
        """Ends page and kernel; the next test gets others."""
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
    """A blank explorer, alone in its notebook. At the end the page must not have logged an error."""
    failed = request.session.testsfailed
    try:
        yield shared_notebook.fresh_explorer()
        assert shared_notebook.errors() == []
    finally:
        if request.session.testsfailed > failed or sys.exc_info()[0]:
            shared_notebook.close()  # who knows what the failed test has left behind


@pytest.fixture
def touch_lab(open_lab: Callable[[BrowserContext], Lab], browser: Browser) -> Iterator[Lab]:
    """JupyterLab on a page with a touch screen."""
    context = browser.new_context(viewport=VIEWPORT, has_touch=True)
    yield open_lab(context)
    context.close()
