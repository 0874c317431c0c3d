"""An explorer's life: page reloads, second views, second explorers, cells run again, restarted kernels, the shipped notebooks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support.explorer_page import EXPLORE
from tests.support.notebook import UNTIL_ASKED
from tests.support.strokes import ONE, SEVEN, THREE

if TYPE_CHECKING:
    from tests.support.explorer_page import ExplorerPage
    from tests.support.lab import Lab
    from tests.support.notebook import Notebook

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
SECOND = "other = mnistviz.explore()\nother"
LIVE_LOOPS = "[thread.name for thread in __import__('threading').enumerate()].count('mnistviz-render-loop')"


DRAW_IN_TURN = """
import threading

def draw_in_turn():
    for number, y in enumerate(range(5, 276, 3)):
        for x, which in ((70, explorer), (210, other)):
            if number == 0:
                which.clear()
            which._editor.hear({"page": "hand", "first": number, "events": [["move" if number else "down", x, y]]})
        explorer.wait_idle()

threading.Thread(target=draw_in_turn).start()
"""


def two_explorers(notebook: Notebook) -> tuple[ExplorerPage, ExplorerPage]:
    """Returns the explorers of the notebook cells EXPLORE and SECOND."""
    return notebook.explorer(0), notebook.explorer(1, "other")


@pytest.mark.parametrize("way", ["page reloaded", pytest.param("tab closed and opened", marks=pytest.mark.thorough)])
def test_drawings_come_back_and_can_be_continued(lab: Lab, way: str) -> None:
    notebook = lab.open(EXPLORE, SECOND)
    notebook.run_all()
    first, second = two_explorers(notebook)
    drawn = [(first, SEVEN, "7"), (second, ONE, "1")]
    before = []
    for explorer, points, digit in drawn:
        explorer.draw(points)
        explorer.expect_prediction(digit)
        before.append((explorer.settle(), explorer.kernel("forward.confidence"), explorer.ink() > 128))
    if way == "page reloaded":
        notebook.reload_page()
    else:
        notebook.reopen_tab()
    for (explorer, points, digit), (count, confidence, ink) in zip(drawn, before, strict=True):
        explorer.node.scroll_into_view_if_needed()
        explorer.expect_prediction(digit)
        explorer.expect_points(count)
        assert float(explorer.view.get_attribute("data-confidence") or "nan") == confidence
        explorer.wait_for_ink(points)
        assert ((explorer.ink() > 128) != ink).mean() < 0.001
    for (explorer, points, digit), (count, _, _) in zip(drawn, before, strict=True):
        explorer.draw([(30, 265), (100, 265)])
        assert explorer.settle() > count
        explorer.wait_for_ink([*points, (60, 265)])
        explorer.click("Undo")
        explorer.expect_prediction(digit)


@pytest.mark.thorough
def test_two_explorers_do_not_disturb_each_other(lab: Lab) -> None:
    notebook = lab.open(EXPLORE, SECOND)
    notebook.run_all()
    first, second = two_explorers(notebook)
    first.draw(SEVEN)
    second.draw(ONE)
    first.expect_prediction("7")
    second.expect_prediction("1")
    assert notebook.evaluate("[explorer.forward.prediction, other.forward.prediction]") == [7, 1]
    first.click("Clear")
    first.expect_prediction("")
    first.wait_for_blank_pad()
    second.expect_prediction("1")
    second.wait_for_ink(ONE)
    notebook.execute(DRAW_IN_TURN)
    first.expect_points(91)
    second.expect_points(91)
    first.wait_for_ink([(70, y) for y in range(5, 275)])
    second.wait_for_ink([(210, y) for y in range(5, 275)])
    assert not (first.ink()[:, 200:] > 0).any(), "ink of the second explorer is on the pad of the first"
    assert not (second.ink()[:, :360] > 0).any(), "ink of the first explorer is on the pad of the second"


@pytest.mark.thorough
def test_two_views_of_one_explorer_show_the_same(lab: Lab) -> None:
    notebook = lab.open(EXPLORE, "explorer")
    notebook.run_all()
    views = [notebook.explorer(0), notebook.explorer(1)]
    views[0].draw(SEVEN)
    for view in views:
        view.expect_prediction("7")
        view.wait_for_ink(SEVEN)
    views[1].draw([(30, 200), (250, 200)])
    points = views[1].settle()
    for view in views:
        view.expect_points(points)
        view.wait_for_ink([(40, 200)])


def test_running_the_cell_again_closes_the_former_explorer(explorer: ExplorerPage) -> None:
    notebook = explorer.notebook
    explorer.draw(SEVEN)
    explorer.expect_prediction("7")
    notebook.execute("former = explorer")
    notebook.run_all()
    expect(notebook.node.locator(".mnistviz-explorer")).to_have_count(1)
    fresh = notebook.explorer()
    fresh.expect_prediction("")
    assert notebook.evaluate("former.comm is None and explorer is not former")
    assert notebook.evaluate(LIVE_LOOPS) == 1
    fresh.draw(THREE)
    fresh.expect_prediction("3")


@pytest.mark.thorough
def test_a_restarted_kernel_gives_a_new_explorer(lab: Lab) -> None:
    notebook = lab.open(EXPLORE)
    notebook.run_all()
    notebook.explorer().draw(SEVEN)
    notebook.explorer().expect_prediction("7")
    notebook.restart_kernel()
    notebook.run_all()
    expect(notebook.node.locator(".mnistviz-explorer")).to_have_count(1)
    fresh = notebook.explorer()
    fresh.expect_prediction("")
    fresh.draw(ONE)
    fresh.expect_prediction("1")
    fresh.wait_for_ink(ONE)


def test_code_draws_on_the_pad(explorer: ExplorerPage) -> None:
    explorer.notebook.execute(f"explorer.draw([{THREE}])")
    explorer.expect_prediction("3")
    explorer.expect_points(len(THREE))
    explorer.wait_for_ink(THREE)
    explorer.notebook.execute("import numpy\nexplorer.show(numpy.pad(numpy.ones((20, 3)), ((4, 4), (12, 13))))")
    explorer.expect_prediction("1")
    explorer.wait_for_ink([(135, 140)])
    explorer.notebook.execute("explorer.undo()")
    explorer.expect_prediction("3")
    explorer.wait_for_ink(THREE)


DRAW_IN_A_LOOP = """
import time

start = time.monotonic()
for number in range(10):
    explorer.draw([[(60, 60 + number), (200, 200)]])
    explorer.wait_idle()
"""


def test_a_cell_that_draws_in_a_loop_is_not_held_up_by_the_page(explorer: ExplorerPage) -> None:
    """While a cell runs, the kernel doesn't hear which updates are painted; waiting for that would cost a second for each."""
    explorer.notebook.execute(DRAW_IN_A_LOOP)
    assert explorer.notebook.evaluate("time.monotonic() - start") < 6
    explorer.expect_points(2)
    explorer.wait_for_ink([(60, 69)])


def test_the_pen_is_heard_while_a_cell_is_running(lab: Lab) -> None:
    notebook = lab.open(EXPLORE, UNTIL_ASKED)
    with notebook.running():
        explorer = notebook.explorer()
        explorer.draw(SEVEN)
        explorer.expect_prediction("7")
        explorer.wait_for_ink(SEVEN)
        explorer.click("Undo")
        explorer.expect_prediction("")


def test_explorer_starts_without_tensorflow(explorer: ExplorerPage) -> None:
    assert not explorer.notebook.evaluate("'tensorflow' in __import__('sys').modules")


@pytest.mark.thorough
def test_the_shipped_notebook_runs_to_its_end(lab: Lab) -> None:
    notebook = lab.open_content((NOTEBOOKS / "01_explorer.ipynb").read_text(encoding="utf-8"))
    notebook.run_all()
    explorer = notebook.explorer()
    explorer.settle()
    code = notebook.saved_cells()
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    assert [output for cell in code for output in cell.outputs if output.output_type == "error"] == []
    explorer.click("Clear")
    explorer.expect_prediction("")
    explorer.draw(SEVEN)
    explorer.expect_prediction("7")
