"""The render loop: the newest state wins, updates never pile up, and no error is lost or fatal."""

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
Job = Literal["render", "send", "settle"]

IN_FLIGHT = 2
"""Updates on their way to the page: one on the wire while another is painted."""
PATIENCE = 0.25
"""Seconds after which an unpainted update no longer holds up the next: its page may be hidden, asleep or closed, or its
report may wait for the running notebook cell."""
REST = 0.12
"""Seconds without a change after which the pen rests: longer than the pause between two events of a slow mouse."""
MOVES = 0.5
"""Seconds for which a page that says that the pen moves is believed: longer than from one of its batches to the next."""
LONGEST = 2.0
"""Seconds after which a pen that never rests is taken to rest once, so that no more is lost if the notebook kernel dies."""


class Guard:
    """Wraps callbacks: shows an exception, logs it with its traceback, keeps it in `last_error`, and goes on.

    Args:
        show: takes the sentence for the user; an empty one removes the former message.
    """

    def __init__(self, show: Callable[[str], None]) -> None:
        self._show = show
        self.last_error: Exception | None = None

    def __call__(self, callback: Callable[P, object]) -> Callable[P, None]:
        """Returns the guarded callback."""

        @functools.wraps(callback)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
            try:
                callback(*args, **kwargs)
            except Exception as error:  # whatever it is, the drawing must go on
                self.last_error = error
                get_logger().exception("mnistviz: %s", error)
                expected = isinstance(error, ValueError)  # its text is written for the user, as that of PictureError
                self._show(str(error) if expected else f"{type(error).__name__}: {error}")

        return guarded


@dataclass
class Schedule:
    """Decides what the render loop does next. Knows no threads and no clock: callers pass the time in seconds."""

    dirty: bool = False
    unsent: bool = False
    settled: bool = True
    sent: int = 0
    painted: int = 0
    unsettled_since: float = 0.0
    rest_at: float = 0.0
    last_update: float = 0.0

    def change(self, now: float) -> None:
        """Notes that the state has changed."""
        if self.settled:
            self.unsettled_since = now
        self.dirty, self.settled, self.rest_at = True, False, now + REST

    def moves(self, now: float) -> None:
        """Notes that a page says that its pen moves: more changes come soon."""
        self.rest_at = min(now + MOVES, max(now, self.unsettled_since + LONGEST))

    def rests(self, now: float) -> None:
        """Notes that a page says that its pen rests."""
        self.rest_at = now

    def begin(self, job: Job, now: float) -> None:
        """Notes that a job that was due begins."""
        if job == "render":
            self.dirty, self.unsent = False, True
        elif job == "send":
            self.unsent, self.last_update = False, now
        else:
            self.settled = True

    def next(self, now: float) -> tuple[Job | None, float | None]:
        """Returns the job that is due, or None and how many seconds to wait for one (None: until something happens)."""
        late = self.last_update + PATIENCE - now
        if self.unsent and (self.sent - self.painted < IN_FLIGHT or late <= 0):
            return "send", 0.0  # before the next rendering, so that a pen that never rests does not hold up all updates
        if self.dirty:
            return "render", 0.0
        if self.unsent:
            return None, late
        if not self.settled:
            rest = self.rest_at - now
            return ("settle", 0.0) if rest <= 0 else (None, rest)
        return None, None


class RenderLoop:
    """Renders the newest state in one daemon thread. Ten changes during one rendering make one more rendering.

    Args:
        render: computes everything from the newest state.
        send: sends it to the page; returns whether it did. Called only when the page keeps up.
        settle: runs once when the state has rested.
        guard: wraps all three.
    """

    def __init__(self, render: Callable[[], None], send: Callable[[], bool], settle: Callable[[], None], guard: Guard) -> None:
        self._send_update = send
        self._jobs: dict[Job, Callable[[], None]] = {"render": guard(render), "send": guard(self._send), "settle": guard(settle)}
        self._schedule = Schedule()
        self._condition = threading.Condition()
        self._busy = self._closed = False
        self._begin()

    def request(self) -> None:
        """Asks for a rendering since the state has changed. Cheap: called for every pen event, from any thread."""
        with self._condition:
            self._schedule.change(time.monotonic())
            self._wake()

    def moves(self) -> None:
        """Notes that a page says that its pen moves: the state does not rest before it says so, or for a while."""
        with self._condition:
            self._schedule.moves(time.monotonic())
            self._wake()

    def rests(self) -> None:
        """Notes that a page says that its pen rests."""
        with self._condition:
            self._schedule.rests(time.monotonic())
            self._wake()

    def reload(self) -> None:
        """Notes that a page has (re)loaded: what was on its way is lost, and the page needs an update."""
        with self._condition:
            self._schedule.painted = self._schedule.sent
        self.request()

    def painted(self, number: int) -> None:
        """Notes that a page has painted update `number`, counted from 1."""
        with self._condition:
            self._schedule.painted = max(self._schedule.painted, min(number, self._schedule.sent))
            self._wake()

    @property
    def updates_sent(self) -> int:
        """Number of the newest update that was sent to a page."""
        return self._schedule.sent

    def wait_idle(self, timeout: float) -> bool:
        """Waits until every change is rendered, and also sent unless the page holds it up.

        Returns:
            False if that takes longer than `timeout` seconds.
        """

        def is_idle() -> bool:
            job, _ = self._schedule.next(time.monotonic())
            return self._closed or not (self._busy or job in {"render", "send"})

        with self._condition:
            return self._condition.wait_for(is_idle, timeout)

    def close(self) -> None:
        """Ends the thread after the present job. May be called again, and from the thread itself."""
        with self._condition:
            self._closed = True
            self._condition.notify_all()
        if threading.current_thread() is not self._thread:
            self._thread.join(timeout=5)

    def _send(self) -> None:
        if self._send_update():
            with self._condition:
                self._schedule.sent += 1

    def _begin(self) -> None:
        """Starts what does the jobs."""
        self._thread = threading.Thread(target=self._run, name="mnistviz-render-loop", daemon=True)
        self._thread.start()

    def _wake(self) -> None:
        """Has the schedule looked at again, since something has happened."""
        self._condition.notify_all()

    def _do(self, job: Job) -> None:
        """Does a job that has been noted as begun."""
        try:
            self._jobs[job]()
        finally:
            with self._condition:
                self._busy = False
                self._condition.notify_all()

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
                self._schedule.begin(job, time.monotonic())
            self._do(job)
