"""What a change does not need is taken away, on a contest whose margin is a weighted sum."""

from __future__ import annotations

from typing import Any

import numpy as np

from mnistviz.explain.trimming import parts_of, trimmed

Array = np.ndarray[Any, Any]


class Sum:
    """A contest that needs 10 in the sum of the ink of the left half; ink of the right half does not count."""

    def margins(self, digits: Array) -> Array:
        return digits[:, :, :14].sum(axis=(1, 2)) - 10


def test_parts_that_are_not_needed_go_and_the_rest_gets_fainter() -> None:
    change = np.zeros((28, 28), np.float32)
    change[2:7, 2:6] = 0.8
    change[20:24, 2:4] = 0.5
    change[2:7, 20:26] = 1
    left = trimmed(Sum(), np.zeros((28, 28), np.float32), change, 0)  # type: ignore[arg-type]
    assert left[:, 14:].sum() == 0
    assert left[20:24].sum() == 0
    assert 10 <= left.sum() <= 10 + 20 * 0.8 / 64
    assert len(parts_of(left)) == 1


def test_a_change_that_is_all_needed_stays() -> None:
    change = np.zeros((28, 28), np.float32)
    change[2:7, 2:3] = 1
    change[20:25, 2:3] = 1
    np.testing.assert_array_equal(trimmed(Sum(), np.zeros((28, 28), np.float32), change, 0), change)  # type: ignore[arg-type]


def test_corners_connect_parts() -> None:
    change = np.zeros((28, 28))
    change[0, 0] = change[1, 1] = -0.5
    change[5, 5] = 0.1
    assert sorted(part.sum() for part in parts_of(change)) == [1, 2]
