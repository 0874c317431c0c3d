"""Background: computes what takes longer than an update beside the updates, with progress, and can be stopped."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from mnistviz.jupyter.threads import begin

Result = TypeVar("Result")

Report = Callable[[float], None]
"""Takes the share that is done, 0..1. It ends the task, by an exception of its own, if nobody wants its result any more."""


_PAUSE = 0.1
"""Seconds between two calls of the listener: each makes an update, which takes the processor from the task."""


class _Unwanted(Exception):  # noqa: N818  (ends a task; it is no error)
    pass


@dataclass(frozen=True)
class Outcome(Generic[Result]):
    """What has become of a task.

    Attributes:
        key: says which task it was.
        result: what it has returned; None if it has raised something.
        error: what it has raised.
    """

    key: object
    result: Result | None
    error: Exception | None = None


class Background(Generic[Result]):
    """Runs one task at a time, in a thread of its own. All methods may be called from any thread, and return at once.

    Where no thread can start, the event loop runs the task in one piece. The page sees its progress, but what it says meanwhile,
    also that the task shall stop, is heard at the end.

    Args:
        listener: called in the thread of the task after progress, but at most ten times a second, and at its end. It must return
            soon.
    """

    def __init__(self, listener: Callable[[], None]) -> None:
        self._listener = listener
        self._lock = threading.Lock()
        self._running: object | None = None  # the key of the task that is wanted
        self._turn = 0
        self._progress = 0.0
        self._outcome: Outcome[Result] | None = None

    @property
    def running(self) -> object | None:
        """The key of the task that is running, or None."""
        return self._running

    @property
    def progress(self) -> float:
        """How much of the running task is done, 0..1."""
        return self._progress

    @property
    def outcome(self) -> Outcome[Result] | None:
        """What the last finished task has come to. A stopped one leaves the outcome before it."""
        return self._outcome

    def start(self, key: object, task: Callable[[Report], Result]) -> None:
        """Begins a task. One that is running is stopped; the same one (by its key) goes on.

        Args:
            key: says which task it is; compared by `==`.
            task: computes the result, and reports its progress often: only then can it be stopped.
        """
        with self._lock:
            if self._running is not None and self._running == key:
                return
            self._turn += 1
            self._running, self._progress = key, 0.0
            run = partial(self._run, self._turn, key, task)
        begin(run, "mnistviz-background")

    def stop(self) -> None:
        """Ends the running task at its next report."""
        with self._lock:
            self._turn += 1
            self._running = None

    def _run(self, turn: int, key: object, task: Callable[[Report], Result]) -> None:
        next_call = 0.0

        def report(share: float) -> None:
            nonlocal next_call
            with self._lock:
                if turn != self._turn:
                    raise _Unwanted
                self._progress = share
            if time.monotonic() >= next_call:
                self._listener()
                next_call = time.monotonic() + _PAUSE

        try:
            outcome = Outcome(key, task(report))
        except _Unwanted:
            return
        except Exception as error:  # kept for those who asked
            outcome = Outcome(key, None, error)
        with self._lock:
            if turn != self._turn:
                return
            self._outcome, self._running = outcome, None
        self._listener()
