"""Everything that moves is in sight while one draws, at the sizes of usual screens, and nothing is cut where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support.readability import MOUSE, overflows, small_buttons
from tests.support.strokes import SEVEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support.explorer_page import ExplorerPage

LAYERS = ("conv1", "relu1", "pool1", "conv2", "relu2", "pool2", "dense", "relu3", "logits")

_BELOW = """([explorer, node]) => node.getBoundingClientRect().bottom - explorer.getBoundingClientRect().top"""

_SHOWN = """(explorer) => {
  const notebook = explorer.closest('.jp-NotebookPanel').getBoundingClientRect();
  const toolbar = explorer.closest('.jp-NotebookPanel').querySelector('.jp-NotebookPanel-toolbar').getBoundingClientRect();
  return notebook.bottom - toolbar.bottom;
}"""


@pytest.fixture
def seven(explorer: ExplorerPage) -> Iterator[ExplorerPage]:
    """An explorer that shows a 7, in a window that may take another size."""
    size = explorer.page.viewport_size
    assert size is not None
    explorer.draw(SEVEN)
    explorer.settle()
    yield explorer
    explorer.page.set_viewport_size(size)
    explorer.notebook.lab.show_side_bar(is_open=True)


def resize(explorer: ExplorerPage, width: int, height: int, *, is_open: bool) -> None:
    """Changes the window, and waits until the maps follow."""
    explorer.page.set_viewport_size({"width": width, "height": height})
    explorer.notebook.lab.show_side_bar(is_open=is_open)
    explorer.page.wait_for_function(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(true), 300))))"
    )


def bottom(explorer: ExplorerPage, selector: str) -> float:
    """Returns how far below the explorer's top something ends, in CSS pixels."""
    node = explorer.node.locator(selector)
    return float(explorer.page.evaluate(_BELOW, [explorer.node.element_handle(), node.element_handle()]))


def test_everything_that_moves_is_in_sight(seven: ExplorerPage) -> None:
    parts = [".mnistviz-pad", ".mnistviz-prediction", ".mnistviz-bars", *(f"[data-layer={layer}] > canvas" for layer in LAYERS)]
    for width, height, is_open in (
        (1280, 800, True),
        (1280, 800, False),
        (1024, 768, False),
        (800, 800, False),
        (1920, 1080, True),
        (1920, 1080, False),
    ):
        resize(seven, width, height, is_open=is_open)
        room = seven.node.evaluate(_SHOWN)
        beyond = {part: end for part in parts if (end := bottom(seven, part)) > room}
        assert (width, height, is_open, beyond, overflows(seven.node)) == (width, height, is_open, {}, [])


def test_pad_verdict_maps_and_microscope_are_in_sight_together(seven: ExplorerPage) -> None:
    room = seven.node.evaluate(_SHOWN)
    pad = bottom(seven, ".mnistviz-pad")
    seven.page.mouse.click(*seven.unit_on_page("conv2", 6, 4, 4))
    expect(seven.microscope).to_be_visible()
    assert bottom(seven, ".mnistviz-pad") == pad
    dock = bottom(seven, ".mnistviz-dock")
    assert dock <= room
    seven.page.mouse.click(*seven.unit_on_page("pool2", 3, 2, 2))
    expect(seven.microscope).to_have_attribute("data-unit", "pool2[2, 2, 3]")
    assert bottom(seven, ".mnistviz-dock") == dock


@pytest.mark.thorough
def test_on_a_wide_screen_the_layers_are_side_by_side_and_the_microscope_moves_nothing(seven: ExplorerPage) -> None:
    resize(seven, 1920, 1080, is_open=False)
    boxes = [seven.map_canvas(layer).bounding_box() for layer in LAYERS[:6]]
    assert all(box is not None for box in boxes)
    lefts, tops = ([box[side] for box in boxes if box] for side in ("x", "y"))
    assert lefts == sorted(lefts)
    assert len({round(top) for top in tops}) == 1
    seven.page.mouse.click(*seven.unit_on_page("conv2", 6, 4, 4))
    expect(seven.microscope).to_be_visible()
    assert [seven.map_canvas(layer).bounding_box() for layer in LAYERS[:6]] == boxes
    assert bottom(seven, ".mnistviz-dock") <= seven.node.evaluate(_SHOWN)


def test_the_map_under_the_mouse_shows_what_feeds_it_and_what_it_feeds(seven: ExplorerPage) -> None:
    lines = seven.node.locator(".mnistviz-connections path")
    seven.page.mouse.move(*seven.unit_on_page("pool1", 6, 4, 4))
    path = lines.get_attribute("d") or ""
    assert (path.count("C"), path.count("Z")) == (1 + 32, 1 + 1 + 32)  # curves: from relu1, to each of conv2; and a box a map
    seven.page.mouse.move(*seven.unit_on_page("conv2", 6, 4, 4))
    path = lines.get_attribute("d") or ""
    assert (path.count("C"), path.count("Z")) == (16 + 1, 16 + 1 + 1)
    # The last curve ends at relu2's map of the same number.
    overlay = seven.node.locator(".mnistviz-connections").bounding_box()
    assert overlay is not None
    x, y = (float(number) for number in path.split("M")[17].split(" ")[-2:])
    left, top = seven.unit_on_page("relu2", 6, 0, 0)
    assert abs(overlay["x"] + x - left) < 3
    assert 0 < overlay["y"] + y - top < 50
    seven.page.mouse.move(*seven.on_page([(5, 5)])[0])
    expect(lines).to_have_attribute("d", "")


def test_nothing_is_cut_where_it_is_narrow(seven: ExplorerPage) -> None:
    for width in (600, 480, 390, 320):
        resize(seven, width, 844, is_open=False)
        assert (width, overflows(seven.node)) == (width, [])
        for part in (".mnistviz-prediction", ".mnistviz-bars"):
            assert bottom(seven, part) <= seven.node.evaluate(_SHOWN)


def test_on_a_phone_one_layer_is_shown_and_another_can_be_chosen(seven: ExplorerPage) -> None:
    resize(seven, 390, 844, is_open=False)
    expect(seven.section("conv1")).to_be_visible()
    expect(seven.section("relu2")).to_be_hidden()
    seven.node.get_by_label("layer shown").select_option("relu2")
    expect(seven.map_canvas("relu2")).to_be_visible()
    expect(seven.section("conv1")).to_be_hidden()


def test_on_a_phone_pictures_are_behind_a_button_beside_undo_and_clear(seven: ExplorerPage) -> None:
    button = seven.button("Pictures")
    expect(button).to_be_hidden()
    resize(seven, 390, 844, is_open=False)
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(seven.button("Sample of a 3")).to_be_hidden()
    expect(seven.button("Upload a picture")).to_be_hidden()
    tops = {seven.button(name).evaluate("(node) => node.getBoundingClientRect().top") for name in ("Undo", "Clear", "Pictures")}
    assert len(tops) == 1
    button.focus()
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(seven.button("Upload a picture")).to_be_visible()
    assert bottom(seven, ".mnistviz-pictures") <= seven.node.locator(".mnistviz-layers").evaluate("(node) => node.offsetTop")
    assert overflows(seven.node) == []
    assert small_buttons(seven.node, MOUSE) == []
    seven.click("Sample of a 3")
    seven.expect_prediction("3")
    button.click()
    expect(seven.button("Sample of a 3")).to_be_hidden()


def test_bars_and_buttons_have_edges_in_forced_colours(seven: ExplorerPage) -> None:
    seven.page.emulate_media(forced_colors="active")
    try:
        track = seven.node.locator(".mnistviz-track").first
        assert track.evaluate("(node) => getComputedStyle(node).outlineStyle") == "solid"
        assert seven.button("Undo").evaluate("(node) => getComputedStyle(node).borderTopStyle") == "solid"
    finally:
        seven.page.emulate_media(forced_colors="none")
