"""Samples and uploads, good and bad: the explorer shows errors and survives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from playwright.sync_api import expect

from mnistviz.ink.framing_steps import DIGIT_SIDE, PAPER_SIDE
from mnistviz.jupyter.explorer.explorer import DENSITY
from tests.support.pictures import grey_picture_of_a_seven, picture_of_a_seven, picture_of_digits, png_file
from tests.support.pixels import picture, wait_for_another_picture
from tests.support.strokes import ONE, SEVEN, THREE

if TYPE_CHECKING:
    from tests.support.explorer_page import ExplorerPage

MEGABYTE = 2**20


def test_a_sample_is_shown_and_read(explorer: ExplorerPage) -> None:
    explorer.draw(ONE)
    explorer.expect_prediction("1")
    for digit in ("3", "0"):
        explorer.click(f"Sample of a {digit}")
        explorer.expect_prediction(digit)
        explorer.expect_points(0)
        explorer.wait_for_some_ink()
        explorer.click("Clear")
        explorer.wait_for_blank_pad()
        explorer.click("Undo")
        explorer.expect_prediction(digit)
    explorer.draw(SEVEN)
    explorer.expect_prediction("7")
    assert explorer.kernel("drawing.strokes.__len__()") == 1, "a stroke on a picture begins a new paper"


def test_other_samples_come(explorer: ExplorerPage) -> None:
    canvas = explorer.button("Sample of a 4").locator("canvas")
    before = picture(canvas)
    explorer.click("Show other samples")
    wait_for_another_picture(canvas, before)
    explorer.click("Sample of a 4")
    explorer.expect_prediction("4")


def test_a_picture_is_uploaded_twice(explorer: ExplorerPage) -> None:
    for _ in range(2):
        explorer.upload(png_file("seven.png", picture_of_a_seven()))
        explorer.expect_prediction("7")
        explorer.click("Clear")
        explorer.expect_prediction("")
    expect(explorer.alert).to_be_empty()


def test_one_of_several_digits_is_chosen(explorer: ExplorerPage) -> None:
    explorer.upload(png_file("three.png", picture_of_digits(SEVEN, ONE, THREE)))
    choice = explorer.node.locator(".mnistviz-choice")
    expect(choice).to_contain_text("3 digits found")
    for number, digit in ((1, "7"), (2, "1"), (3, "3")):
        choice.get_by_role("button", name=f"digit {number} of 3").click()
        explorer.expect_prediction(digit)
        expect(choice.get_by_role("button", name=f"digit {number} of 3")).to_have_attribute("aria-pressed", "true")
        expect(choice).to_contain_text(f"Digit {number} is read")
    explorer.click("Clear")
    expect(choice).to_be_hidden()
    explorer.click("Undo")
    expect(choice).to_contain_text("Digit 3 is read")


def test_one_of_several_drawn_digits_is_chosen(explorer: ExplorerPage) -> None:
    for stroke, right in ((SEVEN, 0), (ONE, 140)):
        explorer.draw([(x / 2 + right, 70 + y / 2) for x, y in stroke])
    choice = explorer.node.locator(".mnistviz-choice")
    expect(choice).to_contain_text("2 digits found")
    explorer.draw([(150, 30), (160, 30)])
    expect(choice).to_be_hidden()
    explorer.click("Undo")
    choice.get_by_role("button", name="digit 1 of 2").click()
    expect(choice).to_be_hidden()
    explorer.expect_prediction("7")
    assert explorer.kernel("drawing.strokes.__len__()") == 1


def test_a_picture_on_the_pad_has_no_seams(explorer: ExplorerPage) -> None:
    explorer.upload(png_file("grey.png", grey_picture_of_a_seven()))
    explorer.expect_prediction("7")
    explorer.wait_for_some_ink()
    side = PAPER_SIDE * DENSITY // DIGIT_SIDE  # canvas pixels
    squares = explorer.ink().reshape(DIGIT_SIDE, side, DIGIT_SIDE, side).swapaxes(1, 2)
    middles = squares[:, :, side // 2, side // 2]
    assert ((middles > 0) & (middles < 255)).any(), "a picture without greys cannot show a seam"
    np.testing.assert_array_equal(squares, np.broadcast_to(middles[:, :, None, None], squares.shape))


def test_a_bad_file_is_named_and_the_former_digit_stays(explorer: ExplorerPage) -> None:
    explorer.draw(ONE)
    points = explorer.settle()
    explorer.expect_prediction("1")
    name = "<img src=x onerror=window.isFooled=1>.png"
    explorer.upload(png_file(name, b"This is text."))
    expect(explorer.alert).to_contain_text(name)
    expect(explorer.alert).to_contain_text("PNG, JPEG, WEBP, GIF or BMP")
    assert explorer.alert.locator("img").count() == 0
    assert explorer.page.evaluate("() => window.isFooled") is None
    assert explorer.kernel("last_error.__class__.__name__") == "PictureError"
    explorer.expect_prediction("1")
    explorer.expect_points(points)
    assert explorer.ink().any()
    explorer.upload(png_file("seven.png", picture_of_a_seven()))
    explorer.expect_prediction("7")
    expect(explorer.alert).to_be_empty()


def test_an_empty_file_is_refused(explorer: ExplorerPage) -> None:
    explorer.upload(png_file("nothing.png", b""))
    expect(explorer.alert).to_contain_text("file is empty")


@pytest.mark.parametrize("megabytes", [9, 11])
@pytest.mark.thorough
def test_a_file_that_is_too_large_is_refused(explorer: ExplorerPage, megabytes: int) -> None:
    explorer.draw(ONE)
    explorer.expect_prediction("1")
    noise = np.random.default_rng(0).bytes(megabytes * MEGABYTE - 1000)
    explorer.upload(png_file("huge.png", picture_of_a_seven()[:1000].ljust(1000, b"\0") + noise))
    expect(explorer.alert).to_contain_text("the limit is 8 MB")
    expect(explorer.alert).to_contain_text(f"{megabytes}.0 MB")
    explorer.expect_prediction("1")
    explorer.click("Clear")
    explorer.draw(SEVEN)
    explorer.expect_prediction("7")
    explorer.upload(png_file("seven.png", picture_of_a_seven()))
    explorer.expect_points(0)
    explorer.expect_prediction("7")


RAISE_IN_UNDO = """
import mnistviz.ink.scene

undone, failures = mnistviz.ink.scene.Scene.undone, []

def fail_once(scene):
    if not failures:
        failures.append(True)
        raise RuntimeError("<b>no undo today</b>")
    return undone(scene)

mnistviz.ink.scene.Scene.undone = fail_once
"""

RAISE_IN_THE_WORKER = """
view = explorer.children[0]
show = view.show

def fail(*arguments):
    raise RuntimeError("no update today")

view.show = fail
"""


def test_an_exception_in_a_callback_is_shown_and_survived(explorer: ExplorerPage) -> None:
    explorer.notebook.execute(RAISE_IN_UNDO)
    explorer.click("Undo")
    expect(explorer.alert).to_contain_text("<b>no undo today</b>")
    expect(explorer.alert).to_be_visible()
    assert explorer.alert.locator("b").count() == 0
    assert "no undo today" in explorer.kernel("last_error.args")[0]
    explorer.draw(SEVEN)
    explorer.expect_prediction("7")


def test_an_exception_in_the_render_loop_is_shown_and_survived(explorer: ExplorerPage) -> None:
    explorer.notebook.execute(RAISE_IN_THE_WORKER)
    explorer.pad.click(position={"x": 140, "y": 200})
    expect(explorer.alert).to_contain_text("no update today")
    explorer.notebook.execute("view.show = show")
    explorer.click("Clear")
    explorer.draw(SEVEN)
    explorer.expect_prediction("7")
    expect(explorer.alert).to_be_empty()
