"""Finds errors in the log of server and kernel."""

from __future__ import annotations

import re

_ENTRY = re.compile(r"^(?=\[)", re.MULTILINE)
_BAD = re.compile(r"^\[[EC] |^\[\w+\] (ERROR|CRITICAL)|Traceback \(most recent call last\)", re.MULTILINE)


def errors(log: str, expected: str) -> tuple[list[str], int]:
    """Returns the unexpected errors, and the number of expected ones.

    Args:
        log: everything that server and kernel have written. Each entry begins with a bracket, as Jupyter's do.
        expected: text that only expected errors contain.
    """
    bad = [entry.strip() for entry in _ENTRY.split(log) if _BAD.search(entry)]
    surprising = [entry for entry in bad if expected not in entry]
    return surprising, len(bad) - len(surprising)
