"""One student reaches nothing of another: neither through the hub with their own cookie, nor through the system's files."""

from __future__ import annotations

import os
import re
import socket
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest
import requests
import websocket

from mnistviz.jupyter.autosave import Autosave
from tests.classroom.kernel import Kernel
from tests.classroom.student import NOTEBOOK

if TYPE_CHECKING:
    from tests.classroom.hub import Hub
    from tests.classroom.student import Student

AUTOSAVE = Path(".local", "share", "jupyter", "mnistviz", "autosave")
REFUSED = {requests.codes.forbidden, requests.codes.not_found}


def autosaved(hub: Hub, student: Student) -> Path:
    """The only drawing that is kept for a student."""
    (path,) = (hub.home(student.name) / AUTOSAVE).iterdir()
    return path


def ask(student: Student, address: str, method: str = "GET") -> int:
    """What a server answers to the cookies of a student; redirects are not followed."""
    url = f"{student.browsing.url}{address}"
    # The token against forged requests is their own, too: what keeps others out must be who they are.
    headers = student.browsing.headers()
    return student.browsing.session.request(method, url, headers=headers, allow_redirects=False, timeout=60).status_code


def test_the_owner_may_and_another_may_not_ask_a_server(anna: Student, ben: Student) -> None:
    for path in ("sessions", f"contents/{NOTEBOOK}", "kernels", f"kernels/{anna.kernel.identity}"):
        assert ask(anna, f"/user/anna/api/{path}") == requests.codes.ok
        assert ask(ben, f"/user/anna/api/{path}") in REFUSED


@pytest.mark.parametrize("path", ["lab", f"files/{NOTEBOOK}"])
def test_a_page_of_another_leads_to_the_hub_which_refuses(anna: Student, ben: Student, path: str) -> None:
    own, other = (one.browsing.session.get(f"{one.browsing.url}/user/anna/{path}", timeout=60) for one in (anna, ben))
    assert own.status_code == requests.codes.ok
    assert other.status_code in REFUSED


def test_another_can_neither_stop_nor_run_anything(anna: Student, ben: Student) -> None:
    assert ask(ben, f"/user/anna/api/kernels/{anna.kernel.identity}", "DELETE") in REFUSED
    assert ask(ben, "/user/anna/api/kernels", "POST") in REFUSED
    assert ask(ben, "/hub/api/users/anna/server", "DELETE") in REFUSED
    assert ask(ben, "/hub/api/users/anna") in REFUSED
    assert anna.browsing.ask("/api/status")["kernels"] == 1


def test_the_ports_of_server_and_proxy_refuse_whoever_goes_past_the_proxy(hub: Hub, anna: Student, ben: Student) -> None:
    ports = [one.laddr.port for one in hub.server("anna").net_connections("inet") if one.status == psutil.CONN_LISTEN]
    assert ports
    for port in ports:
        own, other = (
            requests.get(
                f"http://127.0.0.1:{port}/user/anna/api/sessions",
                headers={**one.browsing.headers(), "Cookie": one.browsing.cookie_header()},
                timeout=60,
            )
            for one in (anna, ben)
        )
        assert own.status_code == requests.codes.ok
        assert other.status_code in REFUSED
    assert requests.get(f"{hub.proxy_api}/api/routes", timeout=60).status_code in REFUSED


def test_the_socket_of_a_kernel_refuses_another(anna: Student, ben: Student) -> None:
    address = f"{anna.browsing.server.replace('http', 'ws', 1)}/api/kernels/{anna.kernel.identity}/channels"
    for cookies in (ben.browsing.cookie_header(), ""):
        with pytest.raises(websocket.WebSocketBadStatusException) as refused:
            websocket.create_connection(address, cookie=cookies, origin=ben.browsing.url, timeout=60)
        assert refused.value.status_code in REFUSED
    Kernel(anna.browsing, anna.kernel.identity, lambda *_: None).close()  # as the owner it works


def test_private_files_have_private_modes(hub: Hub, anna: Student) -> None:
    drawing = autosaved(hub, anna)
    runtime = hub.home("anna") / ".jupyter-run"
    assert stat.S_IMODE(drawing.stat().st_mode) == 0o600
    for folder in (drawing.parent, runtime, hub.home("anna")):
        assert stat.S_IMODE(folder.stat().st_mode) & 0o077 == 0
    for connection in runtime.glob("kernel-*.json"):
        assert stat.S_IMODE(connection.stat().st_mode) == 0o600


def test_nothing_can_be_read_from_a_port_of_a_kernel(hub: Hub) -> None:
    kernels = hub.kernels("anna")
    assert kernels
    assert list((hub.home("anna") / ".jupyter-run").glob("kernel-*-ipc-*"))
    ports = [connection.laddr.port for kernel in kernels for connection in kernel.net_connections("inet")]
    # ipykernel has an inbox for what its child processes print, of ZeroMQ's kind that only receives.
    assert {kind_of_zeromq_socket(port) for port in ports} <= {b"PULL"}


def kind_of_zeromq_socket(port: int) -> bytes:
    """The kind that a socket gives for itself when one connects to it, by ZMTP 3.0 (rfc.zeromq.org/spec/23)."""
    greeting = b"\xff" + bytes(8) + b"\x7f" + b"\x03\x00" + b"NULL".ljust(20, b"\0") + bytes(32)
    ready = b"\x05READY" + b"\x0bSocket-Type" + (4).to_bytes(4, "big") + b"PUSH"
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(greeting + b"\x04" + bytes([len(ready)]) + ready)
        answer = b""
        while (found := re.search(rb"Socket-Type\0\0\0(.)", answer, re.DOTALL)) is None or len(answer) < found.end() + found[1][
            0
        ]:
            received = connection.recv(4096)
            assert received, "the socket has closed the connection"
            answer += received
    return answer[found.end() : found.end() + found[1][0]]


def test_another_user_of_the_system_reads_neither_drawing_nor_socket(hub: Hub, anna: Student, ben: Student) -> None:
    drawing = autosaved(hub, anna)
    sockets = sorted((hub.home("anna") / ".jupyter-run").glob("kernel-*"))
    private = [drawing, drawing.parent, *sockets, hub.home("anna"), hub.home("anna") / NOTEBOOK]
    assert refused_to(hub, "anna", private) == []
    expected = [] if hub.accounts[1].number is None else [str(path) for path in private]
    assert refused_to(hub, "ben", private) == expected


def refused_to(hub: Hub, name: str, paths: list[Path]) -> list[str]:
    """Which paths a student's user of the system can't open: files to read, folders to list, sockets to connect to."""
    account = next(account for account in hub.accounts if account.name == name)
    user = {} if account.number is None else {"user": account.number, "group": account.number, "extra_groups": []}
    python = os.path.realpath("/usr/bin/python3") if user else sys.executable
    command = [python, "-I", "-c", _TRY, *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd="/", **user).stdout.splitlines()


_TRY = """
import os, socket, stat, sys
for path in sys.argv[1:]:
    try:
        mode = os.stat(path).st_mode
        if stat.S_ISSOCK(mode):
            socket.socket(socket.AF_UNIX).connect(path)
        elif stat.S_ISDIR(mode):
            os.listdir(path)
        else:
            open(path).close()
    except PermissionError:
        print(path)
"""


def test_the_drawing_that_is_kept_is_the_one_that_was_drawn(hub: Hub, anna: Student) -> None:
    anna.clear()
    anna.draw_digit()
    anna.settle()
    cell, notebook = (anna.kernel.evaluate(asked) for asked in ("explorer.notebook_cell.name", _NOTEBOOK))
    kept = Autosave(hub.home("anna") / AUTOSAVE, f"{notebook}\n{cell}\n0").load()
    assert kept is not None
    assert [list(stroke) for stroke in kept.strokes] == anna.drawn


_NOTEBOOK = "__import__('os').environ['JPY_SESSION_NAME']"
