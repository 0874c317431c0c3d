"""Digits of MNIST pass unchanged; pictures of the same size that aren't MNIST's don't."""

from __future__ import annotations

import numpy as np
import pytest

import mnistviz
from mnistviz.reading.mnist_pictures import mnist_ink


def test_digits_of_mnist_keep_their_greys() -> None:
    images, _ = mnistviz.load_digits()
    for image in images[::250]:
        digit = image.astype(np.float32) / 255
        for picture in (digit, 1 - digit, np.stack([digit] * 3, axis=2)):
            ink = mnist_ink(picture)
            assert ink is not None
            np.testing.assert_allclose(ink, digit, atol=1e-6)


@pytest.mark.parametrize("size", [(27, 28), (28, 29), (56, 56)])
def test_other_sizes_are_not_mnist(size: tuple[int, int]) -> None:
    assert mnist_ink(np.pad(np.ones((10, 10), np.float32), ((0, size[0] - 10), (0, size[1] - 10)))) is None


def test_noise_and_faint_ink_are_not_mnist() -> None:
    images, _ = mnistviz.load_digits()
    digit = images[0].astype(np.float32) / 255
    noise = np.random.default_rng(0).normal(0, 0.02, digit.shape).astype(np.float32)
    assert mnist_ink((0.9 - 0.8 * digit + noise).clip(0, 1)) is None
    assert mnist_ink(0.9 - 0.3 * digit) is None
