"""The render loop where no thread can start: turns of a real event loop, what overdue turns do, and what those do who wait."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from mnistviz.jupyter import render_turns
from mnistviz.jupyter.background import Background
from mnistviz.jupyter.render_loop import Guard, RenderLoop
from mnistviz.jupyter.render_turns import RenderTurns, start_render_loop

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable, Coroutine

    from mnistviz.jupyter.background import Report


class Studio:
    """A render loop that writes down what it does, and a state to change."""

    def __init__(self) -> None:
        self.state = 0
        self.done: list[tuple[str, int]] = []
        self.has_page = True
        self.in_rendering: Callable[[], object] = lambda: None
        self.guard = Guard(lambda _: None)
        self.loop = RenderTurns(self.render, self.send, lambda: self.done.append(("settle", self.state)), self.guard)

    def render(self) -> None:
        self.done.append(("render", self.state))
        self.in_rendering()

    def send(self) -> bool:
        if self.has_page:
            self.done.append(("send", self.state))
        return self.has_page

    def change(self) -> None:
        self.state += 1
        self.loop.request()


async def until(holds: Callable[[], bool]) -> None:
    """Gives the event loop turns until it is so."""
    async with asyncio.timeout(20):
        while not holds():  # noqa: ASYNC110  (nothing tells when it is so)
            await asyncio.sleep(0.001)


def run(work: Callable[[Studio], Coroutine[Any, Any, None]]) -> Studio:
    """Runs a test with a studio in an event loop."""

    async def begin() -> Studio:
        studio = Studio()
        await work(studio)
        studio.loop.close()
        return studio

    return asyncio.run(begin())


@pytest.fixture
def endless_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a page nor the event loop is given up, however slow the machine is."""
    monkeypatch.setattr("mnistviz.jupyter.render_loop.PATIENCE", 60.0)
    monkeypatch.setattr(render_turns, "HELD_UP", 60.0)


def test_ten_changes_are_rendered_and_sent_once_and_settled_when_they_rest(endless_patience: None) -> None:
    async def change(studio: Studio) -> None:
        for _ in range(10):
            studio.change()
        assert studio.done == [], "an event only marks the state as changed"
        await until(lambda: len(studio.done) == 3)
        await asyncio.sleep(0)

    studio = run(change)
    assert studio.done == [("render", 10), ("send", 10), ("settle", 10)]
    assert studio.loop.updates_sent == 1


def test_an_event_comes_between_two_jobs(endless_patience: None) -> None:
    async def change(studio: Studio) -> None:
        studio.in_rendering = lambda: asyncio.get_running_loop().call_soon(studio.change) if studio.state == 1 else None
        studio.change()
        await until(lambda: len(studio.done) == 4)

    assert run(change).done == [("render", 1), ("send", 2), ("render", 2), ("send", 2)]


def test_a_page_that_is_behind_holds_up_what_follows(endless_patience: None) -> None:
    async def change(studio: Studio) -> None:
        for _ in range(3):
            studio.change()
            await until(lambda: studio.done[-1:] in ([("send", studio.state)], [("render", 3)]))
        await asyncio.sleep(0)
        assert studio.done[-1] == ("render", 3)
        studio.loop.painted(1)
        await until(lambda: studio.done[-1] == ("send", 3))

    run(change)


def test_a_page_that_never_paints_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mnistviz.jupyter.render_loop.PATIENCE", 0.01)

    async def change(studio: Studio) -> None:
        for number in range(1, 5):
            studio.change()
            await until(lambda: studio.loop.updates_sent == number)  # noqa: B023  (awaited here)

    run(change)


def test_who_waits_does_what_is_due_in_a_cell_and_in_a_plain_script() -> None:
    async def wait(studio: Studio) -> None:
        studio.change()
        assert not studio.loop.wait_idle(0)
        assert studio.loop.wait_idle(10)
        assert studio.done == [("render", 1), ("send", 1)]
        await until(lambda: studio.done[-1] == ("settle", 1))

    run(wait)
    studio = Studio()
    studio.change()
    assert studio.loop.wait_idle(10)
    assert studio.done == [("render", 1), ("send", 1)]


def test_a_rendering_cannot_wait_for_itself(endless_patience: None) -> None:
    answers = []

    async def wait(studio: Studio) -> None:
        studio.in_rendering = lambda: answers.append(studio.loop.wait_idle(10))
        studio.change()
        assert studio.loop.wait_idle(10)

    assert run(wait).done == [("render", 1), ("send", 1)]
    assert answers == [False]


def test_a_change_during_a_rendering_makes_one_more(endless_patience: None) -> None:
    async def change(studio: Studio) -> None:
        studio.in_rendering = lambda: studio.change() if studio.state < 3 else None
        studio.change()
        await until(lambda: ("render", 3) in studio.done)
        assert [number for what, number in studio.done if what == "render"] == [1, 2, 3]

    run(change)


def test_a_rendering_is_never_begun_inside_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render_turns, "HELD_UP", 0.0)
    done_inside = []

    async def change(studio: Studio) -> None:
        def change_twice() -> None:
            studio.in_rendering = lambda: None
            before = len(studio.done)
            for _ in range(2):
                studio.loop.request()
            done_inside.append(len(studio.done) - before)

        studio.in_rendering = change_twice
        studio.change()
        await until(lambda: ("settle", 1) in studio.done)

    run(change)
    assert done_inside == [0]


def test_a_long_cell_shows_what_it_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render_turns, "HELD_UP", 0.0)

    async def draw(studio: Studio) -> None:
        for _ in range(100):  # the event loop gets no turn meanwhile
            studio.change()
            studio.loop.painted(studio.loop.updates_sent)

    sent = [number for what, number in run(draw).done if what == "send"]
    assert len(sent) > 10
    assert sent == sorted(set(sent)), "each is newer than the one before"


def test_the_page_sees_how_far_a_long_task_is(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name in (("background", "_PAUSE"), ("render_turns", "HELD_UP")):
        monkeypatch.setattr(f"mnistviz.jupyter.{module}.{name}", 0.0)
    monkeypatch.setattr("mnistviz.jupyter.background.begin", lambda work, _: asyncio.get_running_loop().call_soon(work))
    seen = []

    async def work(studio: Studio) -> None:
        background: Background[str] = Background(studio.change)
        studio.in_rendering = lambda: seen.append(background.progress)

        def task(report: Report) -> str:
            for step in range(10):
                report(step / 10)
            return "done"

        background.start("task", task)
        await until(lambda: background.outcome is not None)
        assert background.outcome is not None
        assert background.outcome.result == "done"

    run(work)
    assert len(seen) >= 5
    assert seen == sorted(seen)


def test_a_failing_rendering_is_survived(errors: list[logging.LogRecord], endless_patience: None) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    async def change(studio: Studio) -> None:
        studio.in_rendering = fail
        studio.change()
        await until(lambda: studio.guard.last_error is not None)
        studio.in_rendering = lambda: None
        studio.change()
        await until(lambda: studio.done[-1] == ("send", 2))

    run(change)
    assert [record.exc_info[0] for record in errors if record.exc_info] == [ZeroDivisionError]
    errors.clear()


def test_an_interrupted_rendering_leaves_the_loop_usable(endless_patience: None) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    async def wait(studio: Studio) -> None:
        studio.in_rendering = interrupt
        studio.change()
        with pytest.raises(KeyboardInterrupt):
            studio.loop.wait_idle(10)
        studio.in_rendering = lambda: None
        studio.change()
        assert studio.loop.wait_idle(10)
        assert studio.done[-1] == ("send", 2)

    run(wait)


def test_a_closed_loop_does_nothing_more(endless_patience: None) -> None:
    async def close(studio: Studio) -> None:
        studio.change()
        studio.loop.close()
        studio.loop.close()
        studio.change()
        assert studio.loop.wait_idle(10)
        await asyncio.sleep(0)

    assert run(close).done == []


@pytest.mark.parametrize(("can_start", "kind"), [(True, RenderLoop), (False, RenderTurns)])
def test_one_question_chooses_the_kind(can_start: bool, kind: type[RenderLoop], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render_turns, "can_start_threads", lambda: can_start)
    loop = start_render_loop(lambda: None, lambda: False, lambda: None, Guard(lambda _: None))
    assert type(loop) is kind
    loop.close()
