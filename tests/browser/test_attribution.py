"""Why this answer, on the page: what it shows is what `attribute` finds, in JupyterLab and in an exported page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

import mnistviz
from tests.support.exported_page import ExportedPage
from tests.support.readability import MOUSE, faint_texts, overflows, small_buttons, texts_of
from tests.support.strokes import ONE, SEVEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator

    from tests.support.explorer_page import ExplorerPage
    from tests.support.lab import Lab

OWN_CHAIN = """
import keras
import mnistviz

keras.utils.set_random_seed(5)
layers = keras.layers
model = keras.Sequential([keras.Input((28, 28, 1)), layers.Conv2D(4, 5, strides=2, activation="elu"), layers.BatchNormalization(),
    layers.AveragePooling2D(2), layers.Flatten(), layers.Dense(10, "softmax")])
explorer = mnistviz.explore(model, autosave=False)
explorer
"""
TWO_WAYS = """
import keras
import mnistviz

digit = keras.Input((28, 28, 1))
sum_of_both = keras.layers.Add()([keras.layers.Conv2D(1, 3, padding="same", name="conv")(digit), digit])
model = keras.Model(digit, keras.layers.Dense(10, "softmax")(keras.layers.Flatten()(sum_of_both)))
explorer = mnistviz.explore(model, autosave=False)
explorer
"""
NAMES = {
    "gradient_times_input": "gradient x input",
    "occlusion": "occlusion 3x3",
    "hires_cam": "HiResCAM",
    "grad_cam": "Grad-CAM",
}
"""How the page calls the methods."""
STATES = """(node) => {
    window.states = [];
    new MutationObserver(() => window.states.push(node.dataset.state)).observe(node, {attributeFilter: ["data-state"]});
}"""


class Why:
    """The folding section "why this answer?" of an explorer."""

    def __init__(self, explorer: ExplorerPage) -> None:
        self.explorer = explorer
        self.node = explorer.node.locator(".mnistviz-attribution")
        self.summary = self.node.locator("summary")
        self.map = self.node.locator("canvas").first
        self.status = self.node.locator(".mnistviz-attribution-status")
        self.readout = self.node.locator(".mnistviz-attribution-readout")
        self.check = self.node.get_by_role("button", name="compare with random weights")

    def choose(self, setting: str, value: str) -> None:
        self.node.locator(f"[data-setting=attribution_{setting}]").select_option(value)

    def wait(self) -> None:
        """Waits for the map of what is on the paper, and for its curve."""
        expect(self.node).to_have_attribute("data-state", "current")
        expect(self.node).to_have_attribute("data-curve", "yes")

    def read(self, row: int, column: int) -> float:
        """Points at a pixel, and returns what is read there."""
        self.map.scroll_into_view_if_needed()
        box = self.map.bounding_box()
        assert box is not None
        pitch = box["width"] / 28
        self.explorer.page.mouse.move(box["x"] + (column + 0.5) * (pitch - 0.07), box["y"] + (row + 0.5) * (pitch - 0.07))
        expect(self.readout).to_have_text(re.compile(rf"^map, row {row}, column {column}: [-\d.e]+$"))
        return float((self.readout.text_content() or "").rsplit(": ", 1)[1])

    def expect_values(self, found: str) -> None:
        """Compares the values of some pixels with those of an attribution, an expression in Python."""
        self.wait()
        places = (
            "[(place // 28, place % 28, float(found.values.flat[place])) for place in order[[0, 1, 2, 40, -3, -2, -1]].tolist()]"
        )
        asked = f"[(found := {found}), (order := found.values.argsort(axis=None)), {places}][2]"
        for row, column, value in self.explorer.notebook.evaluate(asked):
            assert self.read(row, column) == pytest.approx(value, abs=2e-3)


@pytest.fixture
def why(explorer: ExplorerPage) -> Why:
    """The section open, with a 7 on the paper."""
    explorer.draw(SEVEN)
    explorer.settle()
    why = Why(explorer)
    why.summary.click()
    return why


@pytest.mark.thorough
def test_the_map_is_that_of_python(why: Why) -> None:
    digit = "explorer.forward.digit"
    why.expect_values(f"mnistviz.attribute({digit})")
    why.choose("other", "-2")
    expect(why.node.locator(".mnistviz-attribution-title").first).to_contain_text("why 7 and not ")
    title = why.node.locator(".mnistviz-attribution-title").first.text_content() or ""
    other = title.split("not ")[1][0]
    why.expect_values(f"mnistviz.attribute({digit}, (7, {other}))")
    why.choose("target", "3")
    why.choose("other", "-1")
    for method, name in NAMES.items():
        why.choose("method", method)
        expect(why.node.locator(".mnistviz-said")).to_contain_text(name)
        why.expect_values(f"mnistviz.attribute({digit}, 3, {method!r})")
    expect(why.node).to_contain_text("don't trust it on its own")


@pytest.mark.thorough
def test_while_the_pen_moves_the_map_is_called_a_former_one(why: Why) -> None:
    why.wait()
    why.node.evaluate(STATES)
    why.explorer.click("Clear")
    expect(why.status).to_have_text(re.compile("^The digit is blank paper"))
    why.explorer.draw(ONE)
    why.wait()
    why.explorer.draw([(100, 60), (145, 40)])
    why.explorer.settle()
    why.wait()
    states = why.explorer.page.evaluate("window.states")
    assert states[0] == "none"
    assert "former" in states[states.index("current") :]
    why.expect_values("mnistviz.attribute(explorer.forward.digit)")


def test_values_are_read_by_keyboard(why: Why) -> None:
    why.wait()
    why.map.focus()
    for key in ["ArrowDown", *["ArrowDown"] * 5, *["ArrowRight"] * 9]:  # the first puts the cursor there
        why.explorer.page.keyboard.press(key)
    expect(why.readout).to_have_text(re.compile("^map, row 5, column 9: "))
    expect(why.readout).to_have_attribute("aria-live", "polite")
    value = why.explorer.notebook.evaluate("float(mnistviz.attribute(explorer.forward.digit).values[5, 9])")
    assert float((why.readout.text_content() or "").rsplit(": ", 1)[1]) == pytest.approx(value, abs=2e-3)


@pytest.mark.thorough
def test_an_own_chain_and_a_network_that_is_none(lab: Lab) -> None:
    notebook = lab.open(OWN_CHAIN)
    notebook.run_all()
    explorer = notebook.explorer()
    explorer.draw(SEVEN)
    explorer.settle()
    why = Why(explorer)
    why.summary.click()
    why.expect_values("mnistviz.attribute(explorer.forward.digit, model=model)")
    why.choose("method", "hires_cam")
    expect(why.node.locator(".mnistviz-said")).to_contain_text("HiResCAM")
    why.expect_values("mnistviz.attribute(explorer.forward.digit, method='hires_cam', model=model)")
    lab.close_notebooks()
    notebook = lab.open(TWO_WAYS)
    notebook.run_all()
    explorer = notebook.explorer()
    explorer.draw(SEVEN)
    explorer.settle()
    why = Why(explorer)
    why.summary.click()
    expect(why.status).to_contain_text("conv")
    expect(why.node).to_have_attribute("data-state", "none")


def test_an_exported_page_has_the_same_values(browser: Browser, tmp_path: Path) -> None:
    drawn = mnistviz.Drawing([SEVEN], brush=22)
    mnistviz.export_page(tmp_path / "page.html", drawing=drawn)
    page = ExportedPage(browser, drawn)
    why = Why(page.open(tmp_path / "page.html"))
    why.summary.click()
    why.wait()
    whole = page.evaluate("mnistviz.attribute(explorer.forward.digit).question.from_blank")
    expect(why.node).to_contain_text(f"the ink gives {whole:.3g} in all")
    why.choose("method", "occlusion")  # the digits may differ in their last bits, which decide among equal values in pools
    expect(why.node.locator(".mnistviz-said")).to_contain_text("occlusion")
    why.expect_values("mnistviz.attribute(explorer.forward.digit, method='occlusion')")
    for width in (1280, 390):
        why.explorer.page.set_viewport_size({"width": width, "height": 800})
        why.map.press("d")
        expect(why.readout).to_contain_text("map: strongest (")
        box = why.check.bounding_box()
        why.map.blur()  # a click does that, too: the long text goes, and the button must not move under the click
        assert why.check.bounding_box() == box
    why.check.click()
    expect(why.node).to_have_attribute("data-check", "yes")
    expect(why.node).to_contain_text("Their rank correlation on the ink is")
    assert page.errors.texts == []
    page.close()


@pytest.mark.thorough
def test_it_can_be_touched_and_read(why: Why, each_theme: Callable[[Lab], Iterator[str]]) -> None:
    why.wait()
    for _ in each_theme(why.explorer.notebook.lab):
        assert small_buttons(why.node, MOUSE) == []
        assert overflows(why.explorer.node) == []
        texts = texts_of(why.node)
        assert any("completeness error" in text["text"] for text in texts)
        assert faint_texts(texts) == []


@pytest.mark.thorough
def test_it_fits_a_phone(why: Why) -> None:
    why.wait()
    why.check.click()
    expect(why.node).to_have_attribute("data-check", "yes")
    page, lab = why.explorer.page, why.explorer.notebook.lab
    size = page.viewport_size
    assert size is not None
    lab.run_command("application:toggle-left-area")
    page.set_viewport_size({"width": 390, "height": 844})
    try:
        page.wait_for_function("(node) => node.clientWidth < 390", arg=why.node.element_handle())
        maps: list[Locator] = why.node.locator("canvas").all()
        boxes: list[Any] = [canvas.bounding_box() for canvas in maps]
        assert len({round(box["x"]) for box in boxes}) == 1  # below one another
        assert overflows(why.explorer.node) == []
        assert small_buttons(why.node, MOUSE) == []
    finally:
        page.set_viewport_size(size)
        lab.run_command("application:toggle-left-area")
