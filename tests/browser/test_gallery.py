"""A gallery of one's own pictures in the explorer: a click feeds one to the network as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.support import pixels
from tests.support.readability import overflows
from tests.support.strokes import SEVEN

if TYPE_CHECKING:
    from tests.support.explorer_page import ExplorerPage
    from tests.support.lab import Lab

OPENING = """
import os
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
import mnistviz
import numpy as np
from keras import layers

keras.utils.set_random_seed(3)
random = np.random.default_rng(8)
names = ["apple", "banana", "ice cream in a cone"]
colours = np.array([(200, 30, 40), (230, 210, 40), (120, 90, 220)])
shade = np.sin(np.arange(32) / 5)[:, None] * np.cos(np.arange(32) / 4) * 40
images = np.clip(colours[np.arange(90) % 3][:, None, None] + shade[:, :, None] + random.normal(0, 15, (90, 32, 32, 3)), 0, 255)
data = mnistviz.load_pictures((images.astype(np.uint8), np.arange(90) % 3), classes=names)
model = keras.Sequential([
    keras.Input((32, 32, 3)), layers.Conv2D(8, 3, activation="relu", name="conv"), layers.MaxPooling2D(4, name="pool"),
    layers.Flatten(), layers.Dense(3, activation="softmax", name="answer")])
explorer = mnistviz.explore(model, samples=data, autosave=False)
explorer
"""
THIRD = "data.test_images[data.test_labels == 1][0]"
"""The picture of the third sample: the first one of the second class."""


@pytest.fixture
def gallery(lab: Lab) -> ExplorerPage:
    """The explorer of a model of coloured pictures, with a drawing on its pad."""
    notebook = lab.open(OPENING.strip())
    notebook.run_all()
    explorer = notebook.explorer()
    explorer.draw(SEVEN)
    explorer.settle()
    return explorer


def expect_answer(explorer: ExplorerPage, picture: str) -> None:
    """Waits until the page shows what Keras computes of a picture of the kernel, uint8 (32, 32, 3)."""
    truth = np.array(explorer.notebook.evaluate(f"model({picture}[None] / np.float32(255)).numpy()[0].tolist()"))
    expect(explorer.view).to_have_attribute("data-prediction", str(truth.argmax()))
    expect(explorer.node.locator(".mnistviz-prediction")).to_have_text(
        ["apple", "banana", "ice cream in a cone"][int(truth.argmax())]
    )
    numbers = explorer.node.locator(".mnistviz-bars .mnistviz-number")
    expect(numbers).to_have_text([f"{100 * share:.1f} %" for share in truth])
    assert float(explorer.view.get_attribute("data-confidence") or 0) == pytest.approx(truth.max(), abs=1e-5)


def expect_pixel(explorer: ExplorerPage, row: int, column: int) -> None:
    """Points at a pixel of what the network sees, and waits until the page says its three values in the third sample."""
    strip = explorer.node.locator(".mnistviz-framing > canvas")
    box = strip.bounding_box()
    assert box is not None
    side = (box["width"] - 4) / 32  # without the border and the gap beside a map
    strip.hover(position={"x": (column + 0.5) * side, "y": (row + 0.5) * side})
    expect(explorer.readout).to_contain_text(f"digit, row {row}, column {column}: ")
    shown = [float(number) for number in explorer.readout.inner_text().rpartition(": ")[2].split(",")]
    values = explorer.notebook.evaluate(f"({THIRD}[{row}, {column}] / np.float32(255)).tolist()")
    np.testing.assert_allclose(shown, values, rtol=1e-4)


def on_pad(explorer: ExplorerPage) -> np.ndarray[Any, Any]:
    """The colours in the middle of each pixel of the picture on the pad: uint8 (32, 32, 3)."""
    colours = pixels.colours(explorer.pad)
    middles = ((np.arange(32) + 0.5) * len(colours) / 32).astype(int)
    return colours[np.ix_(middles, middles)][..., :3]


def test_a_click_feeds_a_picture_as_it_is_and_undo_brings_the_drawing_back(gallery: ExplorerPage) -> None:
    points = gallery.kernel("drawing.points")
    expect(gallery.node.locator(".mnistviz-partly")).to_be_visible()
    names = ["apple", "apple", "banana", "banana", *["ice cream in a cone"] * 2]
    assert gallery.node.locator(".mnistviz-sample-name").all_inner_texts() == names
    gallery.click("banana: sample 3")
    expect_answer(gallery, THIRD)
    np.testing.assert_array_equal(on_pad(gallery), gallery.notebook.evaluate(f"{THIRD}.tolist()"))
    expect(gallery.node.locator("figcaption")).to_have_text("banana: as it is, not framed")
    expect(gallery.node.locator(".mnistviz-partly")).to_be_hidden()
    gallery.settle()
    value = gallery.kernel("forward.activations['conv'][5, 7, 3].item()")
    gallery.point_at("conv", 3, 5, 7)
    expect(gallery.readout).to_contain_text("conv, channel 3, row 5, column 7: ")
    assert float(gallery.readout.inner_text().rpartition(": ")[2]) == pytest.approx(value, rel=1e-5)
    expect_pixel(gallery, 4, 20)
    gallery.notebook.execute("why = explorer.explain('conv', (5, 7, 3)); explorer._view.tracing = True")
    expect(gallery.microscope).to_contain_text("sees rows 5 to 7, columns 7 to 9")
    place = gallery.notebook.evaluate("list(mnistviz.trace_unit(explorer.forward, 'conv', (5, 7, 3), explorer.engine)[-1])")
    last = gallery.microscope.locator(".mnistviz-stops[data-walked=all] li").last
    expect(last).to_contain_text("digit[" + ", ".join(map(str, place[1])) + "]")
    gallery.click("Undo")
    gallery.expect_points(points)
    assert gallery.kernel("forward.digit.shape") == [28, 28]


@pytest.mark.thorough
def test_a_reload_shows_the_picture_a_stroke_begins_a_drawing_and_names_find_room(gallery: ExplorerPage) -> None:
    gallery.click("banana: sample 3")
    gallery.settle()
    gallery.notebook.reload_page()
    reloaded = gallery.notebook.explorer()
    expect_answer(reloaded, THIRD)
    np.testing.assert_array_equal(on_pad(reloaded), reloaded.notebook.evaluate(f"{THIRD}.tolist()"))
    reloaded.draw(SEVEN)
    reloaded.settle()
    assert reloaded.kernel("forward.digit.shape") == [28, 28]
    expect(reloaded.node.locator("figcaption")).to_have_text("")
    reloaded.click("Undo")
    reloaded.expect_points(0)
    reloaded.click("Undo")
    expect_answer(reloaded, THIRD)
    page, size = reloaded.page, reloaded.page.viewport_size
    assert size is not None
    if not page.evaluate("() => window.jupyterapp.shell.leftCollapsed"):
        reloaded.notebook.lab.run_command("application:toggle-left-area")
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))")
        assert overflows(reloaded.node) == []
    page.set_viewport_size(size)
