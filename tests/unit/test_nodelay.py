"""The server's socket sends at once, and the connection is otherwise unchanged."""

from __future__ import annotations

import asyncio
import socket
from types import SimpleNamespace
from typing import Any

import pytest
import tornado.httpserver
import tornado.testing
import tornado.web
import tornado.websocket

from mnistviz import nodelay


class Connection:
    """Replaces the Jupyter server's connection between a kernel and a page."""

    def __init__(self, websocket_handler: Any) -> None:
        self.websocket_handler = websocket_handler

    def connect(self) -> str:
        return "connected"


class Kernel(tornado.websocket.WebSocketHandler):
    """Connects like the Jupyter server's handler, and sends the page the result."""

    def open(self, *_: str, **__: str) -> None:
        answer = self.settings["kernel_websocket_connection_class"](self).connect()
        assert self.ws_connection is not None
        stream: Any = self.ws_connection.stream  # type: ignore[attr-defined]
        self.write_message(f"{answer}, {stream.socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)}")


@pytest.mark.parametrize(("is_loaded", "sends_at_once"), [(False, 0), (True, 1)])
def test_the_socket_sends_at_once(is_loaded: bool, sends_at_once: int) -> None:
    async def first_message() -> object:
        application = tornado.web.Application([("/", Kernel)], kernel_websocket_connection_class=Connection)
        if is_loaded:
            nodelay._load_jupyter_server_extension(SimpleNamespace(web_app=application))
        server = tornado.httpserver.HTTPServer(application)
        listener, port = tornado.testing.bind_unused_port()
        server.add_socket(listener)
        page = await tornado.websocket.websocket_connect(f"ws://127.0.0.1:{port}/")
        message = await page.read_message()
        page.close()
        server.stop()
        return message

    assert asyncio.run(first_message()) == f"connected, {sends_at_once}"


def test_the_server_finds_the_extension() -> None:
    assert nodelay._jupyter_server_extension_points() == [{"module": "mnistviz.nodelay"}]
