"""Every letter of every language can be written into a picture."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from mnistviz.locale import entries
from mnistviz.locale.speech import LANGUAGES
from mnistviz.plot.fonts import font_for


def drawn(character: str, words: str) -> bytes:
    """What a character looks like in the font for some words."""
    picture = Image.new("L", (40, 40))
    ImageDraw.Draw(picture).text((4, 4), character, 255, font_for(words, 24))
    return picture.tobytes()


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_letter_of_a_catalogue_is_an_empty_box(code: str) -> None:
    letters = sorted({letter for source in entries(code).values() for letter in source if letter.isalpha()})
    boxes = {drawn("\uffff", words) for words in ("a", "\u00e4")}
    assert [letter for letter in letters if drawn(letter, letter) in boxes] == []


def test_the_wider_font_takes_no_more_room() -> None:
    for words in ("conv2: 32 filters 3x3x16, 11x11", "Zeichne eine Ziffer"):
        plain, wide = font_for(words, 12), font_for("\u00e4", 12)
        assert wide.getlength(words) < 1.1 * plain.getlength(words)
