"""The scripted page keeps to the protocol of the real one: the explorer hears every event once, whatever is lost."""

from __future__ import annotations

from typing import Any

from mnistviz.ink.drawing import Drawing
from mnistviz.ink.scene import Scene
from mnistviz.jupyter.explorer.page_pens import Paper, hear
from tests.classroom.page import ScriptedPage, stroke_events
from tests.classroom.student import between, loop
from tests.support.strokes import SEVEN


class Kernel:
    """The explorer's paper, and the updates that it sends to a page."""

    def __init__(self, page: ScriptedPage) -> None:
        self.page = page
        self.paper = Paper(Scene(Drawing()))
        self.number = 0
        page.hear("comm_open", {"comm_id": "view", "data": {"state": {"_anywidget_id": "view.ActivationView"}}}, [])

    def take(self, message: dict[str, Any]) -> None:
        """Hears a batch."""
        self.paper, error = hear(self.paper, message)
        assert error is None

    def update(self) -> None:
        """Tells the page what it has heard, and the exact values."""
        self.number += 1
        for content in (
            {"kind": "update", "number": self.number, "heard": dict(self.paper.heard)},
            {"kind": "settled", "number": self.number},
        ):
            self.page.hear("comm_msg", {"comm_id": "view", "data": {"method": "custom", "content": content}}, [])


def test_nothing_is_lost_and_nothing_drawn_twice_when_batches_are() -> None:
    page = ScriptedPage()
    kernel = Kernel(page)
    strokes = [between(SEVEN, 30), loop(3, seconds=1)]
    first, second = map(stroke_events, strokes)
    page.add(*first)
    (heard,) = page.messages()
    kernel.take(heard)  # the answer to it is lost
    page.add(*second[:20])
    page.messages()  # is lost
    page.add(*second[20:])
    page.rewind()
    assert not page.heard
    for message in page.messages():
        kernel.take(message)
    kernel.update()
    assert page.heard
    assert [list(stroke) for stroke in kernel.paper.scene.drawing.strokes] == strokes


def test_without_sending_again_events_are_missed() -> None:
    page = ScriptedPage()
    kernel = Kernel(page)
    page.add(*stroke_events(SEVEN))
    page.messages()  # is lost
    kernel.update()
    assert not page.heard


def test_an_update_is_reported_as_painted_once_and_by_a_batch_if_there_is_one() -> None:
    page = ScriptedPage()
    kernel = Kernel(page)
    kernel.update()
    assert page.messages() == [{"kind": "painted", "number": 1}]
    assert page.messages() == []
    kernel.update()
    page.add(["clear"])
    (batch,) = page.messages()
    assert batch["painted"] == 2
    assert page.messages() == []
