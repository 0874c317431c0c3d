"""The explorer fits, can be touched and can be read, in both themes."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.support.explorer_page import EXPLORE
from tests.support.readability import FINGER, MOUSE, faint_texts, overflows, small_buttons, texts_of
from tests.support.strokes import SEVEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.support.explorer_page import ExplorerPage
    from tests.support.lab import Lab


HANDLE = 24 - 2
"""CSS pixels that the handle of a slider has, less its blurred edge. WCAG 2.2 asks for 24 (AA)."""


@pytest.fixture
def seven(explorer: ExplorerPage) -> ExplorerPage:
    """An explorer that shows a 7."""
    explorer.draw(SEVEN)
    explorer.settle()
    return explorer


def left_side_bar_is_open(explorer: ExplorerPage) -> bool:
    """Returns whether JupyterLab shows its file browser."""
    return bool(explorer.page.evaluate("() => !window.jupyterapp.shell.leftCollapsed"))


@pytest.mark.parametrize("is_open", [True, False], ids=["side bar open", "side bar closed"])
def test_nothing_overflows(seven: ExplorerPage, is_open: bool) -> None:
    lab = seven.notebook.lab
    if left_side_bar_is_open(seven) != is_open:
        width = seven.node.evaluate("(node) => node.clientWidth")
        lab.run_command("application:toggle-left-area")
        seven.page.wait_for_function("([node, width]) => node.clientWidth !== width", arg=[seven.node.element_handle(), width])
    strip = "([canvas]) => canvas.clientWidth > 50 && canvas.clientWidth <= canvas.parentElement.clientWidth"
    seven.page.wait_for_function(strip, arg=[seven.map_canvas("conv1").element_handle()])
    try:
        assert left_side_bar_is_open(seven) == is_open
        assert overflows(seven.node) == []
        assert seven.page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        seven.page.mouse.click(*seven.unit_on_page("conv2", 15, 4, 4))
        expect(seven.microscope).to_be_visible()
        assert overflows(seven.node) == []
    finally:
        if not left_side_bar_is_open(seven):
            lab.run_command("application:toggle-left-area")


@pytest.mark.thorough
def test_in_a_narrow_window_the_network_stands_below_the_pad(seven: ExplorerPage) -> None:
    size = seven.page.viewport_size
    assert size is not None
    seven.page.set_viewport_size({**size, "width": 1000})
    try:
        network = seven.node.locator(".mnistviz-verdict").element_handle()  # the flow has no box there
        fits = "([pad, network]) => network.getBoundingClientRect().top >= pad.getBoundingClientRect().bottom"
        seven.page.wait_for_function(fits, arg=[seven.pad.element_handle(), network])
        strip = "([canvas]) => canvas.clientWidth > 50 && canvas.clientWidth <= canvas.parentElement.clientWidth"
        seven.page.wait_for_function(strip, arg=[seven.map_canvas("conv1").element_handle()])
        assert overflows(seven.node) == []
    finally:
        seven.page.set_viewport_size(size)
        fits = "([pad, network]) => network.getBoundingClientRect().top < pad.getBoundingClientRect().bottom"
        seven.page.wait_for_function(fits, arg=[seven.pad.element_handle(), network])


def test_pad_and_answer_are_seen_together(seven: ExplorerPage) -> None:
    for node in (seven.pad, seven.node.locator(".mnistviz-prediction"), seven.node.locator(".mnistviz-bars")):
        expect(node).to_be_in_viewport(ratio=0.95)  # the line box of a large digit is higher than its row


def test_folds_and_messages_do_not_move_the_pad(seven: ExplorerPage) -> None:
    before = seven.pad.bounding_box()
    seven.section("relu1").locator("summary").click()
    seven.point_at("conv1", 0, 3, 3)
    expect(seven.readout).to_contain_text("conv1")
    assert seven.pad.bounding_box() == before


@pytest.mark.thorough
def test_buttons_can_be_hit_with_a_mouse(seven: ExplorerPage) -> None:
    seven.page.mouse.click(*seven.unit_on_page("conv2", 6, 4, 4))
    expect(seven.microscope).to_be_visible()
    assert seven.node.locator("button").count() >= 15
    assert small_buttons(seven.node, MOUSE) == []


@pytest.mark.thorough
def test_buttons_can_be_hit_with_a_finger(touch_lab: Lab) -> None:
    notebook = touch_lab.open(EXPLORE)
    notebook.run_all()
    explorer = notebook.explorer()
    explorer.draw(SEVEN)
    explorer.settle()
    explorer.node.locator(".mnistviz-lesson summary").tap()
    touch_lab.page.touchscreen.tap(*explorer.unit_on_page("conv2", 6, 4, 4))
    expect(explorer.microscope).to_be_visible()
    assert explorer.node.locator("button").count() >= 15
    assert small_buttons(explorer.node, FINGER) == []
    assert overflows(explorer.node) == []


@pytest.mark.thorough
def test_the_handle_of_the_brush_is_seen_in_forced_colours(seven: ExplorerPage) -> None:
    seven.page.emulate_media(forced_colors="active")
    try:
        assert handle_of_brush(seven) >= HANDLE
    finally:
        seven.page.emulate_media(forced_colors="none")


def handle_of_brush(explorer: ExplorerPage) -> int:
    """Returns the lesser of width and height of the handle that is seen on the brush's slider, in CSS pixels."""
    prediction = explorer.node.locator(".mnistviz-prediction")  # has the same colour
    colour = [int(number) for number in re.findall(r"\d+", prediction.evaluate("(node) => getComputedStyle(node).color"))[:3]]
    shot = explorer.node.get_by_label("Brush").screenshot()
    pixels = np.asarray(Image.open(io.BytesIO(shot)).convert("RGB")).astype(int)
    rows, columns = np.nonzero(np.abs(pixels - colour).max(axis=-1) < 8)
    return int(min(np.ptp(columns), np.ptp(rows))) + 1


@pytest.mark.thorough
def test_no_text_is_smaller_than_the_themes(seven: ExplorerPage) -> None:
    least = seven.page.evaluate("() => parseFloat(getComputedStyle(document.body).getPropertyValue('--jp-ui-font-size1'))")
    texts = texts_of(seven.node)
    assert len(texts) > 30
    assert [text["text"] for text in texts if text["size"] < least] == []


def test_in_both_themes_texts_and_the_handle_of_the_brush_stand_out_and_the_pad_follows(
    seven: ExplorerPage, each_theme: Callable[[Lab], Iterator[str]]
) -> None:
    for name in each_theme(seven.notebook.lab):
        assert faint_texts(texts_of(seven.node)) == []
        assert handle_of_brush(seven) >= HANDLE
        box = seven.pad.bounding_box()
        assert box is not None
        shot = seven.page.screenshot(clip={"x": box["x"] + 20, "y": box["y"] + 200, "width": 4, "height": 4})
        assert (brightness(shot) > 128) == (name == "JupyterLab Light"), "paper is light in the light theme, dark in the dark one"


def brightness(png: bytes) -> float:
    """Returns the mean grey of a picture, 0 black to 255 white."""
    return float(np.asarray(Image.open(io.BytesIO(png)).convert("L")).mean())
