"""Where JupyterLab may put a notebook cell's output: in a view of its own, beside the notebook, collapsed, or scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.support.explorer_page import EXPLORE, PAPER_SIDE, ExplorerPage
from tests.support.readability import MOUSE, overflows, small_buttons
from tests.support.strokes import ONE, SEVEN, THREE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support.lab import Lab
    from tests.support.notebook import Notebook

HALF = 370
"""CSS pixels that the notebook's explorer has in half of JupyterLab's main area, with the side bar open, on a laptop."""
NEW_VIEW = ".jp-LinkedOutputView .mnistviz-explorer"


@pytest.fixture
def notebook(lab: Lab) -> Iterator[Notebook]:
    """A notebook with an explorer, on a page whose window may take another size."""
    size = lab.page.viewport_size
    assert size is not None
    notebook = lab.open(EXPLORE)
    notebook.run_all()
    notebook.go_to_cell(0)
    yield notebook
    lab.page.set_viewport_size(size)


@pytest.fixture
def views(notebook: Notebook) -> tuple[ExplorerPage, ExplorerPage]:
    """An explorer in its notebook, and in a view of its own beside it ("Create New View for Cell Output")."""
    notebook.lab.run_command("notebook:create-output-view")
    notebook.page.evaluate("(name) => window.notebooks.putOutputBeside(name)", notebook.name)
    beside = ExplorerPage(notebook, notebook.page.locator(NEW_VIEW), "explorer")
    beside.wait_painted()
    return notebook.explorer(), beside


CLEAR_AND_DRAW = """async ([clear, canvas, points]) => {
  const [[x, y]] = points;
  const context = canvas.getContext('2d');
  const scale = canvas.width / canvas.clientWidth;
  const isInked = () => context.getImageData(x * scale, y * scale, 1, 1).data[3] > 128;
  let [inked, lost, isOver] = [0, 0, false];
  const look = () => {
    if (isInked()) inked += 1;
    else if (inked) lost += 1;
    if (!isOver) requestAnimationFrame(look);
  };
  clear.click();
  requestAnimationFrame(() => requestAnimationFrame(look)); // the pad has been cleared
  await window.pen.draw(canvas, points, 16);
  while (inked + lost < 12) await new Promise(requestAnimationFrame); // a busy machine shows few frames meanwhile
  isOver = true;
  return lost;
}"""
"""Clears the pad and draws at once. Resolves to the count of animation frames in which the first point had lost its ink again."""


def width(explorer: ExplorerPage) -> float:
    """Returns how wide an explorer is, in CSS pixels."""
    return float(explorer.view.evaluate("(view) => view.getBoundingClientRect().width"))


def press_and_move(explorer: ExplorerPage, points: list[tuple[float, float]]) -> None:
    """Draws a stroke that does not end."""
    first, *others = explorer.on_page(points)
    explorer.page.mouse.move(*first)
    explorer.page.mouse.down()
    for point in others:
        explorer.page.mouse.move(*point, steps=6)


def test_both_views_follow_the_pen_of_either(views: tuple[ExplorerPage, ExplorerPage]) -> None:
    for pen, other in (views, views[::-1]):
        press_and_move(pen, SEVEN)
        for view in views:  # before the stroke ends
            view.expect_prediction("7")
            view.expect_points(13)
            view.wait_for_ink(SEVEN)
        pen.page.mouse.up()
        other.click("Clear")
        for view in views:
            view.expect_prediction("")
            view.wait_for_blank_pad()
    views[0].draw(ONE)
    views[1].click("Undo")
    views[1].draw(THREE)
    assert len(views[0].kernel("drawing.strokes")) == 1
    for view in views:
        view.expect_prediction("3")
        view.wait_for_ink(THREE)


@pytest.mark.thorough
def test_ink_under_the_pen_stays_while_the_other_view_follows(views: tuple[ExplorerPage, ExplorerPage]) -> None:
    for pen in views:
        pen.draw(ONE)
        for view in views:
            view.expect_prediction("1")
        scale = pen.pad.evaluate("(canvas) => canvas.clientWidth") / PAPER_SIDE
        path = (scale * np.linspace(THREE[0], (200, 200), 60)).tolist()
        clear = pen.button("Clear").element_handle()
        assert pen.page.evaluate(CLEAR_AND_DRAW, [clear, pen.pad.element_handle(), path]) == 0
        for view in views:
            view.expect_points(len(path))
        pen.click("Clear")


@pytest.mark.thorough
def test_the_notebook_goes_on_when_the_new_view_is_closed(views: tuple[ExplorerPage, ExplorerPage]) -> None:
    here, beside = views
    beside.draw(SEVEN)
    here.expect_prediction("7")
    here.page.locator(".lm-TabBar-tab", has_text="Output View").locator(".lm-TabBar-tabCloseIcon").click()
    expect(beside.node).to_have_count(0)
    here.click("Clear")
    here.draw(ONE)
    here.expect_prediction("1")
    here.wait_for_ink(ONE)


@pytest.mark.thorough
def test_side_by_side_on_a_laptop_both_fit(views: tuple[ExplorerPage, ExplorerPage]) -> None:
    here, beside = views
    beside.draw(SEVEN)
    for view in views:
        assert overflows(view.node) == []
        assert small_buttons(view.node, MOUSE) == []
    window = here.page.viewport_size
    assert window is not None
    here.page.set_viewport_size({"width": round(window["width"] + 2 * (HALF - width(here))), "height": window["height"]})
    here.page.wait_for_function(
        "([view, width]) => Math.abs(view.getBoundingClientRect().width - width) < 8", arg=[here.view.element_handle(), HALF]
    )
    assert overflows(here.node) == []
    for part in (".mnistviz-pad", ".mnistviz-prediction", ".mnistviz-bars"):
        expect(here.node.locator(part)).to_be_in_viewport()


@pytest.mark.thorough
def test_a_collapsed_output_paints_nothing_and_shows_the_newest_once_expanded(notebook: Notebook) -> None:
    explorer = notebook.explorer()
    explorer.draw(SEVEN)
    explorer.settle()
    painted = explorer.view.get_attribute("data-frame")
    view = explorer.view.element_handle()
    notebook.lab.run_command("notebook:hide-cell-outputs")
    expect(explorer.node).to_be_hidden()
    for points in (ONE, THREE):
        notebook.execute(f"explorer.draw([{points}])\nexplorer.wait_idle()")
    notebook.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert view.get_attribute("data-frame") == painted
    notebook.lab.run_command("notebook:show-cell-outputs")
    explorer.expect_prediction("3")
    explorer.expect_points(len(THREE))
    explorer.wait_for_ink(THREE)
    explorer.draw(ONE)
    assert explorer.settle() > len(THREE)


@pytest.mark.thorough
def test_a_scrolled_output_draws_and_scrolls(notebook: Notebook) -> None:
    explorer = notebook.explorer()
    notebook.lab.run_command("notebook:enable-output-scrolling")
    area = notebook.node.locator(".jp-mod-outputsScrolled .jp-OutputArea").first
    expect(area).to_be_visible()
    explorer.draw(SEVEN)
    explorer.expect_prediction("7")
    explorer.wait_for_ink(SEVEN)
    explorer.point_at("pool2", 3, 2, 2)
    expect(explorer.readout).to_contain_text("pool2")
    assert overflows(explorer.node) == []
    notebook.lab.run_command("notebook:disable-output-scrolling")
    explorer.expect_prediction("7")
    explorer.click("Undo")
    explorer.expect_prediction("")
