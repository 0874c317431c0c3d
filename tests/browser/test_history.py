"""How the answer came about, on the page: a slider takes everything back to a moment, in the notebook and without a kernel."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from mnistviz.explain.answer_history import answer_history
from mnistviz.export.page import export_page
from mnistviz.ink.drawing import Drawing
from mnistviz.network.engine import forward
from mnistviz.reading.pictures import read_digit
from tests.support import pixels
from tests.support.exported_page import ExportedPage
from tests.support.readability import FINGER, MOUSE, faint_texts, overflows, small_buttons, texts_of
from tests.support.strokes import SEVEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.support.explorer_page import ExplorerPage
    from tests.support.lab import Lab

BAR = [(100, 150), (190, 150)]
KERNEL_ALONE = """import keras, mnistviz

*layers, softmax = mnistviz.load_model().layers
spread = keras.layers.Lambda(lambda values: values * 0.1)  # the page does not know it
model = keras.Sequential([keras.Input((28, 28, 1)), *layers, spread, softmax])
explorer = mnistviz.explore(model, autosave=False)
explorer"""


class History:
    """The folding section of an explorer, and its slider."""

    def __init__(self, explorer: ExplorerPage) -> None:
        self.explorer = explorer
        self.node = explorer.node.locator(".mnistviz-history")
        self.summary = self.node.locator("summary")
        self.slider = self.node.get_by_role("slider", name="Moment of the drawing")
        self.plot = self.node.get_by_role("img")
        self.note = explorer.node.locator(".mnistviz-moment")

    def open(self, points: int) -> None:
        """Opens the section, and waits until the history of a short drawing is computed."""
        self.summary.click()
        expect(self.plot).to_have_attribute("aria-label", re.compile(rf"^{points} of {points} moments"))

    def expect_moment(self, points: int, total: int, prediction: int, confidence: float) -> None:
        """Waits until the page shows a moment."""
        self.explorer.expect_points(points)
        self.explorer.expect_prediction(str(prediction))
        shown = float(self.explorer.view.get_attribute("data-confidence") or "nan")
        assert shown == pytest.approx(confidence, abs=1e-4)
        share = f"{100 * confidence:.1f} %"
        expect(self.slider).to_have_attribute("aria-valuetext", f"Point {points} of {total}: {prediction}, {share}")

    def press(self, key: str, times: int = 1) -> None:
        self.slider.focus()
        for _ in range(times):
            self.explorer.page.keyboard.press(key)


@pytest.fixture
def history(explorer: ExplorerPage) -> History:
    """A crossed 7, drawn with the mouse, and the open section."""
    explorer.draw(SEVEN, steps=6)
    explorer.draw(BAR, steps=3)
    history = History(explorer)
    history.open(explorer.settle())
    return history


def test_the_slider_goes_to_any_moment_by_keyboard_and_the_pen_back_to_now(history: History) -> None:
    explorer = history.explorer
    python = explorer.notebook.evaluate
    total = int(explorer.kernel("drawing.points"))
    read = "[(f := mnistviz.forward(mnistviz.read_digit(explorer.drawing.until({})))).prediction, f.confidence]"
    expected = python(
        "[mnistviz.answer_history(explorer.drawing).describe(f) for f in mnistviz.answer_history(explorer.drawing).flips]"
    )
    for flip in expected[:5]:
        expect(history.plot).to_have_attribute("aria-label", re.compile(re.escape(flip)))
    expect(history.note).to_be_hidden()
    at = total
    for steps in (1, 4, 5):
        history.press("ArrowLeft", steps)
        at -= steps
        history.expect_moment(at, total, *python(read.format(at)))
        expect(history.note).to_contain_text(f"after {at} points")
    explorer.wait_heard()
    assert python("explorer.moment") == at
    assert python("[explorer.forward.prediction, explorer.forward.confidence]") == pytest.approx(
        python(read.format(at)), abs=1e-6
    )
    assert python("explorer.drawing.points") == total
    history.press("Home")
    explorer.expect_prediction("")
    history.press("End")
    expect(history.note).to_be_hidden()
    history.expect_moment(total, total, *python(read.format(total)))
    history.press("ArrowLeft", 2)
    expect(history.note).to_be_visible()
    explorer.draw([(30, 30), (40, 40)], steps=2)
    expect(history.note).to_be_hidden()
    assert explorer.settle() == total + 3
    expect(history.slider).to_have_value(str(total + 3))


def test_the_pad_shows_what_came_later_faintly(history: History) -> None:
    explorer = history.explorer
    history.press("ArrowLeft", 4)  # before the bar
    explorer.expect_points(int(explorer.kernel("drawing.points")) - 4)
    ink = explorer.ink()
    scale = ink.shape[0] // 280
    assert ink[60 * scale, 100 * scale] == 255
    assert 0 < ink[150 * scale, 105 * scale] < 90
    explorer.click("Back to now")
    explorer.wait_for_ink(BAR)


def test_code_rewinds_and_the_page_says_so(history: History) -> None:
    explorer = history.explorer
    explorer.notebook.execute("explorer.rewind(3)")
    explorer.expect_points(3)
    expect(history.note).to_contain_text("after 3 points")
    expect(history.slider).to_have_value("3")
    explorer.click("Undo")
    expect(history.note).to_be_hidden()
    explorer.wait_heard()
    assert explorer.kernel("moment") is None


def test_a_picture_has_no_history(history: History) -> None:
    history.explorer.click("Sample of a 4")
    history.explorer.expect_prediction("4")
    expect(history.node).to_contain_text("A picture was not drawn here")
    expect(history.slider).to_be_hidden()


@pytest.mark.thorough
def test_the_kernel_computes_for_networks_that_the_page_cannot_run(lab: Lab) -> None:
    notebook = lab.open(KERNEL_ALONE)
    notebook.run_all()
    explorer = notebook.explorer()
    explorer.draw(SEVEN)
    total = explorer.settle()
    history = History(explorer)
    history.open(total)
    history.press("ArrowLeft", 5)
    digit = f"mnistviz.read_digit(explorer.drawing.until({total - 5}))"
    read = f"[(f := mnistviz.forward({digit}, explorer.engine)).prediction, f.confidence]"
    history.expect_moment(total - 5, total, *notebook.evaluate(read))
    explorer.draw([(30, 30), (40, 40)], steps=2)
    expect(history.plot).to_have_attribute("aria-label", re.compile(rf"^{total + 3} of {total + 3} moments"))
    expect(history.slider).to_have_value(str(total + 3))


@pytest.mark.thorough
def test_it_can_be_touched_and_read(history: History, each_theme: Callable[[Lab], Iterator[str]]) -> None:
    explorer = history.explorer
    history.press("ArrowLeft", 5)
    for _ in each_theme(explorer.notebook.lab):
        expect(history.note).to_be_visible()
        assert small_buttons(explorer.node, MOUSE) == []
        assert overflows(explorer.node) == []
        assert faint_texts(texts_of(explorer.node.locator(".mnistviz-panel"))) == []


@pytest.fixture
def exported(browser: Browser, tmp_path: Path) -> Iterator[ExportedPage]:
    """A page without a kernel on a phone, with a 7 of few points on its pad."""
    drawing = Drawing(
        [[(70 + 14 * step, 60) for step in range(11)] + [(208 - 8 * step, 60 + 18 * step) for step in range(11)]], brush=22
    )
    export_page(tmp_path / "page.html", drawing=drawing)
    page = ExportedPage(browser, drawing, viewport={"width": 390, "height": 844}, has_touch=True)
    page.open(tmp_path / "page.html")
    yield page
    assert page.errors.texts == []
    page.close()


def test_an_exported_page_does_the_same_without_a_kernel(exported: ExportedPage) -> None:
    explorer = exported.explorer()
    history = History(explorer)
    total = exported.drawn.points
    history.open(total)
    flips = answer_history(exported.drawn)
    for flip in flips.flips[:5]:
        expect(history.plot).to_have_attribute("aria-label", re.compile(re.escape(flips.describe(flip))))
    for at in range(total - 1, 0, -1):
        history.press("ArrowLeft")
        passed = forward(read_digit(exported.drawn.until(at)))
        history.expect_moment(at, total, int(passed.prediction or 0), passed.confidence)
    assert small_buttons(explorer.node, FINGER) == []
    box = history.slider.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    assert explorer.page.evaluate("() => document.documentElement.scrollWidth") <= 390
    explorer.button("Back to now").tap()
    explorer.expect_points(total)
    pixels.wait_for_ink(explorer.pad, [(70, 60), (200, 78)])
