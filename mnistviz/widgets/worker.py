"""The worker: the newest state wins, frames never pile up, and no error is lost or fatal."""

from __future__ import annotations

import functools
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, ParamSpec

from traitlets.log import get_logger

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
Job = Literal["render", "settle"]

IN_FLIGHT = 2
"""Frames under way to the page: one on the wire while one is painted."""
PATIENCE = 1.0
"""Seconds after which an unpainted frame counts as lost: its page may be hidden, asleep or closed."""
REST = 0.12
"""Seconds without a change after which the pen rests: longer than the pause between two events of a slow mouse."""


class Guard:
    """Wraps callbacks: an exception is shown, logged with its traceback, kept in `last_error`, and survived.

    Args:
        show: takes the sentence for the user; an empty one takes the former message away.
    """

    def __init__(self, show: Callable[[str], None]) -> None:
        self._show = show
        self.last_error: Exception | None = None

    def __call__(self, callback: Callable[P, object]) -> Callable[P, None]:
        """The callback, guarded."""

        @functools.wraps(callback)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
            try:
                callback(*args, **kwargs)
            except Exception as error:  # whatever it is: the drawing must go on
                self.last_error = error
                get_logger().exception("mnistviz: %s", error)
                expected = isinstance(error, ValueError)  # PictureError and the like are written for readers
                self._show(str(error) if expected else f"{type(error).__name__}: {error}")

        return guarded


@dataclass
class Schedule:
    """Decides what the worker does next. Knows no threads and no clock: time is handed in, in seconds."""

    dirty: bool = False
    settled: bool = True
    sent: int = 0
    painted: int = 0
    last_change: float = 0.0
    last_frame: float = 0.0

    def change(self, now: float) -> None:
        """The state has changed."""
        self.dirty, self.settled, self.last_change = True, False, now

    def next(self, now: float) -> tuple[Job | None, float | None]:
        """The job that is due, or None and how many seconds to wait for one (None: until something happens)."""
        if self.dirty:
            late = self.last_frame + PATIENCE - now
            if self.sent - self.painted < IN_FLIGHT or late <= 0:
                return "render", 0.0
            return None, late
        if not self.settled:
            rest = self.last_change + REST - now
            return ("settle", 0.0) if rest <= 0 else (None, rest)
        return None, None


class Worker:
    """One daemon thread that renders the newest state. Ten changes during one rendering make one more rendering.

    Args:
        render: makes one frame of the newest state; returns True if the frame is under way to a page.
        settle: runs once when the state has rested.
        guard: around both.
    """

    def __init__(self, render: Callable[[], bool], settle: Callable[[], None], guard: Guard) -> None:
        self._jobs: dict[Job, Callable[[], None]] = {"render": guard(self._render), "settle": guard(settle)}
        self._render_frame = render
        self._schedule = Schedule()
        self._condition = threading.Condition()
        self._busy = self._closed = False
        self._thread = threading.Thread(target=self._run, name="mnistviz-worker", daemon=True)
        self._thread.start()

    def request(self) -> None:
        """The state has changed. Cheap: called for every pen event, from any thread."""
        with self._condition:
            self._schedule.change(time.monotonic())
            self._condition.notify_all()

    def reload(self) -> None:
        """A page has (re)loaded: what was under way to it is lost, and it needs a frame."""
        with self._condition:
            self._schedule.painted = self._schedule.sent
        self.request()

    def painted(self, number: int) -> None:
        """A page has painted frame `number`, counted from 1."""
        with self._condition:
            self._schedule.painted = max(self._schedule.painted, min(number, self._schedule.sent))
            self._condition.notify_all()

    @property
    def frames_sent(self) -> int:
        """The number of the newest frame that went to a page."""
        return self._schedule.sent

    def wait_idle(self, timeout: float) -> bool:
        """Waits until every change is rendered; False if that takes longer than `timeout` seconds."""
        with self._condition:
            return self._condition.wait_for(lambda: self._closed or not (self._schedule.dirty or self._busy), timeout)

    def close(self) -> None:
        """Ends the thread after the job at hand. May be called again, and from the thread itself."""
        with self._condition:
            self._closed = True
            self._condition.notify_all()
        if threading.current_thread() is not self._thread:
            self._thread.join(timeout=5)

    def _render(self) -> None:
        if self._render_frame():
            with self._condition:
                self._schedule.sent += 1

    def _run(self) -> None:
        while True:
            with self._condition:
                job, seconds = self._schedule.next(time.monotonic())
                while job is None and not self._closed:
                    self._condition.wait(seconds)
                    job, seconds = self._schedule.next(time.monotonic())
                if job is None or self._closed:
                    return
                self._busy = True
                if job == "render":
                    self._schedule.dirty = False
                    self._schedule.last_frame = time.monotonic()
                else:
                    self._schedule.settled = True
            self._jobs[job]()
            with self._condition:
                self._busy = False
                self._condition.notify_all()
