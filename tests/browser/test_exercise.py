"""An exercise on the page: mouse and keyboard answer it, and the notebook's shortcuts stay out of the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support.exercise_page import ExercisePage
from tests.support.explorer_page import EXPLORE, ExplorerPage
from tests.support.readability import FINGER, MOUSE, overflows, small_buttons
from tests.support.strokes import SEVEN

if TYPE_CHECKING:
    from tests.support.lab import Lab
    from tests.support.notebook import Notebook

ASK = 'card = mnistviz.exercise("output-size", explorer, seed=1)\ncard'
DRAW = 'card = mnistviz.exercise("draw-line", explorer, seed=1)\ncard'


@pytest.fixture
def notebook(lab: Lab) -> Notebook:
    """A notebook with an explorer and an exercise whose answer is a number."""
    notebook = lab.open(EXPLORE, ASK)
    notebook.run_all()
    return notebook


@pytest.mark.thorough
def test_enter_in_the_field_checks_the_answer(notebook: Notebook) -> None:
    card = ExercisePage(notebook)
    field = card.field
    field.fill("1000")
    field.press("Enter")
    expect(card.status).to_contain_text("1000 is too large")
    expect(field).to_be_focused()
    assert notebook.evaluate("card.exercise.worth") == 8
    right = notebook.evaluate("card.exercise.task.judge.expected[0]")
    field.fill(str(right))
    field.press("Enter")
    expect(card.status).to_contain_text("Right.")
    expect(card.node).to_contain_text("8 of 10 points")


@pytest.mark.thorough
def test_keys_on_the_buttons_press_them(notebook: Notebook) -> None:
    card = ExercisePage(notebook)
    hint = card.button("Hint")
    hint.focus()
    hint.press("Enter")
    expect(card.status).to_contain_text("Hint:")
    answer = card.button("Show the answer")
    answer.focus()
    answer.press("Space")
    expect(card.status).to_contain_text("The answer:")
    assert notebook.evaluate("card.exercise.worth") == 0


def test_nonsense_is_refused_as_text_and_costs_nothing(notebook: Notebook) -> None:
    card = ExercisePage(notebook)
    card.field.fill("<img src=x onerror=alert(1)>")
    card.button("Check").click()
    expect(card.status).to_contain_text("Not a whole number: '<img src=x")
    assert card.node.locator("img").count() == 0
    assert notebook.evaluate("[card.exercise.worth, card.last_error]") == [10, None]


@pytest.mark.thorough
def test_a_drawing_is_judged_as_it_is_on_the_pad(lab: Lab) -> None:
    notebook = lab.open(EXPLORE, DRAW)
    notebook.run_all()
    card = ExercisePage(notebook)
    check = card.button("Check my drawing")
    check.click()
    expect(card.status).to_contain_text("blank paper")
    explorer = notebook.explorer()
    explorer.draw(SEVEN)
    explorer.settle()
    check.click()
    expect(card.status).to_contain_text("reaches")


def test_one_draws_beside_the_question(lab: Lab) -> None:
    notebook = lab.open(EXPLORE, DRAW)
    notebook.run_all()
    large = notebook.explorer()  # whose height moves the card
    card = ExercisePage(notebook)
    small = ExplorerPage(notebook, card.node, "explorer")
    small.wait_painted()
    small.draw(SEVEN)
    small.settle()
    small.expect_prediction("7")
    large.expect_prediction("7")
    large.wait_for_ink(SEVEN)
    expect(card.node.locator("[data-layer]")).to_have_count(0)
    card.button("Check my drawing").click()
    expect(card.status).to_contain_text("reaches")
    small.button("Clear").focus()
    lab.page.keyboard.press("Enter")
    large.expect_prediction("")
    assert overflows(card.node) == []
    assert small_buttons(card.node, MOUSE) == []
    notebook.execute("explorer.close()")
    expect(small.pad).to_have_count(0)


def test_a_question_about_shapes_has_no_pad(notebook: Notebook) -> None:
    expect(ExercisePage(notebook).node.locator(".mnistviz-pad")).to_have_count(0)


@pytest.mark.thorough
def test_a_finger_draws_beside_the_question(touch_lab: Lab) -> None:
    touch_lab.page.set_viewport_size({"width": 820, "height": 900})  # a card of about 400 px
    notebook = touch_lab.open(EXPLORE, DRAW)
    notebook.run_all()
    notebook.explorer()  # whose height moves the card
    card = ExercisePage(notebook)
    small = ExplorerPage(notebook, card.node, "explorer")
    small.wait_painted()
    touch_lab.page.touchscreen.tap(*small.on_page([(140, 140)])[0])
    small.wait_for_some_ink()
    assert small.settle() == 1
    assert small_buttons(card.node, FINGER) == []
    assert overflows(card.node) == []
