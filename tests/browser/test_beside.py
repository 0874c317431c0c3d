"""Side by side on the page: two networks under one pen, a kept drawing beside another, by mouse and keyboard, light and dark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.support.readability import MOUSE, faint_texts, overflows, small_buttons, texts_of
from tests.support.strokes import SEVEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Locator

    from tests.support.explorer_page import ExplorerPage
    from tests.support.lab import Lab

BAR = [(110, 150), (200, 150)]
NETWORKS = "import mnistviz\n\nother = mnistviz.build_cnn(seed=3)\nexplorer = mnistviz.compare_live(None, other)\nexplorer"
"""The shipped network beside one that has learned nothing."""
LAYERS = ["conv1", "relu1", "pool1", "conv2", "relu2", "pool2", "dense", "relu3", "logits", "probabilities"]


class SideBySide:
    """The folding section "side by side" of an explorer."""

    def __init__(self, explorer: ExplorerPage) -> None:
        self.explorer = explorer
        self.node = explorer.node.locator(".mnistviz-compared")
        self.summary = self.node.locator("summary")
        self.keep = self.node.get_by_role("button", name="keep this drawing to compare")
        self.strips = self.node.locator(".mnistviz-triptych canvas")

    def layer(self, name: str) -> Locator:
        return self.node.get_by_role("radio", name=re.compile(f"^{name} "))

    def answer(self, name: str) -> Locator:
        return self.node.locator(f"[data-answer={name}] .mnistviz-number")

    def expect_comparison(self, comparison: str) -> None:
        """Waits until answers and differences on the page are those of a comparison in Python."""
        answers = "[(forward.prediction, forward.confidence) for forward in (found.a, found.b)]"
        shares = "{layer.layer: layer.relative for layer in found.layers}"
        asked = f"[(found := {comparison}).most.layer, {shares}, {answers}]"
        most, shares, answers = self.explorer.notebook.evaluate(asked)
        for name, (prediction, confidence) in zip(("first", "second"), answers, strict=True):
            expect(self.answer(name)).to_have_text(f"{prediction}, {100 * confidence:.1f} %")
        for name in LAYERS:
            row = self.node.locator(f"[data-compared={name}]")
            expect(row.locator(".mnistviz-number")).to_have_text(f"{100 * shares[name]:.0f} %")
            expect(row).to_have_class(re.compile("mnistviz-winner") if name == most else re.compile("^mnistviz-compared-layer$"))


@pytest.fixture
def beside(explorer: ExplorerPage) -> SideBySide:
    """A 7 that is kept, and a crossed one beside it."""
    explorer.draw(SEVEN)
    explorer.settle()
    beside = SideBySide(explorer)
    explorer.notebook.execute("kept = explorer.forward")
    beside.summary.click()
    beside.keep.click()
    expect(beside.strips).to_have_count(3)
    explorer.draw(BAR)
    explorer.settle()
    return beside


def test_a_kept_drawing_is_compared_by_keyboard(beside: SideBySide) -> None:
    beside.expect_comparison("mnistviz.compare(explorer.forward, kept)")
    page = beside.explorer.page
    beside.keep.focus()
    page.keyboard.press("Tab")
    expect(beside.layer("conv1")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(beside.layer("relu1")).to_be_checked()
    expect(beside.node.locator(".mnistviz-triptych canvas[aria-label^='relu1, second']")).to_have_count(2)
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(beside.strips.last).to_be_focused()
    for _ in range(13):
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowRight")
    where = "[12, 13, 0]" if "row 12, column 13" in (beside.explorer.readout.text_content() or "") else "[13, 12, 0]"
    value: Any = beside.explorer.notebook.evaluate(
        f"float((kept.activations['relu1'] - explorer.forward.activations['relu1'])[*{where}])"
    )
    reading = beside.explorer.readout.text_content() or ""
    assert reading.startswith("relu1, second - first, channel 0, row ")
    assert float(reading.rsplit(": ", 1)[1]) == pytest.approx(value, rel=1e-6)
    beside.keep.click()
    expect(beside.answer("first")).to_have_text(beside.answer("second").text_content() or "")
    expect(beside.node.locator(".mnistviz-winner")).to_have_count(0)


@pytest.mark.thorough
def test_two_networks_follow_one_pen(lab: Lab) -> None:
    notebook = lab.open(NETWORKS)
    notebook.run_all()
    explorer = notebook.explorer()
    beside = SideBySide(explorer)
    expect(beside.answer("second")).to_have_text("blank paper")
    first, *others = explorer.on_page(SEVEN)
    explorer.page.mouse.move(*first)
    explorer.page.mouse.down()
    explorer.page.mouse.move(*others[0], steps=6)
    expect(beside.answer("second")).not_to_have_text("blank paper")  # while the pen is down
    digit = beside.node.locator("[data-answer=second] canvas")
    before = digit.evaluate("(canvas) => canvas.toDataURL()")
    for point in others[1:]:
        explorer.page.mouse.move(*point, steps=6)
    explorer.page.wait_for_function("([canvas, before]) => canvas.toDataURL() !== before", arg=[digit.element_handle(), before])
    explorer.page.mouse.up()
    explorer.settle()
    beside.expect_comparison("mnistviz.compare(None, other, explorer.forward.digit)")
    expect(beside.node).to_contain_text("shipped network, LiteRT")
    expect(beside.node).to_contain_text("live Keras model")
    expect(beside.keep).to_have_count(0)


@pytest.mark.thorough
def test_it_can_be_touched_and_read(beside: SideBySide, each_theme: Callable[[Lab], Iterator[str]]) -> None:
    for _ in each_theme(beside.explorer.notebook.lab):
        assert small_buttons(beside.explorer.node, MOUSE) == []
        assert overflows(beside.explorer.node) == []
        texts = texts_of(beside.explorer.node.locator(".mnistviz-layers"))
        assert any("the kept drawing" in text["text"] for text in texts)
        assert faint_texts(texts) == []


@pytest.mark.thorough
def test_it_fits_a_phone(beside: SideBySide) -> None:
    page, lab = beside.explorer.page, beside.explorer.notebook.lab
    size = page.viewport_size
    assert size is not None
    lab.run_command("application:toggle-left-area")
    page.set_viewport_size({"width": 390, "height": 844})
    try:
        page.wait_for_function("(strip) => strip.clientWidth > 200", arg=beside.strips.first.element_handle())
        boxes = [strip.bounding_box() for strip in beside.strips.all()]
        assert len({round(box["x"]) for box in boxes if box}) == 1  # below one another
        assert overflows(beside.explorer.node) == []
        assert small_buttons(beside.explorer.node, MOUSE) == []
    finally:
        page.set_viewport_size(size)
        lab.run_command("application:toggle-left-area")
