"""Work beside the caller, with threads and without."""

from __future__ import annotations

import asyncio
import threading

import pytest

from mnistviz.jupyter import still_output, threads
from mnistviz.jupyter.render_loop import Guard
from mnistviz.jupyter.threads import after, begin, can_start_threads
from tests.support.patience import wait_until


@pytest.fixture
def no_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threads, "can_start_threads", lambda: False)


def test_threads_can_start_here() -> None:
    assert can_start_threads()


def test_work_runs_in_a_thread_where_one_can_start() -> None:
    names: list[str] = []
    begin(lambda: names.append(threading.current_thread().name), "worker")
    timer = after(0.0, lambda: names.append("timer"))
    wait_until(lambda: set(names) == {"worker", "timer"} and not timer.is_waiting)


def test_a_cancelled_timer_does_nothing() -> None:
    done: list[str] = []
    timer = after(60, lambda: done.append("never"))
    assert timer.is_waiting
    timer.cancel()
    assert (timer.is_waiting, done) == (False, [])


def test_without_threads_work_waits_for_the_next_turn(no_threads: None) -> None:
    done: list[str] = []

    async def cell() -> None:
        begin(lambda: done.append("work"), "worker")
        assert done == []
        await asyncio.sleep(0)
        assert done == ["work"]

    asyncio.run(cell())


def test_without_threads_and_event_loop_work_is_done_at_once(no_threads: None) -> None:
    done: list[str] = []
    begin(lambda: done.append("work"), "worker")
    assert done == ["work"]
    timer = after(0.0, lambda: done.append("never"))
    assert timer.is_waiting
    timer.cancel()
    assert (timer.is_waiting, done) == (False, ["work"])


def test_without_threads_a_timer_does_its_work_once(no_threads: None) -> None:
    done: list[str] = []

    async def cell() -> None:
        rest = asyncio.Event()
        cancelled, timer = after(0.0, lambda: done.append("never")), after(0.0, lambda: done.append("once"))
        assert timer.is_waiting
        cancelled.cancel()
        after(0.01, rest.set)
        await asyncio.wait_for(rest.wait(), 20)
        assert (timer.is_waiting, cancelled.is_waiting) == (False, False)

    asyncio.run(cell())
    assert done == ["once"]


def test_without_threads_the_picture_of_a_saved_notebook_follows(no_threads: None, monkeypatch: pytest.MonkeyPatch) -> None:
    published: list[str] = []
    monkeypatch.setattr(still_output, "PERIOD", 0.01)
    monkeypatch.setattr(still_output, "publish_display_data", lambda data, **_: published.append(data["text/plain"]))
    texts = ["first"]

    async def cell() -> None:
        output = still_output.StillOutput(lambda: {"text/plain": texts[-1]}, Guard(print), print)
        output.show()
        for text in ("at once", "too soon"):
            texts.append(text)
            output.update()
        assert published == ["first", "at once"]
        rest = asyncio.Event()
        after(0.05, rest.set)
        await asyncio.wait_for(rest.wait(), 20)
        assert published == ["first", "at once", "too soon"]
        texts.append("last")
        output.update()
        texts.append("the very last")
        output.update()
        output.close()

    asyncio.run(cell())
    assert published[-1] == "the very last"
