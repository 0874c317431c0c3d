"""Which of one's own pictures a lesson has."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from mnistviz.data.pictures import Pictures
from mnistviz.training.lesson import FULL_VALIDATION, lesson_pictures

Array = np.ndarray[Any, Any]


def numbered(labels: Array) -> Array:
    """Pictures that all differ."""
    numbers = np.arange(len(labels))
    return np.stack([numbers % 256, numbers // 256], axis=1).astype(np.uint8)[:, :, None]


@pytest.fixture
def data() -> Pictures:
    """1,000 pictures of three classes, one of ten of the second class, and many for testing."""
    labels = np.repeat([0, 1, 2], [600, 100, 300])
    test_labels = np.tile([0, 1, 2], 2000)
    return Pictures(numbered(labels), labels, numbered(test_labels), test_labels, ("a", "b", "c"))


def test_a_part_has_the_shares_of_the_whole(data: Pictures) -> None:
    lesson = lesson_pictures(data, 500)
    assert np.bincount(lesson.labels).tolist() == [300, 50, 150]
    assert len({picture.tobytes() for picture in lesson.images}) == 500
    assert len(lesson.validation_labels) == FULL_VALIDATION
    assert np.ptp(np.bincount(lesson.validation_labels)) <= 1


@pytest.mark.parametrize("subset", [5000, "all"])
def test_there_may_be_fewer_than_chosen(data: Pictures, subset: int | str) -> None:
    lesson = lesson_pictures(data._replace(test_images=data.images[:7], test_labels=data.labels[:7]), subset)
    assert (len(lesson.images), len(lesson.validation_images)) == (1000, 7)
    numbers = lesson.images[:, 0, 0] + 256 * lesson.images[:, 1, 0].astype(int)
    np.testing.assert_array_equal(lesson.labels, data.labels[numbers])
