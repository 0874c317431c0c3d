"""The wire between page and kernel: held, cut, and shared by two tabs of the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support.explorer_page import EXPLORE
from tests.support.notebook import GO_ON
from tests.support.patience import wait_until
from tests.support.strokes import ONE, SEVEN, THREE

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext

    from tests.support.explorer_page import ExplorerPage
    from tests.support.lab import Lab
    from tests.support.notebook import Notebook
    from tests.support.wire import Wire

TEN_SECONDS = 10_000
SCRIBBLE = [(20 + 2 * step, 40 + 50 * (step % 3)) for step in range(120)]
FIRE_FOR_EVER = """(canvas) => {
  const place = (step) => [140 + 100 * Math.sin(step / 9), 140 + 100 * Math.sin(step / 4)];
  let points = 1;
  window.pen.fire(canvas, 'mousedown', place(0));
  const timer = setInterval(() => window.pen.fire(canvas, 'mousemove', place(points++)), 16);
  window.lift = () => {
    clearInterval(timer);
    window.pen.fire(canvas, 'mouseup', place(points));
    return points;
  };
}"""
"""Draws until `lift` is called, which returns the number of points."""


def reconnect(wire: Wire, notebook: Notebook) -> None:
    """Mends the wire and connects at once."""
    wire.mend()
    notebook.reconnect()


def draw_for_ten_seconds(explorer: ExplorerPage) -> int:
    """Draws a stroke for ten seconds, whatever the network does meanwhile; returns its number of points."""
    points = [(20 + 2 * step, 262 + 5 * (step % 2)) for step in range(101)]
    explorer.page.mouse.move(0, 0)  # JupyterLab's messages may not come between it and the pad
    explorer.scribble(points, TEN_SECONDS / 100)
    return len(points)


def come_late(wire: Wire, _: Notebook) -> None:
    """Brings the network back before anybody notices, as after a lift or a tunnel."""
    wire.mend()


def be_lost(wire: Wire, notebook: Notebook) -> None:
    """Loses the connection and everything on the way, as when a laptop wakes up in another network."""
    wire.cut()
    reconnect(wire, notebook)


@pytest.mark.parametrize(
    ("fault", "end"),
    [
        pytest.param("hold", come_late, marks=pytest.mark.thorough),
        ("hold", be_lost),
        pytest.param("cut", reconnect, marks=pytest.mark.thorough),
    ],
)
def test_ten_seconds_without_a_network_lose_nothing(
    wire: Wire, wired_lab: Lab, fault: str, end: Callable[[Wire, Notebook], None]
) -> None:
    notebook = wired_lab.open(EXPLORE)
    notebook.run_all()
    explorer = notebook.explorer()
    explorer.draw(SEVEN)
    explorer.expect_prediction("7")
    before = explorer.settle()
    getattr(wire, fault)()
    drawn = draw_for_ten_seconds(explorer)
    explorer.expect_points(before + drawn)  # the page computes by itself
    expect(explorer.view).to_have_attribute("data-truth", "page")
    explorer.wait_for_ink([(60, 262), (200, 262)])
    end(wire, notebook)
    expect(explorer.view).to_have_attribute("data-truth", "kernel")
    explorer.expect_points(before + drawn)
    explorer.wait_for_ink([*SEVEN, (60, 262), (200, 262)])
    assert explorer.settle() == before + drawn
    explorer.click("Undo")
    explorer.expect_prediction("7")
    explorer.click("Clear")
    explorer.wait_for_blank_pad()
    explorer.draw(THREE)
    explorer.expect_prediction("3")
    explorer.wait_for_ink(THREE)


DRAW_ONCE_ASKED = f"""
import pathlib, threading, time

def draw_once_asked():
    while not pathlib.Path('{GO_ON}').exists():
        time.sleep(0.05)
    explorer.draw([{THREE}])
    explorer.wait_idle()
    pathlib.Path('{GO_ON}').unlink()

threading.Thread(target=draw_once_asked).start()
"""
"""Draws when the test asks for it, although it cannot reach the kernel."""


@pytest.mark.thorough
def test_what_was_lost_on_the_way_is_shown_after_all(wire: Wire, wired_lab: Lab) -> None:
    notebook = wired_lab.open(EXPLORE)
    notebook.run_all()
    explorer = notebook.explorer()
    explorer.draw(SEVEN)
    explorer.expect_prediction("7")
    notebook.execute(DRAW_ONCE_ASKED)
    go_on = wired_lab.server.root / GO_ON
    wire.hold()
    go_on.touch()
    wait_until(lambda: not go_on.exists())
    wire.cut()
    reconnect(wire, notebook)
    explorer.expect_prediction("3")
    explorer.wait_for_ink(THREE)
    explorer.draw([(30, 265), (100, 265)])
    explorer.wait_for_ink([*THREE, (60, 265)])


@pytest.mark.thorough
def test_two_tabs_show_one_drawing(own_lab: Lab, open_lab: Callable[..., Lab], shared_context: BrowserContext) -> None:
    here = own_lab.open(EXPLORE)
    here.run_all()
    first = here.explorer()
    first.draw(SEVEN)
    first.expect_prediction("7")
    there = here.in_another_tab(open_lab(shared_context))
    second = there.explorer()
    tabs = first, second
    for tab in tabs:
        tab.expect_prediction("7")
        tab.wait_for_ink(SEVEN)
    for tab, points, digit in ((second, ONE, "1"), (first, THREE, "3")):
        tab.page.bring_to_front()
        tab.click("Clear")
        tab.draw(points)
        count = tab.settle()
        for shown in tabs:
            shown.page.bring_to_front()
            shown.expect_prediction(digit)
            shown.expect_points(count)
            shown.wait_for_ink(points)
    first.page.bring_to_front()
    first.scribble(SCRIBBLE, 16)
    count = first.settle()  # the other tab is hidden meanwhile
    second.page.bring_to_front()
    second.expect_points(count)
    second.wait_for_ink(SCRIBBLE)
    first.page.close()
    second.click("Clear")
    second.draw(SEVEN)
    second.expect_prediction("7")
    second.wait_for_ink(SEVEN)


@pytest.mark.thorough
def test_a_tab_that_comes_while_the_other_draws_disturbs_nothing(
    lab: Lab, open_lab: Callable[..., Lab], shared_context: BrowserContext
) -> None:
    here = lab.open(EXPLORE)
    here.run_all()
    first = here.explorer()
    other = open_lab(shared_context)
    here.save()
    first.on_page(SCRIBBLE)
    first.pad.evaluate(FIRE_FOR_EVER)
    second = here.in_another_tab(other).explorer()
    drawn = first.page.evaluate("() => window.lift()")
    first.page.bring_to_front()
    first.expect_points(drawn)
    second.page.bring_to_front()
    second.expect_points(drawn)
    for tab in (first, second):
        tab.page.bring_to_front()
        tab.click("Clear")
        tab.wait_for_blank_pad()
        tab.draw(SEVEN)
        tab.expect_prediction("7")
        for shown in (first, second):
            shown.page.bring_to_front()
            shown.wait_for_ink(SEVEN)
