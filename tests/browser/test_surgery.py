"""Surgery on the page: filters are silenced by mouse, weights are changed by keyboard, accuracy and ranking appear, and undo."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from playwright.sync_api import expect

from mnistviz.export.page import export_page
from mnistviz.ink.drawing import Drawing
from tests.support.exported_page import ExportedPage
from tests.support.pixels import colours, picture, wait_for_another_picture
from tests.support.readability import MOUSE, faint_texts, overflows, small_buttons, texts_of
from tests.support.strokes import SEVEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator

    from tests.support.explorer_page import ExplorerPage
    from tests.support.lab import Lab

DRAWN = Drawing([SEVEN], brush=22)


class Surgery:
    """The folding section "surgery" of an explorer."""

    def __init__(self, explorer: ExplorerPage) -> None:
        self.explorer = explorer
        self.node = explorer.node.locator(".mnistviz-surgery")
        self.summary = self.node.locator("summary")
        self.notice = explorer.node.locator(".mnistviz-edited")
        self.layer = self.node.get_by_label("layer", exact=True)
        self.accuracy = self.node.locator(".mnistviz-accuracy")
        self.edits = self.node.get_by_role("list", name="Edits").locator("li")
        self.refused = self.node.get_by_role("alert")
        self.spoken = self.node.locator(".mnistviz-said")

    def button(self, name: str) -> Locator:
        return self.node.get_by_role("button", name=name, exact=True)

    def field(self, name: str) -> Locator:
        return self.node.get_by_label(name, exact=True)

    def type(self, field: str, value: str) -> None:
        """Writes into a field by keyboard."""
        self.field(field).focus()
        self.field(field).select_text()
        self.explorer.page.keyboard.type(value)
        self.explorer.page.keyboard.press("Enter")

    def expect_values(self, expected: str) -> None:
        """Waits until page and kernel show the edited network, and fails unless its values are those of one in Python."""
        self.explorer.settle()
        expect(self.explorer.view).to_have_attribute("data-truth", "kernel")
        values = f"({expected}).run(explorer.forward.digit)"
        differences = f"[abs(explorer.forward.activations[name] - one).max() for name, one in {values}.items()]"
        assert self.explorer.notebook.evaluate(f"float(max({differences}))") < 1e-4
        logits = self.explorer.notebook.evaluate("explorer.forward.probabilities.tolist()")
        for digit, probability in enumerate(logits):
            bar = self.explorer.view.get_by_role("meter", name=f"digit {digit}")
            assert float(bar.get_attribute("aria-valuenow") or "nan") == pytest.approx(100 * probability, abs=0.051)


@pytest.fixture
def surgery(explorer: ExplorerPage) -> Surgery:
    """A 7, and the section unfolded."""
    explorer.draw(SEVEN)
    explorer.settle()
    surgery = Surgery(explorer)
    surgery.summary.click()
    expect(surgery.button("Silence filter 0 of conv1")).to_be_visible()
    return surgery


def channel_of(explorer: ExplorerPage, layer: str, channel: int) -> np.ndarray[Any, Any]:
    """The pixels of one map."""
    canvas = explorer.map_canvas(layer)
    pixels = colours(canvas)
    across = int(canvas.get_attribute("data-across") or 0)
    pitch = pixels.shape[1] / across
    down, right = divmod(channel, across)
    left, top, side = right * pitch, down * pitch, pitch * 0.8
    return pixels[round(top + 0.1 * side) : round(top + side), round(left + 0.1 * side) : round(left + side)]


def test_a_filter_is_silenced_by_mouse_and_undone(surgery: Surgery) -> None:
    explorer = surgery.explorer
    before = channel_of(explorer, "relu1", 3)
    assert len(np.unique(before.reshape(-1, before.shape[-1]), axis=0)) > 1
    surgery.field("filter").fill("3")
    surgery.field("filter").press("Enter")
    shown = picture(explorer.map_canvas("relu1"))
    surgery.button("Silence filter 3 of conv1").click()
    wait_for_another_picture(explorer.map_canvas("relu1"), shown)
    silent = channel_of(explorer, "relu1", 3)
    assert len(np.unique(silent.reshape(-1, silent.shape[-1]), axis=0)) == 1
    surgery.expect_values("mnistviz.edit().silence('conv1', 3)")
    expect(surgery.notice).to_contain_text("filter 3 of conv1 silenced")
    expect(surgery.edits).to_have_text(["filter 3 of conv1 silenced"])
    share = surgery.explorer.notebook.evaluate("[mnistviz.accuracy(explorer.engine), mnistviz.accuracy()]")
    expect(surgery.accuracy).to_contain_text(f"reads {100 * share[0]:.1f} % of 1,000 training digits")
    expect(surgery.accuracy).to_contain_text(f"the original {100 * share[1]:.1f} %")
    surgery.summary.click()  # folded, the edit holds and can be taken back
    expect(surgery.notice.get_by_role("button", name="restore the original")).to_be_visible()
    surgery.notice.get_by_role("button").click()
    expect(surgery.notice).to_be_hidden()
    surgery.expect_values("mnistviz.edit()")
    np.testing.assert_array_equal(channel_of(explorer, "relu1", 3), before)


@pytest.mark.thorough
def test_weights_are_changed_by_keyboard(surgery: Surgery) -> None:
    surgery.type("filter", "5")
    surgery.type("row 1, column 2", "-0,75")
    surgery.type("bias", "0.5")
    edited = "mnistviz.edit().set_weight('conv1', (1, 2, 0, 5), -0.75).set_bias('conv1', 5, 0.5)"
    expect(surgery.edits).to_have_count(2)
    surgery.expect_values(edited)
    surgery.layer.select_option("conv2")
    surgery.type("input channel", "7")
    surgery.type("row 0, column 0", "1.5")
    surgery.layer.select_option("dense")
    surgery.type("unit", "9")
    surgery.type("input", "12")
    surgery.type("its weight", "2")
    surgery.button("shuffle all weights of dense").click()
    expect(surgery.edits).to_have_count(5)
    surgery.expect_values(f"{edited}.set_weight('conv2', (0, 0, 7, 0), 1.5).set_weight('dense', (12, 9), 2).shuffle('dense')")
    surgery.type("unit", "128")
    expect(surgery.refused).to_contain_text("from 0 to 127")
    surgery.type("its weight", "much")
    expect(surgery.refused).to_contain_text("“much” is not a number")
    assert surgery.field("its weight").input_value() == "much"
    expect(surgery.edits).to_have_count(5)
    surgery.button("undo the last edit").press("Enter")
    expect(surgery.edits).to_have_count(4)
    expect(surgery.spoken).to_contain_text("of 1,000 training digits of MNIST correctly, the original")


def test_filters_are_ranked_and_silenced_from_the_table(surgery: Surgery) -> None:
    surgery.layer.select_option("conv2")
    surgery.field("for").select_option("7")
    surgery.button("rank").click()
    rows = surgery.node.locator("tbody tr")
    expect(rows).to_have_count(32)
    ranked = "[(f.index, f.recall_cost, f.cost) for f in mnistviz.rank_filters('conv2', 7).filters]"
    index, recall_cost, cost = surgery.explorer.notebook.evaluate(ranked)[0]
    expect(rows.first.locator("td")).to_have_text([str(index), f"{100 * recall_cost:.1f} %", f"{100 * cost:.1f} %"])
    rows.first.get_by_role("button", name=f"Silence filter {index} of conv2").click()
    expect(surgery.edits).to_have_text([f"filter {index} of conv2 silenced"])
    expect(surgery.node).to_contain_text("The network was changed after this ranking.")


def test_the_microscope_chooses_the_filter(surgery: Surgery) -> None:
    surgery.explorer.notebook.execute("explorer.explain('pool2', (1, 2, 21))")
    expect(surgery.field("filter")).to_have_value("21")
    expect(surgery.layer).to_have_value("conv2")


def test_what_can_not_be_silenced_is_said(surgery: Surgery) -> None:
    surgery.layer.select_option("logits")
    surgery.button("Silence unit 0 of logits").click()
    expect(surgery.refused).to_contain_text("Nothing can silence unit 0 of logits")
    expect(surgery.notice).to_be_hidden()


@pytest.mark.thorough
def test_it_can_be_touched_and_read(surgery: Surgery, each_theme: Callable[[Lab], Iterator[str]]) -> None:
    surgery.button("Silence filter 0 of conv1").click()
    surgery.layer.select_option("conv2")
    surgery.button("rank").click()
    expect(surgery.node.locator("tbody tr")).to_have_count(32)
    for _ in each_theme(surgery.explorer.notebook.lab):
        assert small_buttons(surgery.explorer.node, MOUSE) == []
        assert overflows(surgery.explorer.node) == []
        texts = texts_of(surgery.explorer.node.locator(".mnistviz-layers"))
        assert any("training digits of MNIST" in text["text"] for text in texts)
        assert faint_texts(texts) == []


@pytest.mark.thorough
def test_it_fits_a_phone(surgery: Surgery) -> None:
    page, lab = surgery.explorer.page, surgery.explorer.notebook.lab
    size = page.viewport_size
    assert size is not None
    lab.run_command("application:toggle-left-area")
    page.set_viewport_size({"width": 390, "height": 844})
    try:
        surgery.node.scroll_into_view_if_needed()
        expect(surgery.field("row 2, column 2")).to_be_visible()
        assert overflows(surgery.explorer.node) == []
        assert small_buttons(surgery.explorer.node, MOUSE) == []
    finally:
        page.set_viewport_size(size)
        lab.run_command("application:toggle-left-area")


@pytest.fixture
def exported(browser: Browser, tmp_path: Path) -> Iterator[Surgery]:
    """An exported page with a 7."""
    path = tmp_path / "page.html"
    export_page(path, drawing=DRAWN)
    page = ExportedPage(browser, DRAWN)
    yield Surgery(page.open(path))
    errors = page.errors.texts
    page.close()
    assert errors == []


def test_an_exported_page_edits_by_itself(exported: Surgery) -> None:
    explorer = exported.explorer
    exported.summary.click()
    exported.button("shuffle all weights of conv1").click()
    exported.layer.select_option("conv2")
    exported.button("Silence filter 0 of conv2").click()
    expect(exported.edits).to_have_count(2)
    expect(explorer.node.locator(".mnistviz-note")).to_have_text(
        "shipped network, edited: weights of conv1 shuffled (seed 0); filter 0 of conv2 silenced"
    )
    expected = explorer.notebook.evaluate(
        "mnistviz.edit().shuffle('conv1').silence('conv2', 0).run(explorer.forward.digit)['probabilities'].tolist()"
    )
    expect(explorer.view).to_have_attribute("data-truth", "kernel")
    for digit, probability in enumerate(expected):
        bar = explorer.view.get_by_role("meter", name=f"digit {digit}")
        assert float(bar.get_attribute("aria-valuenow") or "nan") == pytest.approx(100 * probability, abs=0.051)
    expect(exported.node).to_contain_text("are counted in a notebook only")
    expect(exported.accuracy).to_be_hidden()
    exported.button("restore the original").click()
    expect(exported.notice).to_be_hidden()
    expect(explorer.node.locator(".mnistviz-note")).to_have_text(re.compile("^(?!.*edited)"))
    explorer.expect_prediction("7")
