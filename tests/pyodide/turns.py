"""What mnistviz does without threads, in Pyodide itself. NumPy is not there, so no network runs."""

from __future__ import annotations

import asyncio
import sys
import time
from typing import TYPE_CHECKING

from mnistviz.jupyter.background import Background
from mnistviz.jupyter.render_loop import Guard
from mnistviz.jupyter.render_turns import RenderTurns, start_render_loop
from mnistviz.jupyter.threads import after, can_start_threads
from mnistviz.locale import text
from mnistviz.network.extras import missing_extra

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.jupyter.background import Report
    from mnistviz.jupyter.render_loop import RenderLoop

LIMIT = 20
"""Seconds that anything may take."""


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(LIMIT):
        while not holds():  # noqa: ASYNC110  (nothing tells when it is so)
            await asyncio.sleep(0.001)


def start() -> tuple[RenderLoop, list[str]]:
    """Returns a render loop, and what it has done."""
    done: list[str] = []

    def send() -> bool:
        done.append("send")
        return True

    loop = start_render_loop(lambda: done.append("render"), send, lambda: done.append("settle"), Guard(print))
    assert type(loop) is RenderTurns
    return loop, done


async def render() -> None:
    """Events mark the state as changed; the event loop does the rest, in three turns."""
    loop, done = start()
    for _ in range(10):
        loop.request()
    assert done == []
    await until(lambda: "settle" in done)
    assert done == ["render", "send", "settle"]
    loop.painted(1)
    loop.request()
    assert loop.wait_idle(1), "what a cell waits for is done at once"
    assert done[3:] == ["render", "send"]
    loop.close()
    loop.request()
    other, done_by_other = start()
    other.request()
    await until(lambda: "settle" in done_by_other)
    assert done[3:] == ["render", "send"], "a closed loop does nothing more"


async def compute() -> None:
    """A long task holds up the event loop; what it reports is rendered and sent meanwhile."""
    loop, done = start()
    background: Background[int] = Background(loop.request)

    def task(report: Report) -> int:
        end = time.monotonic() + LIMIT
        while done.count("send") < 3 and time.monotonic() < end:
            report(0.5)
        return done.count("send")

    background.start("count", task)
    assert background.running == "count"
    await until(lambda: background.outcome is not None)
    assert background.outcome is not None
    assert background.outcome.result == 3
    background.start("fail", lambda _: 1 // 0)
    await until(lambda: background.running is None)
    assert isinstance(background.outcome.error, ZeroDivisionError)
    loop.close()


async def wait() -> None:
    """A timer does its work once; one that is cancelled does nothing."""
    done: list[str] = []
    cancelled, timer = after(0.01, lambda: done.append("never")), after(0.01, lambda: done.append("once"))
    assert timer.is_waiting
    cancelled.cancel()
    later = after(0.05, lambda: None)
    await until(lambda: not later.is_waiting)
    assert (done, timer.is_waiting) == (["once"], False)


async def main() -> None:
    assert sys.platform == "emscripten"
    assert not can_start_threads()
    assert text("shipped-network-numpy").startswith("shipped network, NumPy")
    assert str(missing_extra("tensorflow")).startswith("TensorFlow does not run in a browser.")
    await render()
    await compute()
    await wait()
