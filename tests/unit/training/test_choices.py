"""Training settings, and the digits that they select for training and validation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mnistviz.data import digits
from mnistviz.data.digits import DataError, Mnist
from mnistviz.training.choices import TrainingChoices
from mnistviz.training.lesson import lesson_digits

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "wrong",
    [
        {"learning_rate": 0},
        {"learning_rate": 1.5},
        {"learning_rate": float("nan")},
        {"learning_rate": "0.1"},
        {"learning_rate": True},
        {"batch_size": 0},
        {"batch_size": 10.0},
        {"epochs": 1001},
        {"augment": 1},
        {"digits": 600},
        {"digits": "few"},
        {"seed": -1},
    ],
)
def test_wrong_choices_are_refused(wrong: dict[str, Any], refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, repr(next(iter(wrong.values())))):
        TrainingChoices(**wrong)


@pytest.mark.parametrize(("amount", "of_each_class"), [(500, 50), (5000, 450)])
def test_validation_digits_are_never_trained_on(amount: int, of_each_class: int) -> None:
    digits = lesson_digits(amount)
    assert np.bincount(digits.labels).tolist() == [of_each_class] * 10
    assert np.bincount(digits.validation_labels).tolist() == [50] * 10
    trained = {image.tobytes() for image in digits.images}
    assert len(trained) == len(digits.images)
    assert not any(image.tobytes() in trained for image in digits.validation_images)
    assert digits.images.dtype == np.uint8
    assert (digits.images.min(), digits.images.max()) == (0, 255)


def test_the_test_split_of_the_full_set_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    images = np.arange(6000, dtype=np.uint16)[:, None, None].repeat(28, 1).repeat(28, 2) // 24
    labels = np.arange(6000) % 10
    full = Mnist(images.astype(np.uint8), labels, np.full((10, 28, 28), 255, np.uint8), labels[:10])
    monkeypatch.setattr(digits, "_fetch", lambda: full)
    lesson = lesson_digits("all")
    assert (len(lesson.images), len(lesson.validation_images)) == (1000, 5000)
    np.testing.assert_array_equal(lesson.validation_labels, labels[1000:])
    assert lesson.validation_images.max() < 255


def test_an_unreachable_full_set_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable() -> None:
        raise DataError("no network")

    monkeypatch.setattr(digits, "_fetch", unreachable)
    with pytest.raises(DataError, match="no network"):
        lesson_digits("all")
