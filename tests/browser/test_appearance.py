"""What can be measured of the look: it fits, it can be touched, it can be read, in both themes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.support.lab import SEVEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support.lab import ExplorerPage

OVERFLOWS = """(explorer) => {
  const area = explorer.closest('.jp-OutputArea');
  const panel = explorer.closest('.jp-NotebookPanel').getBoundingClientRect();
  const found = [];
  for (let node = explorer; node && node.scrollWidth !== undefined; node = node.parentElement) {
    if (node.scrollWidth > node.clientWidth && getComputedStyle(node).display !== 'inline') {
      found.push(`${node.className || node.tagName}: ${node.scrollWidth} px in ${node.clientWidth} px`);
    }
    if (node === area) break;
  }
  const frame = explorer.getBoundingClientRect();
  for (const node of explorer.querySelectorAll('*')) {
    if (node.closest('.mnistviz-spoken')) continue;  // for ears only
    const box = node.getBoundingClientRect();
    if (!box.width || !box.height) continue;
    if (box.right > Math.min(frame.right, panel.right) + 1 || box.left < frame.left - 1) {
      const name = `${node.tagName} ${node.className.baseVal ?? node.className}`;
      found.push(`${name}: ${box.left} .. ${box.right} in ${frame.left} .. ${frame.right}`);
    }
  }
  return found;
}"""

TEXTS = """(explorer) => {
  const shown = (node) => {
    const box = node.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && getComputedStyle(node).visibility === 'visible';
  };
  const text = (node) => [...node.childNodes].filter((child) => child.nodeType === 3).map((child) => child.data.trim()).join('');
  const nodes = [...explorer.querySelectorAll('*')].filter((node) => text(node) && shown(node));
  const rgba = (colour) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1;
    const context = canvas.getContext('2d');
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  return nodes.concat([...explorer.querySelectorAll('select')]).map((node) => {
    const style = getComputedStyle(node);
    const backgrounds = [];
    for (let outer = node; outer; outer = outer.parentElement) backgrounds.push(rgba(getComputedStyle(outer).backgroundColor));
    return {
      text: `${node.tagName} ${node.className}: ${text(node)}`,
      size: parseFloat(style.fontSize),
      colour: rgba(style.color),
      backgrounds,
    };
  });
}"""

SMALL_BUTTONS = """(explorer) => [...explorer.querySelectorAll('button')].map((button) => {
  const { width, height } = button.getBoundingClientRect();
  return [button.textContent || button.getAttribute('aria-label'), width, height];
}).filter(([, width, height]) => width && (width < 43.9 || height < 43.9))"""


@pytest.fixture
def seven(explorer: ExplorerPage) -> ExplorerPage:
    """An explorer that shows a 7."""
    explorer.draw(SEVEN)
    explorer.settle()
    return explorer


@pytest.fixture(params=["JupyterLab Light", "JupyterLab Dark"])
def themed(seven: ExplorerPage, request: pytest.FixtureRequest) -> Iterator[ExplorerPage]:
    """The same in both themes."""
    seven.notebook.lab.set_theme(request.param)
    yield seven
    seven.notebook.lab.set_theme("JupyterLab Light")


def left_side_bar_is_open(explorer: ExplorerPage) -> bool:
    """JupyterLab shows its file browser."""
    return bool(explorer.page.evaluate("() => !window.jupyterapp.shell.leftCollapsed"))


@pytest.mark.parametrize("is_open", [True, False], ids=["side bar open", "side bar closed"])
def test_nothing_overflows(seven: ExplorerPage, is_open: bool) -> None:
    lab = seven.notebook.lab
    if left_side_bar_is_open(seven) != is_open:
        width = seven.node.evaluate("(node) => node.clientWidth")
        lab.run_command("application:toggle-left-area")
        seven.page.wait_for_function("([node, width]) => node.clientWidth !== width", arg=[seven.node.element_handle(), width])
    strip = "([canvas]) => Math.abs(canvas.clientWidth - canvas.parentElement.clientWidth) <= 2"
    seven.page.wait_for_function(strip, arg=[seven.map_canvas("conv1").element_handle()])
    try:
        assert left_side_bar_is_open(seven) == is_open
        assert seven.node.evaluate(OVERFLOWS) == []
        assert seven.page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        seven.page.mouse.click(*seven.cell_on_page("conv2", 15, 4, 4))
        expect(seven.microscope).to_be_visible()
        assert seven.node.evaluate(OVERFLOWS) == []
    finally:
        if not left_side_bar_is_open(seven):
            lab.run_command("application:toggle-left-area")


def test_in_a_narrow_window_the_network_stands_below_the_pad(seven: ExplorerPage) -> None:
    size = seven.page.viewport_size
    assert size is not None
    seven.page.set_viewport_size({**size, "width": 1000})
    try:
        fits = "([pad, view]) => view.getBoundingClientRect().top >= pad.getBoundingClientRect().bottom"
        seven.page.wait_for_function(fits, arg=[seven.pad.element_handle(), seven.view.element_handle()])
        strip = "([canvas]) => Math.abs(canvas.clientWidth - canvas.parentElement.clientWidth) <= 2"
        seven.page.wait_for_function(strip, arg=[seven.map_canvas("conv1").element_handle()])
        assert seven.node.evaluate(OVERFLOWS) == []
    finally:
        seven.page.set_viewport_size(size)
        fits = "([pad, view]) => view.getBoundingClientRect().top < pad.getBoundingClientRect().bottom"
        seven.page.wait_for_function(fits, arg=[seven.pad.element_handle(), seven.view.element_handle()])


def test_pad_and_answer_are_seen_together(seven: ExplorerPage) -> None:
    for node in (seven.pad, seven.node.locator(".mnistviz-prediction"), seven.node.locator(".mnistviz-bars")):
        expect(node).to_be_in_viewport(ratio=0.95)  # the line box of a large digit is higher than its row


def test_folds_and_messages_do_not_move_the_pad(seven: ExplorerPage) -> None:
    before = seven.pad.bounding_box()
    seven.section("relu1").locator("summary").click()
    seven.point_at("conv1", 0, 3, 3)
    expect(seven.readout).to_contain_text("conv1")
    assert seven.pad.bounding_box() == before


def test_buttons_can_be_hit_with_a_finger(seven: ExplorerPage) -> None:
    seven.page.mouse.click(*seven.cell_on_page("conv2", 6, 4, 4))
    expect(seven.microscope).to_be_visible()
    assert seven.node.locator("button").count() >= 15
    assert seven.node.evaluate(SMALL_BUTTONS) == []


def test_no_text_is_smaller_than_the_themes(seven: ExplorerPage) -> None:
    least = seven.page.evaluate("() => parseFloat(getComputedStyle(document.body).getPropertyValue('--jp-ui-font-size1'))")
    texts = seven.node.evaluate(TEXTS)
    assert len(texts) > 30
    assert [text["text"] for text in texts if text["size"] < least] == []


def test_texts_stand_out_from_their_background(themed: ExplorerPage) -> None:
    texts = themed.node.evaluate(TEXTS)
    contrasts = [(text["text"], round(contrast(text["colour"], text["backgrounds"]), 2)) for text in texts]
    assert [found for found in contrasts if found[1] < 4.5] == []


def test_pad_follows_the_theme(themed: ExplorerPage) -> None:
    """The paper is light in the light theme, and dark in the dark one."""
    box = themed.pad.bounding_box()
    assert box is not None
    name = themed.page.evaluate("() => document.body.dataset.jpThemeName")
    shot = themed.page.screenshot(clip={"x": box["x"] + 20, "y": box["y"] + 200, "width": 4, "height": 4})
    assert (brightness(shot) > 128) == (name == "JupyterLab Light")


def brightness(png: bytes) -> float:
    """Mean grey of a picture, 0 black to 255."""
    return float(np.asarray(Image.open(io.BytesIO(png)).convert("L")).mean())


def contrast(colour: list[float], backgrounds: list[list[float]]) -> float:
    """Contrast ratio of text and what is behind it (WCAG 2.2, "contrast ratio").

    Args:
        colour: red, green, blue 0..255, alpha 0..1.
        backgrounds: the same, from the innermost element outwards.
    """
    behind = [255.0, 255.0, 255.0]
    for layer in reversed(backgrounds):
        behind = over(layer, behind)
    low, high = sorted((luminance(over(colour, behind)), luminance(behind)))
    return (high + 0.05) / (low + 0.05)


def over(colour: list[float], behind: list[float]) -> list[float]:
    """A colour with alpha on an opaque one."""
    *channels, alpha = colour
    return [alpha * above + (1 - alpha) * below for above, below in zip(channels, behind, strict=True)]


def luminance(colour: list[float]) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2)."""
    shares = [channel / 255 for channel in colour]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
