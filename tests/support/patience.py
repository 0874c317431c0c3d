"""Waits for what no page can report."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 20_000
"""Milliseconds that anything may take on a machine that others use, too."""


def wait_until(holds: Callable[[], bool], what: str = "") -> None:
    """Asks until the condition holds.

    Raises:
        AssertionError: with `what`, if it doesn't hold in `PATIENCE`.
    """
    deadline = time.monotonic() + PATIENCE / 1000
    while not holds():
        assert time.monotonic() < deadline, what
