"""Runs JupyterLab: the one launcher of browser tests, benchmarks and soak."""

from __future__ import annotations

import json
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_START = 60.0
"""Seconds that the server may take to answer; it takes three on an idle machine."""
_END = 20.0
"""Seconds that the server may take to end."""
_CONFIGURATION = """
from jupyterlab.galata import configure_jupyter_server

configure_jupyter_server(c)
c.ServerApp.ip = "127.0.0.1"
c.ServerApp.port = {port}
c.ServerApp.root_dir = {root!r}
c.ServerApp.allow_root = True
c.LabApp.workspaces_dir = {workspaces!r}
c.IdentityProvider.token = {token!r}  # Galata removes it; with it, an answer proves that the server is ours
"""
FOLDERS = {
    "JUPYTER_CONFIG_DIR": "config",
    "JUPYTER_DATA_DIR": "data",
    "JUPYTER_RUNTIME_DIR": "runtime",
    "JUPYTERLAB_SETTINGS_DIR": "settings",
    "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
    "IPYTHONDIR": "ipython",
    "TMPDIR": "tmp",  # Galata's configuration leaves folders behind
}
"""Environment variables that name folders of Jupyter and IPython, and the folders in a home of the server's own."""


@dataclass(frozen=True)
class Server:
    """A running JupyterLab.

    Attributes:
        url: its address.
        token: admits to it.
        root: the folder of its notebooks.
        log: the file with everything that the server and its kernels have written.
    """

    url: str
    token: str
    root: Path
    log: Path

    def shut_down(self, notebook: str) -> None:
        """Ends the kernel of a notebook."""
        for session in self.ask("/api/sessions"):
            if session["path"] == notebook:
                self.ask(f"/api/sessions/{session['id']}", "DELETE")

    def change_settings(self, plugin: str, **settings: Any) -> None:
        """Replaces the settings of one of JupyterLab's plugins, for pages that are opened later; none restores the defaults."""
        self.ask(f"/lab/api/settings/{plugin}", "PUT", {"raw": json.dumps(settings)})

    def ask(self, path: str, method: str = "GET", content: Any = None) -> Any:
        """Returns the answer of Jupyter's REST interface; None if it is empty.

        Args:
            path: below the server's address.
            method: of the request.
            content: is sent as JSON.

        Raises:
            OSError, ValueError: if nobody answers, or a server that doesn't know our token.
        """
        request = urllib.request.Request(  # noqa: S310  (always http)
            self.url + path,
            method=method,
            headers={"Authorization": f"token {self.token}"},
            data=None if content is None else json.dumps(content).encode(),
        )
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
            return json.loads(answer.read() or "null")


@contextmanager
def run_server(home: Path, *options: str, package: Path | None = None) -> Iterator[Server]:
    """Runs JupyterLab on a free port until the context ends, and leaves the user's own Jupyter alone.

    Args:
        home: an existing folder for everything that server and kernels write.
        options: more options of the command line.
        package: the folder from which server and kernels import mnistviz; by default, they import what is installed.

    Yields:
        The server, once it answers.

    Raises:
        RuntimeError: if the server doesn't start; the message quotes its log.
    """
    folders = {variable: home / name for variable, name in FOLDERS.items()}
    server = Server(f"http://127.0.0.1:{free_port()}", secrets.token_hex(), home / "root", home / "server.log")
    for folder in (*folders.values(), server.root):
        folder.mkdir()
    configuration = home / "configuration.py"
    values = {"port": server.url.rpartition(":")[2], "workspaces": str(folders["JUPYTERLAB_WORKSPACES_DIR"])}
    configuration.write_text(_CONFIGURATION.format(root=str(server.root), token=server.token, **values), encoding="utf-8")
    paths = {variable: str(folder) for variable, folder in folders.items()}
    if package is not None:
        paths["PYTHONPATH"] = str(package)
    with server.log.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", "--config", str(configuration), "--no-browser", *options],
            cwd=server.root,
            env=os.environ | paths,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait_until_ours(server, process)
        # JupyterLab's question whether to fetch news would cover a part of the page.
        server.change_settings("@jupyterlab/apputils-extension:notification", fetchNews="false", checkForUpdates=False)
        yield server
    finally:
        end(process)


def free_port() -> int:
    """Returns a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_ours(server: Server, process: subprocess.Popen[bytes]) -> None:
    """Waits until the server accepts our token; anything else on the port refuses it, or our process has ended."""
    deadline = time.monotonic() + _START
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if server.ask("/api/sessions") == []:
                return
        except (OSError, ValueError):
            time.sleep(0.1)
    raise RuntimeError(f"JupyterLab did not start. Its log:\n{server.log.read_text(encoding='utf-8')[-4000:]}")


def end(process: subprocess.Popen[bytes]) -> None:
    """Ends a process, at first politely."""
    process.terminate()
    try:
        process.wait(_END)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
