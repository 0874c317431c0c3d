"""The explorer's page without a browser: says what the page says, and keeps what it has not been told to be heard.

It imitates `frontend/explorer/pen_log.ts`, `pen_post.ts` and `page.ts`, for a network that the page computes by itself.
"""

from __future__ import annotations

import secrets
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.strokes import Path2D

Event = list[Any]
RATE = 60
"""Pen events a second."""
BATCH = 0.2
"""Seconds between two batches (SELDOM in `pen_post.ts`)."""
REST = 0.12
"""Seconds without an event after which the pen rests (REST in `pen_post.ts`)."""


class ScriptedPage:
    """An explorer's page. It finds its widget among those that a kernel opens.

    Attributes:
        comm: of the view; "" until the kernel has opened it.
        update: the header of the newest update; None before the first.
        settled: the number of the newest update whose exact values have come.
        answers: seconds from a batch until an update has heard it.
        errors: that the view has shown.
    """

    def __init__(self) -> None:
        self.comm = ""
        self.update: dict[str, Any] | None = None
        self.settled = 0
        self.answers: list[float] = []
        self.errors: list[str] = []
        self._name = secrets.token_hex(6)
        self._unheard: list[Event] = []
        self._first = self._sent = 0  # numbers of the first unheard event, and of the first unsent one
        self._under_way: list[tuple[int, float]] = []  # the number after each batch's last event, and when it was sent
        self._reported = 0
        self._acted = float("-inf")  # when the newest group of events began to happen
        self._has_said_it_moves = False

    @property
    def heard(self) -> bool:
        """Whether the kernel has heard everything, and has sent the exact values of the newest update."""
        return self.update is not None and not self._unheard and self.settled == self.update["number"]

    @property
    def is_drawing(self) -> bool:
        """Whether events happen, or wait for the next batch or for an answer."""
        return bool(self._unheard) or time.monotonic() < self._acted + BATCH

    def hear(self, kind: str, content: dict[str, Any], _: list[bytes]) -> None:
        """Takes a message of a widget."""
        data = content.get("data", {})
        if kind == "comm_open":
            state = data.get("state", {})
            if "ActivationView" in str(state.get("_anywidget_id", "")):
                self.comm = content["comm_id"]
            return
        if content["comm_id"] != self.comm:
            return
        if data.get("method") == "update" and data["state"].get("message"):
            self.errors.append(data["state"]["message"])
        if data.get("method") == "custom":
            self._take(data["content"])

    def add(self, *events: Event) -> None:
        """The student does something on the pad, which takes as long as from one batch to the next."""
        self._unheard += events
        self._acted = time.monotonic()

    def rewind(self) -> None:
        """A broken connection is back: whatever has not been heard may have been lost."""
        self._sent = self._first
        self._under_way.clear()

    def messages(self) -> list[dict[str, Any]]:
        """Returns what the page has to say: the next batch, that the pen rests, or that an update is painted."""
        number = self.update["number"] if self.update else 0
        events = self._unheard[self._sent - self._first :]
        if events:
            batch = {"kind": "pen", "page": self._name, "first": self._sent, "events": events}
            batch |= {"moves": True, "painted": number}
            self._sent += len(events)
            self._under_way.append((self._sent, time.monotonic()))
            self._reported = number
            self._has_said_it_moves = True
            return [batch]
        if self._has_said_it_moves and time.monotonic() >= self._acted + BATCH + REST:
            self._has_said_it_moves = False
            return [{"kind": "rests"}]
        if number > self._reported:
            self._reported = number
            return [{"kind": "painted", "number": number}]
        return []

    def _take(self, content: dict[str, Any]) -> None:
        if content["kind"] == "settled":
            self.settled = content["number"]
        if content["kind"] != "update":
            return
        self.update = content
        count = content["heard"].get(self._name, 0)
        del self._unheard[: max(0, count - self._first)]
        self._first = max(self._first, count)
        now = time.monotonic()
        self.answers += [now - sent for end, sent in self._under_way if end <= count]
        self._under_way = [one for one in self._under_way if one[0] > count]


def stroke_events(points: Path2D) -> list[Event]:
    """Returns a press, moves and a release."""
    first, *others = points
    return [["down", *first], *(["move", *point] for point in others), ["up"]]


def pace(events: list[Event], act: Callable[[list[Event]], None], wait: Callable[[float], None]) -> None:
    """Lets events happen at the pace of a hand, in groups of one batch.

    Args:
        events: of the pad.
        act: takes each group when it is due.
        wait: passes the seconds until the next one.
    """
    size = round(RATE * BATCH)
    start = time.monotonic()
    for number, place in enumerate(range(0, len(events), size), 1):
        act(events[place : place + size])
        wait(max(0.0, start + number * BATCH - time.monotonic()))
