"""Whether bytes arrive is found out, and arrays go as text until that is known."""

from __future__ import annotations

import base64
import io
import json
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image

from mnistviz.codec import unpack
from mnistviz.jupyter.binary_probe import PROBE, BinaryProbe
from mnistviz.jupyter.explorer.view import ActivationView

if TYPE_CHECKING:
    from conftest import Hand

Message = tuple[dict[str, Any], list[bytes]]


class FoundOut:
    """A probe, and what it has sent."""

    def __init__(self) -> None:
        self.sent: list[Message] = []
        self.probe = BinaryProbe(lambda content, buffers: self.sent.append((content, buffers)))


def test_a_page_that_gets_its_bytes_back_is_sent_bytes() -> None:
    one = FoundOut()
    one.probe.greet({"kind": "ready", "binary": False})
    one.probe.hear({"kind": "probe"}, [memoryview(PROBE)])
    assert one.sent == [({"kind": "probe"}, [PROBE])]
    assert not one.probe.has_passed, "the page may not have got it"
    one.probe.hear({"kind": "probe", "passed": True}, [])
    assert one.probe.has_passed


@pytest.mark.parametrize("buffers", [[], [b""], [PROBE[:-1]], [PROBE.decode("latin-1").encode()], [PROBE, PROBE]])
def test_a_probe_that_was_changed_on_the_way_is_not_answered(buffers: list[bytes]) -> None:
    one = FoundOut()
    one.probe.hear({"kind": "probe"}, buffers)
    assert one.sent == []
    assert not one.probe.has_passed


def test_each_page_has_to_find_out_unless_it_knows() -> None:
    one = FoundOut()
    one.probe.hear({"passed": True}, [])
    one.probe.greet({"kind": "ready", "binary": True})
    assert one.probe.has_passed
    one.probe.greet({"kind": "ready"})
    assert not one.probe.has_passed


@pytest.fixture
def told(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> list[Message]:
    """What the view of the hand's explorer has sent, as JSON would carry it, and its bytes."""
    messages: list[Message] = []

    def send(view: Any, content: Any, callbacks: Any = None, buffers: Any = None) -> None:
        del callbacks
        if view is hand.view:
            messages.append((json.loads(json.dumps(content)), buffers or []))

    monkeypatch.setattr(ActivationView, "send", send)
    return messages


def test_arrays_go_as_text_until_a_page_has_said_that_bytes_arrive(hand: Hand, told: list[Message]) -> None:
    hand.tell(kind="ready", binary=False)
    hand.drag((80, 60), (200, 60), (120, 240))
    hand.explorer.wait_idle()
    hand.tell(PROBE, kind="probe")
    assert {content["kind"] for content, buffers in told if buffers} == {"probe"}
    (as_text,) = [content for content, _ in told if content["kind"] == "update"][-1:]
    hand.tell(kind="probe", passed=True)
    told.clear()
    hand.explorer.redraw()
    hand.explorer.wait_idle()
    ((content, buffers),) = [message for message in told if message[0]["kind"] == "update"][-1:]
    assert "base64" not in content
    _, arrays = unpack(content, buffers)
    _, same = unpack(as_text, [])
    assert same.keys() == arrays.keys()
    np.testing.assert_array_equal(same["input/digit"], arrays["input/digit"])


def test_what_a_page_has_to_know_at_first_needs_no_bytes(hand: Hand) -> None:
    state = hand.view.get_state()
    json.dumps(state)
    pictures = base64.b64decode(state["samples"]["pictures"])
    assert pictures == hand.view.samples["pictures"]
    tables = {name: base64.b64decode(table) for name, table in state["palettes"].items()}
    assert tables == hand.view.palettes


def test_a_picture_can_be_uploaded_as_text(hand: Hand, ten_digits: np.ndarray[Any, Any]) -> None:
    file = io.BytesIO()
    Image.fromarray(np.uint8(255 - 255 * ten_digits[3])).save(file, "PNG")
    hand.tell(kind="upload", name="three.png", base64=base64.b64encode(file.getvalue()).decode("ascii"))
    hand.explorer.wait_idle()
    assert hand.explorer.forward.prediction == 3
