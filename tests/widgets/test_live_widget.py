"""What explorer and trainer have in common: updates for the page, errors as messages, and an end that leaves nothing."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import traitlets
from ipywidgets.widgets import widget as registry

from mnistviz.jupyter.codec import unpack
from mnistviz.jupyter.live_widget import LONGEST_ERROR, LiveView, LiveWidget, PageError

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable, Iterator, Mapping


class CountingView(LiveView):
    """Shows one number."""

    _esm = "export default { render() {} }"
    number = traitlets.Int(0).tag(sync=True)


class Counter(LiveWidget):
    """Sends the number of its view, and hears `add`."""

    def __init__(self) -> None:
        self.view = CountingView()
        self.settled = threading.Event()
        super().__init__([self.view], self.view, ["number"])

    def _render(self) -> None:
        self.rendered = self.view.number

    def _show_update(self) -> bool:
        header = {"kind": "update", "number": self._loop.updates_sent + 1}
        return self.view.send_packed(header, {"shown": np.array([self.rendered], np.int32)})

    def _settle(self) -> None:
        self.settled.set()

    def _snapshot(self) -> bytes:
        return bytes([self.rendered])

    def _messages(self) -> Mapping[str, Callable[[dict[str, Any]], None]]:
        return {"add": self._add}

    def _add(self, content: dict[str, Any]) -> None:
        self.view.number += content["amount"]


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[dict[str, Any], list[bytes]]]:
    """All messages to the page."""
    messages: list[tuple[dict[str, Any], list[bytes]]] = []
    monkeypatch.setattr(CountingView, "send", lambda _, content, buffers=None: messages.append((content, buffers or [])))
    return messages


@pytest.fixture
def counter(errors: list[logging.LogRecord]) -> Iterator[Counter]:
    counter = Counter()
    yield counter
    counter.close()


def tell(counter: Counter, **content: Any) -> None:
    """A message from the page."""
    counter.view._handle_custom_msg(content, [])
    assert counter._loop.wait_idle(10)


def test_a_page_gets_the_newest_state_when_it_asks(counter: Counter, sent: list[Any]) -> None:
    counter.view.number = 3
    assert counter._loop.wait_idle(10)
    assert (counter.rendered, sent) == (3, []), "nobody listens yet"
    tell(counter, kind="ready")
    tell(counter, kind="add", amount=4)
    messages = [unpack(*message) for message in sent]
    assert [header for header, _ in messages] == [{"kind": "update", "number": 1}, {"kind": "update", "number": 2}]
    assert [arrays["shown"].tolist() for _, arrays in messages] == [[3], [7]]
    assert counter.settled.wait(10)


def test_painted_updates_are_counted(counter: Counter, sent: list[Any]) -> None:
    tell(counter, kind="ready")
    tell(counter, kind="painted", number=1)
    assert counter._loop._schedule.painted == 1


def test_what_goes_wrong_is_a_message_for_the_user(counter: Counter, errors: list[logging.LogRecord]) -> None:
    heard: list[str] = []
    counter.view.observe(lambda change: heard.append(change["new"]), "message")
    for _ in range(2):
        tell(counter, kind="add", amount="many")
    tell(counter, kind="error", text="a" * 2 * LONGEST_ERROR)
    assert heard[1::2] == ["", ""], "or screen readers would not announce the second one"
    assert heard[0] == heard[2]
    assert heard[0].startswith("TypeError: ")
    assert heard[-1] == "a" * LONGEST_ERROR
    assert isinstance(counter.last_error, PageError)
    assert len(errors) == 3
    errors.clear()
    tell(counter, kind="unheard of")
    tell(counter)


def test_a_still_picture_stands_beside_the_view(counter: Counter) -> None:
    counter.view.number = 5
    bundle = counter._repr_mimebundle_()
    assert bundle["image/png"] == "BQ=="  # the byte 5
    assert bundle["text/plain"] == repr(counter)
    assert "application/vnd.jupyter.widget-view+json" in bundle


def test_closing_leaves_nothing_behind(errors: list[logging.LogRecord]) -> None:
    before = set(registry._instances)
    counter = Counter()
    counter.close()
    counter.close()
    assert set(registry._instances) == before
    assert not counter._loop._thread.is_alive()
