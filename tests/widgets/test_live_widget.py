"""What explorer and trainer have in common: updates for the page, errors as messages, and an end that leaves nothing."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import traitlets
from ipywidgets.widgets import widget as registry

from mnistviz.codec import unpack
from mnistviz.jupyter import live_widget, still_output
from mnistviz.jupyter.live_widget import LiveView, LiveWidget, PageError
from mnistviz.jupyter.render_loop import Guard
from mnistviz.locale import MAX_SENTENCE
from tests.support.patience import wait_until

if TYPE_CHECKING:
    import logging
    from collections.abc import Iterator, Mapping

    from mnistviz.jupyter.live_widget import Receiver


class CountingView(LiveView):
    """Shows one number."""

    _esm = "export default { render() {} }"
    number = traitlets.Int(0).tag(sync=True)


class Counter(LiveWidget):
    """Sends the number of its view, and hears `add`."""

    rendered = 0

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

    def _messages(self) -> Mapping[str, Receiver]:
        return {"add": self._add}

    def _add(self, content: dict[str, Any], _: object) -> None:
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
    tell(counter, kind="error", text="a" * 2 * MAX_SENTENCE)
    assert heard[1::2] == ["", ""], "or screen readers would not announce the second one"
    assert heard[0] == heard[2]
    assert heard[0].startswith("TypeError: ")
    assert heard[-1] == "a" * MAX_SENTENCE
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


@pytest.fixture
def outputs(monkeypatch: pytest.MonkeyPatch) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """What a notebook cell has been sent: data and options of each output."""
    published: list[tuple[dict[str, Any], dict[str, Any]]] = []

    def publish(data: dict[str, Any], **options: Any) -> None:
        published.append((data, options))

    monkeypatch.setattr(live_widget, "has_notebook_kernel", lambda: True)
    for module in (live_widget, still_output):
        monkeypatch.setattr(module, "publish_display_data", publish)
    return published


def rest(counter: Counter, number: int) -> None:
    """Changes the state and waits until that has settled."""
    counter.settled.clear()
    counter.view.number = number
    assert counter.settled.wait(10)
    counter.close()  # waits for the end of the settling


def test_in_a_notebook_the_still_picture_is_an_output_that_a_live_page_does_not_show(
    counter: Counter, outputs: list[Any]
) -> None:
    counter.view.number = 5
    counter._ipython_display_()
    (view, _), (still, options) = outputs
    assert view[still_output.WIDGET_VIEW]["model_id"] == counter.model_id
    assert "image/png" not in view
    assert "picture" in view["text/html"]
    assert still[still_output.WIDGET_VIEW]["model_id"] == ""
    assert (still["image/png"], still["text/plain"]) == ("BQ==", repr(counter))
    assert options == {"transient": {"display_id": options["transient"]["display_id"]}, "update": False}


def test_the_still_picture_follows_the_settled_state(counter: Counter, outputs: list[Any]) -> None:
    counter._ipython_display_()
    shown = outputs[-1]
    rest(counter, 7)
    assert outputs[-1][0]["image/png"] == "Bw=="
    assert outputs[-1][1] == {**shown[1], "update": True}
    assert len(outputs) == 3


@pytest.mark.parametrize("is_shown", [False, True])
def test_no_picture_is_sent_that_nobody_has_or_that_is_there_already(
    is_shown: bool, counter: Counter, outputs: list[Any]
) -> None:
    if is_shown:
        counter._ipython_display_()
    before = len(outputs)
    counter._loop.request()
    rest(counter, 0 if is_shown else 3)
    assert len(outputs) == before


class Changing:
    """An output of a text that changes."""

    def __init__(self) -> None:
        self.text = "first"
        self.told: list[dict[str, Any]] = []
        self.output = still_output.StillOutput(lambda: {"text/plain": self.text}, Guard(lambda _: None), self.told.append)
        self.output.show()

    def change(self, text: str) -> None:
        self.text = text
        self.output.update()


def test_the_picture_is_replaced_at_once_and_then_only_once_in_each_period(outputs: list[Any]) -> None:
    changing = Changing()
    for text in ("at once", "too soon", "and again", "last"):
        changing.change(text)
    assert [data["text/plain"] for data, _ in outputs] == ["first", "at once"]
    changing.output.close()
    changing.change("after the end")
    changing.output.close()
    assert [data["text/plain"] for data, _ in outputs] == ["first", "at once", "last"]


def test_what_came_too_soon_is_shown_when_the_period_is_over(outputs: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(still_output, "PERIOD", 0.01)
    changing = Changing()
    changing.change("at once")
    changing.change("too soon")
    wait_until(lambda: outputs[-1][0]["text/plain"] == "too soon", "the second text is shown")
    changing.output.close()


def test_each_notebook_cell_that_shows_it_has_a_picture_that_follows(outputs: list[Any]) -> None:
    changing = Changing()
    changing.text = "second"
    changing.output.show()
    changing.change("third")
    names = [options["transient"]["display_id"] for _, options in outputs]
    assert [options["update"] for _, options in outputs] == [False, False, True, True]
    assert names[:2] == names[2:]
    assert names[0] != names[1], "or the second would replace the first at once"


def test_a_page_that_has_come_later_is_told_of_every_replacement(outputs: list[Any]) -> None:
    changing = Changing()
    changing.change("second")
    assert changing.told == []
    changing.output.on_new_page()
    changing.output.update()  # what was replaced since the notebook was saved
    changing.output.close()
    assert [(data["text/plain"], options["update"]) for data, options in outputs] == [
        ("first", False),
        ("second", True),
        ("second", True),
    ]
    (told,) = changing.told
    assert told == {"kind": "still", "name": told["data"][still_output.WIDGET_VIEW]["still"], "data": outputs[-1][0]}


def test_a_second_page_counts_as_one_that_has_come_later(sent: list[Any], counter: Counter, outputs: list[Any]) -> None:
    counter._ipython_display_()
    tell(counter, kind="ready")
    assert counter.settled.wait(10)
    counter.settled.clear()
    tell(counter, kind="ready")
    assert counter.settled.wait(10)
    counter.close()
    assert [content["kind"] for content, _ in sent] == ["update", "update", "still"]


def test_a_console_prints_the_text(counter: Counter, capsys: pytest.CaptureFixture[str]) -> None:
    counter._ipython_display_()
    assert capsys.readouterr().out.strip() == repr(counter)


def test_closing_leaves_nothing_behind(errors: list[logging.LogRecord]) -> None:
    before = set(registry._instances)
    counter = Counter()
    counter.close()
    counter.close()
    assert set(registry._instances) == before
    assert not counter._loop._thread.is_alive()
