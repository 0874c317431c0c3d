"""What a unit looks for, on the page: asked for by keyboard, stopped, put onto the pad, readable in both themes, on a phone.

Also in an exported page, which climbs by itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from playwright.sync_api import expect

import mnistviz
from tests.support import pixels
from tests.support.exported_page import ExportedPage
from tests.support.readability import MOUSE, faint_texts, overflows, small_buttons, texts_of
from tests.support.strokes import ONE, SEVEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.support.explorer_page import ExplorerPage
    from tests.support.lab import Lab

Array = np.ndarray[Any, Any]
STOP_ON_THE_WAY = """(node) => new Promise((stopped) => {
    const [button, bar] = ["button", "progress"].map((name) => node.querySelector(name));
    button.click();
    const look = () => {
        if (bar.value < 0.2) return requestAnimationFrame(look);
        button.click();
        stopped();
    };
    look();
})"""
"""Starts an ascent, and stops it when a fifth of it is done: a test alone would be too slow for that."""
ROUNDED = 0.05
"""Between the value of a digit and that of its picture, whose ink has 256 levels."""


class Search:
    """The folding section of an explorer."""

    def __init__(self, explorer: ExplorerPage) -> None:
        self.explorer = explorer
        self.node = explorer.node.locator(".mnistviz-maximise")
        self.summary = self.node.locator("summary")
        self.start = self.node.get_by_role("button", name="start")
        self.stop = self.node.get_by_role("button", name="stop")
        self.layer = self.node.get_by_label("Layer")
        self.bar = self.node.get_by_role("progressbar")
        self.value = self.node.locator(".mnistviz-maximise-value")
        self.found = self.node.locator(".mnistviz-maximise-found")
        self.patches = self.node.locator(".mnistviz-maximise-patch")
        self.canvas = self.node.locator(".mnistviz-maximise-picture canvas")

    def expect_found(self, asked: str, name: str) -> None:
        """Waits until what Python finds for the same unit is shown."""
        value = self.explorer.notebook.evaluate(f"mnistviz.maximise({asked}).value")
        patches = self.explorer.notebook.evaluate(f"[(p.label, p.value) for p in mnistviz.strongest_patches({asked})]")
        expect(self.patches).to_have_text([f"a {label}: {value:.4g}" for label, value in patches])
        expect(self.value).to_have_text(f"{name}: {value:.4g}")
        expect(self.start).to_be_visible()

    def choose(self, label: str, value: str) -> None:
        """Chooses from a list by its name."""
        self.node.get_by_label(label).select_option(value)

    def reached(self) -> float:
        """The value that is shown."""
        return float((self.value.text_content() or "").rsplit(": ", 1)[1])

    def expect_of(self, passed: mnistviz.ForwardPass, layer: str, index: tuple[int, ...]) -> None:
        """Expects the value and the answer that are shown to be those of a forward pass."""
        assert self.reached() == pytest.approx(float(passed.activations[layer][index]), abs=ROUNDED)
        expect(self.found).to_contain_text(f"The network reads this as {passed.prediction}, with ")

    def shown(self) -> Array:
        """The digit that is shown: float32 (28, 28), 0 paper to 1 ink, in 256 levels."""
        return 1 - pixels.colours(self.canvas)[..., 0].astype(np.float32) / np.float32(255)


@pytest.fixture
def search(explorer: ExplorerPage) -> Search:
    """The open section beside a 7."""
    explorer.draw(SEVEN)
    explorer.settle()
    search = Search(explorer)
    search.summary.click()
    expect(search.start).to_be_visible()
    return search


@pytest.mark.thorough
def test_a_class_is_asked_for_by_keyboard(search: Search) -> None:
    page = search.explorer.page
    search.summary.focus()
    page.keyboard.press("Tab")
    expect(search.layer).to_be_focused()
    expect(search.layer).to_have_value("probabilities")
    page.keyboard.press("Tab")
    page.keyboard.press("8")
    expect(search.node.get_by_label("Class")).to_have_value("8")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(search.start).to_be_focused()
    page.keyboard.press("Enter")
    search.expect_found('"probabilities", 8', "logits[8]")
    own = search.explorer.notebook.evaluate('float(explorer.forward.activations["logits"][8])')
    expect(search.found).to_contain_text(f"for the digit on the pad {own:.4g}")
    expect(search.found).to_contain_text(re.compile(r"The network reads this as 8, with (9\d\.\d|100\.0) %"))
    expect(search.node.locator(".mnistviz-said")).to_contain_text("logits[8] reached")
    expect(search.bar).to_have_attribute("value", "1")


def test_the_inspected_unit_is_looked_for_stopped_and_put_on_the_pad(search: Search) -> None:
    explorer = search.explorer
    explorer.notebook.execute('explorer.explain("conv2", (4, 6, 17))')
    expect(search.layer).to_have_value("conv2")
    search.start.click()
    search.stop.click()
    expect(search.start).to_be_visible()
    search.start.click()
    search.expect_found('"conv2", (4, 6, 17)', "conv2[4, 6, 17]")
    search.node.get_by_role("button", name="put it on the pad").click()
    explorer.notebook.expect_value('bool((explorer.forward.digit == mnistviz.maximise("conv2", (4, 6, 17)).digit).all())', True)
    reached = (search.value.text_content() or "").rsplit(": ", 1)[1]
    expect(search.found).to_contain_text(f"for the digit on the pad {reached}")
    expect(explorer.node.locator(".mnistviz-input")).to_contain_text("the digit that pleases conv2[4, 6, 17]")
    explorer.click("Undo")
    explorer.expect_prediction("7")


@pytest.mark.thorough
def test_it_can_be_touched_and_read(search: Search, each_theme: Callable[[Lab], Iterator[str]]) -> None:
    search.layer.select_option("conv2")
    search.start.click()
    expect(search.patches).to_have_count(9)
    for _ in each_theme(search.explorer.notebook.lab):
        assert small_buttons(search.explorer.node, MOUSE) == []
        assert overflows(search.explorer.node) == []
        texts = texts_of(search.explorer.node.locator(".mnistviz-questions"))
        assert any("conv2[5, 5, 0]" in text["text"] for text in texts)
        assert faint_texts(texts) == []


@pytest.mark.thorough
def test_it_fits_a_phone(search: Search) -> None:
    page, lab = search.explorer.page, search.explorer.notebook.lab
    search.start.click()
    expect(search.patches).to_have_count(9)
    size = page.viewport_size
    assert size is not None
    lab.run_command("application:toggle-left-area")
    page.set_viewport_size({"width": 390, "height": 844})
    try:
        found, patch = search.found, search.patches.first
        script = "([one, other]) => one.getBoundingClientRect().bottom <= other.getBoundingClientRect().top"
        page.wait_for_function(script, arg=[found.element_handle(), patch.element_handle()])  # below one another
        assert overflows(search.explorer.node) == []
        assert small_buttons(search.explorer.node, MOUSE) == []
    finally:
        page.set_viewport_size(size)
        lab.run_command("application:toggle-left-area")


@pytest.fixture
def exported(browser: Browser, tmp_path: Path) -> Iterator[Search]:
    """The open section of an exported page with a 7 on its pad."""
    drawn = mnistviz.Drawing([SEVEN], brush=22)
    mnistviz.export_page(tmp_path / "page.html", drawing=drawn)
    page = ExportedPage(browser, drawn)
    search = Search(page.open(tmp_path / "page.html"))
    search.summary.click()
    yield search
    assert page.errors.texts == []
    page.close()


def test_an_exported_page_finds_what_python_finds(exported: Search) -> None:
    exported.choose("Class", "8")
    exported.start.click()
    expect(exported.bar).to_have_attribute("value", "1")
    expect(exported.start).to_be_visible()
    found = mnistviz.maximise("probabilities", 8)
    assert exported.reached() == pytest.approx(found.value, rel=1e-3)
    np.testing.assert_allclose(exported.shown(), found.digit, atol=1 / 255)
    own = float(exported.explorer.notebook.evaluate('float(explorer.forward.activations["logits"][8])'))
    words = exported.found.text_content() or ""
    assert float(re.search(r"for the digit on the pad ([-\d.]+)", words)[1]) == pytest.approx(own, rel=1e-3)
    assert f"The network reads this as 8, with {found.forward.confidence:.1%}".replace("%", " %") in words
    expect(exported.found).to_contain_text("raises no doubt")
    expect(exported.node).to_contain_text("this page does not have all 5,000 of them")
    expect(exported.node.locator(".mnistviz-said")).to_contain_text("logits[8] reached")
    expect(exported.explorer.node.locator(".mnistviz-in-notebook")).not_to_contain_text("unit")


def test_an_exported_page_stops_and_shows_what_the_network_has_for_the_picture(exported: Search) -> None:
    explorer = exported.explorer
    exported.choose("Layer", "conv2")
    exported.choose("Channel", "17")
    exported.node.evaluate(STOP_ON_THE_WAY)
    expect(exported.start).to_be_visible()
    expect(exported.found).to_contain_text(re.compile(r"Stopped after [2-9]\d % of the steps\."))
    expect(exported.value).to_contain_text("conv2[5, 5, 17]: ")
    exported.expect_of(mnistviz.forward(exported.shown()), "conv2", (5, 5, 17))
    exported.choose("Start from", "digit")
    exported.start.click()
    expect(exported.bar).to_have_attribute("value", "1")
    exported.expect_of(mnistviz.forward(exported.shown()), "conv2", (5, 5, 17))
    explorer.click("Clear")
    explorer.expect_prediction("")
    explorer.draw(ONE)
    expect(exported.found).to_contain_text("It started from an earlier digit than the one on the pad.")
    exported.node.get_by_role("button", name="put it on the pad").click()
    expect(explorer.node.locator(".mnistviz-input")).to_contain_text("the digit that pleases conv2[5, 5, 17]")
    expect(exported.found).to_contain_text(f"for the digit on the pad {exported.reached():.4g}")
    explorer.click("Undo")
    explorer.expect_prediction("1")


@pytest.mark.thorough
def test_an_exported_page_follows_the_pen_while_it_climbs(exported: Search) -> None:
    explorer = exported.explorer
    explorer.click("Clear")
    exported.start.click()
    explorer.draw(ONE)
    explorer.expect_prediction("1")
    expect(exported.bar).to_have_attribute("value", "1")


@pytest.mark.thorough
def test_it_fits_a_phone_in_an_exported_page(exported: Search) -> None:
    page = exported.explorer.page
    page.set_viewport_size({"width": 390, "height": 844})
    exported.start.click()
    expect(exported.bar).to_have_attribute("value", "1")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    assert faint_texts(texts_of(exported.explorer.node.locator(".mnistviz-questions"))) == []
