"""Answers as students write them: `0,73`, `73 %`, `4,640` or `(3, 4)` become numbers and places; nonsense is refused."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any

import numpy as np

_LONGEST = 60
"""Characters of an answer: more is a text that was pasted by accident."""
_NUMBER = re.compile(r"[+-]?(\d+[.,]?\d*|[.,]\d+)(e[+-]?\d+)?", re.IGNORECASE)
_THOUSANDS = re.compile(r"[+-]?\d{1,3}([.,' ]\d{3})+")
_PLACE = re.compile(r"[(\[]?\s*(?:row\s*)?(\d+)(?:\s*[,;]\s*|\s+)(?:column\s*)?(\d+)\s*[)\]]?", re.IGNORECASE)
_TYPOGRAPHY = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2019": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " "})
"""Minus signs, apostrophes and spaces that word processors and phones put in place of the plain ones."""


def read_number(answer: Any, *, whole: bool = False, share: bool = False) -> float:
    """The number that an answer means.

    Args:
        answer: a number of any library, or a text with a decimal point or comma.
        whole: a whole number is asked for. Then `4,640` and `4 640` are four thousand, which no decimal number could mean.
        share: a probability 0 to 1 is asked for. Then `73 %` is 0.73.

    Raises:
        ValueError: if it is no finite number, or not one of the kind that is asked for.
    """
    what, fix = _wanted(whole=whole, share=share)
    number = _from_text(answer, whole=whole, share=share) if isinstance(answer, str) else _from_object(answer)
    if number is None or not math.isfinite(number) or (whole and number != round(number)) or (share and not 0 <= number <= 1):
        raise ValueError(f"{what} is required. Received: {received(answer)}. {fix}")
    return number


def read_place(answer: Any) -> tuple[int, int]:
    """The (row, column) that an answer means.

    Args:
        answer: two whole numbers in a tuple, list or array, or a text with two, such as `3, 4` or `row 3, column 4`.

    Raises:
        ValueError: if it is not two whole numbers from 0 on.
    """
    places: list[float | None] = []
    if isinstance(answer, str):
        found = _PLACE.fullmatch(answer.strip()) if len(answer) <= _LONGEST else None
        places = [float(number) for number in found.groups()] if found else []
    elif isinstance(answer, (Sequence, np.ndarray)) and not isinstance(answer, (bytes, bytearray)) and len(answer) == 2:
        places = [_from_object(place) for place in answer]
    if len(places) != 2 or not all(place is not None and 0 <= place < 1e9 and place == round(place) for place in places):
        raise ValueError(
            f"A row and a column, counted from 0, are required. Received: {received(answer)}. "
            "Answer for example (3, 4) or '3, 4'."
        )
    row, column = (int(place) for place in places if place is not None)
    return row, column


def received(answer: Any) -> str:
    """An answer as it is repeated to the one who gave it: short, and whatever it is."""
    try:
        text = repr(answer)
    except Exception:
        text = f"an object of {type(answer).__name__}"
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} ..."


def _wanted(*, whole: bool, share: bool) -> tuple[str, str]:
    if share:
        return "A probability from 0 to 1", "Answer for example 0.73 or '73 %'."
    if whole:
        return "A whole number", "Answer for example 12."
    return "A finite number", "Answer for example 0.73."


def _from_text(answer: str, *, whole: bool, share: bool) -> float | None:
    text = answer.translate(_TYPOGRAPHY).strip()
    if len(text) > _LONGEST:
        return None
    is_percent = share and text.endswith("%")
    text = text[:-1].rstrip() if is_percent else text
    if whole and _THOUSANDS.fullmatch(text):
        return float(re.sub(r"[.,' ]", "", text))
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text.replace(",", "."))
    return number / 100 if is_percent else number


def _from_object(answer: Any) -> float | None:
    """None for what is no number. Texts, truths and arrays of several numbers are none, though float() takes some of them."""
    if isinstance(answer, (bool, np.bool_, str, bytes, bytearray)) or np.iterable(answer):
        return None
    try:
        return float(answer)
    except Exception:  # whatever a strange object raises: it is no number
        return None
