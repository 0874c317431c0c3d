"""Training: all stages on little data, stopped twice and resumed, until both engines read the assets."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import keras
import numpy as np
import pytest

from mnistviz import assets, cli
from mnistviz.data.digits import as_digits
from mnistviz.evaluation import calibration
from mnistviz.network.keras_model import activation_model, build_cnn
from mnistviz.training.shipped import digits as training_digits
from mnistviz.training.shipped import distillation, training
from mnistviz.training.shipped.digits import LabelledDigits

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

pytestmark = pytest.mark.thorough

Array = np.ndarray[Any, Any]

VALIDATION = 300


class Trainer:
    """`mnistviz train` on 1,700 MNIST digits and few pen digits, which Ctrl-C can stop after an epoch."""

    def __init__(self, folder: Path, mnist: Path, pen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.output = folder / "work", folder / "assets"
        self.arguments = [f"--mnist={mnist}", f"--pen={pen}", f"--folder={self.folder}", f"--output={self.output}"]
        self.arguments += ["--epochs=3", "--teacher-epochs=2", "--pen-digits=300", "--non-digits=40", "--seed=5"]
        self.stop_after: str | None = None
        self.epochs: list[str] = []
        for module in (training, training_digits):
            monkeypatch.setattr(module, "VALIDATION_DIGITS", VALIDATION)
        monkeypatch.setattr(training_digits, "PLAIN_COPIES", 1)
        monkeypatch.setattr(training_digits, "DISTORTED_COPIES", 1)
        monkeypatch.setattr(training, "build_teacher", small_teacher)
        monkeypatch.setattr(distillation, "EMA", 0.9)  # an average of few steps, because there are few
        monkeypatch.setattr(distillation, "BATCH", 32)
        save = keras.callbacks.ModelCheckpoint.on_epoch_end

        def on_epoch_end(callback: Any, epoch: int, logs: Any = None) -> None:
            save(callback, epoch, logs)
            network = str(callback.filepath).rsplit("/", 1)[-1].split(".")[0]
            self.epochs.append(f"{network} {epoch + 1}")
            if self.stop_after == self.epochs[-1]:
                raise KeyboardInterrupt

        monkeypatch.setattr(keras.callbacks.ModelCheckpoint, "on_epoch_end", on_epoch_end)

    def train(self, *more: str, stop_after: str | None = None) -> int:
        self.stop_after, self.epochs = stop_after, []
        return cli.main(["train", *self.arguments, *more])

    def accuracy(self, digits: Array, labels: Array) -> float:
        network = keras.saving.load_model(self.output / "cnn.keras", compile=False)
        return float((network.predict(as_digits(digits)[..., None], verbose=0).argmax(axis=1) == labels).mean())


def small_teacher() -> keras.Sequential:
    """A teacher that learns from three thousand digits in seconds."""
    layers = keras.layers
    return keras.Sequential([keras.Input((28, 28, 1)), layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(10)])


@pytest.fixture
def small_mnist(digits: tuple[Array, Array], tmp_path: Path) -> tuple[Path, Array, Array]:
    """A file of 1,700 training and 500 test digits, the test images, and their labels."""
    order = np.random.default_rng(0).permutation(5000)
    images, labels = (part[order] for part in digits)
    path = tmp_path / "mnist.npz"
    np.savez(path, x_train=images[:1700], y_train=labels[:1700], x_test=images[1700:2200], y_test=labels[1700:2200])
    return path, images[1700:2200], labels[1700:2200]


def test_a_training_is_stopped_and_resumed(
    small_mnist: tuple[Path, Array, Array],
    write_pen: Callable[..., Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    mnist, test_images, test_labels = small_mnist
    trainer = Trainer(tmp_path, mnist, write_pen(tmp_path / "pen.npz", each=3), monkeypatch)

    assert trainer.train(stop_after="teacher 1") == 128 + 2  # as shells report Ctrl-C
    assert trainer.epochs == ["teacher 1"]
    assert "--resume" in capsys.readouterr().err
    assert not trainer.output.exists()
    assert trainer.train() == 1  # the progress is not overwritten
    assert "--resume" in capsys.readouterr().err

    assert trainer.train("--resume", stop_after="student 1") == 0  # the weights so far are written
    assert trainer.epochs == ["teacher 2", "student 1"]
    early = trainer.accuracy(test_images, test_labels)
    assert early > 0.5

    assert trainer.train("--resume") == 0
    assert trainer.epochs == ["student 2", "student 3"]
    out = capsys.readouterr().out
    assert trainer.accuracy(test_images, test_labels) >= max(early, 0.85)
    assert f"MNIST test digits: accuracy {trainer.accuracy(test_images, test_labels):.2%}" in out
    assert_assets_are_whole(trainer.output, test_images[:20])
    first = (trainer.output / "cnn.tflite").read_bytes()

    assert trainer.train("--resume") == 0  # only writing is left
    assert trainer.epochs == []
    assert (trainer.output / "cnn.tflite").read_bytes() == first


def test_the_shipped_network_is_trained_further(
    small_mnist: tuple[Path, Array, Array],
    write_pen: Callable[..., Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    model: keras.Model,
) -> None:
    mnist, test_images, test_labels = small_mnist
    trainer = Trainer(tmp_path, mnist, write_pen(tmp_path / "pen.npz", each=3), monkeypatch)
    assert trainer.train("--further") == 0
    assert trainer.accuracy(test_images, test_labels) > 0.98  # three epochs of 3,000 digits would not do
    network = keras.saving.load_model(trainer.output / "cnn.keras", compile=False)
    pairs = zip(network.get_weights()[:-2], model.get_weights()[:-2], strict=True)  # the last ones are calibrated anew
    moved = [float(np.abs(new - old).mean() / np.abs(old).mean()) for new, old in pairs]
    assert min(moved) > 0
    assert max(moved) < 0.5


def test_several_networks_teach_what_they_agree_on(model: keras.Model, digits: tuple[Array, Array], tmp_path: Path) -> None:
    images = digits[0][:400]
    generator = np.random.default_rng(2)
    other = build_cnn()
    other.set_weights([weights + generator.normal(0, 0.02, weights.shape) for weights in model.get_weights()])
    other.save(tmp_path / "other.keras")

    def soft(network: keras.Model, temperature: float) -> Array:
        logits = training._up_to_logits(network).predict(as_digits(images)[..., None], verbose=0)
        return np.asarray(keras.ops.log_softmax(logits / temperature))

    teacher = np.exp(soft(model, 3.0))
    answers = teacher.copy()
    student = build_cnn()
    training._remember(student, [training.network_with(tmp_path / "other.keras")], images, answers)
    np.testing.assert_allclose(answers.sum(axis=1), 1, rtol=1e-5)
    assert (answers.argmax(axis=1) == teacher.argmax(axis=1)).mean() > 0.97
    # Brought to the same softness, the shipped network says what this teacher says; so what differs is a third of the other.
    rest = 3 * np.log(answers) - 2 * np.log(teacher)
    centred = [part - part.mean(axis=1, keepdims=True) for part in (rest, soft(other, 1.0))]
    scale = (centred[0] * centred[1]).sum() / (centred[1] ** 2).sum()
    np.testing.assert_allclose(centred[0], scale * centred[1], atol=0.1 * np.abs(centred[0]).max())


def assert_assets_are_whole(folder: Path, images: Array) -> None:
    """Checks that all files exist with their checksums, and that every layer in LiteRT equals the one in Keras."""
    from ai_edge_litert.interpreter import Interpreter

    names = {"cnn.keras", "cnn.tflite", "cnn.json", "novelty.npz"}
    assert names <= {path.name for path in folder.iterdir()}
    before = (folder / "SHA256SUMS").read_text()
    assets.write_checksums(folder)
    assert (folder / "SHA256SUMS").read_text() == before
    network = keras.saving.load_model(folder / "cnn.keras", compile=False)
    expected = activation_model(network)(as_digits(images)[..., None])
    runner = Interpreter(str(folder / "cnn.tflite")).get_signature_runner()
    (name,) = runner.get_input_details()
    received = runner(**{name: as_digits(images)[..., None]})
    assert list(expected) == [layer["name"] for layer in json.loads((folder / "cnn.json").read_text())]
    for layer, values in expected.items():
        np.testing.assert_allclose(received[layer], values, atol=1e-5, err_msg=layer)


def test_calibration_changes_the_confidence_but_no_prediction(digits: tuple[Array, Array]) -> None:
    keras.utils.set_random_seed(3)
    network = build_cnn()
    images, labels = digits[0][::10], digits[1][::10]
    batch = as_digits(images)[..., None]
    network.compile("adam", "sparse_categorical_crossentropy")
    network.fit(batch, labels, epochs=12, verbose=0)
    last = network.get_layer("logits")
    last.set_weights([5 * weights for weights in last.get_weights()])  # far too confident
    held_out = LabelledDigits(digits[0][5::10], digits[1][5::10])
    before = network.predict(as_digits(held_out.images)[..., None], verbose=0)
    training.calibrate(network, held_out)
    after = network.predict(as_digits(held_out.images)[..., None], verbose=0)
    np.testing.assert_array_equal(after.argmax(axis=1), before.argmax(axis=1))
    assert after.max(axis=1).mean() < before.max(axis=1).mean()
    errors = [calibration.expected_calibration_error(p, held_out.labels) for p in (before, after)]
    assert errors[1] < errors[0]


def test_weights_are_rounded_to_what_float16_has(model: keras.Model, digits: tuple[Array, Array]) -> None:
    network = build_cnn()
    generator = np.random.default_rng(1)
    before = [weights * (1 + generator.uniform(-1e-4, 1e-4, weights.shape)) for weights in model.get_weights()]
    network.set_weights(before)
    training.round_weights(network, LabelledDigits(digits[0][::50], digits[1][::50]))
    for rounded, exact in zip(network.get_weights(), before, strict=True):
        np.testing.assert_array_equal(rounded, rounded.astype(np.float16))
        np.testing.assert_allclose(rounded, exact, rtol=2**-11, atol=2**-25)


def test_the_shipped_weights_are_values_of_float16(model: keras.Model) -> None:
    for weights in model.get_weights():
        assert weights.dtype == np.float32
        np.testing.assert_array_equal(weights, weights.astype(np.float16))


def test_weights_that_rounding_makes_worse_stay() -> None:
    """With weights of nearly the same value, the rounded network takes every digit for another class."""
    network = build_cnn(1)
    last = network.get_layer("logits")
    bias = np.zeros(10, np.float32)
    bias[[2, 7]] = 1, 1 + 2**-13  # both are 1 in float16, and the first of equal classes is read
    last.set_weights([np.zeros(last.kernel.shape, np.float32), bias])
    sevens = LabelledDigits(np.zeros((3, 28, 28), np.uint8), np.full(3, 7, np.uint8))
    before = network.get_weights()
    training.round_weights(network, sevens)
    for kept, exact in zip(network.get_weights(), before, strict=True):
        np.testing.assert_array_equal(kept, exact)


def test_non_digits_do_not_count_as_digits() -> None:
    metric = distillation.DigitAccuracy()
    targets = np.array([[1, 0, 0], [0, 0.9, 0.1], [1 / 3, 1 / 3, 1 / 3], [0, 0, 1]], np.float32)
    metric.update_state(targets, np.array([[0.9, 0.1, 0], [0.2, 0.5, 0.3], [0, 1, 0], [0.8, 0.1, 0.1]], np.float32))
    assert float(metric.result()) == pytest.approx(2 / 3)


def test_the_teachers_answers_are_softened_by_the_temperature() -> None:
    keras.utils.set_random_seed(1)
    teacher = distillation.build_teacher()
    assert teacher.count_params() == pytest.approx(3 * build_cnn().count_params(), rel=0.1)
    images = np.random.default_rng(0).integers(0, 256, (5, 28, 28)).astype(np.uint8)
    reported: list[tuple[int, int]] = []
    answers = distillation.ask_teacher(teacher, images, lambda done, total: reported.append((done, total)))
    logits = teacher(as_digits(images)[..., None], training=False).numpy() / distillation.TEMPERATURE
    expected = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    np.testing.assert_allclose(answers, expected, atol=1e-5)
    assert reported == [(5, 5)]


def test_missing_data_give_a_line_and_not_a_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        cli.main(["train", f"--mnist={tmp_path / 'no.npz'}", f"--pen={tmp_path / 'no.npz'}", f"--folder={tmp_path / 'w'}"]) == 1
    )
    assert "no.npz" in capsys.readouterr().err
    assert not (tmp_path / "w").exists()


def test_a_file_without_weights_of_the_network_is_refused(
    tmp_path: Path, refuses: Callable[..., AbstractContextManager[None]]
) -> None:
    (tmp_path / "text.keras").write_text("no network")
    with ZipFile(tmp_path / "zip.keras", "w") as archive:
        archive.writestr("a", "b")
    keras.Sequential([keras.Input((28, 28, 1)), keras.layers.Flatten(), keras.layers.Dense(10)]).save(tmp_path / "other.keras")
    for name in ("missing.keras", "text.keras", "zip.keras", "other.keras"):
        with refuses(ValueError, name, "--also"):
            training.network_with(tmp_path / name)
