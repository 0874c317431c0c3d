"""A tablet: stylus and palm on the pad at once, and fingers beside it that scroll and zoom. The events are Chromium's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mnistviz.export.page import export_page
from mnistviz.ink.drawing import Drawing
from tests.support.explorer_page import EXPLORE
from tests.support.exported_page import ExportedPage, is_inked
from tests.support.patience import wait_until
from tests.support.strokes import SEVEN, THREE
from tests.support.tablet import Tablet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator

    from tests.support.explorer_page import ExplorerPage
    from tests.support.lab import Lab
    from tests.support.strokes import Point

TABLET = {"viewport": {"width": 820, "height": 700}, "has_touch": True, "is_mobile": True}
PALM = (245, 235)
"""Where a palm lies on the pad, off all strokes of a seven."""
PATH = [SEVEN[0], (140, 58), SEVEN[1], (170, 150), SEVEN[2]]
ZOOM = "() => window.visualViewport.scale"
SCROLLER = "(node) => node.closest('.jp-WindowedPanel-outer, .jp-Notebook').scrollTop"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An exported page with a blank pad."""
    path = tmp_path_factory.mktemp("exported") / "page.html"
    export_page(path)
    return path


@pytest.fixture
def explorer(browser: Browser, file: Path) -> Iterator[ExplorerPage]:
    """The explorer of an exported page on a tablet."""
    page = ExportedPage(browser, Drawing(), **TABLET)
    yield page.open(file)
    page.close()
    assert page.errors.texts == []


@pytest.fixture
def hands(explorer: ExplorerPage) -> Tablet:
    """Hands at the explorer's page."""
    return Tablet(explorer.page)


def expect_only_the_pen(explorer: ExplorerPage) -> None:
    """Expects the seven of the stylus and nothing of the palm."""
    explorer.expect_prediction("7")
    explorer.expect_points(len(PATH))
    explorer.wait_for_ink(PATH)
    assert not is_inked(explorer, *PALM)


def middle(node: Locator) -> Point:
    """Returns the middle of an element, in pixels of the browser's window."""
    box = node.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def write(explorer: ExplorerPage, hands: Tablet) -> None:
    """Writes a seven with the stylus alone."""
    path = explorer.on_page(PATH)
    hands.press_pen(path[0])
    hands.move_pen(path[1:])
    hands.lift_pen(path[-1])


def test_a_palm_beside_the_stylus_draws_nothing(explorer: ExplorerPage, hands: Tablet) -> None:
    path = explorer.on_page(PATH)
    palm, moved = explorer.on_page([PALM, (PALM[0] - 4, PALM[1] - 4)])
    hands.press_pen(path[0])
    hands.move_pen(path[1:3])
    hands.touch("touchStart", palm)
    hands.move_pen(path[3:4])
    hands.touch("touchMove", moved)
    hands.move_pen(path[4:])
    hands.touch("touchEnd")
    hands.lift_pen(path[-1])
    expect_only_the_pen(explorer)


def test_a_palm_that_lies_there_before_the_stylus_leaves_nothing(explorer: ExplorerPage, hands: Tablet) -> None:
    palm, moved = explorer.on_page([PALM, (PALM[0] - 4, PALM[1] - 4)])
    hands.touch("touchStart", palm)
    hands.touch("touchMove", moved)
    write(explorer, hands)
    hands.touch("touchMove", palm)
    hands.touch("touchEnd")
    expect_only_the_pen(explorer)
    explorer.click("Undo")
    explorer.wait_for_blank_pad()


def test_a_palm_that_is_put_down_between_two_strokes_draws_nothing(explorer: ExplorerPage, hands: Tablet) -> None:
    write(explorer, hands)
    palm, near = explorer.on_page([PALM, (200, 200)])
    hands.touch("touchStart", palm)
    hands.touch("touchEnd")
    hands.move_pen([near], is_down=False)
    hands.touch("touchStart", palm)
    hands.touch("touchEnd")
    expect_only_the_pen(explorer)


def test_fingers_scroll_and_zoom_beside_the_pad_and_draw_on_it(explorer: ExplorerPage, hands: Tablet) -> None:
    page = explorer.page
    on_pad, on_maps = middle(explorer.pad), middle(explorer.map_canvas("conv1"))
    hands.drag(on_pad, -100)
    explorer.wait_for_some_ink()
    hands.spread(on_pad, 90)
    assert page.evaluate("() => window.scrollY") == 0
    hands.drag(on_maps, -150)
    page.wait_for_function("() => window.scrollY > 100")
    page.evaluate("() => window.scrollTo(0, 0)")
    assert page.evaluate(ZOOM) == 1
    hands.spread(on_maps, 90)
    page.wait_for_function(f"() => ({ZOOM})() > 1.5")


@pytest.mark.thorough
def test_in_jupyterlab_a_finger_scrolls_the_notebook_beside_the_pad_alone(touch_lab: Lab) -> None:
    notebook = touch_lab.open(EXPLORE, "'a long way'")
    notebook.run_all()
    touch_lab.page.set_viewport_size({"width": 1024, "height": 500})
    notebook.go_to_cell(0)
    explorer = notebook.explorer()
    hands = Tablet(touch_lab.page)
    ((x, y),) = explorer.on_page([(140, 100)])
    before = explorer.node.evaluate(SCROLLER)
    hands.drag((x, y), -80)
    explorer.wait_for_some_ink()
    assert explorer.node.evaluate(SCROLLER) == before
    explorer.click("Clear")
    hands.drag(explorer.unit_on_page("conv1", 0, 5, 5), -80)
    wait_until(lambda: explorer.node.evaluate(SCROLLER) > before, "the notebook has scrolled")
    first, *others = explorer.on_page(THREE)
    hands.press_pen(first)
    hands.move_pen(others)
    hands.lift_pen(others[-1])
    explorer.expect_prediction("3")
