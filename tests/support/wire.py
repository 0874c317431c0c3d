"""A wire between browser and server that tests can hold and cut, as a bad network does."""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType


class Wire:
    """Forwards TCP connections from one port of this machine to another.

    Args:
        port: the server's.

    Attributes:
        port: the one for the browser.
    """

    def __init__(self, port: int) -> None:
        self._server = port
        self._open = threading.Event()  # bytes and new connections pass
        self._open.set()
        self._is_cut = False
        self._ends: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._is_cut = True
        self._open.set()
        self._listener.close()
        self._close_all()

    def hold(self) -> None:
        """Stops everything on the wire without a sign to either end, as when a laptop is out of reach of its network."""
        self._open.clear()

    def cut(self) -> None:
        """Breaks all connections and refuses new ones, as when a laptop has changed its network."""
        self._is_cut = True
        self._close_all()

    def mend(self) -> None:
        """Lets everything pass again; bytes that were held arrive late."""
        self._is_cut = False
        self._open.set()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):  # the listener is closed at the end
            while True:
                browser, _ = self._listener.accept()
                if self._is_cut:
                    browser.close()
                    continue
                server = socket.create_connection(("127.0.0.1", self._server))
                self._ends += [browser, server]
                for source, target in ((browser, server), (server, browser)):
                    threading.Thread(target=self._forward, args=(source, target), daemon=True).start()

    def _forward(self, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):  # either end may close at any time
            while data := source.recv(65536):
                self._open.wait()
                target.sendall(data)
        for end in (source, target):
            _close(end)

    def _close_all(self) -> None:
        ends, self._ends = self._ends, []
        for end in ends:
            _close(end)


def _close(end: socket.socket) -> None:
    with contextlib.suppress(OSError):  # the other thread was faster
        end.shutdown(socket.SHUT_RDWR)
    end.close()
