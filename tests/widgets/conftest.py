"""Real widgets without a kernel or a browser: a hand that draws, and a page that listens.

Nothing here sleeps: `explorer.wait_idle()` waits for the rendering, `Page.wait_for` for a message.
"""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING, Any

import pytest
from traitlets.log import get_logger

import mnistviz
from mnistviz.codec import unpack
from mnistviz.jupyter.explorer import page_network
from mnistviz.jupyter.explorer.view import ActivationView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mnistviz import Explorer

Message = tuple[dict[str, Any], dict[str, Any]]
"""The header and the arrays of a message."""


@pytest.fixture(autouse=True)
def errors() -> Iterator[list[logging.LogRecord]]:
    """Everything that ipywidgets, traitlets and mnistviz have logged as wrong.

    Without a kernel ipywidgets only logs what a callback raises, so that a test would pass. Here it fails, unless the test
    takes this list, looks at what it expected, and clears it.
    """
    records: list[logging.LogRecord] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            records.append(record)

    collector = Collector(logging.WARNING)
    loggers = [get_logger(), logging.getLogger("ipywidgets"), logging.getLogger("traitlets")]
    for logger in loggers:
        logger.addHandler(collector)
    yield records
    for logger in loggers:
        logger.removeHandler(collector)
    assert [record.getMessage() for record in records] == []


def find(widget: Any, kind: type) -> Any:
    """The first widget of a kind inside another."""
    if isinstance(widget, kind):
        return widget
    found = (find(child, kind) for child in getattr(widget, "children", ()))
    return next((child for child in found if child is not None), None)


class Hand:
    """Draws, presses buttons, chooses samples, uploads: what a person does on a page. Coordinates are pad pixels."""

    def __init__(self, explorer: Explorer) -> None:
        self.explorer = explorer
        self.view = find(explorer, ActivationView)
        self._done = 0  # events

    def tell(self, *buffers: bytes, **content: Any) -> None:
        """A message from the page to the view."""
        self.view._handle_custom_msg(content, [memoryview(buffer) for buffer in buffers])

    def act(self, *events: Any) -> None:
        """A message of the page's pen with the events that follow those before."""
        self.pen(*events, first=self._done)
        self._done += len(events)

    def mouse(self, name: str, x: float, y: float) -> None:
        self.act(["up"] if name == "up" else [name, x, y])

    def drag(self, *points: tuple[float, float]) -> None:
        """Presses at the first point, moves through the others, and releases at the last."""
        self.act(["down", *points[0]], *(["move", *point] for point in points[1:]), ["up"])

    def pen(self, *events: Any, page: str = "tab", first: int = 0, painted: int = 0) -> None:
        """A message of a page's pen (see `frontend/explorer/pen_log.ts`)."""
        self.tell(kind="pen", page=page, first=first, painted=painted, events=list(events))

    def click(self, description: str) -> None:
        self.act([description.lower()])

    def upload(self, content: bytes, name: str = "digit.png") -> None:
        self.tell(content, kind="upload", name=name)

    @property
    def strokes(self) -> list[list[tuple[float, float]]]:
        return [list(stroke) for stroke in self.explorer.drawing.strokes]


class Page:
    """The page of an explorer: keeps every message of its view, and reports each update as painted."""

    def __init__(self, hand: Hand, *, paints: bool = True) -> None:
        self.hand = hand
        self.paints = paints
        self.messages: list[Message] = []
        self._condition = threading.Condition()

    def receive(self, header: dict[str, Any], buffers: list[bytes] | None) -> None:
        with self._condition:
            self.messages.append(unpack(header, buffers or []))
            self._condition.notify_all()
        if self.paints and header["kind"] == "update":
            self.tell(kind="painted", number=header["number"])

    def tell(self, **content: Any) -> None:
        """A message from the page to the view."""
        self.hand.tell(**content)

    def load(self) -> None:
        """The page is there (again)."""
        self.tell(kind="ready")
        self.hand.explorer.wait_idle()

    def of_kind(self, kind: str) -> list[Message]:
        with self._condition:
            return [message for message in self.messages if message[0]["kind"] == kind]

    def newest(self, kind: str) -> Message:
        return self.of_kind(kind)[-1]

    def wait_for(self, found: Callable[[], bool]) -> bool:
        """Waits until it is so, or a minute: a search for a change may take long on a busy machine."""
        with self._condition:
            return self._condition.wait_for(found, 60)


@pytest.fixture(autouse=True)
def kernel_computes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages have no network, so that the notebook kernel sends everything; unless a test is marked `page_computes`."""
    if not request.node.get_closest_marker("page_computes"):
        monkeypatch.setattr(page_network, "chain_of", lambda _: None)


@pytest.fixture
def take_hold(errors: list[logging.LogRecord]) -> Iterator[Callable[..., Hand]]:
    """Opens explorers, and closes them at the end."""
    hands: list[Hand] = []

    def open_one(explorer: Explorer | None = None) -> Hand:
        hands.append(Hand(explorer or mnistviz.explore()))
        return hands[-1]

    yield open_one
    for hand in hands:
        hand.explorer.close()


@pytest.fixture
def hand(take_hold: Callable[[], Hand]) -> Hand:
    """A hand at an explorer without a page."""
    return take_hold()


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Page]:
    """Gives an explorer a page, loaded or not."""
    pages: list[Page] = []

    def send(view: Any, header: Any, callbacks: Any = None, buffers: Any = None) -> None:
        for page in pages:
            if page.hand.view is view:
                page.receive(header, buffers)

    monkeypatch.setattr(ActivationView, "send", send)

    def open_one(hand: Hand, *, paints: bool = True, loaded: bool = True) -> Page:
        pages.append(Page(hand, paints=paints))
        if loaded:
            pages[-1].load()
        return pages[-1]

    return open_one


@pytest.fixture
def loaded_page(hand: Hand, open_page: Callable[..., Page]) -> Page:
    """The loaded page of `hand`'s explorer."""
    return open_page(hand)
