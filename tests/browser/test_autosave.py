"""A drawing is back on the pad after a restart of the kernel. It can also be saved on purpose."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.support.strokes import ONE, SEVEN, THREE

if TYPE_CHECKING:
    from tests.support.explorer_page import ExplorerPage
    from tests.support.lab import Lab
    from tests.support.notebook import Notebook

KEEPING = "import mnistviz\n\nexplorer = mnistviz.explore()\nexplorer"
"""The notebook cell that a reader runs: with autosave, the default."""

KEPT = """
import jupyter_core.paths, mnistviz, pathlib

folder = pathlib.Path(jupyter_core.paths.jupyter_data_dir()) / "mnistviz" / "autosave"

def kept():
    newest = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime_ns)[-1:]
    return newest and mnistviz.load_drawing(newest[0]).strokes == explorer.drawing.strokes
"""


def draw_and_rest(notebook: Notebook, *paths: Any) -> tuple[int, Any, Any]:
    """Draws with the mouse, and waits for the autosave; returns the number of points, the strokes and the ink on the page."""
    explorer = notebook.explorer()
    for path in paths:
        explorer.draw(path)
    points = explorer.settle()
    notebook.execute(KEPT)
    notebook.expect_value("kept()", value=True)
    explorer.wait_for_ink([point for path in paths for point in path])
    return points, explorer.kernel("drawing.strokes"), explorer.ink() > 128


def expect_the_same(explorer: ExplorerPage, before: tuple[int, Any, Any], path: Any, digit: str) -> None:
    points, strokes, ink = before
    explorer.expect_prediction(digit)
    explorer.expect_points(points)
    assert explorer.kernel("drawing.strokes") == strokes
    explorer.wait_for_ink(path)
    assert ((explorer.ink() > 128) != ink).mean() < 0.001


@pytest.mark.parametrize(
    "way",
    [
        "kernel restarted",
        pytest.param("cell run again", marks=pytest.mark.thorough),
        pytest.param("server's session ended", marks=pytest.mark.thorough),
    ],
)
def test_the_drawing_is_back(lab: Lab, way: str) -> None:
    notebook = lab.open(KEEPING)
    notebook.run_all()
    before = draw_and_rest(notebook, SEVEN)
    if way == "kernel restarted":
        notebook.restart_kernel()
    elif way == "server's session ended":
        lab.run_command("notebook:clear-all-cell-outputs")  # they would look for widgets that have gone with the kernel
        notebook.save()
        lab.server.shut_down(notebook.name)
        notebook.reload_page()
    notebook.run_all()
    expect(notebook.node.locator(".mnistviz-explorer")).to_have_count(1)
    explorer = notebook.explorer()
    expect_the_same(explorer, before, SEVEN, "7")
    explorer.draw([(30, 265), (100, 265)])
    assert explorer.settle() > before[0]
    explorer.wait_for_ink([*SEVEN, (60, 265)])
    explorer.click("Undo")
    expect_the_same(explorer, before, SEVEN, "7")


@pytest.mark.thorough
def test_what_is_cleared_does_not_come_back(lab: Lab) -> None:
    notebook = lab.open(KEEPING)
    notebook.run_all()
    draw_and_rest(notebook, ONE)
    files = notebook.evaluate("len(list(folder.iterdir()))")
    notebook.explorer().click("Clear")
    notebook.explorer().expect_prediction("")
    notebook.expect_value("len(list(folder.iterdir()))", files - 1)
    notebook.restart_kernel()
    notebook.run_all()
    notebook.explorer().expect_prediction("")
    notebook.explorer().wait_for_blank_pad()


@pytest.mark.thorough
def test_two_pads_of_one_notebook_keep_their_own_drawings_and_privately(lab: Lab) -> None:
    notebook = lab.open(KEEPING, "other = mnistviz.explore()\nother")
    notebook.run_all()
    first, second = notebook.explorer(0), notebook.explorer(1, "other")
    first.draw(SEVEN)
    second.draw(THREE)
    second.settle()
    first.settle()
    notebook.execute(KEPT)
    kept = "{mnistviz.load_drawing(path).strokes for path in folder.glob('*.json')}"
    notebook.expect_value(f"{kept} >= {{explorer.drawing.strokes, other.drawing.strokes}}", value=True)
    modes = json.loads(
        notebook.execute(
            "import json\nprint(json.dumps([folder.stat().st_mode] + [path.stat().st_mode for path in folder.iterdir()]))"
        )
    )
    assert [stat.S_IMODE(mode) for mode in modes] == [0o700] + [0o600] * (len(modes) - 1)
    notebook.restart_kernel()
    notebook.run_all()
    notebook.explorer(0).expect_prediction("7")
    notebook.explorer(1, "other").expect_prediction("3")
    notebook.explorer(0).wait_for_ink(SEVEN)
    notebook.explorer(1, "other").wait_for_ink(THREE)


@pytest.mark.thorough
def test_a_drawing_saved_on_purpose_is_drawn_again(lab: Lab) -> None:
    notebook = lab.open(KEEPING, "explorer.draw(mnistviz.load_drawing('seven.json'))")
    notebook.lab.run_command("notebook:run-cell")
    before = draw_and_rest(notebook, SEVEN)
    notebook.execute("explorer.save('seven.json')\nexplorer.clear()")
    notebook.explorer().expect_prediction("")
    notebook.restart_kernel()
    notebook.run_all()
    expect_the_same(notebook.explorer(), before, SEVEN, "7")
