"""How numbers and units are written in explanations, figures and on the page, with the signs of the language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mnistviz.locale.numbers import formatted

if TYPE_CHECKING:
    from collections.abc import Iterable


def number(value: float) -> str:
    """Writes a number with four significant digits, and no minus before 0."""
    return formatted(value + 0.0, ".4g")


def signed_number(value: float) -> str:
    """Writes a number as `number` does, in brackets if it is negative: as a term of a sum or a product."""
    return f"({number(value)})" if value < 0 else number(value)


def unit_name(layer: str, index: Iterable[Any]) -> str:
    """Names a unit or a pixel, for example `conv2[4, 6, 17]`: layer, row, column, channel."""
    return f"{layer}[{', '.join(str(place) for place in index)}]"
