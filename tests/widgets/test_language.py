"""The language of live widgets: they follow their page, and a choice in code; what they say is made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import mnistviz
from mnistviz.locale import text
from mnistviz.locale.speech import is_chosen, language, spoken_here
from mnistviz.network.engine import shipped_engine

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Hand, Page

    from mnistviz import Explorer

SEVEN = mnistviz.Drawing([[(80, 70), (200, 70), (120, 230)]])


@pytest.fixture
def keep(take_hold: Callable[[Explorer], Hand]) -> Callable[[Explorer], Explorer]:
    """Closes an explorer at the end of the test."""

    def kept(explorer: Explorer) -> Explorer:
        take_hold(explorer)
        return explorer

    return kept


def said(view: Any) -> list[str]:
    """What the traits of an explorer's page say."""
    return [view.note, view.digit["title"], view.upload_kinds, *(layer["title"] for layer in view.layers)]


def expected(code: str) -> list[str]:
    """The same, of the shipped network in a language."""
    with spoken_here(code):
        shown = [layer.title for layer in shipped_engine().layers if layer.name != "flatten"]
        kinds = text("upload-kinds", formats="PNG, JPEG, WEBP, GIF, BMP", limit="10")
        return [shipped_engine().note, text("digit-title"), kinds, *shown]


def test_a_page_says_what_its_reader_speaks(hand: Hand) -> None:
    view = hand.view
    assert (view.language, view.language_chosen) == ("en", False)
    english = said(view)
    view.language = "de"  # as the page does
    assert (language(), is_chosen()) == ("de", False)
    german = said(view)
    assert all(before != after for before, after in zip(english, german, strict=True))
    assert german[0] == expected("de")[0]
    assert german[1] == expected("de")[1]
    view.language = "en"
    assert said(view) == english


def test_a_choice_in_code_is_told_to_open_pages_and_stays(hand: Hand, keep: Callable[..., Explorer]) -> None:
    mnistviz.use_language("de")
    assert (hand.view.language, hand.view.language_chosen) == ("de", True)
    assert said(hand.view)[1] == expected("de")[1]
    other = keep(mnistviz.explore(autosave=False))
    assert (other._view.language, other._view.language_chosen) == ("de", True)
    mnistviz.use_language("en")
    assert (hand.view.language, said(hand.view)[1]) == ("en", expected("en")[1])


def test_explore_takes_a_language(keep: Callable[..., Explorer], refuses: Callable[..., Any]) -> None:
    explorer = keep(mnistviz.explore(autosave=False, language="de"))
    assert said(explorer._view)[1] == expected("de")[1]
    assert language() == "de"
    mnistviz.use_language("en")
    with refuses(ValueError, "'xx'"):
        mnistviz.explore(language="xx")
    assert explorer._view.comm is not None  # what is open stays


def test_an_unknown_language_of_a_page_is_not_followed(hand: Hand) -> None:
    hand.view.language = "tlh"
    assert language() == "en"


def test_what_the_kernel_computes_is_said_in_the_language_of_the_page(hand: Hand, loaded_page: Page) -> None:
    hand.view.framing_open = True
    hand.explorer.draw(SEVEN.strokes)
    hand.explorer.wait_idle()
    hand.view.language = "de"
    hand.explorer.wait_idle()
    header, _ = loaded_page.newest("update")
    texts = [step["text"] for step in header["steps"]]
    assert texts
    with spoken_here("de"):
        assert text("framing-scaled", side="20") in " ".join(texts)


def test_a_card_asks_again_in_the_language_of_its_page() -> None:
    card = mnistviz.exercise("relu", SEVEN)
    english = card.question
    card.hint()
    card.language = "de"
    assert card.paragraphs == card.question.split("\n\n")[: len(card.paragraphs)]
    assert card.question != english
    with spoken_here("de"):
        assert card.points == text("points-to-win", worth=7, most=10)
    assert card.feedback == ""
    card.language = "en"
    assert card.question == english
    card.close()


def test_a_closed_widget_hears_of_no_other_language(hand: Hand) -> None:
    hand.explorer.close()
    mnistviz.use_language("de")
    assert hand.view.language == "en"
