"""The wire between browser and server keeps the order of what it delays."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from tests.support.wire import Wire


@pytest.mark.parametrize("delay", [0, 0.02])
def test_everything_arrives_late_and_in_order(delay: float) -> None:
    lines = [f"{number}\n".encode() for number in range(200)]
    with socket.create_server(("127.0.0.1", 0)) as server, Wire(server.getsockname()[1], delay) as wire:
        threading.Thread(target=echo, args=(server,), daemon=True).start()
        with socket.create_connection(("127.0.0.1", wire.port)) as browser, browser.makefile("rb") as answers:
            start = time.monotonic()
            for line in lines:
                browser.sendall(line)
            assert answers.readline() == lines[0]
            assert time.monotonic() - start >= 2 * delay
            assert [answers.readline() for _ in lines[1:]] == lines[1:]


def echo(server: socket.socket) -> None:
    """Sends everything back on one connection."""
    connection, _ = server.accept()
    with connection:
        while data := connection.recv(1024):
            connection.sendall(data)
