"""Real widgets without a kernel or a browser: a hand that draws, and a page that listens.

Nothing here sleeps: `explorer.wait_idle()` waits for the rendering, `Page.wait_for` for a message.
"""

from __future__ import annotations

import logging
import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import ipycanvas.canvas
import ipywidgets
import numpy as np
import pytest
from traitlets.log import get_logger

import mnistviz
from mnistviz.codec import unpack
from mnistviz.jupyter.explorer.gallery import SampleGallery
from mnistviz.jupyter.explorer.view import ActivationView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mnistviz import Explorer

Message = tuple[dict[str, Any], dict[str, Any]]
"""The header and the arrays of a message."""

DENSITY = 2  # canvas pixels in a pad pixel


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
    """Draws, presses keys and buttons, uploads: what a person does at an explorer. Coordinates are pad pixels."""

    def __init__(self, explorer: Explorer) -> None:
        self.explorer = explorer
        self.canvas = find(explorer, ipycanvas.canvas.Canvas)
        self.view = find(explorer, ActivationView)
        self.gallery = find(explorer, SampleGallery)
        self.upload_button = find(explorer, ipywidgets.FileUpload)
        self.brush = find(explorer, ipywidgets.IntSlider)

    def event(self, name: str, **content: Any) -> None:
        """The only place that knows how ipycanvas hears of events."""
        self.canvas._handle_frontend_event(self.canvas, {"event": name, **content}, [])

    def mouse(self, name: str, x: float, y: float) -> None:
        self.event(f"mouse_{name}", x=x * DENSITY, y=y * DENSITY)

    def touch(self, name: str, *points: tuple[float, float]) -> None:
        self.event(f"touch_{name}", touches=[{"x": x * DENSITY, "y": y * DENSITY} for x, y in points])

    def drag(self, *points: tuple[float, float]) -> None:
        """Presses at the first point, moves through the others, and releases at the last."""
        self.mouse("down", *points[0])
        for point in points[1:]:
            self.mouse("move", *point)
        self.mouse("up", *points[-1])

    def pen(self, *events: Any, page: str = "tab", first: int = 0, painted: int = 0) -> None:
        """A message of the page's own pen (see `frontend/explorer/pen.ts`)."""
        content = {"kind": "pen", "page": page, "first": first, "painted": painted}
        self.view._handle_custom_msg({**content, "events": [scaled(event) for event in events]}, [])

    def key(self, key: str, *, shift: bool = False, control: bool = False, meta: bool = False) -> None:
        self.event("key_down", key=key, shift_key=shift, ctrl_key=control, meta_key=meta)

    def click(self, description: str) -> None:
        def buttons(widget: Any) -> Iterator[Any]:
            if isinstance(widget, ipywidgets.Button):
                yield widget
            for child in getattr(widget, "children", ()):
                yield from buttons(child)

        (button,) = [button for button in buttons(self.explorer) if button.description == description]
        button.click()

    def upload(self, content: bytes, name: str = "digit.png") -> None:
        file: dict[str, Any] = {"name": name, "type": "image/png", "size": len(content), "content": memoryview(content)}
        file["last_modified"] = datetime.now(UTC)
        self.upload_button.value = (file,)

    @property
    def strokes(self) -> list[list[tuple[float, float]]]:
        return [list(stroke) for stroke in self.explorer.drawing.strokes]


def scaled(event: Any) -> Any:
    """An event of the page's pen, from pad pixels to canvas pixels."""
    kind, *place = event
    return [kind, *(c * DENSITY for c in place)]


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
        self.hand.view._handle_custom_msg(content, [])

    def load(self) -> None:
        """The view and the canvas of the page are there (again)."""
        self.tell(kind="ready")
        self.hand.event("client_ready")
        self.hand.explorer.wait_idle()

    def of_kind(self, kind: str) -> list[Message]:
        with self._condition:
            return [message for message in self.messages if message[0]["kind"] == kind]

    def newest(self, kind: str) -> Message:
        return self.of_kind(kind)[-1]

    def wait_for(self, found: Callable[[], bool]) -> bool:
        """Waits until it is so, or ten seconds."""
        with self._condition:
            return self._condition.wait_for(found, 10)


class Ink:
    """What ipycanvas has sent to all pages, as (canvas, command, arguments); for arrays, the arrays themselves.

    Attributes:
        commands: all of them.
        messages: how many of them each message has.
    """

    def __init__(self) -> None:
        self.commands: list[tuple[str | None, str, list[Any]]] = []
        self.messages: list[int] = []
        self._canvas: str | None = None

    def send(self, commands: list[Any], buffers: list[Any] | None = None) -> None:
        """One message. As on the page, the commands take the buffers one after the other."""
        self.messages.append(len(commands))
        remaining = list(buffers or [])
        self._canvas = None  # a page that has just come knows none
        for command in commands:
            count = command[2] if len(command) > 2 else 0
            self._take(command, remaining[:count])
            del remaining[:count]

    def _take(self, command: list[Any], buffers: list[Any]) -> None:
        name, arguments = ipycanvas.canvas._CMD_LIST[command[0]], list(command[1]) if len(command) > 1 else []
        if name == "switchCanvas":
            self._canvas = arguments[0].removeprefix("IPY_MODEL_")
        for index, argument in enumerate(arguments):
            if isinstance(argument, dict) and "idx" in argument:
                buffer = buffers[argument["idx"]]
                arguments[index] = np.frombuffer(buffer, argument["dtype"]).reshape(argument["shape"]).copy()
        self.commands.append((self._canvas, name, arguments))

    def names(self) -> list[str]:
        return [name for _, name, _ in self.commands]

    def lines(self, canvas: Any = None) -> list[list[tuple[float, float]]]:
        """The paths inked since the canvas was last cleared; a dot is a path of one point."""
        lines: list[list[tuple[float, float]]] = []
        for target, name, arguments in self.commands:
            if canvas is not None and target != canvas.model_id:
                continue
            if name == "clear":
                lines.clear()
            elif name == "strokeLines":
                lines.append([tuple(point) for point in arguments[0].tolist()])
            elif name == "fillCircle":
                lines.append([tuple(arguments[:2])])
        return lines


@pytest.fixture
def ink(monkeypatch: pytest.MonkeyPatch) -> Ink:
    """Records what the pads' managers send, after they have decided on switching canvases."""
    recorder = Ink()
    monkeypatch.setattr(
        ipycanvas.canvas._CanvasManager, "_send_custom", lambda _, commands, buffers=None: recorder.send(commands, buffers)
    )
    return recorder


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
