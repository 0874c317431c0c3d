"""The errors in the log of server and kernel."""

from __future__ import annotations

import re

_ENTRY = re.compile(r"^(?=\[)", re.MULTILINE)
_BAD = re.compile(r"^\[[EC] |^\[\w+\] (ERROR|CRITICAL)|Traceback \(most recent call last\)", re.MULTILINE)


def errors(log: str, expected: str) -> tuple[list[str], int]:
    """The entries that tell of an error, and how many of those that are expected.

    Args:
        log: everything that server and kernel have written; each entry begins with a bracket, as Jupyter's do.
        expected: words of the entries that are no surprise.
    """
    bad = [entry.strip() for entry in _ENTRY.split(log) if _BAD.search(entry)]
    surprising = [entry for entry in bad if expected not in entry]
    return surprising, len(bad) - len(surprising)
