"""An exercise on the page: answered with mouse and keyboard, while the notebook's own shortcuts keep still."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support.lab import EXPLORE, SEVEN

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.support.lab import Lab, Notebook

ASK = 'card = mnistviz.exercise("output-size", explorer, seed=1)\ncard'
DRAW = 'card = mnistviz.exercise("draw-line", explorer, seed=1)\ncard'


@pytest.fixture
def notebook(lab: Lab) -> Notebook:
    """A notebook with an explorer, and an exercise that is answered with a number."""
    notebook = lab.open(EXPLORE, ASK)
    notebook.run_all()
    return notebook


def card_of(notebook: Notebook) -> Locator:
    """The exercise on the page."""
    return notebook.node.locator(".mnistviz-exercise")


def test_enter_in_the_field_checks_the_answer(notebook: Notebook) -> None:
    card = card_of(notebook)
    field = card.get_by_label("Your answer")
    field.fill("1000")
    field.press("Enter")
    expect(card.get_by_role("status")).to_contain_text("1000 is too large")
    expect(field).to_be_focused()
    assert notebook.evaluate("card.exercise.worth") == 8
    right = notebook.evaluate("card.exercise.task.judge.expected[0]")
    field.fill(str(right))
    field.press("Enter")
    expect(card.get_by_role("status")).to_contain_text("Right.")
    expect(card).to_contain_text("8 of 10 points")


def test_keys_on_the_buttons_press_them(notebook: Notebook) -> None:
    card = card_of(notebook)
    hint = card.get_by_role("button", name="Hint")
    hint.focus()
    hint.press("Enter")
    expect(card.get_by_role("status")).to_contain_text("Hint:")
    answer = card.get_by_role("button", name="Show the answer")
    answer.focus()
    answer.press("Space")
    expect(card.get_by_role("status")).to_contain_text("The answer:")
    assert notebook.evaluate("card.exercise.worth") == 0


def test_nonsense_is_refused_as_text_and_costs_nothing(notebook: Notebook) -> None:
    card = card_of(notebook)
    card.get_by_label("Your answer").fill("<img src=x onerror=alert(1)>")
    card.get_by_role("button", name="Check").click()
    expect(card.get_by_role("status")).to_contain_text("A whole number is required. Received: '<img src=x")
    assert card.locator("img").count() == 0
    assert notebook.evaluate("[card.exercise.worth, card.last_error]") == [10, None]


def test_a_drawing_is_judged_as_it_is_on_the_pad(lab: Lab) -> None:
    notebook = lab.open(EXPLORE, DRAW)
    notebook.run_all()
    card = card_of(notebook)
    check = card.get_by_role("button", name="Check my drawing")
    check.click()
    expect(card.get_by_role("status")).to_contain_text("blank paper")
    explorer = notebook.explorer()
    explorer.draw(SEVEN)
    explorer.settle()
    check.click()
    expect(card.get_by_role("status")).to_contain_text("reaches")
