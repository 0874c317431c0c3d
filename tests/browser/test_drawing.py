"""Drawing with mouse and touch in a real JupyterLab."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.support.explorer_page import EXPLORE
from tests.support.strokes import ONE, SEVEN, THREE

if TYPE_CHECKING:
    from tests.support.explorer_page import ExplorerPage
    from tests.support.lab import Lab
    from tests.support.strokes import Path2D

INKED = 128
"""A pixel of the pad with more than this opacity (0 to 255) counts as ink."""


def share_of_changed_pixels(left: np.ndarray[Any, Any], right: np.ndarray[Any, Any]) -> float:
    """Returns the share of pixels that are ink in one picture only.

    A line that was inked piece by piece has slightly other edges than one inked at once.
    """
    return float(((left > INKED) != (right > INKED)).mean())


def test_blank_explorer_asks_for_a_digit(explorer: ExplorerPage) -> None:
    expect(explorer.pad).to_be_visible()
    explorer.expect_prediction("")
    explorer.expect_points(0)
    expect(explorer.view).to_have_attribute("data-confidence", "")
    for layer in ("conv1", "relu1", "pool1", "conv2", "relu2", "pool2", "dense", "relu3", "logits"):
        expect(explorer.map_canvas(layer)).to_be_visible()
    assert explorer.view.get_by_role("meter").count() == 10
    assert not explorer.ink().any()


def test_digits_drawn_with_the_mouse_are_read(explorer: ExplorerPage) -> None:
    for digit, points in (("7", SEVEN), ("1", ONE), ("3", THREE)):
        explorer.draw(points)
        explorer.expect_prediction(digit)
        assert explorer.settle() > len(points)
        explorer.expect_prediction(digit)
        confidence = float(explorer.view.get_attribute("data-confidence") or "nan")
        assert confidence == explorer.kernel("forward.confidence")
        winner = explorer.view.get_by_role("meter", name=f"digit {digit}")
        assert float(winner.get_attribute("aria-valuenow") or "nan") == pytest.approx(100 * confidence, abs=0.051)
        explorer.wait_for_ink(points)
        explorer.click("Clear")
        explorer.expect_prediction("")


def test_undo_takes_back_a_stroke_and_clear_everything(explorer: ExplorerPage) -> None:
    explorer.draw(SEVEN)
    first = explorer.settle()
    before = explorer.ink()
    explorer.draw([(30, 200), (250, 200)])
    assert explorer.settle() > first
    explorer.wait_for_ink([(40, 200)])
    explorer.click("Undo")
    explorer.expect_points(first)
    explorer.expect_prediction("7")
    assert share_of_changed_pixels(explorer.ink(), before) < 0.001
    explorer.click("Clear")
    explorer.expect_points(0)
    explorer.expect_prediction("")
    explorer.wait_for_blank_pad()
    explorer.click("Undo")
    explorer.expect_points(first)
    explorer.wait_for_ink(SEVEN)


@pytest.mark.parametrize(
    "is_released_outside",
    [pytest.param(True, marks=pytest.mark.thorough), False],
    ids=["released outside", "still pressed"],
)
def test_a_stroke_that_leaves_the_pad_ends(explorer: ExplorerPage, is_released_outside: bool) -> None:
    mouse = explorer.page.mouse
    inside, outside, back = explorer.on_page([(140, 100), (-30, 100), (140, 200)])
    mouse.move(*inside)
    mouse.down()
    mouse.move(*outside, steps=8)
    if is_released_outside:
        mouse.up()
    points = explorer.settle()
    assert points >= 2
    mouse.move(*back, steps=8)
    mouse.move(*inside, steps=8)
    assert explorer.settle() == points
    mouse.up()
    explorer.draw([(140, 60), (140, 220)])
    assert explorer.settle() > points
    assert explorer.kernel("drawing.strokes.__len__()") == 2


def test_a_press_without_a_move_makes_a_dot(explorer: ExplorerPage) -> None:
    explorer.draw([(100, 120)])
    explorer.expect_points(1)
    explorer.wait_for_ink([(100, 120), (107, 120), (100, 113)])


def test_moves_without_a_press_draw_nothing(explorer: ExplorerPage) -> None:
    for point in explorer.on_page(SEVEN):
        explorer.page.mouse.move(*point, steps=4)
    assert explorer.settle() == 0


def test_another_button_of_the_mouse_draws_nothing(explorer: ExplorerPage) -> None:
    mouse = explorer.page.mouse
    start, end = explorer.on_page([(60, 60), (200, 60)])
    mouse.move(*start)
    mouse.down(button="middle")
    mouse.move(*end, steps=5)
    mouse.up(button="middle")
    assert explorer.settle() == 0
    assert not explorer.ink().any()


def test_a_pen_that_is_lifted_by_a_key_leaves_no_ink(explorer: ExplorerPage) -> None:
    mouse = explorer.page.mouse
    start, middle, end = explorer.on_page([(60, 60), (200, 60), (200, 200)])
    mouse.move(*start)
    mouse.down()
    mouse.move(*middle, steps=5)
    explorer.wait_for_ink([(100, 60)])
    explorer.page.keyboard.press("Delete")
    explorer.expect_points(0)
    mouse.move(*end, steps=5)  # the button is still held
    mouse.up()
    explorer.wait_for_blank_pad()
    assert explorer.settle() == 0
    explorer.draw(SEVEN)
    explorer.expect_prediction("7")


def test_brush_is_as_wide_as_the_slider_says(explorer: ExplorerPage) -> None:
    explorer.draw([(40, 140), (240, 140)])
    explorer.settle()
    explorer.wait_for_ink([(140, 149)])
    assert (explorer.ink()[:, 280] > INKED).sum() == pytest.approx(2 * 22, abs=2)
    explorer.node.get_by_role("slider").press("Home")
    explorer.page.wait_for_function(
        "(canvas) => canvas.getContext('2d').getImageData(280, 298, 1, 1).data[3] < 128", arg=explorer.pad.element_handle()
    )
    explorer.wait_for_ink([(140, 140)])  # the page is cleared by one message and inked by the next
    assert (explorer.ink()[:, 280] > INKED).sum() == pytest.approx(2 * 6, abs=2)


def zigzag(count: int = 600) -> Path2D:
    """Returns rows of teeth 10 px high, close together but apart: each lost point leaves a tooth without ink."""
    across, step, pitch, height = 52, 5, 23, 10
    points: Path2D = []
    for number in range(count):
        row, place = divmod(number, across)
        column = place if row % 2 == 0 else across - 1 - place
        points.append((12 + column * step, 8 + row * pitch + height * (number % 2)))
    return points


def test_a_fast_scribble_loses_no_point_and_leaves_no_gap(explorer: ExplorerPage) -> None:
    points = zigzag()
    explorer.node.get_by_role("slider").press("Home")
    explorer.scribble(points, period=8)
    explorer.expect_points(600)
    explorer.wait_for_ink(points[-1:])
    ink = explorer.ink() > INKED
    corners = np.array(points)
    along = np.linspace(0, 1, 30)[:, None, None]
    path = (corners[:-1] * (1 - along) + corners[1:] * along).reshape(-1, 2)
    column, row = np.round(path * ink.shape[0] / 280).astype(int).T
    assert ink[row, column].all(), f"{(~ink[row, column]).sum()} of {len(path)} places on the path have no ink"
    assert ink.mean() < 0.6, "so much ink hides gaps"
    received = np.array(explorer.kernel("drawing.strokes"))
    np.testing.assert_allclose(received, corners[None], atol=1.0)


def test_touch_draws(touch_lab: Lab) -> None:
    notebook = touch_lab.open(EXPLORE)
    notebook.run_all()
    explorer = notebook.explorer()
    session = touch_lab.page.context.new_cdp_session(touch_lab.page)
    corners = np.array(explorer.on_page(SEVEN))
    points = np.concatenate([np.linspace(start, end, 8) for start, end in pairwise(corners)])

    def touch(kind: str, *places: tuple[float, float]) -> None:
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in places]})

    touch("touchStart", tuple(points[0]))
    for point in points[1:]:
        touch("touchMove", tuple(point))
    touch("touchEnd")
    explorer.expect_prediction("7")
    assert explorer.settle() >= len(SEVEN)
    assert explorer.kernel("drawing.strokes.__len__()") == 1
    explorer.wait_for_ink(SEVEN)
    explorer.button("Clear").tap()
    explorer.expect_prediction("")


def test_the_keyboard_sets_the_brush(explorer: ExplorerPage) -> None:
    brush = explorer.node.locator(".mnistviz-brush input")
    before = int(brush.input_value())
    brush.focus()
    for _ in range(3):
        explorer.page.keyboard.press("ArrowRight")
    expect(brush).to_be_focused()
    expect(brush).to_have_value(str(before + 3))
