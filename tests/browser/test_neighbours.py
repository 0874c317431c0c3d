"""Where it landed, on the page: nearest digits and map follow the pen; by mouse and keyboard, light and dark, on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import ImageColor
from playwright.sync_api import expect

from mnistviz.plot.tokens import class_colour
from tests.support.explorer_page import EXPLORE
from tests.support.pixels import colours, picture, wait_for_another_picture
from tests.support.readability import MOUSE, faint_texts, overflows, small_buttons, texts_of
from tests.support.strokes import ONE, SEVEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Locator

    from tests.support.explorer_page import ExplorerPage
    from tests.support.lab import Lab


class Landing:
    """The folding section "where it landed" of an explorer."""

    def __init__(self, explorer: ExplorerPage) -> None:
        self.explorer = explorer
        self.node = explorer.node.locator(".mnistviz-neighbours")
        self.summary = self.node.locator("summary")
        self.map = self.node.locator("canvas.mnistviz-digit-map")
        self.nearest = self.node.get_by_role("group", name="The nearest known digits").get_by_role("button")
        self.runner_up = self.node.locator(".mnistviz-near").last.get_by_role("button")

    def expect_neighbours(self) -> None:
        """Waits until the nearest digits on the page are those of the explorer's digit in Python."""
        numbers = "found.numbers.tolist()"
        asked = f"[(found := mnistviz.neighbours(explorer.forward.digit)).labels.tolist(), {numbers}, found.runner_up.number]"
        labels, numbers, second = self.explorer.notebook.evaluate(asked)
        expect(self.nearest).to_have_count(10)
        for button, label, number in zip(self.nearest.all(), labels, numbers, strict=True):
            expect(button).to_have_attribute("data-number", str(number))
            expect(button.locator("b")).to_have_text(str(label))
        expect(self.runner_up).to_have_attribute("data-number", str(second))


@pytest.fixture
def landing(explorer: ExplorerPage) -> Landing:
    """A 7 that has landed."""
    explorer.draw(SEVEN)
    explorer.settle()
    landing = Landing(explorer)
    landing.summary.click()
    expect(landing.map).to_be_visible()
    return landing


def classes_on(canvas: Locator) -> int:
    """The number of classes whose colour many pixels of a map have."""
    pixels = colours(canvas)[:, :, :3].reshape(-1, 3)
    return sum((pixels == ImageColor.getrgb(class_colour(label))).all(axis=1).sum() > 100 for label in range(10))


def test_neighbours_and_map_follow_the_pen(landing: Landing) -> None:
    landing.expect_neighbours()
    assert classes_on(landing.map) == 10
    expect(landing.node).to_contain_text("The network reads this digit as 7.")
    expect(landing.node).to_contain_text("The map (t-SNE) has only two dimensions")
    before = picture(landing.map)
    explorer = landing.explorer
    explorer.click("Clear")
    expect(landing.node).to_contain_text("Draw a digit to see where it lands.")
    first, *others = explorer.on_page(ONE)
    explorer.page.mouse.move(*first)
    explorer.page.mouse.down()
    for point in others:
        explorer.page.mouse.move(*point, steps=6)
    expect(landing.node).to_contain_text("The network reads this digit as 1.")  # while the pen is down
    wait_for_another_picture(landing.map, before)
    explorer.page.mouse.up()
    explorer.settle()
    landing.expect_neighbours()
    expect(landing.map).to_have_accessible_name(
        "Map of 5,000 known digits, a point each. A ring marks the digit on the pad, dots with an edge its ten nearest. "
        "On the map it lies nearest to the middle of the 1s."
    )
    expect(landing.node.locator(".mnistviz-said")).to_contain_text("nearest to the middle of the 1s")


@pytest.mark.thorough
def test_a_neighbour_is_put_on_the_pad_by_keyboard(landing: Landing) -> None:
    landing.expect_neighbours()
    number = landing.nearest.nth(1).get_attribute("data-number")
    landing.summary.focus()
    page = landing.explorer.page
    page.keyboard.press("Tab")
    expect(landing.nearest.first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(landing.nearest.first).to_have_attribute("data-number", str(number))  # is nearest to itself
    expect(landing.nearest.first.locator(".mnistviz-distance")).to_have_text("0")
    landing.expect_neighbours()
    landing.explorer.click("Undo")
    expect(landing.nearest.first).not_to_have_attribute("data-number", str(number))


@pytest.mark.thorough
def test_a_reloaded_page_gets_the_map_again(lab: Lab) -> None:
    notebook = lab.open(EXPLORE)
    notebook.run_all()
    explorer = notebook.explorer()
    explorer.draw(SEVEN)
    explorer.settle()
    landing = Landing(explorer)
    landing.summary.click()
    landing.expect_neighbours()
    before = picture(landing.map)
    assert classes_on(landing.map) == 10
    notebook.reload_page()
    again = Landing(notebook.explorer())
    expect(again.map).to_be_visible()
    is_same = "([canvas, before]) => canvas.toDataURL() === before"
    again.explorer.page.wait_for_function(is_same, arg=[again.map.element_handle(), before])


@pytest.mark.thorough
def test_it_can_be_touched_and_read(landing: Landing, each_theme: Callable[[Lab], Iterator[str]]) -> None:
    landing.expect_neighbours()
    for _ in each_theme(landing.explorer.notebook.lab):
        assert small_buttons(landing.explorer.node, MOUSE) == []
        assert overflows(landing.explorer.node) == []
        texts = texts_of(landing.node)
        assert any("two dimensions" in text["text"] for text in texts)
        assert faint_texts(texts) == []


@pytest.mark.thorough
def test_it_fits_a_phone(landing: Landing) -> None:
    landing.expect_neighbours()
    page, lab = landing.explorer.page, landing.explorer.notebook.lab
    size = page.viewport_size
    assert size is not None
    lab.run_command("application:toggle-left-area")
    page.set_viewport_size({"width": 390, "height": 844})
    try:
        page.wait_for_function("(map) => map.clientWidth > 200 && map.clientWidth < 380", arg=landing.map.element_handle())
        assert overflows(landing.explorer.node) == []
        assert small_buttons(landing.explorer.node, MOUSE) == []
    finally:
        page.set_viewport_size(size)
        lab.run_command("application:toggle-left-area")
