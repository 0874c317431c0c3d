"""Tokens: figures take colours and sizes from the file that styles the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import mnistviz
from mnistviz.ink.framing_steps import PAPER_SIDE
from mnistviz.plot import tokens
from mnistviz.plot.colour_maps import ACROSS

ROOT = Path(__file__).parents[3]
COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b|[\"' ]#[0-9a-fA-F]{3}\b|\"(?:black|white|red)\"")
"""A colour that is written out, apart from the names of colour maps."""


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


def test_colours_stand_in_the_tokens_alone() -> None:
    package, frontend = Path(mnistviz.__file__).parent, ROOT / "frontend"
    sources = [*package.rglob("*.py"), *(path for kind in ("ts", "css") for path in frontend.rglob(f"*.{kind}"))]
    written = [
        f"{path.relative_to(ROOT)}: {colour}"
        for path in sources
        if "node_modules" not in path.parts and not path.name.endswith(".test.ts")
        for colour in COLOUR.findall(path.read_text(encoding="utf-8"))
    ]
    assert len(sources) > 150
    assert written == []
