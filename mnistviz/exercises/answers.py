"""Answers as students write them: reads `0,73`, `73 %`, `4,640` or `(3, 4)` as numbers and positions, and refuses nonsense.

Decimal point and comma are both read, whatever language is spoken. Where one of them may also stand between thousands, as the
comma in "1,234" does in English, the answer is asked back.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

from mnistviz.locale import text
from mnistviz.locale.numbers import signs_of
from mnistviz.locale.speech import LANGUAGES, language, spoken_here

_LONGEST = 60
"""Maximum characters of an answer: anything longer was pasted by accident."""
_NUMBER = re.compile(r"[+-]?(\d+[.,]?\d*|[.,]\d+)(e[+-]?\d+)?", re.IGNORECASE)
_THOUSANDS = re.compile(r"[+-]?\d{1,3}([.,' ]\d{3})+")
_GROUPED_ONCE = re.compile(r"[+-]?[1-9]\d{0,2}([.,])\d{3}")
_TYPOGRAPHY = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2019": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " "})
"""Minus signs, apostrophes and spaces that word processors and phones insert instead of the plain ones."""


def read_number(answer: Any, *, whole: bool = False, share: bool = False) -> float:
    """Returns the number that an answer means.

    Args:
        answer: a number of any library, or a text with a decimal point or comma.
        whole: whether a whole number is expected. Then `4,640` and `4 640` mean four thousand, not a decimal number.
        share: whether a probability of 0 to 1 is expected. Then `73 %` means 0.73.

    Raises:
        ValueError: if it is not a finite number, not of the expected kind, or may be read in two ways.
    """
    if isinstance(answer, str) and not whole and _is_ambiguous(answer.translate(_TYPOGRAPHY).strip()):
        raise ValueError(text("number-ambiguous", answer=_shortened(answer)))
    number = _from_text(answer, whole=whole, share=share) if isinstance(answer, str) else _from_object(answer)
    if number is None or not math.isfinite(number) or (whole and number != round(number)) or (share and not 0 <= number <= 1):
        raise ValueError(_not_a_number(answer, whole=whole, share=share))
    return number


def read_position(answer: Any) -> tuple[int, int]:
    """Returns the (row, column) that an answer means.

    Args:
        answer: two whole numbers in a tuple, list or array, or a text with two, such as `3, 4` or `row 3, column 4`, in any of
            the languages.

    Raises:
        ValueError: if it is not two whole numbers from 0 on.
    """
    numbers: list[float | None] = []
    if isinstance(answer, str):
        found = _position().fullmatch(answer.strip()) if len(answer) <= _LONGEST else None
        numbers = [float(number) for number in found.groups()] if found else []
    elif isinstance(answer, (Sequence, np.ndarray)) and not isinstance(answer, (bytes, bytearray)) and len(answer) == 2:
        numbers = [_from_object(number) for number in answer]
    if len(numbers) != 2 or not all(number is not None and 0 <= number < 1e9 and number == round(number) for number in numbers):
        raise ValueError(text("not-a-position", answer=_shortened(answer)))
    row, column = (int(number) for number in numbers if number is not None)
    return row, column


def _is_ambiguous(written: str) -> bool:
    """Tells whether the sign before the last three digits may stand for thousands, too, in the language that is spoken."""
    found = _GROUPED_ONCE.fullmatch(written)
    return found is not None and found[1] == signs_of(language()).group


@cache
def _position() -> re.Pattern[str]:
    """Returns the pattern of a row and a column, which may be named in any of the languages."""
    rows, columns = set(), set()
    for code in LANGUAGES:
        with spoken_here(code):
            rows.add(re.escape(text("table-row", row="").strip()))
            columns.add(re.escape(text("table-column", column="").strip()))
    row, column = (rf"(?:(?:{'|'.join(names)})\s*)?(\d+)" for names in (rows, columns))
    return re.compile(rf"[(\[]?\s*{row}(?:\s*[,;]\s*|\s+){column}\s*[)\]]?", re.IGNORECASE)


def _shortened(answer: Any) -> str:
    """Returns any answer in a short form that an error message can repeat."""
    try:
        written = repr(answer)
    except Exception:  # a strange object, whose class says enough
        written = type(answer).__name__
    return written if len(written) <= _LONGEST else f"{written[:_LONGEST]} ..."


def _not_a_number(answer: Any, *, whole: bool, share: bool) -> str:
    if share:
        return text("not-a-probability", answer=_shortened(answer))
    if whole:
        return text("not-a-whole-number", answer=_shortened(answer))
    return text("not-a-number", answer=_shortened(answer))


def _from_text(answer: str, *, whole: bool, share: bool) -> float | None:
    written = answer.translate(_TYPOGRAPHY).strip()
    if len(written) > _LONGEST:
        return None
    is_percent = share and written.endswith("%")
    written = written[:-1].rstrip() if is_percent else written
    if whole and _THOUSANDS.fullmatch(written):
        return float(re.sub(r"[.,' ]", "", written))
    if not _NUMBER.fullmatch(written):
        return None
    number = float(written.replace(",", "."))
    return number / 100 if is_percent else number


def _from_object(answer: Any) -> float | None:
    """Returns None for anything that is not a number: texts, booleans and arrays, too, though float() accepts some of them."""
    if isinstance(answer, (bool, np.bool_, str, bytes, bytearray)) or np.iterable(answer):
        return None
    try:
        return float(answer)
    except Exception:  # whatever a strange object raises, it is not a number
        return None
