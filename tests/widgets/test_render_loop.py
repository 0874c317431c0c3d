"""The render loop: when an update is due, that the newest state wins, and that errors are seen and survived."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING, Any

import pytest

from mnistviz.jupyter.render_loop import IN_FLIGHT, LONGEST, MOVES, PATIENCE, REST, Guard, RenderLoop, Schedule

if TYPE_CHECKING:
    from collections.abc import Iterator


def step(schedule: Schedule, what: str, now: float) -> tuple[str | None, float | None] | None:
    """One event of the table below, or what the render loop does when it asks."""
    if what == "change":
        schedule.change(now)
    elif what == "moves":
        schedule.moves(now)
    elif what == "rests":
        schedule.rests(now)
    elif what == "painted":
        schedule.painted += 1
    elif what == "ask":
        job, wait = schedule.next(now)
        if job:  # as the render loop does
            schedule.begin(job, now)
            schedule.sent += job == "send"
        return job, wait
    return None


RENDER, SEND, SETTLE, NOTHING = ("render", 0.0), ("send", 0.0), ("settle", 0.0), (None, None)


def update(now: float) -> list[tuple[float, str, Any]]:
    """A change that is rendered and sent at once."""
    return [(now, "change", None), (now, "ask", RENDER), (now, "ask", SEND)]


TABLES: dict[str, list[tuple[float, str, Any]]] = {
    "nothing to do": [(0, "ask", NOTHING), (100, "ask", NOTHING)],
    "a change is rendered and sent at once, and settled when the pen rests": [
        *update(10),
        (10.01, "ask", (None, REST - 0.01)),
        (10 + REST, "ask", SETTLE),
        (10.5, "ask", NOTHING),
    ],
    "ten changes are one update": [
        *[(10 + index / 100, "change", None) for index in range(10)],
        (10.2, "ask", RENDER),
        (10.2, "ask", SEND),
        (10.3, "ask", SETTLE),
    ],
    "every change puts off the rest": [
        *update(10),
        *update(10.1),
        (10.15, "ask", (None, REST - 0.05)),
        (10.1 + REST, "ask", SETTLE),
    ],
    "a page that says that its pen moves is believed until it says that it rests": [
        *update(10),
        (10, "moves", None),
        (10 + REST, "ask", (None, MOVES - REST)),
        (10.3, "rests", None),
        (10.3, "ask", SETTLE),
        (11, "ask", NOTHING),
    ],
    "a page that falls silent is not waited for": [
        *update(10),
        (10, "moves", None),
        (10 + MOVES, "ask", SETTLE),
    ],
    "a pen that never rests is settled from time to time": [
        *[
            one
            for now in (10, 10.4, 10.8, 11.2, 11.6)
            for one in [
                *update(now),
                (now, "moves", None),
                (now, "ask", (None, MOVES if now < 11.5 else 0.4)),
                (now, "painted", None),
            ]
        ],
        *update(12),
        (12, "moves", None),
        (12, "ask", SETTLE),
        (12.1, "painted", None),
        *update(12.4),
        (12.4, "moves", None),
        (12.4, "ask", (None, MOVES)),
    ],
    "a change after the rest is settled again": [
        *update(10),
        (10.5, "ask", SETTLE),
        (11, "painted", None),
        *update(11),
        (11.5, "ask", SETTLE),
    ],
    "a change while an update is rendered does not hold it up": [
        (10, "change", None),
        (10, "ask", RENDER),
        (10.01, "change", None),
        (10.01, "ask", SEND),
        (10.01, "ask", RENDER),
    ],
    "a third update is rendered, but waits for the first to be painted": [
        *update(10),
        *update(10.1),
        (10.15, "change", None),
        (10.15, "ask", RENDER),
        (10.2, "ask", (None, PATIENCE - 0.1)),
        (10.3, "painted", None),
        (10.3, "ask", SEND),
        (10.4, "change", None),
        (10.4, "ask", RENDER),
        (10.4, "ask", (None, PATIENCE - 0.1)),
    ],
    "a page that never paints is not waited for longer than the patience": [
        *update(10),
        *update(10),
        (10.1, "change", None),
        (10.1, "ask", RENDER),
        (10.1, "ask", (None, PATIENCE - 0.1)),
        (10 + PATIENCE, "ask", SEND),
        (11, "change", None),
        (11, "ask", RENDER),
        (11, "ask", SEND),
    ],
    "exact values wait for the update they belong to": [
        *update(10),
        *update(10),
        (10.05, "change", None),
        (10.05, "ask", RENDER),
        (10.05 + REST, "ask", (None, PATIENCE - 0.05 - REST)),
        (10.2, "painted", None),
        (10.2, "ask", SEND),
        (10.2, "ask", SETTLE),
    ],
}


@pytest.mark.parametrize("name", TABLES)
def test_the_schedule(name: str) -> None:
    schedule = Schedule(last_update=-100)
    for now, what, expected in TABLES[name]:
        received = step(schedule, what, now)
        assert (received is None) == (expected is None)
        if received and expected:
            assert received[0] == expected[0], (now, what)
            assert received[1] == (None if expected[1] is None else pytest.approx(expected[1])), (now, what)


def test_the_numbers_are_those_of_the_design() -> None:
    assert (IN_FLIGHT, PATIENCE, REST, MOVES, LONGEST) == (2, 0.25, 0.12, 0.5, 2.0)


class Studio:
    """A render loop whose rendering the test can hold up and look into."""

    def __init__(self) -> None:
        self.state = 0
        self.rendered: list[int] = []
        self.settled: list[int] = []
        self.shown: list[str] = []
        self.begun, self.may_go, self.rested = threading.Semaphore(0), threading.Event(), threading.Event()
        self.may_go.set()
        self.failure: Exception | None = None
        self.under_way = False
        self.guard = Guard(self.shown.append)
        self.loop = RenderLoop(self.render, lambda: self.under_way, self.settle, self.guard)

    def render(self) -> None:
        state = self.state
        self.begun.release()
        assert self.may_go.wait(10)
        if self.failure:
            raise self.failure
        self.rendered.append(state)

    def settle(self) -> None:
        self.settled.append(self.state)
        self.rested.set()

    def change(self) -> None:
        self.state += 1
        self.loop.request()


@pytest.fixture
def studio() -> Iterator[Studio]:
    studio = Studio()
    yield studio
    studio.may_go.set()
    studio.loop.close()


@pytest.fixture
def endless_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """No page is given up, however slow the machine is."""
    monkeypatch.setattr("mnistviz.jupyter.render_loop.PATIENCE", 60.0)


def test_changes_during_a_rendering_make_one_more(studio: Studio) -> None:
    studio.may_go.clear()
    studio.change()
    assert studio.begun.acquire(timeout=10)
    for _ in range(10):
        studio.change()
    assert not studio.loop.wait_idle(0)
    studio.may_go.set()
    assert studio.loop.wait_idle(10)
    assert studio.rendered == [1, 11]


def test_exact_values_follow_once(studio: Studio) -> None:
    studio.change()
    assert studio.rested.wait(10)
    assert studio.loop.wait_idle(10)
    assert studio.settled == [1]


def test_updates_are_counted_when_they_are_under_way(studio: Studio) -> None:
    studio.change()
    assert studio.loop.wait_idle(10)
    assert studio.loop.updates_sent == 0
    studio.under_way = True
    studio.change()
    assert studio.loop.wait_idle(10)
    assert studio.loop.updates_sent == 1


def test_painted_updates_let_the_next_ones_go(studio: Studio, endless_patience: None) -> None:
    studio.under_way = True
    for number in range(1, 8):  # never more than one unpainted, so none waits for the patience to end
        studio.change()
        assert studio.loop.wait_idle(10)
        assert studio.loop.updates_sent == number
        studio.loop.painted(number)


def test_a_reload_forgets_what_was_under_way(studio: Studio, endless_patience: None) -> None:
    studio.under_way = True
    for _ in range(2):
        studio.change()
        assert studio.loop.wait_idle(10)
    studio.loop.reload()
    assert studio.loop.wait_idle(10)
    assert studio.loop.updates_sent == 3


def test_a_page_that_boasts_is_not_believed(studio: Studio, endless_patience: None) -> None:
    studio.under_way = True
    studio.loop.painted(1000)
    for _ in range(2):
        studio.change()
        assert studio.loop.wait_idle(10)
    studio.change()
    assert studio.loop.wait_idle(10)
    assert studio.rendered == [1, 2, 3]
    assert studio.loop.updates_sent == 2  # the third still waits


def test_a_failing_rendering_is_shown_and_survived(studio: Studio, errors: list[logging.LogRecord]) -> None:
    studio.failure = ZeroDivisionError("by <b>nothing</b>")
    studio.change()
    assert studio.loop.wait_idle(10)
    assert studio.guard.last_error is studio.failure
    assert studio.shown[0] == "ZeroDivisionError: by <b>nothing</b>"
    assert errors[0].exc_info
    assert errors[0].exc_info[1] is studio.failure
    studio.failure = None
    studio.change()
    assert studio.loop.wait_idle(10)
    assert studio.rendered[-1] == 2
    errors.clear()


def test_a_closed_loop_has_no_thread_and_waits_for_nothing() -> None:
    studio = Studio()
    studio.loop.close()
    studio.loop.close()
    studio.change()
    assert studio.loop.wait_idle(10)
    assert studio.rendered == []
    assert not studio.loop._thread.is_alive()


def test_a_loop_can_be_closed_from_its_own_thread() -> None:
    studio = Studio()
    studio.failure = None
    studio.settle = studio.loop.close  # type: ignore[method-assign]
    other = RenderLoop(lambda: other.close(), lambda: False, lambda: None, studio.guard)  # noqa: PLW0108  (bound later)
    other.request()
    assert other.wait_idle(10)
    other._thread.join(10)
    assert not other._thread.is_alive()
    studio.loop.close()
    assert studio.guard.last_error is None


@pytest.mark.parametrize(
    ("error", "shown"),
    [
        (ValueError("There is no stroke. Draw one."), "There is no stroke. Draw one."),
        (KeyError("conv9"), "KeyError: 'conv9'"),
        (RuntimeError(""), "RuntimeError: "),
    ],
)
def test_the_guard_shows_logs_and_keeps(error: Exception, shown: str, errors: list[logging.LogRecord]) -> None:
    texts: list[str] = []
    guard = Guard(texts.append)

    def fail(*arguments: int, key: int) -> None:
        assert (arguments, key) == ((1, 2), 3)
        raise error

    assert guard(fail)(1, 2, key=3) is None  # type: ignore[func-returns-value]
    assert texts == [shown]
    assert guard.last_error is error
    (record,) = errors
    assert record.levelno == logging.ERROR
    assert record.exc_info
    assert record.exc_info[1] is error
    errors.clear()


def test_the_guard_does_not_hold_up_the_end_of_the_program() -> None:
    def leave() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Guard(lambda _: None)(leave)()
