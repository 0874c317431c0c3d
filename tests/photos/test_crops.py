"""Small pictures of digits are read, however they were cut out. `make photos` tries hundreds of each kind."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import mnistviz
from mnistviz.reading.ink.two_greys import take_two_greys
from mnistviz.reading.picture_files import PictureError
from mnistviz.training.made_pictures.crops import CROPS, Crop

pytestmark = pytest.mark.thorough

Array = np.ndarray[Any, Any]
EACH = 20


@pytest.fixture(scope="module")
def digits() -> list[tuple[Array, int]]:
    """Returns digits of all classes that the network reads with confidence, so that a misread crop is the crop's fault."""
    images, labels = mnistviz.load_digits()
    pairs = [(image.astype(np.float32) / 255, int(label)) for image, label in zip(images[::80], labels[::80], strict=True)]
    sure = [(image, label) for image, label in pairs if mnistviz.forward(image).probabilities[label] > 0.999]
    return [sure[at] for at in np.random.default_rng(6).permutation(len(sure))[:EACH]]


def predicted(crop: Array) -> int | None:
    """Returns the prediction; None if the crop is refused."""
    try:
        return mnistviz.forward(mnistviz.read_digit(crop)).prediction
    except PictureError:
        return None


@pytest.mark.parametrize("kind", CROPS)
def test_crops_are_read(kind: str, digits: list[tuple[Array, int]]) -> None:
    random = np.random.default_rng(1)
    read = [(predicted(CROPS[kind].of(image, random)), label) for image, label in digits]
    assert sum(was == label for was, label in read) >= 0.95 * len(digits), [pair for pair in read if pair[0] != pair[1]]


@pytest.mark.parametrize("side", [16, 28, 64])
@pytest.mark.parametrize("noise", [0, 0.01, 0.03])
@pytest.mark.parametrize("is_light", [False, True])
def test_crops_of_paper_are_refused(side: int, noise: float, is_light: bool) -> None:
    random = np.random.default_rng(2)
    for _ in range(4):
        paper = random.uniform(0.6, 1) + np.linspace(-0.05, 0.05, side) + random.normal(0, noise, (side, side))
        with pytest.raises(PictureError, match="No ink found"):
            mnistviz.read_digit(np.clip(1 - paper if is_light else paper, 0, 1))


def test_form_remnants_at_the_border_are_removed() -> None:
    page = np.full((28, 28), 0.9, np.float32)
    page[8:20, 13:16] = 0.1
    page += np.random.default_rng(4).normal(0, 0.01, page.shape).astype(np.float32)
    alone = take_two_greys(page)
    page[0] = page[:, 27] = 0.2
    page[26:, 3:5] = 0.2
    np.testing.assert_allclose(take_two_greys(page), alone, atol=0.02)


def test_the_bar_of_a_seven_that_fills_its_crop_stays() -> None:
    page = np.ones((28, 28), np.float32)
    for column in range(28):
        page[(27 - column) // 9 : 2 + (27 - column) // 9, column] = 0  # nobody writes it along the edge: that is a form's line
    for row in range(28):
        page[row, 24 - row // 2 : 28 - row // 2] = 0
    assert mnistviz.forward(mnistviz.read_digit(page)).prediction == 7


def test_a_stretched_one_is_narrow_again() -> None:
    wide = Crop(28, margin=0, is_stretched=True, noise=0)
    one = np.zeros((28, 28), np.float32)
    for row in range(4, 24):
        one[row, 16 - row // 5 : 19 - row // 5] = 1
    assert mnistviz.forward(mnistviz.read_digit(wide.of(one, np.random.default_rng(3)))).prediction == 1
