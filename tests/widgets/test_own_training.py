"""A trainer of pictures of one's own: their names and samples are shown, and what does not fit is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz
from mnistviz.codec import unpack
from mnistviz.data.digits import DataError
from mnistviz.jupyter.trainer.view import TrainingView
from mnistviz.network.keras_model import build_cnn
from mnistviz.training import live_training

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable, Iterator

    import keras

    from mnistviz import Trainer

Array = np.ndarray[Any, Any]

NAMES = ("bar", "disc", "square")


def pictures(*, side: int = 28, colours: bool = False) -> mnistviz.Pictures:
    """30 pictures of three classes: the upper, the middle or the lower third is bright."""
    labels = np.tile([0, 1, 2], 10)
    images = np.random.default_rng(1).integers(0, 60, (30, side, side, *([3] if colours else [])), np.uint8)
    for image, label in zip(images, labels, strict=True):
        image[side * label // 3 : side * (label + 1) // 3] |= 128
    return mnistviz.load_pictures((images, labels), NAMES)


def mlp(*layers: keras.layers.Layer) -> keras.Model:
    import keras

    return keras.Sequential([keras.Input((28, 28)), keras.layers.Flatten(), *layers, keras.layers.Dense(3)])


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[dict[str, Any], dict[str, Array]]]:
    """The updates of all trainers, as a page would get them."""
    updates: list[tuple[dict[str, Any], dict[str, Array]]] = []

    def send(view: Any, header: Any, callbacks: Any = None, buffers: Any = None) -> None:
        if header["kind"] == "update":
            updates.append(unpack(header, buffers))
            view._handle_custom_msg({"kind": "painted", "number": header["number"]}, [])

    monkeypatch.setattr(TrainingView, "send", send)
    return updates


@pytest.fixture
def trainer(errors: list[logging.LogRecord]) -> Iterator[Trainer]:
    trainer = mnistviz.train_live(mlp(), pictures(), epochs=20, batch_size=10, learning_rate=0.01)
    yield trainer
    trainer.close()


def test_names_samples_and_weights_are_those_of_the_data(trainer: Trainer, sent: list[Any]) -> None:
    (view,) = trainer.children
    view._handle_custom_msg({"kind": "ready"}, [])
    trainer.start()
    trainer.wait()
    assert trainer.history.validations[-1].accuracy == 1
    assert repr(trainer) == "Trainer(finished, 5,000 pictures, 20 epochs, learning rate 0.01)"
    assert (view.subject, view.classes, view.digit, view.sample_shape) == ("pictures", list(NAMES), 0, [28, 28, 1])
    samples = np.frombuffer(view.samples, np.uint8).reshape(3, 28, 28)
    np.testing.assert_array_equal(samples, pictures().test_images)
    header, arrays = sent[-1]
    assert header["confusion"] == [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    assert [strip["title"] for strip in view.strips] == [
        "The weights of 3 of 3 units of the first dense layer, pixel by pixel (28x28)"
    ]
    weights = trainer.model.get_weights()[0].reshape(28, 28, 3)
    high = np.abs(weights).max()
    np.testing.assert_allclose((arrays["weights"].astype(float) - 128) / 127 * high, np.moveaxis(weights, 2, 0), atol=high / 127)
    for number in range(3):
        view.digit = number
        trainer.wait()
        logits = np.asarray(trainer.model(samples[number : number + 1] / np.float32(255)))[0]
        assert sent[-1][0]["prediction"] == logits.argmax() == number
        assert sent[-1][0]["confidence"] == pytest.approx((np.exp(logits) / np.exp(logits).sum()).max(), rel=1e-3)


@pytest.mark.parametrize(("pixels", "paper", "ink"), [(255, 0, 255), ((-1, 1), -1, 1), (None, 0, 1)])
def test_a_model_is_trained_on_the_range_that_is_given(
    pixels: Any, paper: float, ink: float, errors: list[logging.LogRecord], monkeypatch: pytest.MonkeyPatch
) -> None:
    trainer = mnistviz.train_live(mlp(), pictures(), pixels=pixels, epochs=1, batch_size=30)
    steps, fed = live_training.compile_step, []

    def spied(*arguments: Any) -> Any:
        step = steps(*arguments)
        return lambda batch, labels: (fed.append(np.array(batch)), step(batch, labels))[1]

    monkeypatch.setattr(live_training, "compile_step", spied)
    trainer.start()
    trainer.wait()
    (batch,) = fed
    images = pictures().images / 255
    assert batch.mean() == pytest.approx(paper + images.mean() * (ink - paper), rel=1e-4)
    assert (batch.min(), batch.max()) == pytest.approx(
        (paper + images.min() * (ink - paper), paper + images.max() * (ink - paper))
    )
    explorer = trainer.explore()
    assert (explorer.engine.form.paper, explorer.engine.form.ink) == (paper, ink)
    explorer.close()
    trainer.close()


def test_a_page_can_choose_no_class_that_there_is_not(trainer: Trainer) -> None:
    (view,) = trainer.children
    view.digit = 9
    assert view.digit == 2


def test_one_can_draw_for_the_network(trainer: Trainer) -> None:
    explorer = trainer.explore()
    explorer.draw([[(40, 40), (240, 40)]])
    explorer.wait_idle()
    logits = np.asarray(trainer.model(explorer.forward.digit[None]))[0]
    np.testing.assert_allclose(explorer.forward.probabilities, np.exp(logits) / np.exp(logits).sum(), rtol=1e-4)
    explorer.close()


def test_large_pictures_in_colours_are_sent_small(errors: list[logging.LogRecord]) -> None:
    trainer = mnistviz.train_live(mlp(), pictures(side=192, colours=True))
    (view,) = trainer.children
    assert view.sample_shape == [64, 64, 3]
    by_hand = pictures(side=192, colours=True).test_images[1].astype(float)
    small = np.frombuffer(view.samples, np.uint8).reshape(3, 64, 64, 3)[1]
    assert small[40:60].mean() == pytest.approx(by_hand[120:180].mean(), abs=2)
    trainer.close()


def test_a_network_without_pictures_of_weights_says_so(errors: list[logging.LogRecord]) -> None:
    import keras

    inside = [keras.layers.DepthwiseConv2D(3), keras.layers.Flatten(), keras.layers.Dense(3, "softmax")]
    trainer = mnistviz.train_live(keras.Sequential([keras.Input((28, 28, 1)), *inside]), pictures())
    (view,) = trainer.children
    assert "DepthwiseConv2D" in view.remark
    assert view.strips == []
    assert trainer._repr_mimebundle_()["image/png"]
    trainer.close()


def test_mnist_is_trained_with_augmentation_as_before(errors: list[logging.LogRecord]) -> None:
    mnist = mnistviz.load_mnist()
    trainer = mnistviz.train_live(None, mnist, digits=500, epochs=1)
    (view,) = trainer.children
    assert (view.subject, view.digit, trainer.choices.augment) == ("digits", 7, True)
    np.testing.assert_array_equal(np.frombuffer(view.samples, np.uint8).reshape(10, 28, 28)[7], mnist.test_images[399])
    trainer.start()
    trainer.wait()
    assert len(trainer.history.losses) == 10
    trainer.close()


def test_what_does_not_fit_is_refused(trainer: Trainer, refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "Augmentation", "MNIST"):
        mnistviz.train_live(mlp(), pictures(), augment=True)
    with refuses(ValueError, "Augmentation"):
        trainer.choose(augment=True)
    with refuses(ValueError, "10 classes", "have 3"):
        mnistviz.train_live(build_cnn(), pictures())
    with refuses(ValueError, "3 classes", "have 10"):
        mnistviz.train_live(mlp())
    with refuses(ValueError, "a model of your own"):
        mnistviz.train_live(None, pixels=255)
    with refuses(ValueError, "The range of pixels"):
        mnistviz.train_live(mlp(), pictures(), pixels=(1, 1))
    with refuses(DataError, "nowhere"):
        mnistviz.train_live(mlp(), "nowhere")
