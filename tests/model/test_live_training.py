"""LiveTraining: how start, pause, stop and reset change the batches and the weights."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mnistviz.data.digits import DataError, as_digits
from mnistviz.network.input_form import InputForm
from mnistviz.network.keras_engine import KerasEngine
from mnistviz.network.keras_model import build_cnn
from mnistviz.training import live_training
from mnistviz.training.choices import TrainingChoices
from mnistviz.training.lesson import batches, lesson_digits
from mnistviz.training.live_training import LiveTraining

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import keras

Array = np.ndarray[Any, Any]

SHORT = TrainingChoices(digits=500, epochs=1)
ENDLESS = TrainingChoices(digits=500, epochs=1000)


class Watched(LiveTraining):
    """A training that tests can wait for."""

    def __init__(self, model: keras.Model) -> None:
        self.condition = threading.Condition()
        super().__init__(KerasEngine(model), self.notify)

    def notify(self) -> None:
        with self.condition:
            self.condition.notify_all()

    @property
    def count(self) -> int:
        return len(self.history.losses)

    def reach(self, count: int) -> None:
        with self.condition:
            assert self.condition.wait_for(lambda: self.count >= count, 60), self.state


@pytest.fixture
def training() -> Iterator[Watched]:
    """A training of a fresh network. It is stopped at the end."""
    watched = Watched(build_cnn(seed=1))
    yield watched
    watched.stop()
    assert watched.wait(60)


def same(weights: list[Array], others: list[Array]) -> bool:
    return all(np.array_equal(one, other) for one, other in zip(weights, others, strict=True))


def read_often(engine: KerasEngine, digits: Array) -> None:
    """Takes longer than several batches."""
    for _ in range(100):
        engine.run(digits)


def test_a_training_learns_until_its_end(training: Watched, digits: tuple[Array, Array]) -> None:
    training.start(TrainingChoices(digits=500, epochs=3))
    assert training.wait(60)
    assert (training.state, training.error) == ("finished", None)
    history = training.history
    assert len(history.losses) == len(history.accuracies) == 3 * 500 // 50
    assert [validation.batch for validation in history.validations] == [0, 10, 20, 30]
    assert training.progress == (3, 3, 10, 10)
    images, labels = digits
    validation_digits = np.tile(np.arange(500) >= 450, 10)  # the last 50 of each class
    inputs = (images[validation_digits] / np.float32(255)).astype(np.float32)
    predictions = np.asarray(training.model(inputs[..., None])).argmax(axis=1)
    last = history.validations[-1]
    assert last.accuracy == pytest.approx((predictions == labels[validation_digits]).mean())
    assert last.accuracy > history.validations[0].accuracy + 0.4
    assert last.confusion[3].sum() == 50
    assert last.confusion[3, 5] == ((predictions == 5) & (labels[validation_digits] == 3)).sum()


def test_a_second_start_is_refused(training: Watched, refuses: Callable[..., Any]) -> None:
    training.start(ENDLESS)
    training.reach(1)
    with refuses(RuntimeError, "second start"):
        training.start(SHORT)
    training.pause()
    with refuses(RuntimeError, "paused"):
        training.start(SHORT)
    assert [thread.name for thread in threading.enumerate()].count("mnistviz-training") == 1


def test_a_pause_lasts_until_it_is_resumed(training: Watched, ten_digits: Array) -> None:
    engine = KerasEngine(training.model)
    training.start(ENDLESS)
    training.reach(2)
    training.pause()
    at_pause = training.count
    read_often(engine, ten_digits)
    at_rest, weights = training.count, training.model.get_weights()
    assert at_rest <= at_pause + 1
    read_often(engine, ten_digits)
    assert (training.state, training.count) == ("paused", at_rest)
    assert same(weights, training.model.get_weights())
    training.resume()
    training.reach(at_rest + 2)
    assert training.state == "running"


@pytest.mark.parametrize("paused", [False, True])
def test_a_training_stops_within_a_batch(training: Watched, paused: bool) -> None:
    training.start(ENDLESS)
    training.reach(3)
    if paused:
        training.pause()
    training.stop()
    count = training.count
    assert training.wait(60)
    assert training.state == "stopped"
    assert training.count <= count + 1
    assert training.history.validations[-1].batch == training.count, "the weights at the stop are validated"


def test_a_second_training_continues_from_the_first(training: Watched) -> None:
    training.start(SHORT)
    training.wait()
    training.start(SHORT)
    training.wait()
    assert training.count == 20
    assert [validation.batch for validation in training.history.validations] == [0, 10, 20]


def test_reset_restores_the_first_weights(training: Watched) -> None:
    first = training.model.get_weights()
    assert same(first, build_cnn(seed=1).get_weights())
    assert not same(first, build_cnn(seed=2).get_weights())
    training.start(ENDLESS)
    training.reach(2)
    assert not same(first, training.model.get_weights())
    training.reset()
    assert same(first, training.model.get_weights())
    assert (training.state, training.count, training.history.validations) == ("ready", 0, ())


def test_the_weights_of_every_epoch_are_kept(training: Watched) -> None:
    first = training.model.get_weights()
    training.start(TrainingChoices(digits=500, epochs=2))
    training.wait()
    training.start(SHORT)
    training.wait()
    kept = training.checkpoints
    assert [(one.epoch, one.batch) for one in kept] == [(0, 0), (1, 10), (2, 20), (3, 30)]
    assert same(first, list(kept[0].weights))
    assert same(training.model.get_weights(), list(kept[3].weights))
    assert not same(list(kept[2].weights), list(kept[3].weights))
    training.reset()
    assert training.checkpoints == ()


def test_an_epoch_that_did_not_end_is_not_kept(training: Watched) -> None:
    training.start(ENDLESS)
    training.reach(12)
    training.stop()
    training.wait()
    ended = training.count // 10
    assert [one.epoch for one in training.checkpoints] == list(range(ended + 1))
    training.start(SHORT)
    training.wait()
    assert training.checkpoints[-1][:2] == (ended + 1, training.count)


def test_a_replay_computes_with_former_weights_and_leaves_the_model_alone(ten_digits: Array) -> None:
    import keras

    layers = keras.layers
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(4, 3, name="first", activity_regularizer="l2"),
            layers.BatchNormalization(),  # its moving statistics are weights, too
            layers.Dropout(0.5),
            layers.Flatten(),
            layers.Dense(10, "softmax", name="last"),
        ]
    )
    training = Watched(model)
    training.start(TrainingChoices(digits=500, epochs=3))
    training.wait()
    present = model.get_weights()
    other = keras.models.clone_model(model)
    for checkpoint in training.checkpoints:
        replayed = training.replay(checkpoint, ten_digits[7])
        other.set_weights(checkpoint.weights)
        np.testing.assert_array_equal(replayed.weights.pictures, other.get_layer("first").get_weights()[0][:, :, 0])
        expected = np.asarray(other(ten_digits[7][None, :, :, None], training=False))
        np.testing.assert_allclose(replayed.outputs["last"], expected, atol=1e-6)
        assert same(present, model.get_weights())
    assert not same(list(training.checkpoints[0].weights), present)


@pytest.mark.thorough
def test_a_replay_during_a_pause_does_not_change_the_training(ten_digits: Array) -> None:
    choices, histories = TrainingChoices(digits=500, epochs=2, augment=False), []
    for is_replayed in (False, True):
        watched = Watched(build_cnn(seed=1))
        watched.start(choices)
        watched.reach(11)
        watched.pause()
        if is_replayed:
            watched.replay(watched.checkpoints[0], ten_digits[7])
        watched.resume()
        watched.wait()
        histories.append(watched.history.losses)
    np.testing.assert_allclose(histories[0], histories[1], rtol=1e-3)


@pytest.mark.thorough
def test_the_seed_determines_everything(training: Watched) -> None:
    losses = []
    for seed in (1, 1, 2):
        training.reset()
        training.start(TrainingChoices(digits=500, epochs=1, seed=seed))
        training.wait()
        losses.append(training.history.losses)
    np.testing.assert_allclose(losses[0], losses[1], rtol=1e-3)
    assert not np.allclose(losses[0], losses[2], rtol=1e-3)


def test_an_error_is_kept(training: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(_: object) -> None:
        raise DataError("no network")

    monkeypatch.setattr(live_training, "lesson_digits", unreachable)
    training.start(TrainingChoices(digits="all"))
    assert training.wait(60)
    assert training.state == "stopped"
    assert str(training.error) == "no network"
    monkeypatch.undo()
    training.start(SHORT)
    training.wait()
    assert (training.state, training.error) == ("finished", None)


def test_a_diverging_training_ends_with_an_error(training: Watched) -> None:
    training.model.set_weights([weight * np.nan for weight in training.model.get_weights()])
    training.start(SHORT)
    training.wait()
    assert training.state == "stopped"
    assert "smaller learning rate" in str(training.error)
    assert training.count == 0


def test_weights_can_be_read_during_the_training(training: Watched, ten_digits: Array) -> None:
    engine = KerasEngine(training.model)
    training.start(ENDLESS)
    seen = []
    for count in range(1, 31):
        probabilities = engine.run(ten_digits)["probabilities"]
        np.testing.assert_allclose(probabilities.sum(axis=1), 1, atol=1e-4)
        seen.append(probabilities)
        training.reach(count)
    assert not np.allclose(seen[0], seen[-1], atol=1e-2)
    assert training.error is None


def test_the_model_stays_compiled_as_before(fresh_model: keras.Model) -> None:
    fresh_model.compile("sgd", "mse")
    watched = Watched(fresh_model)
    watched.start(SHORT)
    watched.wait()
    assert type(fresh_model.optimizer).__name__ == "SGD"
    assert fresh_model.loss == "mse"


def test_every_digit_is_shown_once_per_epoch() -> None:
    digits = lesson_digits(500)
    choices = TrainingChoices(digits=500, epochs=2, batch_size=64, augment=False)
    shown = list(batches(digits, choices, InputForm()))
    assert [progress[2:] for progress, _, _ in shown] == [(batch, 8) for batch in (*range(1, 9), *range(1, 9))]
    for half in (shown[:8], shown[8:]):
        images = np.concatenate([images for _, images, _ in half])[..., 0]
        np.testing.assert_array_equal(np.sort(images.sum(axis=(1, 2))), np.sort(as_digits(digits.images).sum(axis=(1, 2))))
        labels = np.concatenate([labels for _, _, labels in half])
        assert np.bincount(labels).tolist() == [50] * 10
    assert not np.array_equal(shown[0][2], shown[8][2]), "another order in the second epoch"


def test_augmented_digits_keep_their_labels() -> None:
    digits = lesson_digits(500)
    plain = next(batches(digits, TrainingChoices(digits=500, augment=False), InputForm()))
    distorted = next(batches(digits, TrainingChoices(digits=500), InputForm()))
    np.testing.assert_array_equal(plain[2], distorted[2])
    assert not np.array_equal(plain[1], distorted[1])
    of_the_same = np.corrcoef(plain[1].reshape(50, -1), distorted[1].reshape(50, -1))[:50, 50:]
    assert np.diag(of_the_same).mean() > of_the_same.mean() + 0.3
