"""Exported pages for everyone: axe-core, keyboard, speech, forced colours, narrow windows, right-to-left pages."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect

from mnistviz.export.page import export_page
from mnistviz.ink.drawing import Drawing
from mnistviz.locale.speech import LANGUAGES
from tests.support.accessibility import beyond_the_window, cut_texts, disordered, unfold_everything, violations
from tests.support.exported_page import exported_pages
from tests.support.readability import FINGER, LEAST_CONTRAST, contrast, small_buttons
from tests.support.strokes import SEVEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, ColorScheme, ForcedColors, Page

    from tests.support.explorer_page import ExplorerPage

SCHEMES: list[tuple[ColorScheme, ForcedColors]] = [("light", "none"), ("dark", "none"), ("light", "active"), ("dark", "active")]
BESIDE = 4
"""The column of pixels, of eight beside the pad's canvas, in which the ring of the focus lies."""
MARK = (0xE6, 0x00, 0x7E)
"""The colour of marks, and of the keyboard's pen."""
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""
"""The spacing of text that a page must bear (WCAG 2.2, 1.4.12)."""
MOVING = """() => [...document.querySelectorAll("*")].filter((node) => {
  const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(node);
  return animationName !== "none" || /[1-9]/.test(transitionDuration) || scrollBehavior !== "auto";
}).map((node) => node.className)"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with a 7 on its pad."""
    path = tmp_path_factory.mktemp("exported") / "page.html"
    export_page(path, drawing=Drawing([SEVEN], brush=22))
    return path


@pytest.fixture
def open_page(browser: Browser, file: Path) -> Iterator[Callable[..., ExplorerPage]]:
    """A function that opens the page with options of a browser's context; none of them may log an error."""
    with exported_pages(browser, Drawing([SEVEN], brush=22)) as make:
        yield lambda **options: make(**options).open(file)


def open_everything(explorer: ExplorerPage) -> None:
    """Unfolds all sections, opens the microscope, makes an edit and a typing mistake, and goes back in the drawing."""
    unfold_everything(explorer)
    explorer.node.get_by_label("Strokes").fill("10,10 x")
    explorer.button("Draw").click()
    surgery = explorer.node.locator(".mnistviz-surgery")
    surgery.get_by_role("button", name=re.compile("^Silence")).click()
    chooser = explorer.node.get_by_label("layer shown")
    if chooser.is_visible():
        chooser.select_option("conv2")
    explorer.map_canvas("conv2").press("ArrowRight")
    explorer.map_canvas("conv2").press("Enter")
    expect(explorer.microscope).to_be_visible()
    explorer.microscope.get_by_role("button", name="Trace to the pixels").click()
    explorer.node.get_by_role("slider", name="Moment of the drawing").press("ArrowLeft")
    why = explorer.node.locator(".mnistviz-attribution")
    why.get_by_role("button", name="compare with random weights").click()
    expect(why).to_have_attribute("data-check", "yes")


def test_axe_finds_nothing_wrong(open_page: Callable[..., ExplorerPage]) -> None:
    explorer = open_page()
    assert violations(explorer.page) == []
    open_everything(explorer)
    found = []
    for scheme, forced in SCHEMES:
        explorer.page.emulate_media(color_scheme=scheme, forced_colors=forced)
        found += [(scheme, forced, violation) for violation in violations(explorer.page)]
    assert found == []


def test_axe_finds_nothing_wrong_on_a_phone(open_page: Callable[..., ExplorerPage]) -> None:
    explorer = open_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    explorer.button("Pictures").tap()
    open_everything(explorer)
    assert violations(explorer.page) == []
    assert small_buttons(explorer.node, FINGER) == []


def reach_pad(page: Page) -> None:
    """Goes to the pad from the page's beginning, by Tab."""
    page.evaluate("() => document.activeElement.blur()")
    press(page, *["Tab"] * (len(LANGUAGES) + 1))  # a button for each language comes first


def test_a_digit_is_drawn_by_keys_and_heard(open_page: Callable[..., ExplorerPage]) -> None:
    explorer = open_page()
    spoken = explorer.view.locator(".mnistviz-spoken")
    reach_pad(explorer.page)
    expect(explorer.pad).to_be_focused()
    press(explorer.page, "Delete")
    expect(spoken).to_have_text("Pen at 140, 140; blank paper")
    press(explorer.page, *["Shift+ArrowUp"] * 4, "Space", *["Shift+ArrowDown"] * 8)
    explorer.expect_prediction("1")
    expect(spoken).to_have_text(re.compile(r"^Pen down at 140, 220; 1, \d+\.\d %$"))
    press(explorer.page, "Escape", "ArrowRight")
    expect(spoken).to_have_text(re.compile(r"^Pen at 144, 220; 1, \d+\.\d %$"))
    explorer.expect_points(9)
    explorer.wait_for_ink([(140, 60), (140, 140), (140, 220)])
    press(explorer.page, "Control+z")
    explorer.expect_points(0)
    press(explorer.page, "Escape")
    expect(explorer.pad).not_to_be_focused()
    explorer.click("Undo")  # as after the mouse: what was cleared is back
    explorer.expect_prediction("7")


def press(page: Page, *keys: str) -> None:
    """Presses keys one after the other."""
    for key in keys:
        page.keyboard.press(key)


def test_typed_strokes_are_drawn_and_mistakes_explained(open_page: Callable[..., ExplorerPage]) -> None:
    explorer = open_page()
    explorer.click("Clear")
    explorer.node.get_by_text("type strokes").click()
    field = explorer.node.get_by_label("Strokes")
    field.fill("70,60 215,55 130,240; 90,150 200")
    field.press("Enter")
    alert = explorer.node.locator(".mnistviz-typed").get_by_role("alert")
    expect(alert).to_contain_text("Stroke 2, point 2: “200” is no point on the pad. Type points as x,y")
    explorer.expect_points(0)
    field.fill("70,60 215,55 130,240; 90,150 200,150")
    explorer.button("Draw").click()
    expect(alert).to_be_empty()
    explorer.expect_points(5)
    explorer.expect_prediction("7")
    explorer.wait_for_ink([*SEVEN, (150, 150)])
    explorer.click("Undo")
    explorer.expect_points(3)


@pytest.mark.parametrize(("scheme", "forced"), SCHEMES)
def test_pen_and_focus_are_seen_on_the_pad(open_page: Callable[..., ExplorerPage], scheme: str, forced: str) -> None:
    explorer = open_page(color_scheme=scheme, forced_colors=forced)
    box = explorer.pad.bounding_box()
    assert box is not None
    outside = {"x": box["x"] - 8, "y": box["y"], "width": 8, "height": 200}
    behind = shot(explorer.page, outside)[100, BESIDE]
    reach_pad(explorer.page)
    expect(explorer.pad).to_be_focused()
    ring = shot(explorer.page, outside)[100, BESIDE]
    assert ratio(ring, behind) >= 3
    press(explorer.page, "ArrowRight")
    middle = {"x": box["x"] + box["width"] / 2 - 20, "y": box["y"] + box["height"] / 2 - 20, "width": 40, "height": 40}
    lifted = marked(shot(explorer.page, middle))
    press(explorer.page, "Space")
    assert 60 < lifted < marked(shot(explorer.page, middle)) - 20, "a ring, filled while the pen is down"
    pad = shot(explorer.page, box)
    assert ratio(pad[58, 140], pad[200, 20]) >= LEAST_CONTRAST, "ink and paper"


def ratio(colour: Any, behind: Any) -> float:
    """Returns the contrast ratio of two opaque colours."""
    return contrast([*colour, 1], [[*behind, 1]])


def shot(page: Page, clip: Any) -> np.ndarray[Any, Any]:
    """Returns the pixels of a part of the window: (rows, columns, 3)."""
    return np.asarray(Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("RGB")).astype(int)


def marked(pixels: np.ndarray[Any, Any]) -> int:
    """Returns how many pixels have the colour of marks."""
    return int((np.abs(pixels - MARK).max(axis=-1) < 40).sum())


@pytest.mark.parametrize(("width", "height"), [(320, 568), (640, 400)], ids=["320 px", "zoomed to 200 %"])
def test_nothing_is_lost_or_scrolled_sideways_in_a_small_window(
    open_page: Callable[..., ExplorerPage], width: int, height: int
) -> None:
    explorer = open_page(viewport={"width": width, "height": height}, device_scale_factor=2)
    open_everything(explorer)
    assert beyond_the_window(explorer.node) == []
    assert cut_texts(explorer.node) == []
    explorer.page.evaluate(SPACED)
    assert beyond_the_window(explorer.node) == []
    assert cut_texts(explorer.node) == []


def test_on_a_right_to_left_page_texts_and_numbers_stay_in_order(open_page: Callable[..., ExplorerPage]) -> None:
    explorer = open_page()
    explorer.page.evaluate("() => { document.documentElement.dir = 'rtl'; }")
    open_everything(explorer)
    assert "-" in explorer.section("conv1").locator(".mnistviz-range").inner_text()
    assert disordered(explorer.node) == []
    assert beyond_the_window(explorer.node) == []
    explorer.view.evaluate("(view) => { view.dir = 'rtl'; }")
    assert disordered(explorer.node) != [], "or nothing was measured"


@pytest.mark.thorough
def test_nothing_moves_by_itself(open_page: Callable[..., ExplorerPage]) -> None:
    explorer = open_page(reduced_motion="reduce")
    open_everything(explorer)
    assert explorer.page.evaluate(MOVING) == []
    expect(explorer.microscope.get_by_role("button", name="Play")).to_be_disabled()
    expect(explorer.microscope.get_by_role("button", name="Step")).to_be_enabled()
