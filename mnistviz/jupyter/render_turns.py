"""The render loop without a thread: the event loop gives it turns."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from mnistviz.jupyter.render_loop import RenderLoop
from mnistviz.jupyter.threads import can_start_threads, running_loop

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from mnistviz.jupyter.render_loop import Guard

HELD_UP = 0.1
"""Seconds after which a turn that the event loop has not given is taken: often enough to see that something goes on."""


def start_render_loop(
    render: Callable[[], None], send: Callable[[], bool], settle: Callable[[], None], guard: Guard
) -> RenderLoop:
    """Starts the render loop that fits this place; see `RenderLoop`."""
    kind = RenderLoop if can_start_threads() else RenderTurns
    return kind(render, send, settle, guard)


class RenderTurns(RenderLoop):
    """Renders the newest state where no thread can start: one job in each turn of the event loop, so that events come between.

    A running notebook cell or a long task holds up the event loop. Who asks for a rendering meanwhile does the jobs that are
    overdue; who waits does all that are due. A plain script has no event loop, and is served by these two alone.
    """

    def _begin(self) -> None:
        self._turn: asyncio.TimerHandle | None = None
        self._due: float | None = None  # when the next turn is to come, in seconds of the monotonic clock

    def wait_idle(self, timeout: float) -> bool:
        """See `RenderLoop.wait_idle`. Does what is due."""
        return not self._busy and self._work_off(time.monotonic() + timeout)

    def close(self) -> None:
        """Ends the turns. May be called again."""
        self._closed = True
        self._forget_turn()

    def _wake(self) -> None:
        if self._busy:
            return  # the schedule is looked at again after the job
        if self._due is not None and time.monotonic() > self._due + HELD_UP:
            self._work_off(math.inf)
        else:
            self._plan()

    def _take_turn(self) -> None:
        self._forget_turn()
        self._do_next()
        self._plan()

    def _work_off(self, end: float) -> bool:
        """Does what is due except for settling; begins nothing after `end`. Returns False if something is left."""
        self._forget_turn()
        while is_left := not self._closed and self._schedule.next(time.monotonic())[0] in {"render", "send"}:
            if time.monotonic() >= end:
                break
            self._do_next()
        self._plan()
        return not is_left

    def _do_next(self) -> None:
        now = time.monotonic()
        job, _ = self._schedule.next(now)
        if job is not None and not self._closed:
            self._busy = True
            self._schedule.begin(job, now)
            self._do(job)

    def _plan(self) -> None:
        """Asks the event loop for a turn when the next job is due, unless one comes before."""
        now = time.monotonic()
        _, seconds = self._schedule.next(now)
        if seconds is None or self._closed or (self._due is not None and self._due <= now + seconds):
            return
        self._forget_turn()
        self._due = now + seconds
        if loop := running_loop():
            self._turn = loop.call_later(seconds, self._take_turn)

    def _forget_turn(self) -> None:
        if self._turn:
            self._turn.cancel()
        self._turn = self._due = None
