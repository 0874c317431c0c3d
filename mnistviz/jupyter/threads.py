"""Work beside the caller: in threads, or in turns of the event loop where none can start, as in a browser's Python."""

from __future__ import annotations

import asyncio
import threading
from functools import cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable


@cache
def can_start_threads() -> bool:
    """Tells whether threads can start here: starts one. All that needs a thread asks here first."""
    trial = threading.Thread(target=lambda: None, name="mnistviz-trial", daemon=True)
    try:
        trial.start()
    except RuntimeError:  # "can't start new thread"
        return False
    trial.join()
    return True


def running_loop() -> asyncio.AbstractEventLoop | None:
    """Returns the event loop that runs the caller, or None in a plain script."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def begin(work: Callable[[], None], name: str) -> None:
    """Begins some work in a thread of its own.

    Where no thread can start, the event loop does it in its next turn, and nothing else meanwhile. A plain script has no event
    loop: the work is done then when this returns.

    Args:
        work: is done once. It raises nothing.
        name: of the thread.
    """
    if can_start_threads():
        threading.Thread(target=work, name=name, daemon=True).start()
    elif loop := running_loop():
        loop.call_soon(work)
    else:
        work()


class Timer(Protocol):
    """Work that is done once, after some seconds."""

    @property
    def is_waiting(self) -> bool:
        """Whether the work is still to come, or being done."""

    def cancel(self) -> None:
        """Has the work not done. Waits for its end if it is being done in another thread."""


def after(seconds: float, work: Callable[[], None]) -> Timer:
    """Does some work after some seconds: in a thread of its own, or in a turn of the event loop where no thread can start.

    A plain script without threads has no event loop: the work waits then for ever.
    """
    return _ThreadTimer(seconds, work) if can_start_threads() else _LoopTimer(seconds, work)


class _ThreadTimer:
    def __init__(self, seconds: float, work: Callable[[], None]) -> None:
        self._timer = threading.Timer(seconds, work)
        self._timer.daemon = True
        self._timer.start()

    @property
    def is_waiting(self) -> bool:
        return self._timer.is_alive()

    def cancel(self) -> None:
        self._timer.cancel()
        self._timer.join()


class _LoopTimer:
    def __init__(self, seconds: float, work: Callable[[], None]) -> None:
        self._work = work
        self._is_waiting = True
        loop = running_loop()
        self._handle = loop.call_later(seconds, self._do) if loop else None

    @property
    def is_waiting(self) -> bool:
        return self._is_waiting

    def cancel(self) -> None:
        self._is_waiting = False
        if self._handle:
            self._handle.cancel()

    def _do(self) -> None:
        self._is_waiting = False
        self._work()
