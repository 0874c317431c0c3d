"""Makes text from strangers safe to print."""

from __future__ import annotations

import unicodedata

_UNPRINTABLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Unicode's categories of control, format, surrogate, private and unassigned characters, and of line separators."""


def printable(line: str) -> str:
    """Escapes characters that would control a terminal, change the reading direction, or are not text.

    File names come from strangers, and may contain any character but null.
    """
    return "".join(
        character.encode("unicode_escape").decode("ascii") if unicodedata.category(character) in _UNPRINTABLE else character
        for character in line
    )
