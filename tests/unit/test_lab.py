"""`mnistviz lab` starts a real JupyterLab that only this machine can reach, with a token, and that sends messages at once."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[tuple[int, str]]:
    """A running `mnistviz lab`: its port, and what it has printed so far."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    own = {f"JUPYTER_{name}_DIR": str(tmp_path / name) for name in ("CONFIG", "DATA", "RUNTIME")}
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "DISPLAY", "WAYLAND"))}
    log = tmp_path / "log.txt"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mnistviz.cli", "lab", "--port", str(port)],
            cwd=tmp_path,
            env={**environment, **own, "BROWSER": "true"},
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        deadline = time.monotonic() + 60
        while "token=" not in log.read_text(encoding="utf-8"):
            assert process.poll() is None, log.read_text(encoding="utf-8")
            assert time.monotonic() < deadline, log.read_text(encoding="utf-8")
            time.sleep(0.1)
        yield port, log.read_text(encoding="utf-8")
    finally:
        os.killpg(process.pid, signal.SIGTERM)  # in the background, Ctrl-C has no effect
        process.wait(30)


def answer(port: int, path: str, headers: dict[str, str]) -> int:
    """Returns the status of the server's response, or 0 if there is none yet."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=20) as response:  # noqa: S310
            return int(response.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


@pytest.mark.linux
def test_lab_keeps_jupyters_token(lab: tuple[int, str]) -> None:
    port, printed = lab
    found = re.search(rf"http://(?:127\.0\.0\.1|localhost):{port}/\S*token=([0-9a-f]{{40,}})", printed)
    assert found, printed
    deadline = time.monotonic() + 60
    while (status := answer(port, "/api/contents", {"Authorization": f"token {found[1]}"})) != 200:
        assert time.monotonic() < deadline, status
        time.sleep(0.1)
    assert answer(port, "/api/contents", {}) == 403
    assert answer(port, "/api/contents", {"Authorization": "token " + "0" * 48}) == 403
    listening = [
        line.split()[1]
        for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()
        if f":{port:04X} 00000000:0000 0A" in line
    ]
    assert listening == [f"0100007F:{port:04X}"]  # this machine only


@pytest.mark.posix
def test_lab_sends_messages_at_once(lab: tuple[int, str]) -> None:
    _, printed = lab
    assert re.search(r"mnistviz\.nodelay\b.* loaded", printed), printed
