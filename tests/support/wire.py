"""A wire between browser and server that tests can lengthen, hold and cut, as a distant or a bad network does."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from queue import SimpleQueue
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType


class Wire:
    """Forwards TCP connections from one port of this machine to another.

    Args:
        port: the server's.
        delay: seconds that every byte takes in each direction. Any number of bytes may be under way, and they stay in order.

    Attributes:
        port: the one for the browser.
    """

    def __init__(self, port: int, delay: float = 0) -> None:
        self._server = port
        self._delay = delay
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
                for end in (browser, server):
                    end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # the wire adds no waiting of its own
                self._ends += [browser, server]
                for source, target in ((browser, server), (server, browser)):
                    arrived: SimpleQueue[tuple[float, bytes] | None] = SimpleQueue()
                    threading.Thread(target=self._receive, args=(source, arrived), daemon=True).start()
                    threading.Thread(target=self._deliver, args=(arrived, source, target), daemon=True).start()

    def _receive(self, source: socket.socket, arrived: SimpleQueue[tuple[float, bytes] | None]) -> None:
        """Notes when each chunk is due at the other end; None says that no more will come."""
        with contextlib.suppress(OSError):  # either end may close at any time
            while data := source.recv(65536):
                arrived.put((time.monotonic() + self._delay, data))
        arrived.put(None)

    def _deliver(self, arrived: SimpleQueue[tuple[float, bytes] | None], source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            for due, data in iter(arrived.get, None):
                time.sleep(max(0, due - time.monotonic()))
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
