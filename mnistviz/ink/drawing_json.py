"""Drawings as JSON. The text may come from anyone, so nothing in it is trusted."""

from __future__ import annotations

import json
import reprlib
from typing import Any, NoReturn

from mnistviz.locale import text

MAX_BYTES = 64 * 2**20
"""Maximum length of a drawing in JSON. A million points with all their digits take 43 MB."""
MAX_LISTS = 2_100_000
"""Maximum number of lists: a million strokes of one point each, and some to spare."""
MAX_COMMAS = 2 * MAX_LISTS
"""Maximum number of commas: two for each list. JSON with more is not parsed, since lists take 20 times its memory."""
_FORM = '{"strokes": [[[x, y], ...], ...], "brush": null}'


def parse_strokes(source: str | bytes) -> tuple[Any, Any]:
    """Reads strokes and brush from `{"strokes": [[[x, y], ...], ...], "brush": width or null}` without checking them.

    It reads all numbers as floats, since an integer of a million digits would take minutes.

    Args:
        source: JSON. Bytes are UTF-8, with or without a byte order mark.

    Raises:
        ValueError: if the source is not JSON of that form, or is longer than any drawing.
    """
    try:
        if not isinstance(source, str):
            _check_size(source)
            source = bytes(source).decode("utf-8-sig")
        _check_size(source)
        fields = json.loads(source, parse_int=float, parse_constant=_refuse_constant)
        return fields["strokes"], fields.get("brush")
    except (KeyError, TypeError, AttributeError, RecursionError, ValueError) as error:
        raise ValueError(text("drawing-json-invalid", value=excerpt(source), form=_FORM)) from error


def excerpt(value: object) -> str:
    """Returns any value as at most 60 characters, for a message about it."""
    try:
        return reprlib.repr(value)[:60]
    except Exception:  # a foreign __repr__ may raise anything, and Python refuses to write integers of many digits
        return type(value).__name__


def _check_size(source: Any) -> None:
    comma, brackets = (",", "[{") if isinstance(source, str) else (b",", (b"[", b"{"))
    if len(source) > MAX_BYTES or source.count(comma) > MAX_COMMAS or sum(map(source.count, brackets)) > MAX_LISTS:
        raise ValueError(len(source))  # `parse_strokes` writes the message


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)  # NaN and infinity are not JSON
