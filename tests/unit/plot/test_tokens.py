"""Tokens: figures take colours and sizes from the file that styles the page."""

from __future__ import annotations

import re

import pytest

from mnistviz.ink.framing_steps import PAPER_SIDE
from mnistviz.plot import tokens
from mnistviz.plot.colour_maps import ACROSS


def test_colours_have_both_themes() -> None:
    assert tokens.colour("paper") == "#ffffff"
    for name, themes in tokens._tokens()["colours"].items():
        for theme in ("light", "dark"):
            assert re.fullmatch("#[0-9a-f]{6}", tokens.colour(name, theme))
            assert tokens.colour(name, theme) == themes[theme]


def test_sizes_are_those_of_paper_and_strips() -> None:
    assert tokens.size("paper") == PAPER_SIDE
    assert tokens.count("maps-across") == ACROSS


def test_an_unknown_token_is_an_error() -> None:
    with pytest.raises(KeyError):
        tokens.colour("no such colour")
