"""What would change the answer, on the page: a change is found, marked on the pad, taken by the pad, and undone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support.change_page import Change
from tests.support.readability import MOUSE, faint_texts, overflows, small_buttons, texts_of
from tests.support.strokes import ONE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.support.explorer_page import ExplorerPage
    from tests.support.lab import Lab

BAR = [(110, 150), (200, 150)]


@pytest.fixture
def change(explorer: ExplorerPage) -> Change:
    """A 1, and the section open."""
    explorer.draw(ONE)
    explorer.settle()
    explorer.expect_prediction("1")
    change = Change(explorer)
    change.summary.click()
    return change


def test_a_line_is_found_taken_and_undone(change: Change) -> None:
    explorer = change.explorer
    change.find()
    target = explorer.notebook.evaluate("(found := mnistviz.counterfactual(explorer.forward.digit)).target")
    expect(change.title).to_have_text(f"Ink to add, so that 1 is read as {target}")
    shares = explorer.notebook.evaluate("[float(one.probabilities[found.target]) for one in (found.before, found.forward)]")
    assert [f"{target}: {100 * share:.1f} %" for share in shares] == [change.readings("digit")[1], change.readings("changed")[0]]
    expect(change.marks).to_have_attribute("data-kind", "add")
    change.take.click()
    explorer.expect_prediction(str(target))
    expect(change.look).to_be_focused()
    expect(change.stale).to_be_visible()
    expect(change.marks).to_have_count(0)
    assert explorer.kernel("forward.prediction") == target
    assert explorer.kernel("drawing.strokes.__len__()") == 2
    explorer.click("Undo")
    explorer.expect_prediction("1")
    expect(change.stale).to_be_hidden()  # it is the digit of the result again
    assert explorer.kernel("drawing.strokes.__len__()") == 1


@pytest.mark.parametrize("kind", ["remove", pytest.param("noise", marks=pytest.mark.thorough)])
def test_what_no_pen_draws_is_taken_as_a_picture(kind: str, change: Change) -> None:
    explorer = change.explorer
    change.find(kind)
    target = explorer.notebook.evaluate(f"mnistviz.counterfactual(explorer.forward.digit, kind='{kind}').target")
    expect(change.marks).to_have_count(0 if kind == "noise" else 1)
    change.take.click()
    explorer.expect_prediction(str(target))
    explorer.wait_heard()
    explorer.click("Undo")
    explorer.expect_prediction("1")
    assert explorer.kernel("drawing.strokes.__len__()") == 1


@pytest.mark.thorough
def test_the_pen_moves_on_while_the_result_is_marked_as_former(change: Change) -> None:
    explorer = change.explorer
    change.find()
    first, last = explorer.on_page(BAR)
    explorer.page.mouse.move(*first)
    explorer.page.mouse.down()
    explorer.page.mouse.move(*last, steps=6)
    expect(change.stale).to_be_visible()  # while the pen is down
    expect(change.marks).to_have_count(0)
    expect(change.take).to_be_hidden()
    explorer.page.mouse.up()


def test_it_is_used_by_keyboard_and_says_why_nothing_is_found(change: Change) -> None:
    page = change.explorer.page
    change.kind.focus()
    page.keyboard.press("Tab")
    expect(change.target).to_be_focused()
    change.target.select_option("1")
    page.keyboard.press("Tab")
    expect(change.look).to_be_focused()
    page.keyboard.press("Enter")
    expect(change.node.locator(".mnistviz-change-problem")).to_have_text("The network reads 1 already. Choose another target.")
    expect(change.node.locator(".mnistviz-said")).to_have_text(re.compile("reads 1 already"))
    expect(change.look).to_be_focused()


@pytest.mark.thorough
def test_it_can_be_touched_and_read(change: Change, each_theme: Callable[[Lab], Iterator[str]]) -> None:
    change.find()
    node = change.explorer.node
    for _ in each_theme(change.explorer.notebook.lab):
        assert small_buttons(node, MOUSE) == []
        assert overflows(node) == []
        texts = texts_of(node.locator(".mnistviz-questions"))
        assert any("pixels of full ink" in text["text"] for text in texts)
        assert faint_texts(texts) == []


@pytest.mark.thorough
def test_it_fits_a_phone(change: Change) -> None:
    change.find()
    page, lab = change.explorer.page, change.explorer.notebook.lab
    size = page.viewport_size
    assert size is not None
    lab.run_command("application:toggle-left-area")
    page.set_viewport_size({"width": 390, "height": 844})
    try:
        page.wait_for_function("(node) => node.clientWidth < 390", arg=change.node.element_handle())
        assert overflows(change.explorer.node) == []
        assert small_buttons(change.explorer.node, MOUSE) == []
    finally:
        page.set_viewport_size(size)
        lab.run_command("application:toggle-left-area")
