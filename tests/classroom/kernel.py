"""The websocket between a page and its notebook kernel, in JupyterLab's protocol: runs code and carries widgets' messages."""

from __future__ import annotations

import json
import secrets
import time
from collections import deque
from typing import TYPE_CHECKING, Any

import websocket
from jupyter_server.services.kernels.connection.base import deserialize_msg_from_ws_v1, serialize_msg_to_ws_v1

from tests.classroom.account import SPAWN

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.classroom.account import Browsing

_PROTOCOL = "v1.kernel.websocket.jupyter.org"


class KernelError(RuntimeError):
    """Code in a kernel has raised an exception, or no answer came in time."""


class Kernel:
    """A connection to a notebook kernel. One thread may use it.

    Args:
        browsing: of the student.
        identity: the kernel's.
        hear: takes the content and the buffers of each widget message (`comm_open`, `comm_msg`): kind, content, buffers.
    """

    def __init__(self, browsing: Browsing, identity: str, hear: Callable[[str, dict[str, Any], list[bytes]], None]) -> None:
        self._browsing = browsing
        self.identity = identity
        self._hear = hear
        self._session = secrets.token_hex(8)
        self._subshell: str | None = None
        self._socket: websocket.WebSocket | None = None
        self._answers: deque[dict[str, Any]] = deque(maxlen=50)
        self.connect()

    def connect(self) -> None:
        """Opens the websocket, again if it was open.

        Raises:
            websocket.WebSocketException, OSError: if that fails.
        """
        self.close()
        address = self._browsing.server.replace("http", "ws", 1) + f"/api/kernels/{self.identity}/channels"
        self._socket = websocket.create_connection(
            f"{address}?session_id={self._session}",
            cookie=self._browsing.cookie_header(),
            origin=self._browsing.url,
            subprotocols=[_PROTOCOL],
            timeout=SPAWN,
        )

    def open_subshell(self) -> None:
        """Lets widgets' messages be heard while a notebook cell runs, as JupyterLab does."""
        request = self.send("control", "create_subshell_request", {})
        self._subshell = self.answer(request, "create_subshell_reply")["subshell_id"]

    def send(self, channel: str, kind: str, content: dict[str, Any], subshell: str | None = None, **metadata: Any) -> str:
        """Sends a message; returns its id."""
        identity = secrets.token_hex(16)
        header = {"msg_id": identity, "msg_type": kind, "session": self._session, "username": "", "version": "5.3", "date": ""}
        if subshell:
            header["subshell_id"] = subshell
        parts = [json.dumps(part).encode() for part in (header, {}, metadata, content)]
        self._socket.send_binary(serialize_msg_to_ws_v1(parts, channel))
        return identity

    def tell_widget(self, comm: str, content: dict[str, Any]) -> None:
        """Sends a message of a page to its widget."""
        self.send("shell", "comm_msg", {"comm_id": comm, "data": {"method": "custom", "content": content}}, self._subshell)

    def execute(self, code: str, cell: str | None = None, patience: float = SPAWN) -> None:
        """Runs code and waits for its end.

        Args:
            code: Python.
            cell: id of the notebook cell; None if it is none.
            patience: seconds.

        Raises:
            KernelError: with the traceback if it fails; if it takes too long.
        """
        content = {"code": code, "silent": False, "store_history": cell is not None, "user_expressions": {}, "allow_stdin": False}
        request = self.send("shell", "execute_request", content, **({"cellId": cell} if cell else {}))
        reply = self.answer(request, "execute_reply", patience)
        if reply["status"] != "ok":
            raise KernelError("\n".join(reply.get("traceback", [])) or str(reply))

    def evaluate(self, expression: str, patience: float = SPAWN) -> Any:
        """Returns the value of an expression, as JSON has it.

        Raises:
            KernelError: if it fails.
        """
        asked = {"value": f"_json.dumps({expression})"}
        content = {"code": "import json as _json", "silent": True, "allow_stdin": False, "user_expressions": asked}
        reply = self.answer(self.send("shell", "execute_request", content), "execute_reply", patience)
        value = reply.get("user_expressions", {}).get("value", {})
        if value.get("status") != "ok":
            raise KernelError("\n".join(value.get("traceback", [])) or str(reply))
        return json.loads(eval(value["data"]["text/plain"]))  # noqa: S307  (the repr of a text)

    def answer(self, request: str, kind: str, patience: float = SPAWN) -> dict[str, Any]:
        """Returns the content of the answer to a request, and hears everything until then.

        Raises:
            KernelError: if none comes in `patience` seconds.
        """
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            for message in self._answers:
                if message["kind"] == kind and message["request"] == request:
                    return dict(message["content"])
            self.listen(min(1.0, deadline - time.monotonic()))
        raise KernelError(f"The notebook kernel has not answered with {kind} in {patience:.0f} s.")

    def listen_until(self, holds: Callable[[], bool], what: str, patience: float = SPAWN) -> None:
        """Hears everything until a condition holds.

        Raises:
            KernelError: with `what`, if it doesn't hold in `patience` seconds.
        """
        deadline = time.monotonic() + patience
        while not holds():
            if time.monotonic() > deadline:
                raise KernelError(f"Not seen in {patience:.0f} s: {what}.")
            self.listen(0.5)

    def listen_for(self, seconds: float) -> None:
        """Hears everything for a time."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            self.listen(left)

    def listen(self, seconds: float) -> None:
        """Hears the next message, if one comes in time.

        Raises:
            websocket.WebSocketException, OSError: if the connection is broken.
        """
        self._socket.settimeout(max(seconds, 0.001))
        try:
            data = self._socket.recv()
        except websocket.WebSocketTimeoutException:
            return
        if isinstance(data, bytes) and data:
            self._take(data)

    def close(self) -> None:
        """Ends the connection; the kernel goes on."""
        if self._socket is not None:
            self._socket.close()

    def _take(self, data: bytes) -> None:
        _, parts = deserialize_msg_from_ws_v1(data)
        header, parent, _, content = (json.loads(part) for part in parts[:4])
        kind = header["msg_type"]
        if kind.endswith("_reply"):
            self._answers.append({"kind": kind, "request": parent.get("msg_id"), "content": content})
        elif kind in {"comm_open", "comm_msg"}:
            self._hear(kind, content, parts[4:])
