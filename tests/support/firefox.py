"""Firefox, driven by WebDriver BiDi, which it speaks itself: Playwright drives only a Firefox of its own."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import socket
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tornado.websocket import websocket_connect

from tests.support.patience import PATIENCE, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tornado.websocket import WebSocketClientConnection

    from tests.support.strokes import Point

_NAMES = ("firefox", "firefox-esr")
_LONGEST_MESSAGE = 2**28
"""Bytes: an address may contain a whole picture."""


class Firefox:
    """One page in a running Firefox.

    Attributes:
        events: all that it has reported: requests, and lines of the log.
    """

    def __init__(self, runner: asyncio.Runner, connection: WebSocketClientConnection) -> None:
        self._runner = runner
        self._connection = connection
        self._number = 0
        self.events: list[dict[str, Any]] = []
        self.call("session.new", capabilities={})
        self.call("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        self._page = self.call("browsingContext.getTree")["contexts"][0]["context"]

    def call(self, method: str, **parameters: Any) -> Any:
        """Calls a method of the protocol and returns its result."""
        self._number += 1
        return self._runner.run(self._call({"id": self._number, "method": method, "params": parameters}))

    def open(self, path: Path, width: int = 1280, height: int = 800) -> None:
        """Opens a file in a window of this size, in CSS pixels."""
        self.call("browsingContext.setViewport", context=self._page, viewport={"width": width, "height": height})
        self.call("browsingContext.navigate", context=self._page, url=path.as_uri(), wait="complete")

    def evaluate(self, expression: str) -> Any:
        """Returns the value of an expression in the page, as JSON has it."""
        script = f"JSON.stringify({expression}) ?? 'null'"
        answer = self.call("script.evaluate", expression=script, target={"context": self._page}, awaitPromise=True)
        assert answer["type"] == "success", answer
        return json.loads(answer["result"]["value"])

    def wait_for(self, expression: str) -> None:
        """Waits until an expression in the page is true."""
        wait_until(lambda: self.evaluate(f"Boolean({expression})"), expression)

    def act(self, *sources: Sequence[dict[str, Any]], kind: str = "touch") -> None:
        """Plays the actions of several pointers at the same time, tick by tick."""
        pointers = [
            {"type": "pointer", "id": f"{kind} {number}", "parameters": {"pointerType": kind}, "actions": list(actions)}
            for number, actions in enumerate(sources)
        ]
        self.call("input.performActions", context=self._page, actions=pointers)

    def roll(self, place: Point, down: int) -> None:
        """Turns the wheel over a place."""
        x, y = map(round, place)
        scroll = {"type": "scroll", "x": x, "y": y, "deltaX": 0, "deltaY": down}
        self.call("input.performActions", context=self._page, actions=[{"type": "wheel", "id": "wheel", "actions": [scroll]}])

    async def _call(self, command: dict[str, Any]) -> Any:
        await self._connection.write_message(json.dumps(command))
        while True:
            message = await self._connection.read_message()
            assert message is not None, "Firefox has gone"
            answer = json.loads(message)
            if answer.get("id") == command["id"]:
                assert answer["type"] == "success", answer
                return answer["result"]
            self.events.append(answer)


def move(place: Point, milliseconds: int = 0) -> dict[str, Any]:
    """Returns the action of a pointer that moves to a place, in CSS pixels of the window."""
    x, y = map(round, place)
    return {"type": "pointerMove", "x": x, "y": y, "duration": milliseconds}


DOWN = {"type": "pointerDown", "button": 0}
UP = {"type": "pointerUp", "button": 0}
PAUSE = {"type": "pause"}


@contextmanager
def run_firefox(home: Path) -> Iterator[Firefox]:
    """Runs Firefox until the context ends. Its profile is in an empty folder.

    Raises:
        RuntimeError: if there is no Firefox.
    """
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        raise RuntimeError("No Firefox found. Install Debian's firefox-esr, or Firefox itself.")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [program, "--headless", "--no-remote", "--profile", str(home), "--remote-debugging-port", str(port)]
    process = subprocess.Popen(
        command, env={**os.environ, "HOME": str(home)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        with asyncio.Runner() as runner:
            connection = runner.run(_connect(port))
            try:
                yield Firefox(runner, connection)
            finally:
                runner.run(_close(connection))
    finally:
        process.terminate()
        process.wait()


async def _connect(port: int) -> WebSocketClientConnection:
    deadline = asyncio.get_running_loop().time() + PATIENCE / 1000
    while True:
        try:
            return await websocket_connect(f"ws://127.0.0.1:{port}/session", max_message_size=_LONGEST_MESSAGE)
        except OSError:
            if asyncio.get_running_loop().time() > deadline:
                raise
            await asyncio.sleep(0.1)


async def _close(connection: WebSocketClientConnection) -> None:
    connection.close()
    while await connection.read_message() is not None:
        pass
