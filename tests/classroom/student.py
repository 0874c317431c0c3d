"""A scripted student: logs in, opens the first notebook, runs its first cell, and draws."""

from __future__ import annotations

import json
import math
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import requests
import websocket

from tests.classroom.account import Browsing
from tests.classroom.kernel import Kernel, KernelError
from tests.classroom.page import ScriptedPage, pace, stroke_events
from tests.support.strokes import SEVEN

if TYPE_CHECKING:
    from tests.classroom.hub import Account
    from tests.classroom.page import Event
    from tests.support.strokes import Path2D

NOTEBOOK = "notebooks/01_explorer.ipynb"
_CELLS = json.loads((Path(__file__).parents[2] / NOTEBOOK).read_text(encoding="utf-8"))["cells"]
_FIRST = next(cell for cell in _CELLS if cell["cell_type"] == "code")
FIRST_CELL = "".join(_FIRST["source"])
KERAS_CELL = "import mnistviz\n\nmodel = mnistviz.load_model()\nexplorer = mnistviz.explore(model)\nexplorer"
"""The same with the network as a live Keras model, which imports TensorFlow."""
_BROKEN = (OSError, websocket.WebSocketException, requests.RequestException)


class Student:
    """A student without a browser.

    Args:
        url: of the hub.
        account: of the student.

    Attributes:
        browsing: what the student may ask.
        page: of the explorer.
        kernel: the connection to it, once the notebook is open.
        drawn: the strokes that are on the paper, in pad pixels.
        breaks: how often the connection broke while drawing.
        away: the longest time that it took to open it again, in seconds.
    """

    def __init__(self, url: str, account: Account) -> None:
        self.name = account.name
        self.browsing = Browsing(url, account)
        self.page = ScriptedPage()
        self.drawn: list[Path2D] = []
        self.breaks = 0
        self.away = 0.0
        self._kernel: Kernel | None = None

    @property
    def kernel(self) -> Kernel:
        """The connection to the kernel."""
        assert self._kernel is not None, "open the notebook first"
        return self._kernel

    def arrive(self) -> None:
        """Logs in, has a server started, and opens the notebook."""
        self.browsing.log_in()
        self.browsing.start_server()
        identity = self.browsing.open_notebook(NOTEBOOK)
        self._kernel = Kernel(self.browsing, identity, self._hear)
        self.kernel.open_subshell()

    def explore(self, code: str = FIRST_CELL) -> None:
        """Runs a cell with an explorer, and has its page painted."""
        self.page = ScriptedPage()
        self.kernel.execute(code, _FIRST["id"])
        self.ask_for_update()

    def ask_for_update(self) -> None:
        """Says that the page is ready, and waits for everything that is on the paper."""
        self.page.update = None
        self.kernel.tell_widget(self.page.comm, {"kind": "ready", "binary": True})
        self.kernel.listen_until(lambda: self.page.update is not None, "the first update")
        self._speak()

    def draw(self, *strokes: Path2D) -> None:
        """Draws strokes at the pace of a hand. A broken connection is opened again, as the page does."""
        for stroke in strokes:
            self.drawn.append(list(stroke))
            pace(stroke_events(stroke), self._act, self._listen)

    def draw_digit(self) -> int | None:
        """Draws a seven in half a second; returns what the network reads once the kernel has heard everything."""
        self.draw(between(SEVEN, 30))
        self.settle()
        assert self.page.update is not None
        prediction: int | None = self.page.update["prediction"]
        return prediction

    def scribble(self, seconds: float) -> None:
        """Draws and clears, stroke after stroke of three seconds, for a time; the last stroke stays."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.clear()
            self.draw(loop(len(self.page.answers)))

    def clear(self) -> None:
        """Presses the button "clear"."""
        self.drawn.clear()
        self._act([["clear"]])

    def settle(self, patience: float = 60) -> None:
        """Waits until the kernel has heard everything and has sent the exact values."""
        end = time.monotonic() + patience
        while not self.page.heard:
            assert time.monotonic() < end, f"{self.name}: the kernel has not heard everything in {patience:.0f} s"
            self._listen(0.1)

    def strokes_in_kernel(self) -> list[Path2D]:
        """Returns what the explorer in the kernel has on its paper, in pad pixels."""
        strokes: list[Any] = self.kernel.evaluate("explorer.drawing.strokes")
        return [[(x, y) for x, y in stroke] for stroke in strokes]

    def is_complete(self) -> bool:
        """Returns whether the kernel has exactly the strokes that were drawn."""
        self.catch_up()
        self.settle()
        return self.strokes_in_kernel() == self.drawn

    def watch(self, seconds: float) -> None:
        """Does nothing for a time but hear what comes, and answer the server's pings, as a page does.

        A server closes connections that don't answer. If a message comes at that moment, Jupyter Server 2 takes it for one of its
        old protocol, and allocates gigabytes.
        """
        self._listen(seconds)

    def catch_up(self) -> None:
        """Hears what has come while nobody listened."""
        self.watch(0.2)

    def rejoin(self, patience: float = 60) -> float:
        """Opens the connection again, says so as the page does, and returns the seconds that it took."""
        start = time.monotonic()
        while True:
            try:
                self.browsing.ask("/api/sessions")
                self.kernel.connect()
                break
            except _BROKEN:
                if time.monotonic() - start > patience:
                    raise
                time.sleep(0.2)
        self.page.rewind()
        self.kernel.tell_widget(self.page.comm, {"kind": "ready", "binary": True})
        self._speak()
        return time.monotonic() - start

    def rejoin_kernel(self, patience: float) -> None:
        """Waits for the kernel that Jupyter starts in place of one that has died, and connects to it."""
        end = time.monotonic() + patience
        while True:
            try:
                self.kernel.connect()
                self.kernel.evaluate("1", 5)
                break
            except (*_BROKEN, KernelError):
                if time.monotonic() > end:
                    raise
                time.sleep(0.2)
        self.kernel.open_subshell()

    def leave(self) -> None:
        """Closes the page; server and kernel go on."""
        if self._kernel is not None:
            self._kernel.close()
        self.browsing.session.close()

    def _hear(self, kind: str, content: dict[str, Any], buffers: list[bytes]) -> None:
        self.page.hear(kind, content, buffers)

    def _act(self, events: list[Event]) -> None:
        self.page.add(*events)
        self._over(self._speak)

    def _listen(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._over(lambda left=left: self.kernel.listen(min(1.0, left)))  # each ping of the server begins its time anew
            self._over(self._report)

    def _over(self, action: Any) -> None:
        """Uses the connection; if it is broken, opens it again."""
        try:
            action()
        except _BROKEN:
            self.breaks += 1
            self.away = max(self.away, self.rejoin())

    def _speak(self) -> None:
        for message in self.page.messages():
            self.kernel.tell_widget(self.page.comm, message)

    def _report(self) -> None:
        """Says that an update is painted, unless the next batch will."""
        if not self.page.is_drawing:
            self._speak()


def between(points: Path2D, count: int) -> Path2D:
    """Returns `count` points along a path, evenly by its pieces."""
    pieces = len(points) - 1
    places = [pieces * step / (count - 1) for step in range(count)]
    found = []
    for place in places:
        piece = min(int(place), pieces - 1)
        (x, y), (u, v) = points[piece], points[piece + 1]
        share = place - piece
        found.append((x + share * (u - x), y + share * (v - y)))
    return found


def loop(turn: int, seconds: float = 3.0, rate: int = 60) -> Path2D:
    """Returns a scribble of some seconds, in pad pixels, a little different with each turn."""
    angles = [2 * math.pi * step / 47 for step in range(round(seconds * rate))]
    return [(140 + 98 * math.sin(angle), 140 + 106 * math.sin(2 * angle + turn / 7)) for angle in angles]
