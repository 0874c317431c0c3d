"""Explorers with pictures of one's own: the chosen one is fed to the network as it is, and all that is shown belongs to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import keras
import numpy as np
import pytest
from keras import layers

import mnistviz
from mnistviz.network.engine import engine_for
from tests.support.keras_models import seq

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from conftest import Hand, Page

    from mnistviz import Explorer
    from mnistviz.data.pictures import Pictures

    Array = np.ndarray[Any, Any]

NAMES = ("cat", "dog", "ice cream")
SEVEN = [[(80, 60), (200, 60), (120, 240)]]
NUMBER = 3
"""The place of the sample that the tests choose: the second one of the second class."""


def pictures(shape: tuple[int, ...] = (32, 32, 3), count: int = 90) -> Pictures:
    """Random pictures of three classes, of which nine are for testing."""
    labels = np.arange(count) % 3
    images = np.random.default_rng(7).integers(1, 256, (count, *shape), dtype=np.uint8)
    return mnistviz.load_pictures((images, labels), classes=NAMES)


def chosen(data: Pictures) -> Array:
    """The picture of the sample NUMBER, found by hand: uint8."""
    return data.test_images[data.test_labels == 1][1]


def model_of(shape: tuple[int, ...], first: Any = None) -> keras.Model:
    keras.utils.set_random_seed(11)
    maps = [layers.Conv2D(4, 3, activation="relu"), layers.MaxPooling2D(2)]
    answer = [layers.Flatten(), layers.Dense(3, activation="softmax")]
    return seq(*([] if first is None else [first]), *maps, *answer, shape=shape)


@pytest.fixture
def open_gallery(
    take_hold: Callable[[Explorer], Hand], open_page: Callable[[Hand], Page]
) -> Iterator[Callable[..., tuple[Hand, Page]]]:
    """Opens an explorer with samples, and a page."""

    def open_one(model: keras.Model | None, data: Any, **options: Any) -> tuple[Hand, Page]:
        hand = take_hold(mnistviz.explore(model, samples=data, autosave=False, **options))
        return hand, open_page(hand)

    yield open_one
    keras.backend.clear_session()


def choose(hand: Hand, page: Page, number: int = NUMBER) -> tuple[dict[str, Any], dict[str, Any]]:
    """Clicks on a sample; returns what the page is sent."""
    hand.tell(kind="sample", index=number)
    hand.explorer.wait_idle()
    assert hand.explorer.last_error is None
    return page.newest("update")


@pytest.mark.parametrize(
    ("shape", "first", "value_of_white"),
    [
        ((32, 32, 3), None, 1),
        ((64, 64, 3), layers.Rescaling(1 / 255), 255),
        ((20, 30, 1), None, 1),
        ((28, 28, 1), None, 1),
    ],
)
def test_the_network_is_fed_exactly_the_picture(
    shape: tuple[int, ...], first: Any, value_of_white: float, open_gallery: Callable[..., tuple[Hand, Page]]
) -> None:
    data, model = pictures(shape), model_of(shape, first)
    hand, page = open_gallery(model, data)
    header, arrays = choose(hand, page)
    picture = chosen(data).reshape(shape)
    forward = hand.explorer.forward
    np.testing.assert_array_equal(forward.digit, picture / np.float32(255))
    fed = picture[None] / np.float32(255) * np.float32(value_of_white)
    truth = np.asarray(model(fed))[0]
    np.testing.assert_allclose(forward.probabilities, truth, atol=1e-5)
    conv = next(layer for layer in model.layers if isinstance(layer, layers.Conv2D))
    inner = keras.Model(model.inputs[0], conv.output)
    np.testing.assert_allclose(forward.activations[conv.name], np.asarray(inner(fed))[0], atol=1e-5)
    assert (header["prediction"], header["probabilities"]) == (truth.argmax(), pytest.approx(truth.tolist(), abs=1e-5))
    assert forward.label == NAMES[truth.argmax()]
    np.testing.assert_array_equal(arrays["input/digit"], picture)
    assert header["scene"]["given"] == header["centring"] == "dog: as it is, not framed"
    assert (header["steps"], header["points"], hand.explorer.drawing.points) == ([], 0, 0)
    hand.explorer.frame_with(crop=False, scale=False)
    hand.explorer.wait_idle()
    np.testing.assert_array_equal(hand.explorer.forward.digit, picture / np.float32(255))


def test_channels_may_be_the_first_axis_of_what_is_fed(open_gallery: Callable[..., tuple[Hand, Page]]) -> None:
    """TensorFlow convolves no channels first on a processor, so the network is dense."""
    keras.utils.set_random_seed(2)
    data, model = pictures(), seq(layers.Flatten(), layers.Dense(3, activation="softmax"), shape=(3, 32, 32))
    hand, page = open_gallery(model, data)
    choose(hand, page)
    fed = np.moveaxis(chosen(data) / np.float32(255), -1, 0)[None]
    np.testing.assert_allclose(hand.explorer.forward.probabilities, np.asarray(model(fed))[0], atol=1e-5)


def test_the_shipped_network_reads_digits_of_ones_own_without_framing(open_gallery: Callable[..., tuple[Hand, Page]]) -> None:
    images, labels = mnistviz.load_digits()
    moved = np.roll(images[::50], 3, axis=2)  # off centre, which framing would take back
    hand, page = open_gallery(None, (moved, labels[::50]))
    assert hand.view.samples["names"][:4] == ["0", "0", "1", "1"]
    choose(hand, page, 14)
    picture = moved[labels[::50] == 7][0] / np.float32(255)
    np.testing.assert_array_equal(hand.explorer.forward.digit, picture)
    np.testing.assert_array_equal(hand.explorer.forward.probabilities, mnistviz.forward(picture).probabilities)
    assert hand.explorer.forward.prediction == 7


def test_the_names_are_those_of_the_data_and_another_explorer_keeps_its_own(
    open_gallery: Callable[..., tuple[Hand, Page]],
) -> None:
    model = model_of((32, 32, 3))
    engine = engine_for(model)
    hand, _ = open_gallery(model, pictures())
    assert hand.view.classes == list(NAMES)
    assert engine_for(model).classes == engine.classes == ("0", "1", "2")
    hand, _ = open_gallery(model, pictures(), classes=["a", "b", "c"])
    assert hand.view.classes == ["a", "b", "c"]
    assert hand.view.samples["names"] == ["a", "a", "b", "b", "c", "c"]


def test_the_page_gets_pictures_names_and_others(open_gallery: Callable[..., tuple[Hand, Page]]) -> None:
    data = pictures()
    hand, page = open_gallery(model_of((32, 32, 3)), data)
    shown = hand.view.samples
    assert (shown["names"], shown["shape"]) == (["cat", "cat", "dog", "dog", "ice cream", "ice cream"], [32, 32, 3])
    assert (shown["given"], shown["more"]) == (True, True)
    offered = np.frombuffer(shown["pictures"], np.uint8).reshape(6, 32, 32, 3)
    np.testing.assert_array_equal(offered[NUMBER], chosen(data))
    hand.tell(kind="more")
    offered = np.frombuffer(hand.view.samples["pictures"], np.uint8).reshape(6, 32, 32, 3)
    np.testing.assert_array_equal(offered[2], data.test_images[data.test_labels == 1][2])
    choose(hand, page, 2)
    np.testing.assert_array_equal(hand.explorer.forward.digit, offered[2] / np.float32(255))


def test_undo_brings_back_what_was_there_and_a_stroke_begins_a_drawing(open_gallery: Callable[..., tuple[Hand, Page]]) -> None:
    data = pictures()
    hand, page = open_gallery(model_of((32, 32, 3)), data)
    hand.explorer.draw(SEVEN)
    choose(hand, page)
    choose(hand, page, 0)
    hand.click("Undo")
    hand.explorer.wait_idle()
    np.testing.assert_array_equal(hand.explorer.forward.digit, chosen(data) / np.float32(255))
    hand.explorer.draw(SEVEN)
    choose(hand, page)
    hand.click("Undo")
    hand.explorer.wait_idle()
    assert hand.strokes == SEVEN
    choose(hand, page)
    hand.drag((50, 50), (200, 200))
    hand.explorer.wait_idle()
    assert hand.strokes == [[(50, 50), (200, 200)]]
    assert hand.explorer.forward.digit.shape == (28, 28)
    assert page.newest("update")[0]["scene"]["given"] is None
    hand.click("Undo")
    hand.click("Undo")
    hand.explorer.wait_idle()
    np.testing.assert_array_equal(hand.explorer.forward.digit, chosen(data) / np.float32(255))


def test_a_page_that_comes_later_is_told_of_the_picture(
    open_gallery: Callable[..., tuple[Hand, Page]], open_page: Callable[[Hand], Page]
) -> None:
    hand, page = open_gallery(model_of((32, 32, 3)), pictures())
    header, arrays = choose(hand, page)
    other_header, others = open_page(hand).newest("update")
    assert other_header["scene"]["given"] == header["scene"]["given"]
    np.testing.assert_array_equal(others["input/digit"], arrays["input/digit"])


@pytest.mark.page_computes
def test_a_page_that_computes_gets_the_exact_picture(open_gallery: Callable[..., tuple[Hand, Page]]) -> None:
    data = pictures((28, 28))
    hand, page = open_gallery(model_of((28, 28, 1)), data)
    header, arrays = choose(hand, page)
    assert header["scene"]["given"] is not None
    assert arrays["scene/digit"].shape == (28, 28, 1)  # bright, not ink
    np.testing.assert_array_equal(arrays["scene/digit"][..., 0], chosen(data) / np.float32(255))
    assert page.wait_for(lambda: bool(page.of_kind("settled")))


def test_everything_open_belongs_to_the_picture(open_gallery: Callable[..., tuple[Hand, Page]]) -> None:
    data, model = pictures(), model_of((32, 32, 3))
    hand, page = open_gallery(model, data)
    hand.explorer.draw(SEVEN)
    hand.view.framing_open = hand.view.beside_open = True
    hand.view.kept += 1
    hand.explorer.wait_idle()
    _, arrays = choose(hand, page)
    conv = next(layer for layer in model.layers if isinstance(layer, layers.Conv2D))
    why = hand.explorer.explain(conv.name, (4, 6, 1))
    hand.explorer.wait_idle()
    header, arrays = page.newest("update")
    picture, kernel_ = chosen(data) / np.float32(255), np.asarray(conv.kernel)
    by_hand = max((picture[4:7, 6:9] * kernel_[..., 1]).sum(dtype=np.float64) + float(conv.bias[1]), 0)
    assert why.value == pytest.approx(by_hand, abs=1e-5)
    assert why.receptive_field["digit"] == (slice(4, 7), slice(6, 9))
    sees = header["sections"]["microscope"]["pad"]
    assert sees == pytest.approx([6 * 280 / 32, 4 * 280 / 32, 9 * 280 / 32, 7 * 280 / 32])
    where, place = mnistviz.trace_unit(hand.explorer.forward, conv.name, (4, 6, 1), hand.explorer.engine)[-1]
    assert where == "digit"
    inside = picture[4:7, 6:9] * kernel_[..., 1]
    row, column, channel = np.unravel_index(np.abs(inside).argmax(), inside.shape)
    assert place == (4 + row, 6 + column, channel)
    framing = header["sections"]["framing"]
    assert framing == {"given": "dog: as it is, not framed", "photo": [], "steps": [], "answers": []}
    assert arrays["beside/first"].shape == (32, 32, 3)
    np.testing.assert_array_equal(arrays["beside/first"], chosen(data))
    assert arrays["beside/second"].shape == (28, 28)
    pooled = np.asarray(keras.Model(model.inputs[0], model.layers[1].output)(picture[None]))
    largest = float(re.findall(r"\d+\.\d+", mnistviz.Exercise("pool-value", hand.explorer).reveal())[-1])
    assert np.abs(pooled - largest).min() < 0.0051
    assert hand.explorer._snapshot().startswith(b"\x89PNG")
    assert mnistviz.draw_forward_pass(hand.explorer.forward)._repr_png_()


@pytest.mark.page_computes
def test_an_exported_page_has_the_gallery_and_the_picture(tmp_path: Path, open_gallery: Callable[..., tuple[Hand, Page]]) -> None:
    from tests.unit.export.test_page import read_block

    data = pictures((28, 28))
    hand, page = open_gallery(model_of((28, 28, 1)), data)
    choose(hand, page)
    hand.explorer.export(tmp_path / "page.html")
    header, arrays = read_block((tmp_path / "page.html").read_text(encoding="utf-8"))
    assert header["words"]["en"]["names"] == ["cat", "cat", "dog", "dog", "ice cream", "ice cream"]
    np.testing.assert_array_equal(arrays["samples"][0, NUMBER, ..., 0], chosen(data))
    assert header["words"]["en"]["sentences"][NUMBER] == header["pads"][0]["given"] == "dog: as it is, not framed"
    np.testing.assert_array_equal(arrays["pads/0/digit"][..., 0], chosen(data) / np.float32(255))
    assert "pads/0/ink" not in arrays


def test_a_sample_is_chosen_from_code(hand: Hand, refuses: Callable[..., Any]) -> None:
    hand.explorer.show_sample(4)
    hand.explorer.wait_idle()
    assert hand.explorer.forward.prediction == 4
    for index in (-1, 10, "4", 4.0, True):
        with refuses(ValueError, "no sample", "0 to 9"):
            hand.explorer.show_sample(index)  # type: ignore[arg-type]
    assert hand.explorer.forward.prediction == 4


def test_what_does_not_fit_is_refused(refuses: Callable[..., Any]) -> None:
    model = model_of((32, 32, 3))
    with refuses(ValueError, "tells 3 classes apart, but the data have 2"):
        mnistviz.explore(model, samples=mnistviz.load_pictures((pictures().images, np.arange(81) % 2)), autosave=False)
    with refuses(ValueError, "go from 0 to 7", "0 to 2"):
        mnistviz.explore(model, samples=(pictures().images[:8], np.arange(8)), autosave=False)
    with refuses(ValueError, "are no pictures"):
        mnistviz.explore(model, samples=7, autosave=False)
    with refuses(ValueError, "no samples"):
        mnistviz.explore(model, samples=np.zeros((3, 32, 32, 3)), autosave=False)
