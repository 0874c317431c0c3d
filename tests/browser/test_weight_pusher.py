"""One weight to push, in JupyterLab: the keyboard moves it, the button steps downhill, and a saved notebook keeps the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.support.lab import Lab
    from tests.support.notebook import Notebook

PUSH = """import mnistviz

images, labels = mnistviz.load_digits()
loss = mnistviz.weight_loss("logits", 9, images[::200] / 255, labels[::200])
pusher = mnistviz.push_weight(loss, 10, between=(-12, 12))
pusher"""


@pytest.fixture
def notebook(lab: Lab) -> Notebook:
    notebook = lab.open(PUSH)
    notebook.run_all()
    return notebook


def output(notebook: Notebook) -> Locator:
    return notebook.node.locator(".jp-OutputArea-output .widget-vbox").first


def test_keys_move_the_weight_and_the_button_steps(notebook: Notebook) -> None:
    node = output(notebook)
    expect(node).to_contain_text("Weight 10, loss")
    picture = node.locator("img")
    before = picture.get_attribute("src")
    handle = node.get_by_role("slider")
    handle.focus()
    handle.press("ArrowLeft")
    expect(node).to_contain_text("Weight 9.9, loss")
    expect(picture).not_to_have_attribute("src", before or "")
    expect(picture).to_have_attribute("alt", "The curve of the loss, the weight on it, and the slope there as a straight line.")
    node.get_by_label("Weight").fill("9.9")
    field = node.get_by_label("Learning rate")
    field.fill("2")
    field.press("Tab")
    button = node.get_by_role("button", name="One step downhill")
    expect(button).to_be_focused()
    button.press("Enter")
    expect(node).not_to_contain_text("Weight 9.9")
    expect(node).to_contain_text(notebook.evaluate("f'Weight {pusher.value:.4g}, loss'"))
    assert notebook.evaluate("pusher.way") == notebook.evaluate("[9.9, 9.9 - 2 * loss.slope(9.9)]")


@pytest.mark.thorough
def test_a_saved_notebook_keeps_a_picture(notebook: Notebook) -> None:
    expect(output(notebook)).to_contain_text("Weight 10, loss")
    ((shown,),) = (cell.outputs for cell in notebook.saved_cells())
    assert shown.data["image/png"]
    assert shown.data["text/plain"].startswith("WeightPusher(bias of logits[9]: Weight 10, loss")
