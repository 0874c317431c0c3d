"""The bundled digits are as `load_digits` describes them."""

from __future__ import annotations

from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]


def test_five_hundred_of_each_class_in_order(digits: tuple[Array, Array]) -> None:
    images, labels = digits
    assert images.shape == (5000, 28, 28)
    assert images.dtype == labels.dtype == np.uint8
    np.testing.assert_array_equal(labels, np.repeat(np.arange(10), 500))


def test_they_look_like_mnist(digits: tuple[Array, Array]) -> None:
    images, _ = digits
    assert len(np.unique(images.reshape(5000, -1), axis=0)) == 5000
    assert images.max(axis=(1, 2)).min() > 200  # every digit has full ink somewhere
    border = np.concatenate([images[:, [0, -1]].ravel(), images[:, :, [0, -1]].ravel()])
    assert (border == 0).mean() > 0.999  # light ink on black, with a margin
    rows = np.arange(28)
    for axis in (1, 2):
        profile = images.sum(axis=axis, dtype=float)
        centre = profile @ rows / profile.sum(axis=1)
        assert np.mean((centre >= 13) & (centre <= 15)) > 0.99
