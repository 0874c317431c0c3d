"""Training digits: the same for the same seed, and never those for validation or tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mnistviz.data.digits import Mnist
from mnistviz.data.pen_digits import HELD_OUT_WRITERS, load_pen_digits
from mnistviz.data.pen_styles import WIDEST_OF_NARROW
from mnistviz.training.shipped import digits as training_digits
from mnistviz.training.shipped.digits import (
    NON_DIGIT,
    LabelledDigits,
    augment_mnist,
    render_pen_digits,
    select_training_writers,
    validation_digits,
)

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.thorough

Array = np.ndarray[Any, Any]

VALIDATION = 100


@pytest.fixture
def mnist(digits: tuple[Array, Array], monkeypatch: pytest.MonkeyPatch) -> Mnist:
    """300 training digits, of which the last 100 validate, and 50 test digits."""
    monkeypatch.setattr(training_digits, "VALIDATION_DIGITS", VALIDATION)
    order = np.random.default_rng(0).permutation(5000)
    images, labels = (part[order] for part in digits)
    return Mnist(images[:300], labels[:300], images[300:350], labels[300:350])


@pytest.fixture(scope="module")
def pen_file(tmp_path_factory: pytest.TempPathFactory, write_pen: Any) -> Path:
    """Two digits of each class by each of 30 writers."""
    return write_pen(tmp_path_factory.mktemp("pen") / "pen.npz", each=2)


def rows(images: Array) -> set[bytes]:
    return {image.tobytes() for image in images}


def test_mnist_has_plain_and_distorted_copies(mnist: Mnist) -> None:
    part = augment_mnist(mnist, seed=1)
    trained = len(mnist.images) - VALIDATION
    copies = training_digits.PLAIN_COPIES + training_digits.DISTORTED_COPIES
    assert part.images.shape == (copies * trained, 28, 28)
    assert part.images.dtype == part.labels.dtype == np.uint8
    for copy in range(copies):
        images = part.images[copy * trained : (copy + 1) * trained]
        np.testing.assert_array_equal(part.labels[copy * trained : (copy + 1) * trained], mnist.labels[:trained])
        same = (images == mnist.images[:trained]).all(axis=(1, 2)).mean()
        assert same == (copy < training_digits.PLAIN_COPIES)
        # a distorted digit is still more like its original than like another digit
        own = [np.corrcoef(a.ravel(), b.ravel())[0, 1] for a, b in zip(images, mnist.images[:trained], strict=True)]
        other = [np.corrcoef(a.ravel(), b.ravel())[0, 1] for a, b in zip(images, mnist.images[1:trained], strict=False)]
        assert np.mean(own) > np.mean(other) + 0.3


def test_validation_and_test_digits_are_never_trained_on(mnist: Mnist) -> None:
    trained = rows(augment_mnist(mnist, seed=1).images)
    assert not trained & rows(mnist.images[-VALIDATION:])
    assert not trained & rows(mnist.test_images)


def test_the_seed_determines_the_distortions(mnist: Mnist) -> None:
    one, same, other = (augment_mnist(mnist, seed=seed).images for seed in (1, 1, 2))
    np.testing.assert_array_equal(one, same)
    assert (one != other).any()


def test_held_out_writers_are_only_for_validation(mnist: Mnist, pen_file: Path) -> None:
    pen = load_pen_digits(pen_file)
    assert not set(select_training_writers(pen).writers.tolist()) & set(HELD_OUT_WRITERS)
    assert len(select_training_writers(pen).labels) == 24 * 20
    validation = validation_digits(mnist, pen)
    assert len(validation.labels) == VALIDATION + 6 * 20
    np.testing.assert_array_equal(validation.images[:VALIDATION], mnist.images[-VALIDATION:])
    np.testing.assert_array_equal(validation.labels[VALIDATION:], pen.written_by(HELD_OUT_WRITERS).labels)


def test_only_training_writers_are_rewritten(pen_file: Path) -> None:
    by_class = training_digits._strokes_by_class(pen_file)
    assert [len(drawings) for drawings in by_class] == [24 * 2] * 10
    held_out = {
        np.concatenate(drawing.strokes).tobytes() for drawing in load_pen_digits(pen_file).written_by(HELD_OUT_WRITERS).drawings
    }
    known = {np.concatenate(strokes).tobytes() for drawings in by_class for strokes in drawings}
    assert not known & held_out


def test_narrow_forms_have_a_thin_line(pen_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training_digits, "MISSING_FORMS", 1)
    by_class, generator = training_digits._strokes_by_class(pen_file), np.random.default_rng(0)
    written = [training_digits._write_digit(by_class, generator) for _ in range(300)]
    tall = [widest for label, strokes, widest in written if label == 0 and _aspect(strokes) > 2.5]
    assert len(tall) > 5
    assert np.mean([widest == WIDEST_OF_NARROW for widest in tall]) > 0.6
    assert 0.05 < np.mean([widest == WIDEST_OF_NARROW for _, _, widest in written]) < 0.25


def test_some_digits_and_non_digits_are_written_by_pencil(pen_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for only_digits in (True, False):
        job = (pen_file, 200, (1, 2), only_digits)
        ink = {}
        for share in (0, training_digits.PENCIL, 1):
            monkeypatch.setattr(training_digits, "PENCIL", share)
            ink[share] = training_digits._render(job).images.mean(axis=(1, 2))
            monkeypatch.undo()
        assert np.mean(ink[1]) < 0.6 * np.mean(ink[0])
        assert np.mean(ink[1]) < np.mean(ink[training_digits.PENCIL]) < np.mean(ink[0])


def _aspect(strokes: list[Array]) -> float:
    width, height = np.ptp(np.concatenate(strokes), axis=0)
    return float(height / width)


def test_rendering_again_gives_the_same_pen_digits(pen_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reported: list[tuple[int, int]] = []
    part = render_pen_digits(pen_file, 1_100, 60, 3, lambda done, whole: reported.append((done, whole)))
    assert reported[-1] == (1_160, 1_160)
    assert [done for done, _ in reported] == sorted(done for done, _ in reported)
    assert part.images.shape == (1_160, 28, 28)
    assert (part.labels == NON_DIGIT).sum() == 60
    assert set(part.labels.tolist()) == set(range(11))
    assert np.bincount(part.labels)[:10].min() > 50
    monkeypatch.setattr(training_digits.os, "cpu_count", lambda: 1)
    again = render_pen_digits(pen_file, 1_100, 60, 3, lambda *_: None)
    np.testing.assert_array_equal(again.images, part.images)
    np.testing.assert_array_equal(again.labels, part.labels)


def test_rendering_can_be_stopped(pen_file: Path) -> None:
    def stop(done: int, whole: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        render_pen_digits(pen_file, 1_010, 10, 3, stop)


def test_concatenated_digits_keep_their_labels() -> None:
    parts = [LabelledDigits(np.full((n, 28, 28), n, np.uint8), np.full(n, n, np.uint8)) for n in (2, 3)]
    images, labels = training_digits.concatenate(*parts)
    np.testing.assert_array_equal(images[:, 0, 0], labels)
    np.testing.assert_array_equal(labels, [2, 2, 3, 3, 3])
