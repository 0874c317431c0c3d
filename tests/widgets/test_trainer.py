"""Trainer and its view: real widgets and a real, short training; the page is played by the test."""

from __future__ import annotations

import base64
import gc
import io
import threading
import weakref
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image

import mnistviz
from mnistviz.codec import unpack
from mnistviz.data.digits import DataError
from mnistviz.jupyter import session
from mnistviz.jupyter.session import NotebookCell
from mnistviz.jupyter.trainer.view import TrainingView
from mnistviz.network.keras_model import build_cnn
from mnistviz.plot import colour_maps

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable, Iterator

    from mnistviz import Trainer

Update = tuple[dict[str, Any], dict[str, np.ndarray[Any, Any]]]


class TrainersPage:
    """The page of a trainer: keeps every message, and reports each update as painted."""

    def __init__(self, trainer: Trainer) -> None:
        self.trainer = trainer
        (self.view,) = trainer.children
        self.kinds: list[str] = []
        self.updates: list[Update] = []
        self.condition = threading.Condition()

    def receive(self, content: dict[str, Any], buffers: list[bytes] | None) -> None:
        with self.condition:
            self.kinds.append(content["kind"])
            if content["kind"] == "update":
                self.updates.append(unpack(content, buffers or []))
            self.condition.notify_all()
        if content["kind"] == "update":
            self.tell(kind="painted", number=content["number"])

    def tell(self, **content: Any) -> None:
        self.view._handle_custom_msg(content, [])

    def press(self, button: str) -> None:
        self.tell(kind="press", button=button)

    def wait_for(self, found: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The header of the newest update, once it is so."""
        with self.condition:
            assert self.condition.wait_for(lambda: self.updates and found(self.updates[-1][0]), 60)
            return self.updates[-1][0]

    def wait_for_state(self, state: str) -> dict[str, Any]:
        return self.wait_for(lambda header: header["state"] == state)


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> list[TrainersPage]:
    pages: list[TrainersPage] = []

    def send(view: Any, header: Any, callbacks: Any = None, buffers: Any = None) -> None:
        for page in pages:
            if page.view is view:
                page.receive(header, buffers)

    monkeypatch.setattr(TrainingView, "send", send)
    return pages


@pytest.fixture
def trainer(errors: list[logging.LogRecord]) -> Iterator[Trainer]:
    """Of 500 digits and 1,000 epochs, so that it must be stopped."""
    trainer = mnistviz.train_live(digits=500, epochs=1000)
    yield trainer
    trainer.close()


@pytest.fixture
def watched(trainer: Trainer, pages: list[TrainersPage]) -> TrainersPage:
    """The loaded page of `trainer`."""
    pages.append(TrainersPage(trainer))
    pages[0].tell(kind="ready")
    pages[0].wait_for_state("ready")
    return pages[0]


def test_an_update_holds_kernels_and_maps(watched: TrainersPage) -> None:
    header, arrays = watched.updates[-1]
    assert [strip["name"] for strip in header["strips"]] == ["kernels", "conv1", "conv2"]
    kernels = watched.trainer.model.get_layer("conv1").get_weights()[0][:, :, 0]  # rows, columns, filters
    high = np.abs(kernels).max()
    seen = arrays["kernels"]
    np.testing.assert_allclose((seen.astype(float) - colour_maps.ZERO) / 127 * high, np.moveaxis(kernels, 2, 0), atol=high / 127)
    shapes = {name: (codes.dtype.name, codes.shape) for name, codes in arrays.items()}
    assert shapes == {
        "kernels": ("uint8", (16, 3, 3)),
        "conv1": ("uint8", (16, 26, 26)),
        "conv2": ("uint8", (32, 11, 11)),
    }
    digit = np.frombuffer(watched.view.samples, np.uint8).reshape(10, 28, 28)[7].astype(np.float32) / 255
    probabilities = np.asarray(watched.trainer.model(digit[None, :, :, None]))[0]
    assert header["prediction"] == probabilities.argmax()
    assert header["confidence"] == pytest.approx(probabilities.max(), rel=1e-4)


def test_the_page_starts_pauses_resumes_and_stops(watched: TrainersPage) -> None:
    _, before = watched.updates[-1]
    watched.press("start")
    header = watched.wait_for(lambda header: header["trained"] >= 3)
    assert header["state"] == "running"
    assert header["end"] == 10_000
    assert header["confusion"] is None
    assert len(header["batches"]) == len(header["loss"]) == len(header["accuracy"]) == header["trained"]
    assert header["validations"][0][0] == 0
    watched.press("pause")
    watched.wait_for_state("paused")
    watched.press("resume")
    trained = watched.wait_for_state("running")["trained"]
    watched.wait_for(lambda header: header["trained"] > trained)
    watched.press("stop")
    watched.trainer.wait()
    header, arrays = watched.updates[-1]
    assert header["state"] == "stopped"
    assert np.sum(header["confusion"]) == 500
    assert not np.array_equal(arrays["kernels"], before["kernels"])
    watched.press("reset")
    watched.wait_for(lambda header: header["state"] == "ready" and header["trained"] == 0)
    _, after = watched.updates[-1]
    assert after.keys() == before.keys()
    for name, codes in before.items():
        np.testing.assert_array_equal(after[name], codes)


def test_the_end_is_told_once_it_rests(watched: TrainersPage) -> None:
    watched.trainer.choose(epochs=1)
    watched.press("start")
    with watched.condition:
        assert watched.condition.wait_for(
            lambda: watched.kinds[-1] == "rest" and watched.updates[-1][0]["state"] == "finished", 60
        )


def test_a_second_start_is_refused(watched: TrainersPage, errors: list[logging.LogRecord]) -> None:
    watched.trainer.start()
    with pytest.raises(RuntimeError, match="second start"):
        watched.trainer.start()
    watched.press("start")
    assert "second start" in watched.view.message
    assert [record.getMessage()[:8] for record in errors] == ["mnistviz"]
    errors.clear()
    assert watched.trainer.state == "running"


def test_another_digit_is_shown(watched: TrainersPage) -> None:
    _, before = watched.updates[-1]
    watched.view.digit = 3
    watched.wait_for(lambda _: not np.array_equal(watched.updates[-1][1]["conv1"], before["conv1"]))
    np.testing.assert_array_equal(watched.updates[-1][1]["kernels"], before["kernels"])


def test_choices_of_page_and_code_are_the_same(watched: TrainersPage, refuses: Callable[..., Any]) -> None:
    watched.view.choices = {**watched.view.choices, "batch_size": 250}
    watched.trainer.choose(epochs=2, learning_rate=0.003)
    assert (watched.trainer.choices.batch_size, watched.trainer.choices.epochs) == (250, 2)
    assert watched.view.choices["learning_rate"] == 0.003
    with refuses(ValueError, "digits"):
        watched.trainer.choose(digits=7)
    watched.trainer.start()
    watched.trainer.wait()
    assert len(watched.trainer.history.losses) == 4


def test_the_lesson_goes_on_without_the_full_mnist(
    watched: TrainersPage, monkeypatch: pytest.MonkeyPatch, errors: list[logging.LogRecord]
) -> None:
    def unreachable() -> None:
        raise DataError("no network")

    monkeypatch.setattr("mnistviz.data.digits._fetch", unreachable)
    watched.trainer.choose(digits="all")
    watched.press("start")
    watched.wait_for_state("stopped")
    with pytest.raises(DataError, match="no network"):
        watched.trainer.wait()
    assert watched.view.message == "no network"
    assert watched.trainer.last_error is not None
    count = len(watched.updates)
    watched.press("jump")
    watched.wait_for(lambda _: len(watched.updates) > count)
    told = [record.getMessage() for record in errors]
    assert told == ["mnistviz: no network", "mnistviz: 'jump'"], "each is told once, not in every update"
    errors.clear()
    assert watched.trainer.choices.digits == 5000
    watched.press("start")
    watched.wait_for(lambda header: header["trained"] >= 1)
    assert watched.view.message == ""


def test_a_network_that_has_diverged_is_told(watched: TrainersPage, errors: list[logging.LogRecord]) -> None:
    watched.trainer.model.set_weights([weight * np.nan for weight in watched.trainer.model.get_weights()])
    watched.press("start")
    assert watched.wait_for_state("stopped")["confusion"] is not None
    assert "smaller learning rate" in watched.view.message
    errors.clear()
    watched.press("reset")
    watched.wait_for_state("ready")
    assert watched.view.message == ""


def test_an_explorer_follows_the_weights(trainer: Trainer, digits: tuple[np.ndarray[Any, Any], Any]) -> None:
    explorer = trainer.explore()
    try:
        assert trainer.children[0].explorer == explorer.children[0].model_id  # the trainer shows it beside its curves
        explorer.show(digits[0][0])
        explorer.wait_idle()
        before = explorer.forward
        trainer.choose(epochs=3)
        trainer.start()
        trainer.wait()
        explorer.wait_idle()
        after = explorer.forward
        assert after.prediction == 0
        assert not np.allclose(before.probabilities, after.probabilities, atol=0.1)
        expected = np.asarray(trainer.model(after.digit[None, :, :, None]))[0]
        np.testing.assert_allclose(after.probabilities, expected, rtol=1e-3, atol=1e-6)
        assert explorer.last_error is None
    finally:
        explorer.close()


def test_waiting_has_an_end(trainer: Trainer) -> None:
    trainer.start()
    with pytest.raises(TimeoutError, match="running"):
        trainer.wait(0.01)


def test_closing_frees_everything(pages: list[TrainersPage]) -> None:
    trainer = mnistviz.train_live(digits=500, epochs=1000)
    pages.append(TrainersPage(trainer))
    pages[0].tell(kind="ready")
    pages[0].press("start")
    pages[0].wait_for(lambda header: header["trained"] >= 1)
    trainer.close()
    trainer.close()
    names = {thread.name for thread in threading.enumerate()}
    assert not names & {"mnistviz-training", "mnistviz-render-loop"}
    assert trainer.comm is None
    kept = weakref.ref(trainer.model)
    pages.clear()
    del trainer
    gc.collect()
    assert kept() is None


def test_running_the_cell_again_closes_the_former_trainer(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = iter([NotebookCell("a cell", "first run"), NotebookCell("a cell", "second run")])
    cell = next(runs)
    monkeypatch.setattr(session, "running_notebook_cell", lambda: cell)
    former = mnistviz.train_live(digits=500, epochs=1000)
    former.start()
    cell = next(runs)
    trainer = mnistviz.train_live(digits=500)
    assert former.comm is None
    assert former.state == "stopped"
    assert trainer.comm is not None
    trainer.close()


def test_own_models_are_trained_in_place(refuses: Callable[..., Any]) -> None:
    model = build_cnn(seed=3)
    before = model.get_weights()
    trainer = mnistviz.train_live(model, digits=500, epochs=1)
    trainer.start()
    trainer.wait()
    assert trainer.model is model
    assert not np.array_equal(before[0], model.get_weights()[0])
    trainer.close()
    with refuses(TypeError, "keras.Model"):
        mnistviz.train_live("model.keras")
    with refuses(ValueError, "learning rate"):
        mnistviz.train_live(learning_rate=0)


def test_an_epoch_is_replayed_and_left_again(watched: TrainersPage, refuses: Callable[..., Any]) -> None:
    trainer = watched.trainer
    _, untrained = watched.updates[-1]
    trainer.choose(epochs=2)
    watched.press("start")
    header = watched.wait_for_state("finished")
    _, trained = watched.updates[-1]
    weights = trainer.model.get_weights()
    assert header["kept"] == ((0, 0), (1, 10), (2, 20))
    assert header["shown_epoch"] is None
    watched.view.epoch = 0  # as the slider does
    watched.wait_for(lambda header: header["shown_epoch"] == 0)
    for name, codes in untrained.items():
        np.testing.assert_array_equal(watched.updates[-1][1][name], codes)
    trainer.show_epoch(1)
    header = watched.wait_for(lambda header: header["shown_epoch"] == 1)
    other = build_cnn()
    other.set_weights(trainer.checkpoints[1].weights)
    digit = np.frombuffer(watched.view.samples, np.uint8).reshape(10, 28, 28)[7].astype(np.float32) / 255
    probabilities = np.asarray(other(digit[None, :, :, None]))[0]
    assert header["prediction"] == probabilities.argmax()
    assert header["confidence"] == pytest.approx(probabilities.max(), rel=1e-4)
    watched.view.digit = 3
    watched.wait_for(lambda header: header["confidence"] != pytest.approx(probabilities.max(), rel=1e-4))
    assert watched.updates[-1][0]["shown_epoch"] == 1
    assert all(np.array_equal(weight, former) for weight, former in zip(trainer.model.get_weights(), weights, strict=True))
    watched.view.digit = 7
    trainer.show_epoch(None)
    watched.wait_for(lambda header: header["shown_epoch"] is None)
    for name, codes in trained.items():
        np.testing.assert_array_equal(watched.updates[-1][1][name], codes)
    with refuses(ValueError, "epoch 5", "1, 2"):
        trainer.show_epoch(5)


def test_a_replay_ends_when_the_training_goes_on(watched: TrainersPage, refuses: Callable[..., Any]) -> None:
    watched.press("start")
    watched.wait_for(lambda header: len(header["kept"]) > 1)
    with refuses(RuntimeError, "running"):
        watched.trainer.show_epoch(0)
    watched.press("pause")
    watched.wait_for_state("paused")
    watched.trainer.show_epoch(1)
    trained = watched.wait_for(lambda header: header["shown_epoch"] == 1)["trained"]
    watched.press("resume")
    watched.wait_for(lambda header: header["trained"] > trained and header["shown_epoch"] is None)
    assert watched.view.epoch is None
    watched.view.epoch = 0  # from a page that does not know yet that the training runs
    watched.wait_for(lambda _: watched.view.epoch is None)
    watched.press("stop")
    watched.wait_for_state("stopped")
    watched.view.epoch = 10**6  # from a page that is not up to date
    watched.wait_for(lambda _: watched.view.epoch is None)
    assert watched.updates[-1][0]["shown_epoch"] is None
    watched.trainer.show_epoch(0)
    watched.wait_for(lambda header: header["shown_epoch"] == 0)
    watched.press("reset")
    header = watched.wait_for(lambda header: header["state"] == "ready" and header["shown_epoch"] is None)
    assert (header["kept"], watched.view.epoch) == ((), None)


def test_a_compiled_model_keeps_its_learning_rate(pages: list[TrainersPage]) -> None:
    import keras

    model = build_cnn(seed=3)
    model.compile(keras.optimizers.SGD(0.0), keras.losses.CategoricalCrossentropy(label_smoothing=0.1))
    before = model.get_weights()
    trainer = mnistviz.train_live(model, digits=500, epochs=1)
    pages.append(TrainersPage(trainer))
    pages[0].tell(kind="ready")
    assert trainer.choices.learning_rate is None
    assert repr(trainer) == "Trainer(ready, 500 digits, 1 epochs, learning rate as compiled)"
    assert pages[0].view.options["learning_rate"][:2] == (None, 0.0001)
    assert pages[0].view.optimizer == "SGD"
    trainer.start()
    trainer.wait()
    assert pages[0].wait_for_state("finished")["loss_name"] == "cross-entropy with smoothed labels"
    assert all(np.array_equal(weight, former) for weight, former in zip(model.get_weights(), before, strict=True))
    trainer.choose(learning_rate=0.1)
    trainer.start()
    trainer.wait()
    assert not np.array_equal(model.get_weights()[0], before[0])
    trainer.close()


def test_other_models_have_no_rate_of_their_own(trainer: Trainer) -> None:
    trainer.choose(learning_rate=0.01)
    trainer.choose(learning_rate=None)
    assert trainer.choices.learning_rate == 0.002
    assert trainer.children[0].options["learning_rate"][0] == 0.0001
    assert trainer.children[0].optimizer == ""


def test_a_still_picture_stands_beside_the_view(trainer: Trainer) -> None:
    def picture() -> np.ndarray[Any, Any]:
        bundle = trainer._repr_mimebundle_()
        assert bundle["text/plain"] == repr(trainer)
        return np.asarray(Image.open(io.BytesIO(base64.b64decode(bundle["image/png"]))).convert("RGB"))

    assert repr(trainer) == "Trainer(ready, 500 digits, 1000 epochs, learning rate 0.002)"
    before = picture()
    trainer.choose(epochs=1)
    trainer.start()
    trainer.wait()
    after = picture()
    assert before.shape == after.shape
    assert (before != after).any()
    assert repr(trainer) == "Trainer(finished, 500 digits, 1 epochs, learning rate 0.002)"
