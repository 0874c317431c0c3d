"""What viewers without widgets show in place of a live view, above its picture: that it is one, and how to get a live view."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from mnistviz.locale import text

if TYPE_CHECKING:
    from collections.abc import Mapping

_MARK = "mnistviz-still-note"
"""A class by which a note is known in every language."""


def still_note() -> dict[str, str]:
    """Returns the note by media type. It holds for every live view, and is the same each time that a notebook runs."""
    note = text("still-note")
    return {"text/html": f'<p class="{_MARK}">{escape(note)}</p>', "text/plain": note}


def is_still_note(data: Mapping[str, Any]) -> bool:
    """Returns whether an output of a notebook is such a note."""
    return _MARK in str(data.get("text/html", ""))
