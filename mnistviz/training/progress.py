"""Prints how far a long piece of work is."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from mnistviz.locale import text

if TYPE_CHECKING:
    from collections.abc import Callable


def print_progress(key: str) -> Callable[[int, int], None]:
    """Returns a function that prints a message with the number done and the time left.

    It rewrites one line of a terminal five times a second, or writes a line to a file every 20 seconds.

    Args:
        key: of the message, with `done`, `total` and `seconds`.
    """
    begin = last = time.monotonic()

    def report(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if done < total and now - last < (0.2 if sys.stdout.isatty() else 20):
            return
        last = now
        left = round((now - begin) * (total - done) / done)
        end = "\n" if done == total or not sys.stdout.isatty() else "\r"
        print(text(key, done=done, total=total, seconds=left), end="   " + end, flush=True)

    return report
