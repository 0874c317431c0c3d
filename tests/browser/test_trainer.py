"""The trainer in a real JupyterLab: the page shows a network that learns, and the buttons work."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support.explorer_page import ExplorerPage
from tests.support.lab import Lab
from tests.support.notebook import UNTIL_ASKED
from tests.support.pixels import wait_for_another_picture
from tests.support.readability import MOUSE, faint_texts, overflows, small_buttons, texts_of
from tests.support.strokes import SEVEN
from tests.support.trainer_page import TrainerPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext

    from tests.support.notebook import Notebook
    from tests.support.server import Server

TRAIN = "import mnistviz\n\ntrainer = mnistviz.train_live(digits=500, epochs=1000)\ntrainer"
OWN = """import keras, mnistviz, numpy

keras.utils.set_random_seed(1)
labels = numpy.tile([0, 1, 2], 20)
images = numpy.zeros((60, 20, 20, 3), numpy.uint8)
for image, label in zip(images, labels):
    image[3:17, 3:17, label] = 255
flat = keras.Sequential([keras.Input((20, 20, 3)), keras.layers.Flatten(), keras.layers.Dense(16, "relu"), keras.layers.Dense(3)])
trainer = mnistviz.train_live(flat, mnistviz.load_pictures((images, labels), ["red", "green", "deep blue"]), epochs=20)
trainer"""
"""An MLP that learns three colours."""
EXPLORE = "explorer = trainer.explore()\nexplorer"


@pytest.fixture(scope="module")
def shared_training(server: Server, shared_context: BrowserContext) -> Iterator[Notebook]:
    """One notebook for all tests of this module, since a kernel needs seconds to import TensorFlow."""
    notebook = Lab(shared_context.new_page(), server).open(TRAIN, EXPLORE, UNTIL_ASKED)
    with notebook.running():
        TrainerPage(notebook)
    yield notebook
    notebook.lab.close()


@pytest.fixture
def training(shared_training: Notebook) -> Notebook:
    """The notebook of all tests, in front of the pages of others."""
    shared_training.lab.come_to_front()
    return shared_training


@pytest.fixture
def trainer(training: Notebook) -> Iterator[TrainerPage]:
    """A trainer that is ready. The test fails if the page has logged an error."""
    training.execute("trainer.choose(digits=500, epochs=1000, learning_rate=0.001)\ntrainer.reset()")
    page = TrainerPage(training)
    page.expect_state("ready")
    yield page
    assert training.lab.errors.texts == []


def test_kernels_maps_and_curves_change_while_it_learns(trainer: TrainerPage) -> None:
    before = [trainer.picture(strip) for strip in range(3)]
    trainer.button("Start").click()
    trainer.expect_state("running")
    trainer.wait_for_batches(20)
    frame = trainer.number("frame")
    assert all(trainer.picture(strip) != former for strip, former in enumerate(before))
    expect(trainer.curve("Loss")).to_have_attribute("aria-label", re.compile(r"training \d+\.\d\d, validation \d+\.\d\d"))
    expect(trainer.button("Start")).to_be_disabled()
    expect(trainer.node.get_by_label("Learning rate")).to_be_disabled()
    trainer.wait_for_batches(20)
    assert trainer.number("frame") > frame
    drawn = trainer.curve("Accuracy").locator(".mnistviz-training-line").get_attribute("d") or ""
    assert drawn.count("L") > 10


def test_pause_stop_and_reset_are_obeyed(trainer: TrainerPage) -> None:
    first = trainer.picture(0)
    trainer.button("Start").focus()
    trainer.page.keyboard.press("Enter")
    trainer.wait_for_batches(3)
    trainer.button("Pause").click()
    trainer.expect_state("paused")
    count = None
    while count != (count := trainer.notebook.evaluate("len(trainer.history.losses)")):
        continue  # the batch at hand may still come to its end
    expect(trainer.node).to_have_attribute("data-batch", str(count))
    trainer.button("Resume").click()
    trainer.wait_for_batches(3)
    trainer.button("Stop").click()
    trainer.expect_state("stopped")
    table = trainer.node.get_by_role("table")
    expect(table.get_by_role("cell")).to_have_count(100)
    expect(table).to_contain_text("of 500 validation digits")
    right = trainer.notebook.evaluate("int(trainer.history.validations[-1].confusion.trace())")
    assert sum(int(text) for text in table.locator(".mnistviz-right").all_inner_texts()) == right
    trainer.button("Reset").click()
    trainer.expect_state("ready")
    expect(table).to_have_count(0)
    assert trainer.picture(0) == first
    assert trainer.number("batch") == 0


def test_the_epochs_of_a_finished_training_are_replayed_with_the_keyboard(trainer: TrainerPage) -> None:
    untrained = [trainer.picture(strip) for strip in range(3)]
    slider = trainer.node.get_by_role("slider", name="Weights after epoch")
    expect(slider).to_be_disabled()
    trainer.notebook.execute("trainer.choose(epochs=2)\ntrainer.start()\ntrainer.wait()")
    trainer.expect_state("finished")
    trained = [trainer.picture(strip) for strip in range(3)]
    reading = trainer.node.locator(".mnistviz-reading").inner_text()
    sums = "[float(abs(weight).sum()) for weight in trainer.model.get_weights()]"
    weights = trainer.notebook.evaluate(sums)
    slider.focus()
    trainer.page.keyboard.press("Home")
    expect(trainer.node).to_have_attribute("data-epoch", "0")
    assert [trainer.picture(strip) for strip in range(3)] == untrained
    expect(trainer.node.locator(".mnistviz-reading")).not_to_have_text(reading)
    trainer.page.keyboard.press("ArrowRight")
    expect(trainer.node).to_have_attribute("data-epoch", "1")
    accuracy = trainer.notebook.evaluate("trainer.history.validations[1].accuracy")
    expect(slider).to_have_attribute("aria-valuetext", f"epoch 1, validation {100 * accuracy:.1f} %")
    between = [trainer.picture(strip) for strip in range(3)]
    assert all(picture not in {one, other} for picture, one, other in zip(between, untrained, trained, strict=True))
    mark = trainer.curve("Loss").locator(".mnistviz-replay-mark")
    expect(mark).to_have_attribute("d", "M50.00 0V100")
    assert trainer.notebook.evaluate(sums) == weights
    trainer.page.keyboard.press("Escape")
    expect(trainer.node).to_have_attribute("data-epoch", "")
    expect(slider).to_have_attribute("aria-valuetext", "present weights")
    assert [trainer.picture(strip) for strip in range(3)] == trained
    expect(slider).to_be_focused()


@pytest.mark.thorough
def test_a_replay_is_left_by_its_button_or_by_going_on(trainer: TrainerPage) -> None:
    trainer.button("Start").click()
    trainer.wait_for_batches(12)
    trainer.button("Pause").click()
    trainer.expect_state("paused")
    slider = trainer.node.get_by_role("slider", name="Weights after epoch")
    slider.fill("0")
    expect(trainer.node).to_have_attribute("data-epoch", "0")
    trainer.button("Back to the present").click()
    expect(trainer.node).to_have_attribute("data-epoch", "")
    slider.fill("1")
    expect(trainer.node).to_have_attribute("data-epoch", "1")
    trainer.button("Resume").click()
    trainer.wait_for_batches(3)
    expect(trainer.node).to_have_attribute("data-epoch", "")
    expect(slider).to_be_disabled()


def test_choices_of_the_page_hold(trainer: TrainerPage) -> None:
    trainer.node.get_by_label("Learning rate").select_option("0.1")
    trainer.node.get_by_label("Digits").select_option("5,000")
    trainer.node.get_by_label("Epochs").select_option("3")
    trainer.node.get_by_label("Augmentation").uncheck()
    choices = "[trainer.choices.learning_rate, trainer.choices.digits, trainer.choices.epochs, trainer.choices.augment]"
    trainer.notebook.expect_value(choices, [0.1, 5000, 3, False])
    trainer.notebook.execute("trainer.choose(learning_rate=0.02, augment=True)")
    expect(trainer.node.get_by_label("Learning rate")).to_have_value("0.02")
    expect(trainer.node.get_by_label("Augmentation")).to_be_checked()
    before = trainer.picture(1)
    trainer.button("Show the maps of a 3").click()
    expect(trainer.button("Show the maps of a 3")).to_have_attribute("aria-pressed", "true")
    wait_for_another_picture(trainer.strip(1), before)


def test_buttons_are_heard_while_a_cell_is_running(training: Notebook) -> None:
    with training.running():
        trainer = TrainerPage(training)
        trainer.button("Start").click()
        trainer.wait_for_batches(3)
        trainer.button("Stop").click()
        trainer.expect_state("stopped")


def test_one_can_draw_while_the_network_learns(trainer: TrainerPage) -> None:
    explorer = trainer.notebook.explorer()
    explorer.draw(SEVEN)
    explorer.settle()
    confidence = explorer.view.get_attribute("data-confidence") or ""
    trainer.button("Start").click()
    trainer.expect_state("running")
    expect(explorer.view).not_to_have_attribute("data-confidence", confidence)
    explorer.expect_prediction("7")
    points = explorer.kernel("drawing.points")
    explorer.draw([(60, 150), (200, 150)])
    assert explorer.settle() > points
    assert trainer.notebook.evaluate("trainer.state") == "running"
    assert explorer.kernel("last_error") is None


@pytest.mark.thorough
def test_one_can_draw_beside_the_curves(trainer: TrainerPage) -> None:
    small = ExplorerPage(trainer.notebook, trainer.node, "explorer")
    small.wait_painted()
    small.click("Clear")
    small.draw(SEVEN)
    points = small.settle()
    trainer.notebook.explorer().expect_points(points)
    confidence = small.view.get_attribute("data-confidence") or ""
    trainer.button("Start").click()
    trainer.expect_state("running")
    expect(small.view).not_to_have_attribute("data-confidence", confidence)
    start, pad = trainer.button("Start").bounding_box(), small.pad.bounding_box()
    assert start is not None
    assert pad is not None
    assert pad["y"] + pad["height"] - start["y"] < 400  # both are in sight


def test_it_fits_every_width(trainer: TrainerPage) -> None:
    trainer.notebook.execute("trainer.choose(epochs=1)\ntrainer.start()\ntrainer.wait()\ntrainer.show_epoch(1)")
    expect(trainer.node).to_have_attribute("data-epoch", "1")
    size = trainer.page.viewport_size
    assert size is not None
    try:
        for width in (800, 1140, 1300, 1900):
            trainer.page.set_viewport_size({"width": width, "height": 800})
            expect(trainer.node.get_by_role("table")).to_be_visible()
            assert (width, overflows(trainer.node)) == (width, [])
    finally:
        trainer.page.set_viewport_size(size)


@pytest.mark.thorough
def test_a_replay_fits_a_phone(trainer: TrainerPage) -> None:
    trainer.notebook.execute("trainer.choose(epochs=1)\ntrainer.start()\ntrainer.wait()\ntrainer.show_epoch(1)")
    expect(trainer.node).to_have_attribute("data-epoch", "1")
    size = trainer.page.viewport_size
    assert size is not None
    trainer.notebook.lab.run_command("application:toggle-left-area")
    trainer.page.set_viewport_size({"width": 390, "height": 844})
    try:
        replay = trainer.node.locator(".mnistviz-replay")
        trainer.page.wait_for_function("([node]) => node.clientWidth > 200", arg=[replay.element_handle()])
        assert overflows(replay) == []
        slider = trainer.node.get_by_role("slider", name="Weights after epoch").bounding_box()
        assert slider is not None
        assert slider["width"] > 100, "wide enough for a finger"
        assert slider["x"] + slider["width"] < 390
    finally:
        trainer.page.set_viewport_size(size)
        trainer.notebook.lab.run_command("application:toggle-left-area")


def test_progress_and_buttons_are_seen_in_forced_colours(trainer: TrainerPage) -> None:
    trainer.page.emulate_media(forced_colors="active")
    try:
        border = "(node) => getComputedStyle(node).borderTopStyle + getComputedStyle(node).borderTopWidth"
        for node in (trainer.node.locator("progress").first, trainer.button("Start"), trainer.node.get_by_label("Digits")):
            assert node.evaluate(border) == "solid1px"
    finally:
        trainer.page.emulate_media(forced_colors="none")


@pytest.mark.thorough
def test_it_can_be_read_in_both_themes(trainer: TrainerPage, each_theme: Callable[[Lab], Iterator[str]]) -> None:
    trainer.notebook.execute("trainer.choose(epochs=1)\ntrainer.start()\ntrainer.wait()\ntrainer.show_epoch(1)")
    expect(trainer.node).to_have_attribute("data-epoch", "1")
    for _ in each_theme(trainer.notebook.lab):
        texts = [text for text in texts_of(trainer.node) if "OPTION" not in text["text"]]
        assert len(texts) > 120
        assert faint_texts(texts) == []
        assert overflows(trainer.node) == []
        assert small_buttons(trainer.node, MOUSE) == []


def test_closing_ends_everything(trainer: TrainerPage) -> None:
    trainer.button("Start").click()
    trainer.expect_state("running")
    trainer.notebook.execute("trainer.close()")
    expect(trainer.node).to_have_count(0)
    threads = "[thread.name for thread in __import__('threading').enumerate()]"
    assert "mnistviz-training" not in trainer.notebook.evaluate(threads)


@pytest.mark.thorough
def test_a_dense_network_learns_pictures_of_named_classes(server: Server, shared_context: BrowserContext) -> None:
    notebook = Lab(shared_context.new_page(), server).open(OWN)
    notebook.run_all()
    trainer = TrainerPage(notebook)
    expect(trainer.node.get_by_label("Augmentation")).to_have_count(0)
    expect(trainer.node.get_by_label("Pictures")).to_have_value("5000")
    samples = trainer.node.get_by_role("group", name="Picture that the network reads").get_by_role("button")
    assert [one.get_attribute("title") for one in samples.all()] == ["red", "green", "deep blue"]
    middle = "(canvas) => [...canvas.getContext('2d').getImageData(10, 10, 1, 1).data]"
    colours = [one.locator("canvas").evaluate(middle) for one in samples.all()]
    assert colours == [[255, 0, 0, 255], [0, 255, 0, 255], [0, 0, 255, 255]]
    expect(trainer.node.locator(".mnistviz-strip-title")).to_contain_text("16 of 16 units of the first dense layer")
    before = trainer.picture(0)
    trainer.button("Start").click()
    trainer.expect_state("finished")
    assert trainer.picture(0) != before
    table = trainer.node.get_by_role("table")
    expect(table).to_contain_text("6 of 6 validation pictures are read correctly")
    assert table.get_by_role("rowheader").all_inner_texts() == ["red", "green", "deep blue"]
    trainer.button("Show a picture of the class deep blue").click()
    expect(trainer.node.locator(".mnistviz-reading")).to_contain_text("read as deep blue")
    assert overflows(trainer.node) == []
    assert notebook.lab.errors.texts == []
    notebook.lab.close()


@pytest.mark.thorough
def test_a_trainer_whose_kernel_was_restarted_says_so(training: Notebook) -> None:
    with training.running():
        trainer = TrainerPage(training)
    explorer = training.explorer()
    training.restart_kernel()
    for alert in (trainer.node.get_by_role("alert"), explorer.alert):
        expect(alert).to_contain_text("The kernel of this notebook cell has ended. Run the cell again.")
    box = trainer.button("Start").bounding_box()
    assert box is not None
    trainer.page.mouse.click(box["x"] + 5, box["y"] + 5)
    trainer.expect_state("ready")
    assert training.lab.errors.texts == []
