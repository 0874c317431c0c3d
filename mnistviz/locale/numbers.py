"""Numbers as the language writes them: `0.5` and `97.1%` in English, `0,5` and `97,1 %` in German."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import SupportsFloat

from babel import Locale
from babel.numbers import format_percent, get_decimal_symbol, get_group_symbol

from mnistviz.locale.speech import language


@dataclass(frozen=True)
class Signs:
    """What stands in the numbers of a language.

    Attributes:
        decimal: between the whole part and the decimals.
        group: between thousands.
        percent: after a number in percent.
    """

    decimal: str
    group: str
    percent: str


@cache
def signs_of(code: str) -> Signs:
    """Returns the signs of a language, which Unicode's CLDR knows."""
    locale = Locale.parse(code, sep="-")
    return Signs(get_decimal_symbol(locale), get_group_symbol(locale), format_percent(0, locale=locale).partition("0")[2])


def formatted(value: SupportsFloat, spec: str) -> str:
    """Returns a number as Python's `format` writes it, with the signs of the language.

    What `repr` returns is written in Python's own way instead.

    Args:
        value: the number.
        spec: Python's format, for example `".1%"`, without a width.
    """
    signs = signs_of(language())
    others = {".": signs.decimal, ",": signs.group, "%": signs.percent}
    return "".join(others.get(character, character) for character in format(value, spec))
