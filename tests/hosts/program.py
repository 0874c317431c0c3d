"""Runs a program of `.venv-hosts` that serves notebooks."""

from __future__ import annotations

import os
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.server import FOLDERS, end, free_port

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHECKOUT = Path(__file__).parents[2]
BIN = Path(os.environ.get("MNISTVIZ_HOSTS", _CHECKOUT / ".venv-hosts")).absolute() / "bin"
"""The programs of an environment with mnistviz and other hosts of notebooks."""
_START = 60.0
"""Seconds that a program may take to answer."""


@dataclass(frozen=True)
class Program:
    """A running program.

    Attributes:
        url: its address, without a slash at the end.
        log: the file with everything that the program and its kernels have written.
        number: of the process.
    """

    url: str
    log: Path
    number: int


@contextmanager
def run_program(home: Path, *command: str) -> Iterator[Program]:
    """Runs a program until the context ends, and leaves the user's own settings alone.

    Args:
        home: an existing folder for everything that the program writes, in which it runs.
        command: a name in `BIN`, and its arguments, in which "{port}" stands for the port on which it must listen.

    Yields:
        The program, once it answers.

    Raises:
        RuntimeError: if it doesn't; the message quotes its log.
    """
    assert (BIN / command[0]).exists(), f"{command[0]} is missing: run `make hosts-test`, which installs it into .venv-hosts"
    port = free_port()
    folders = {variable: home / name for variable, name in FOLDERS.items()}
    for folder in folders.values():
        folder.mkdir(exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "PYTHON", "XDG_"))}
    environment = kept | {variable: str(folder) for variable, folder in folders.items()}
    environment |= {name: str(home) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    environment |= {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(_CHECKOUT)}
    words = [word.replace("{port}", str(port)) for word in command[1:]]
    log = home / "program.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [BIN / command[0], *words], cwd=home, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
    program = Program(f"http://127.0.0.1:{port}", log, process.pid)
    try:
        _wait_until_up(program, process)
        yield program
    finally:
        end(process)


def _wait_until_up(program: Program, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _START
    while time.monotonic() < deadline and process.poll() is None:
        try:
            # Nobody's address: for a visitor of a notebook, Voila would keep a kernel.
            urllib.request.urlopen(f"{program.url}/nobody", timeout=20).close()  # noqa: S310  (always http)
        except urllib.error.HTTPError:
            return  # it answers
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"The program did not start. Its log:\n{program.log.read_text(encoding='utf-8')[-4000:]}")
