"""Faults: page gone, kernel gone, interrupts, exceptions in engine and page. The explorer shows and survives all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.support.exercise_page import ExercisePage
from tests.support.explorer_page import EXPLORE
from tests.support.notebook import UNTIL_ASKED
from tests.support.strokes import ONE, SEVEN, THREE

if TYPE_CHECKING:
    from tests.support.explorer_page import ExplorerPage
    from tests.support.lab import Lab


def press_and_move(explorer: ExplorerPage, points: list[tuple[float, float]]) -> None:
    """Begins a stroke with the mouse and keeps the button pressed."""
    first, *others = explorer.on_page(points)
    explorer.page.mouse.move(*first)
    explorer.page.mouse.down()
    for point in others:
        explorer.page.mouse.move(*point)


@pytest.mark.thorough
def test_a_reload_in_the_middle_of_a_stroke_keeps_it(lab: Lab) -> None:
    notebook = lab.open(EXPLORE)
    notebook.run_all()
    explorer = notebook.explorer()
    explorer.draw([(30, 20), (30, 100)])
    notebook.save()
    press_and_move(explorer, [(60, 60), (150, 60), (240, 60)])
    drawn = explorer.settle()
    notebook.reload_page()
    explorer = notebook.explorer()
    explorer.expect_points(drawn)
    explorer.wait_for_ink([(30, 20), (30, 90), (60, 60), (200, 60)])
    explorer.page.mouse.move(*explorer.on_page([(150, 150)])[0])  # the browser has forgotten the button, so this draws nothing
    explorer.page.mouse.up()
    explorer.draw([(40, 240), (240, 240)])
    assert explorer.kernel("drawing.strokes.__len__()") == 3
    explorer.settle()
    explorer.wait_for_ink([(30, 20), (60, 60), (200, 60), (50, 240), (230, 240)])
    assert not explorer.ink()[280:320, 280:320].any(), "the move without a button has drawn"


def test_an_explorer_whose_kernel_was_restarted_says_so(lab: Lab) -> None:
    notebook = lab.open(EXPLORE)
    notebook.run_all()
    explorer = notebook.explorer()
    explorer.draw(SEVEN)
    explorer.expect_prediction("7")
    explorer.click("Ask where the confidence comes from")
    expect(explorer.microscope).to_be_visible()
    explorer.page.mouse.move(*explorer.on_page([(150, 150)])[0])  # it leaves a pad that cannot tell the kernel any more
    notebook.restart_kernel()
    expect(explorer.alert).to_contain_text("The kernel of this notebook cell has ended. Run the cell again.")
    explorer.draw(ONE)
    box = explorer.button("Undo").bounding_box()
    assert box is not None
    explorer.page.mouse.click(box["x"] + 5, box["y"] + 5)
    explorer.expect_prediction("7")
    notebook.run_all()
    expect(notebook.node.locator(".mnistviz-explorer")).to_have_count(1)
    fresh = notebook.explorer()
    expect(fresh.alert).to_be_empty()
    fresh.click("Clear")
    fresh.draw(ONE)
    fresh.expect_prediction("1")
    fresh.wait_for_ink(ONE)


@pytest.mark.thorough
def test_an_exercise_whose_kernel_was_restarted_says_so(lab: Lab) -> None:
    notebook = lab.open(EXPLORE, 'card = mnistviz.exercise("output-size", explorer, seed=1)\ncard')
    notebook.run_all()
    card = ExercisePage(notebook)
    card.button("Hint").click()
    expect(card.status).to_contain_text("Hint:")
    notebook.restart_kernel()
    expect(card.node.get_by_role("alert")).to_have_text("The kernel of this notebook cell has ended. Run the cell again.")
    box = card.button("Show the answer").bounding_box()
    assert box is not None
    lab.page.mouse.click(box["x"] + 5, box["y"] + 5)
    expect(card.status).to_contain_text("Hint:")
    expect(card.node.locator("form")).to_have_attribute("inert", "")
    assert lab.errors.texts == []


@pytest.mark.thorough
def test_interrupts_hit_cells_and_not_the_explorer(lab: Lab) -> None:
    notebook = lab.open(EXPLORE, UNTIL_ASKED)
    notebook.start_all()
    explorer = notebook.explorer()
    explorer.draw(SEVEN)
    explorer.expect_prediction("7")
    notebook.interrupt_kernel()
    expect(notebook.busy_prompt).to_have_count(0)
    expect(notebook.node.locator(".jp-RenderedText", has_text="KeyboardInterrupt")).to_be_visible()
    explorer.click("Undo")
    explorer.expect_prediction("")
    press_and_move(explorer, THREE[:5])
    notebook.interrupt_kernel()
    for point in explorer.on_page(THREE[5:]):
        explorer.page.mouse.move(*point)
    explorer.page.mouse.up()
    explorer.expect_prediction("3")
    assert explorer.kernel("last_error") is None


RAISE_IN_THE_ENGINE = """
def fail(digit):
    raise RuntimeError("no network today")

explorer.engine.run = fail
"""
MEND_THE_ENGINE = "del explorer.engine.run"  # all explorers of the kernel share the engine
RAISE_IN_THE_PAGE = """() => {
  const put = CanvasRenderingContext2D.prototype.putImageData;
  window.mend = () => { CanvasRenderingContext2D.prototype.putImageData = put; };
  CanvasRenderingContext2D.prototype.putImageData = () => { throw new Error('no picture today'); };
}"""


def test_an_exception_in_the_engine_is_shown_and_survived(explorer: ExplorerPage) -> None:
    explorer.draw(ONE)
    explorer.settle()
    explorer.notebook.execute(RAISE_IN_THE_ENGINE)
    try:
        explorer.pad.click(position={"x": 20, "y": 20})
        expect(explorer.alert).to_contain_text("no network today")
    finally:
        explorer.notebook.execute(MEND_THE_ENGINE)
    expect_recovery(explorer)


def test_an_exception_in_the_page_is_shown_and_survived(explorer: ExplorerPage) -> None:
    explorer.draw(ONE)
    explorer.settle()
    explorer.page.evaluate(RAISE_IN_THE_PAGE)
    try:
        explorer.pad.click(position={"x": 20, "y": 20})
        expect(explorer.alert).to_contain_text("no picture today")
        explorer.notebook.expect_value("'no picture today' in str(explorer.last_error)", value=True)
    finally:
        explorer.page.evaluate("() => window.mend()")
    expect_recovery(explorer)


def expect_recovery(explorer: ExplorerPage) -> None:
    """Expects the next stroke to work and to remove the message."""
    explorer.click("Clear")
    explorer.wait_for_blank_pad()
    explorer.draw(SEVEN)
    explorer.expect_prediction("7")
    explorer.wait_for_ink(SEVEN)
    expect(explorer.alert).to_be_empty()


FOOTPRINT = """
def footprint():
    import ctypes, gc, pathlib, threading
    import comm
    from ipywidgets.widgets import widget
    while timers := [thread for thread in threading.enumerate() if isinstance(thread, threading.Timer)]:
        timers[0].join()  # the saved picture is replaced once a second at most
    gc.collect()
    ctypes.CDLL("libc.so.6").malloc_trim(0)  # what is free belongs to no one
    lines = pathlib.Path("/proc/self/smaps_rollup").read_text().splitlines()
    own = next(int(line.split()[1]) for line in lines if line.startswith("Anonymous:"))
    threads = sorted(thread.name.partition("-")[0] for thread in threading.enumerate())
    counts = [len(widget._instances), len(comm.get_comm_manager().comms)]
    return {"memory": own / 1024, "counts": [*counts, *threads]}
"""
"""Measures the kernel: its memory in MB, its numbers of widgets and comms, and its threads.

Pages of files (libraries) don't count: the system drops and reads them as it likes.
"""


@pytest.mark.thorough
def test_a_cell_run_ten_times_leaves_one_explorer_and_nothing_else(lab: Lab) -> None:
    notebook = lab.open(EXPLORE)

    def footprint() -> dict[str, Any]:
        notebook.run_all()
        explorer = notebook.explorer()
        explorer.draw(SEVEN)
        explorer.expect_prediction("7")
        explorer.settle()
        found: dict[str, Any] = notebook.evaluate("footprint()")
        return found

    notebook.execute(FOOTPRINT)
    runs = [footprint() for _ in range(10)]
    expect(notebook.node.locator(".mnistviz-explorer")).to_have_count(1)
    assert [run["counts"] for run in runs[1:]] == [runs[1]["counts"]] * 9
    # The notebook's `Out` keeps what a cell has shown, and so the last forward pass, 0.3 MB. Samples and engine would be 4 MB.
    assert runs[9]["memory"] - runs[2]["memory"] < 7
