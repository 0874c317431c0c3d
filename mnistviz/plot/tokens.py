"""Reads the tokens in `assets/tokens.json` for figures and still pictures. The page's build turns the same file into CSS."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Literal

from mnistviz import assets

Theme = Literal["light", "dark"]


def colour(name: str, theme: Theme = "light") -> str:
    """Returns a colour as "#rrggbb".

    Args:
        name: of the token, for example "accent".
        theme: figures are printed on white paper, so light is usual.
    """
    value: str = _tokens()["colours"][name][theme]
    return value


def class_colour(number: int, theme: Theme = "light") -> str:
    """Returns the colour of a class as "#rrggbb".

    The ten colours can be told apart by the colour-blind, too (Petroff 2021, arXiv 2107.02270).

    Args:
        number: of the class. Of more than ten, every tenth has the same colour.
        theme: see `colour`.
    """
    classes = _tokens()["classes"]
    value: str = classes[str(number % len(classes))][theme]
    return value


def size(name: str) -> int:
    """Returns a length in CSS pixels."""
    value: int = _tokens()["sizes"][name]
    return value


def count(name: str) -> int:
    """Returns how many of something are shown, or are in a row."""
    value: int = _tokens()["counts"][name]
    return value


@cache
def _tokens() -> dict[str, Any]:
    tokens: dict[str, Any] = json.loads((Path(assets.__file__).parent / "tokens.json").read_text(encoding="utf-8"))
    return tokens
