"""Models of one's own in the explorer: names of classes, pictures of another size, deep networks, and layers that change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.support.readability import overflows
from tests.support.strokes import SEVEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support.explorer_page import ExplorerPage
    from tests.support.lab import Lab

OPENING = """
import os
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
import mnistviz
from keras import layers

keras.utils.set_random_seed(3)
{model}
explorer = mnistviz.explore(model, {options}autosave=False)
explorer
"""
THREE = """model = keras.Sequential([
    keras.Input((28, 28, 1)), layers.Conv2D(8, 3, name="conv"), layers.Flatten(name="flat"),
    layers.Dense(16, name="hidden"), layers.Dense(3, activation="softmax", name="answer")])"""
RGB = """model = keras.Sequential([
    keras.Input((32, 32, 3)), layers.Conv2D(8, 3, name="conv"), layers.Flatten(), layers.Dense(26, activation="softmax")])"""
DEEP = """model = keras.Sequential([
    keras.Input((28, 28, 1)), *[layers.Conv2D(4, 3, padding="same", name=f"conv{i}") for i in range(39)],
    layers.Flatten(), layers.Dense(10, activation="softmax")])"""
LONG_NAMES = """model = keras.Sequential([
    keras.Input((64, 64, 3)), layers.Conv2D(12, 5, strides=2, activation="relu", name="first_convolution_of_three_colours"),
    layers.MaxPooling2D(), layers.Conv2D(24, 3, activation="relu"),
    layers.BatchNormalization(name="normalisation_of_the_second_convolution"), layers.MaxPooling2D(),
    layers.Flatten(), layers.Dense(10, activation="softmax")])"""
LONG = "a very long name of a triangle"


def open_model(lab: Lab, model: str, options: str = "") -> ExplorerPage:
    """Opens the explorer of a model, and draws a 7 in it."""
    notebook = lab.open(OPENING.format(model=model, options=options).strip())
    notebook.run_all()
    explorer = notebook.explorer()
    explorer.wait_painted()
    explorer.draw(SEVEN)
    explorer.settle()
    return explorer


@pytest.fixture
def sized(lab: Lab) -> Iterator[Lab]:
    """A JupyterLab whose window may take another size, without its side bar."""
    size = lab.page.viewport_size
    assert size is not None
    yield lab
    lab.page.set_viewport_size(size)
    lab.show_side_bar(is_open=True)


def test_classes_have_names_that_fit_at_every_width(sized: Lab) -> None:
    explorer = open_model(sized, THREE, f"classes=['circle', 'square', '{LONG}'], ")
    label = explorer.kernel("forward.label")
    expect(explorer.node.locator(".mnistviz-prediction")).to_have_text(label)
    expect(explorer.view).to_have_attribute("data-prediction", str(explorer.kernel("forward.prediction")))
    assert explorer.node.locator(".mnistviz-class").all_inner_texts() == ["circle", "square", LONG]
    expect(explorer.node.get_by_role("meter", name=f"class {LONG}")).to_have_count(1)
    shown = [float(text.strip(" %")) for text in explorer.node.locator(".mnistviz-bars .mnistviz-number").all_inner_texts()]
    np.testing.assert_allclose(shown, 100 * np.array(explorer.kernel("forward.probabilities.tolist()")), atol=0.051)
    expect(explorer.node.locator(".mnistviz-spoken")).to_contain_text(f"The network reads {label}")
    expect(explorer.button("Sample of a 3")).to_have_count(0)  # a digit is none of these
    sized.show_side_bar(is_open=False)  # on a phone there is no room for it
    for width in (1280, 800, 390):
        explorer.page.set_viewport_size({"width": width, "height": 844})
        explorer.page.wait_for_function(
            "() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => done(true)), 300))"
        )
        assert overflows(explorer.node) == []


@pytest.mark.thorough
def test_long_names_of_layers_stay_in_their_place_at_every_width(sized: Lab) -> None:
    explorer = open_model(sized, LONG_NAMES)
    explorer.kernel("explain('first_convolution_of_three_colours', (3, 4, 5)).value")
    sized.show_side_bar(is_open=False)
    beyond = """(explorer) => [...explorer.querySelectorAll('.mnistviz-layer[data-layer], .mnistviz-kernels')].flatMap((fold) =>
      [...fold.querySelectorAll(':scope > summary > span, :scope > b')]
        .filter((part) => part.getBoundingClientRect().right > fold.getBoundingClientRect().right + 1)
        .map((part) => part.textContent))"""
    for width in (1280, 800, 390):
        explorer.page.set_viewport_size({"width": width, "height": 844})
        explorer.page.wait_for_function(
            "() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => done(true)), 300))"
        )
        assert explorer.node.evaluate(beyond) == []
        assert explorer.node.evaluate("(node) => node.scrollWidth - node.clientWidth") <= 0
    title = explorer.section("normalisation_of_the_second_convolution").locator(".mnistviz-title")
    expect(title).to_have_attribute("title", re.compile("^normalisation_of_the_second_convolution: "))


@pytest.mark.thorough
def test_other_pictures_are_scaled_and_the_many_classes_are_sorted(lab: Lab) -> None:
    explorer = open_model(lab, RGB, "classes=list('abcdefghijklmnopqrstuvwxyz'), ")
    expect(explorer.node.locator(".mnistviz-partly")).to_contain_text("the whole pad, scaled to its size")
    values = np.array(explorer.kernel("forward.activations['model input'].tolist()"))
    assert values.shape == (32, 32, 3)
    row, column = map(int, np.unravel_index(values[:, :, 2].argmax(), (32, 32)))
    explorer.point_at("model input", 2, row, column)
    expect(explorer.readout).to_contain_text(
        f"model input, channel 2, row {row}, column {column}: {values[row, column, 2]:.5g}"[:-2]
    )
    probabilities = np.array(explorer.kernel("forward.probabilities.tolist()"))
    best = ["abcdefghijklmnopqrstuvwxyz"[which] for which in np.argsort(-probabilities, kind="stable")[:10]]
    assert explorer.node.locator(".mnistviz-class").all_inner_texts() == best
    rest = 100 * np.sort(probabilities)[:16].sum()
    expect(explorer.node.locator(".mnistviz-others")).to_have_text(f"16 other classes have {rest:.1f} % together")
    explorer.click("Switch all steps of framing on")
    explorer.settle()
    expect(explorer.node.locator(".mnistviz-partly")).to_be_hidden()
    assert explorer.kernel("_view.steps_off") == []


@pytest.mark.thorough
def test_a_deep_network_is_a_list_that_the_keyboard_opens(lab: Lab) -> None:
    explorer = open_model(lab, DEEP)
    expect(explorer.map_canvas("conv1")).to_be_visible()
    expect(explorer.map_canvas("conv20")).to_be_hidden()
    assert explorer.node.bounding_box()["height"] < 1600  # type: ignore[index]
    summary = explorer.section("conv20").locator("summary")
    summary.focus()
    summary.press("Enter")
    expect(explorer.map_canvas("conv20")).to_be_visible()
    explorer.settle()
    box = explorer.map_canvas("conv20").bounding_box()
    assert box is not None
    assert box["height"] > 40
    value = explorer.kernel("forward.activations['conv20'][5, 7, 3].item()")
    explorer.point_at("conv20", 3, 5, 7)
    expect(explorer.readout).to_contain_text("conv20, channel 3, row 5, column 7: ")
    shown = explorer.readout.inner_text().rpartition(": ")[2]
    assert float(shown) == pytest.approx(value, rel=1e-5)
    assert "conv20" not in explorer.kernel("_view.folded")


@pytest.mark.thorough
def test_layers_that_change_are_shown_as_they_are(lab: Lab) -> None:
    explorer = open_model(lab, THREE)
    expect(explorer.section("hidden")).to_be_visible()
    explorer.notebook.execute("model.pop(); model.pop(); model.add(layers.Dense(12, activation='relu', name='new'))")
    explorer.draw([(60, 200), (200, 220)])
    expect(explorer.alert).to_contain_text("neither probabilities nor logits")
    explorer.notebook.execute("explorer.wait_idle()")  # the page is built anew for other layers; afterwards its pad stays
    explorer.notebook.execute("model.add(layers.Dense(4, activation='softmax', name='four'))")
    explorer.draw([(60, 60), (60, 220)])
    expect(explorer.section("new")).to_be_visible()
    expect(explorer.section("hidden")).to_have_count(0)
    expect(explorer.node.locator(".mnistviz-bar")).to_have_count(4)
    explorer.settle()
    expect(explorer.alert).to_have_text("")
    expect(explorer.view).to_have_attribute("data-prediction", str(explorer.kernel("forward.prediction")))
    assert explorer.kernel("drawing.points") > 0
