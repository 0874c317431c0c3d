"""The training of the ink finder: all stages on 40 pictures, until LiteRT runs the file."""

from __future__ import annotations

import hashlib
import io
from contextlib import redirect_stdout
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pytest
import tensorflow as tf

from mnistviz import cli
from mnistviz.data.digits import load_digits
from mnistviz.reading.ink.features import measure
from mnistviz.reading.ink.finder import FILE, InkFinder
from mnistviz.training.ink_finder import training
from mnistviz.training.ink_finder.network import build_ink_finder
from mnistviz.training.ink_finder.pictures import Examples
from mnistviz.training.made_pictures.digit_lines import DigitLines
from mnistviz.training.made_pictures.training_pictures import training_picture
from mnistviz.training.shipped.digits import VALIDATION_DIGITS

if TYPE_CHECKING:
    from pathlib import Path

    import keras

pytestmark = pytest.mark.thorough

Array = np.ndarray[Any, Any]

TRAINING_DIGITS = 60


class Trained(NamedTuple):
    """What `mnistviz train --network ink` did."""

    exit_code: int
    output: Path
    printed: str
    digits: Array
    network: keras.Model


def save_mnist(path: Path, count: int) -> Array:
    """Saves `count` training digits, and returns them."""
    images = np.concatenate([load_digits()[0]] * 2)[:count]
    labels = np.zeros(count, np.uint8)
    np.savez(path, x_train=images, y_train=labels, x_test=images[:10], y_test=labels[:10])
    return images


@pytest.fixture(scope="module")
def mnist(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Array]:
    path = tmp_path_factory.mktemp("mnist") / "mnist.npz"
    return path, save_mnist(path, TRAINING_DIGITS + VALIDATION_DIGITS)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory, mnist: tuple[Path, Array]) -> Trained:
    output = tmp_path_factory.mktemp("ink") / "new" / "assets"
    seen: dict[str, Any] = {}
    render, train = training.render_examples, training.train

    def record_digits(digits: Array, *others: Any) -> Examples:
        seen["digits"] = digits
        return render(digits, *others)

    def record_network(*arguments: Any) -> keras.Model:
        seen["network"] = train(*arguments)
        return seen["network"]

    printed = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(printed):
        patch.setattr(training, "render_examples", record_digits)
        patch.setattr(training, "train", record_network)
        options = [f"--mnist={mnist[0]}", f"--output={output}", "--pictures=40", "--epochs=2", "--processes=1"]
        exit_code = cli.main(["train", "--network=ink", *options])
    return Trained(exit_code, output, printed.getvalue(), seen["digits"], seen["network"])


def test_the_network_gives_a_probability_for_every_cell() -> None:
    network = build_ink_finder()
    assert network.count_params() == 142_081
    found = network(np.random.default_rng(0).random((2, 128, 128, 3), np.float32), training=False).numpy()
    assert (found.shape, found.dtype) == ((2, 128, 128, 1), np.float32)
    assert 0 <= found.min() < found.max() <= 1


def test_the_loss_is_cross_entropy_and_soft_dice() -> None:
    wanted = np.zeros((1, 8, 8, 1), np.float32)
    wanted[0, 2:4, :5] = 1
    found = np.full_like(wanted, 0.2)
    found[0, 2:4] = 0.7
    entropy = -np.where(wanted > 0, np.log(found), np.log(1 - found)).mean()
    dice = (2 * (10 * 0.7) + 8) / (10 + 16 * 0.7 + 48 * 0.2 + 8)
    assert float(training.ink_loss(tf.constant(wanted), tf.constant(found))) == pytest.approx(
        entropy + 0.3 * (1 - dice), abs=1e-5
    )
    assert float(training.ink_loss(tf.constant(wanted), tf.constant(wanted))) == pytest.approx(0, abs=1e-5)


def test_pictures_and_ink_are_turned_together() -> None:
    random = np.random.default_rng(0)
    ink = random.integers(0, 2, (64, 128, 128), np.uint8) * np.uint8(255)
    batches = training._random_batches(Examples(np.stack([ink] * 3, axis=-1), ink), seed=1)
    turned = 0
    for seen, wanted in batches.as_numpy_iterator():
        assert (seen.shape, wanted.shape) == ((32, 128, 128, 3), (32, 128, 128, 1))
        np.testing.assert_array_equal(seen, np.repeat(wanted, 3, axis=-1))
        turned += sum(not (np.uint8(255 * picture[..., 0]) == ink).all(axis=(1, 2)).any() for picture in wanted)
    assert 32 < turned < 64  # one eighth stays as it is


def test_a_short_training_lowers_the_loss(trained: Trained) -> None:
    first, last = trained.network.history.history["loss"]
    assert last < first


def test_the_progress_is_printed(trained: Trained) -> None:
    assert trained.exit_code == 0
    for words in (
        "Rendering pictures: 40 of 40",
        "Training the ink finder: 142,081 parameters, 38 pictures",
        "Epoch 2/2",
        "loss: ",
    ):
        assert words in trained.printed


def test_validation_digits_lend_no_lines(trained: Trained, mnist: tuple[Path, Array]) -> None:
    np.testing.assert_array_equal(trained.digits, mnist[1][:TRAINING_DIGITS])


def test_the_file_is_small_and_has_a_checksum(trained: Trained) -> None:
    assert {path.name for path in trained.output.iterdir()} == {FILE, "SHA256SUMS"}
    content = (trained.output / FILE).read_bytes()
    assert len(content) <= 600_000
    assert (trained.output / "SHA256SUMS").read_text() == f"{hashlib.sha256(content).hexdigest()}  {FILE}\n"


def test_litert_gives_the_values_of_keras(trained: Trained, mnist: tuple[Path, Array]) -> None:
    finder = InkFinder((trained.output / FILE).read_bytes())
    random, lines = np.random.default_rng(1), DigitLines(mnist[1][:TRAINING_DIGITS])
    for kind in ("photo", "crop", "scan"):
        features = measure(training_picture(random, lines, kind)[0].astype(np.float32) / 255)
        rows, columns = features.cells
        expected = trained.network(features.seen[None], training=False).numpy()[0, :rows, :columns, 0]
        np.testing.assert_allclose(finder.run(features), expected, atol=1e-4)


def test_too_few_digits_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save_mnist(tmp_path / "mnist.npz", VALIDATION_DIGITS)
    output = tmp_path / "assets"
    assert cli.main(["train", "--network=ink", f"--mnist={tmp_path / 'mnist.npz'}", f"--output={output}"]) == 1
    assert "5,000 digits. Use MNIST with at least 5,001" in capsys.readouterr().err
    assert not output.exists()


def test_a_failed_export_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / FILE).write_bytes(b"old")
    network = build_ink_finder()

    def export(path: Path, **_: object) -> None:
        path.write_bytes(b"half")
        raise KeyboardInterrupt

    monkeypatch.setattr(network, "export", export)
    with pytest.raises(KeyboardInterrupt):
        training.export(network, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [FILE]
    assert (tmp_path / FILE).read_bytes() == b"old"
