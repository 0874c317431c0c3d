"""The live view: values by mouse and keyboard, folding, ranges and colours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.support.pixels import picture, wait_for_another_picture
from tests.support.strokes import SEVEN

if TYPE_CHECKING:
    from tests.support.explorer_page import ExplorerPage

MAPS = ("conv1", "relu1", "pool1", "conv2", "relu2", "pool2")


@pytest.fixture
def seven(explorer: ExplorerPage) -> ExplorerPage:
    """An explorer that shows a 7, drawn with the mouse."""
    explorer.draw(SEVEN)
    explorer.settle()
    explorer.expect_prediction("7")
    return explorer


def read_value(explorer: ExplorerPage, place: str) -> float:
    """Returns the number that the readout shows for a place, once it is the exact one."""
    expect(explorer.readout).to_have_text(re.compile(rf"^{re.escape(place)}: -?[\d.e+-]+$"))
    return float(explorer.readout.inner_text().rsplit(": ", 1)[1])


def test_hovering_reads_the_kernels_value(seven: ExplorerPage) -> None:
    for layer in MAPS:
        values = np.array(seven.kernel(f"forward.activations['{layer}'].tolist()"))
        rows, columns, channels = values.shape
        off_diagonal = values * ~np.eye(rows, dtype=bool)[..., None]
        strongest = tuple(map(int, np.unravel_index(np.argmax(off_diagonal), values.shape)))
        assert values[strongest] != values[strongest[1], strongest[0], strongest[2]], "else rows and columns could be confused"
        for row, column, channel in ((0, 0, 0), strongest, (rows - 1, columns - 1, channels - 1)):
            seven.point_at(layer, channel, row, column)
            shown = read_value(seven, f"{layer}, channel {channel}, row {row}, column {column}")
            assert np.float32(shown) == np.float32(values[row, column, channel])
        seven.page.mouse.move(0, 0)
        expect(seven.readout).to_contain_text("Point at a value")


def test_arrow_keys_read_units(seven: ExplorerPage) -> None:
    for layer, unit in (("dense", 100), ("relu3", 3), ("logits", 7)):
        canvas = seven.map_canvas(layer)
        canvas.focus()
        for _ in range(unit + 1):  # the first one begins with unit 0
            canvas.press("ArrowRight")
        shown = read_value(seven, f"{layer}, unit {unit}")
        assert np.float32(shown) == np.float32(seven.kernel(f"forward.activations['{layer}'][{unit}].item()"))


def test_arrow_keys_walk_on_a_focused_map(seven: ExplorerPage) -> None:
    canvas = seven.map_canvas("relu2")
    canvas.focus()
    below = 1 + int(canvas.get_attribute("data-across") or 0)
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown", "ArrowUp", "Shift+ArrowRight", "Shift+ArrowDown"):
        canvas.press(key)
    shown = read_value(seven, f"relu2, channel {below}, row 1, column 1")
    assert np.float32(shown) == np.float32(seven.kernel(f"forward.activations['relu2'][1, 1, {below}].item()"))
    assert seven.readout.get_attribute("aria-live") == "polite"


@pytest.mark.thorough
def test_readout_follows_the_drawing(seven: ExplorerPage) -> None:
    canvas = seven.map_canvas("pool2")
    canvas.focus()
    canvas.press("ArrowDown")
    read_value(seven, "pool2, channel 0, row 0, column 0")
    seven.notebook.execute("explorer.draw([[(60, 60), (200, 220)], [(200, 60), (60, 220)]])")
    seven.settle()
    expected = np.float32(seven.kernel("forward.activations['pool2'][0, 0, 0].item()"))
    seven.page.wait_for_function(
        "([node, value]) => Math.fround(Number(node.textContent.split(': ').at(-1))) === value",
        arg=[seven.readout.element_handle(), float(expected)],
    )


DELAY_PAINTING = """() => {
  const original = window.requestAnimationFrame.bind(window);
  window.undelay = () => { window.requestAnimationFrame = original; };
  window.requestAnimationFrame = (callback) => setTimeout(() => original(callback), 400);
}"""


@pytest.mark.thorough
def test_exact_values_come_to_a_page_that_paints_late(seven: ExplorerPage) -> None:
    """A busy browser paints an update after its exact values have arrived."""
    seven.page.evaluate(DELAY_PAINTING)
    try:
        seven.draw([(40, 200), (240, 200)])
        seven.settle()
        seven.map_canvas("conv1").focus()
        seven.page.keyboard.press("ArrowRight")
        shown = read_value(seven, "conv1, channel 0, row 0, column 0")
        assert np.float32(shown) == np.float32(seven.kernel("forward.activations['conv1'][0, 0, 0].item()"))
    finally:
        seven.page.evaluate("() => window.undelay()")


def notebook_state(explorer: ExplorerPage) -> dict[str, object]:
    """Returns what keys could have changed: the notebook cells, which one is active, and the mode."""
    script = """(name) => {
      const { content } = window.notebooks.panel(name);
      return {
        cells: content.widgets.map((cell) => `${cell.model.id} ${cell.model.type}`),
        active: content.activeCellIndex,
        mode: content.mode,
      };
    }"""
    state: dict[str, object] = explorer.page.evaluate(script, explorer.notebook.name)
    return state


@pytest.mark.parametrize("place", ["pad", "map"])
def test_keys_in_the_explorer_do_not_reach_the_notebook(seven: ExplorerPage, place: str) -> None:
    before = notebook_state(seven)
    letters, moves = ("b", "a", "m", "x", "d", "d"), ("ArrowDown", "ArrowUp", "Shift+ArrowDown", "Enter", "Escape", "Escape")
    for keys in (letters, moves):
        (seven.pad if place == "pad" else seven.map_canvas("conv1")).focus()
        for key in keys:
            seven.page.keyboard.press(key)
            assert notebook_state(seven) == before, f"{key} has reached the notebook"


@pytest.mark.thorough
def test_a_layer_that_was_folded_shows_the_present_drawing(seven: ExplorerPage) -> None:
    section = seven.section("conv1")
    section.locator("summary").click()
    expect(seven.map_canvas("conv1")).to_be_hidden()
    seven.page.wait_for_function("(details) => !details.open", arg=section.element_handle())
    seven.draw([(30, 30), (60, 30)])
    seven.settle()
    section.locator("summary").click()
    expect(seven.map_canvas("conv1")).to_be_visible()
    seven.settle()  # the kernel renders again, and until its values come the page shows its own
    seven.point_at("conv1", 3, 10, 10)
    shown = read_value(seven, "conv1, channel 3, row 10, column 10")
    assert np.float32(shown) == np.float32(seven.kernel("forward.activations['conv1'][10, 10, 3].item()"))


def test_ranges_can_be_per_map(seven: ExplorerPage) -> None:
    conv2 = seven.map_canvas("conv2")
    text = seven.section("conv2").locator(".mnistviz-range")
    high = seven.notebook.evaluate("float(abs(explorer.forward.activations['conv2']).max())")
    np.testing.assert_allclose([float(end) for end in text.inner_text().split(" .. ")], [-high, high], rtol=5e-3)
    before, per_layer = picture(conv2), text.inner_text()
    select = seven.view.get_by_label("One colour range")
    select.select_option("map")
    expect(text).to_have_text(f"per map, at most {per_layer}")
    assert picture(conv2) != before
    select.select_option("layer")
    expect(text).to_have_text(per_layer)
    assert picture(conv2) == before


def test_colours_can_be_chosen(seven: ExplorerPage) -> None:
    relu2 = seven.map_canvas("relu2")
    signed = picture(seven.map_canvas("conv2"))
    seen = [picture(relu2)]
    for name in ("viridis", "cividis", "gray", "orange"):
        seven.view.get_by_label("Colours").select_option(name)
        wait_for_another_picture(relu2, seen[-1])
        seen.append(picture(relu2))
        assert picture(seven.map_canvas("conv2")) == signed, "a signed layer keeps its diverging colours"
    assert seen[0] == seen[4]
    assert len(set(seen)) == 4


def test_tab_leaves_the_pad(seven: ExplorerPage) -> None:
    seven.pad.click(position={"x": 5, "y": 5})
    expect(seven.pad).to_be_focused()
    seven.page.keyboard.press("Tab")
    expect(seven.button("Undo")).to_be_focused()
    seven.page.keyboard.press("Tab")
    expect(seven.button("Clear")).to_be_focused()
    seven.page.keyboard.press("Enter")
    seven.expect_prediction("")


def test_keys_on_the_pad_undo_and_clear(seven: ExplorerPage) -> None:
    points = seven.settle()
    seven.pad.click(position={"x": 5, "y": 5})
    seven.expect_points(points + 1)
    seven.page.keyboard.press("Control+z")
    seven.expect_points(points)
    seven.page.keyboard.press("Delete")
    seven.expect_points(0)


def test_a_drawing_that_is_no_digit_is_flagged_when_the_pen_rests(explorer: ExplorerPage) -> None:
    flag = explorer.view.locator(".mnistviz-flag")
    spoken = explorer.view.locator(".mnistviz-spoken")
    for bar in ([(90, 60), (80, 220)], [(190, 60), (180, 220)], [(50, 110), (230, 110)], [(50, 175), (230, 175)]):
        explorer.draw(bar)
    explorer.settle()
    expect(flag).to_be_visible()
    expect(flag).to_have_text("This does not look like a digit that I know.")
    expect(spoken).to_contain_text("does not look like a digit")
    explorer.click("Clear")
    expect(flag).to_be_hidden()
    explorer.draw(SEVEN)
    explorer.settle()
    expect(spoken).to_contain_text("The network reads 7")
    expect(flag).to_be_hidden()
