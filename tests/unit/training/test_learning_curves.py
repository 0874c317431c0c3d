"""The numbers behind the curves, compared with values calculated by hand."""

from __future__ import annotations

import numpy as np
import pytest

from mnistviz.training.learning_curves import History, downsample, validate


def test_validation_by_hand() -> None:
    probabilities = np.full((3, 10), 0.05, np.float32)
    probabilities[[0, 1, 2], [4, 9, 9]] = 0.55
    validation = validate(7, 1.25, probabilities, np.array([4, 9, 3]))
    assert (validation.batch, validation.loss) == (7, 1.25)
    assert validation.accuracy == pytest.approx(2 / 3)
    assert [tuple(place) for place in np.argwhere(validation.confusion)] == [(3, 9), (4, 4), (9, 9)]
    assert validation.confusion.sum() == 3


def test_a_short_curve_is_not_shortened() -> None:
    batches, means = downsample(np.array([3.0, 1.0, 2.0]), 3)
    assert batches.tolist() == [1, 2, 3]
    assert means.tolist() == [3, 1, 2]


def test_a_long_curve_is_averaged() -> None:
    batches, means = downsample(np.array([1.0, 3.0, 5.0, 7.0, 9.0]), 3)
    assert batches.tolist() == [1.5, 3.5, 5]
    assert means.tolist() == [2, 6, 9]
    batches, means = downsample(np.arange(14_400), 200)
    assert len(batches) == len(means) <= 200
    np.testing.assert_allclose(means, batches - 1)


def test_a_curve_is_empty_before_the_first_batch() -> None:
    assert [part.tolist() for part in downsample(History().losses, 10)] == [[], []]
    assert repr(History()) == "History(0 batches, 0 validations)"
