"""The text form of drawings: from JSON that anyone may have written to strokes, without trusting a character of it."""

from __future__ import annotations

import json
import reprlib
from typing import Any, NoReturn

MAX_BYTES = 64 * 2**20
"""A million points, written with all their digits, take 43 MB."""
MAX_LISTS = 2_100_000
"""A million strokes of one point each, with some to spare."""
MAX_COMMAS = 4_200_000
"""Twice as many: a list in memory takes twenty times its text, so what cannot be a drawing is not even unpacked."""


def parse_strokes(text: str | bytes) -> tuple[Any, Any]:
    """Strokes and brush as they stand in `{"strokes": [[[x, y], ...], ...], "brush": width or null}`, not yet checked.

    All numbers come as floats: a whole number of a million digits would take minutes.

    Args:
        text: JSON; as bytes in UTF-8, with or without a byte order mark.

    Raises:
        ValueError: if it is not JSON of that form, or longer than any drawing.
    """
    try:
        if not isinstance(text, str):
            _check_size(text, len(text))
            text = bytes(text).decode("utf-8-sig")
        _check_size(text, len(text))
        fields = json.loads(text, parse_int=float, parse_constant=_refuse_constant)
        return fields["strokes"], fields.get("brush")
    except (KeyError, TypeError, AttributeError, RecursionError, ValueError) as error:
        raise ValueError(
            'JSON of the form {"strokes": [[[x, y], ...], ...], "brush": null} is required. '
            f"Received: {shown(text)}. Write it with Drawing.to_json()."
        ) from error


def shown(value: object) -> str:
    """Any value in at most 60 characters, for a message about it."""
    try:
        return reprlib.repr(value)[:60]
    except Exception:  # whatever a foreign __repr__ raises; and Python refuses to write numbers of many digits
        return f"a {type(value).__name__}"


def _check_size(text: Any, length: int) -> None:
    comma, brackets = (",", "[{") if isinstance(text, str) else (b",", (b"[", b"{"))
    if length > MAX_BYTES or text.count(comma) > MAX_COMMAS or sum(map(text.count, brackets)) > MAX_LISTS:
        raise ValueError("longer than any drawing")


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")
