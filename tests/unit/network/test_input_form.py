"""What a network is fed: shapes, axes, range and dtype, against pictures made by hand and by Pillow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image

from mnistviz.network.input_form import InputForm, resampling

if TYPE_CHECKING:
    from collections.abc import Callable

Array = np.ndarray[Any, Any]


@pytest.fixture
def two(digits: tuple[Array, Array]) -> Array:
    """Two digits: float32 (2, 28, 28)."""
    return digits[0][[700, 4100]].astype(np.float32) / 255


@pytest.mark.parametrize(
    ("shape", "maps"),
    [
        ((28, 28, 1), (28, 28, 1)),
        ((28, 28), (28, 28, 1)),
        ((784,), (28, 28, 1)),
        ((64,), (8, 8, 1)),
        ((1, 28, 28), (28, 28, 1)),
        ((3, 32, 32), (32, 32, 3)),
        ((32, 32, 3), (32, 32, 3)),
        ((8, 64, 1), (8, 64, 1)),
    ],
)
def test_shapes_are_pictures(shape: tuple[int, ...], maps: tuple[int, int, int], two: Array) -> None:
    form = InputForm(shape)
    assert form.maps_shape == maps
    assert form.prepare(two).shape == (2, *shape)
    assert form.layer.shape == shape


@pytest.mark.parametrize("shape", [(), (7, 7, 1), (65, 28, 1), (28, 28, 2), (28, 28, 4), (785,), (1, 28, 28, 1), (2, 28, 28)])
def test_other_shapes_are_refused(shape: tuple[int, ...], refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, str(shape)):
        InputForm(shape)


def test_the_digit_is_fed_as_it_is(two: Array) -> None:
    assert InputForm().is_digit
    np.testing.assert_array_equal(InputForm().prepare(two)[..., 0], two)
    np.testing.assert_array_equal(InputForm((784,)).prepare(two), two.reshape(2, 784))
    for other in (InputForm((28, 28)), InputForm(ink=255), InputForm(dtype="uint8"), InputForm(paper=1, ink=0)):
        assert not other.is_digit


def test_paper_and_ink_get_their_values(two: Array) -> None:
    fed = InputForm(paper=-1, ink=1).prepare(two)[..., 0]
    np.testing.assert_allclose(fed, two * 2 - 1, atol=1e-6)
    bytes_fed = InputForm(ink=255, dtype="uint8").prepare(two)[..., 0]
    assert bytes_fed.dtype == np.uint8
    np.testing.assert_array_equal(bytes_fed, np.rint(two * 255).astype(np.uint8))
    inverted = InputForm(paper=255, ink=0).prepare(two)
    assert (inverted[two[..., None] == 0] == 255).all()
    assert [InputForm(paper=paper, ink=ink).layer.signed for paper, ink in ((0, 255), (-1, 1), (1, -1))] == [False, True, True]


def test_colours_are_grey_in_every_channel(two: Array) -> None:
    last, first = InputForm((28, 28, 3)).prepare(two), InputForm((3, 28, 28)).prepare(two)
    for channel in range(3):
        np.testing.assert_array_equal(last[..., channel], two)
        np.testing.assert_array_equal(first[:, channel], two)


@pytest.mark.parametrize("side", [8, 14, 20, 32, 56, 64])
def test_other_sizes_are_those_of_pillow(side: int, two: Array) -> None:
    fed = InputForm((side, side, 1)).prepare(two)[..., 0]
    for digit, picture in zip(two, fed, strict=True):
        expected = Image.fromarray(digit).resize((side, side), Image.Resampling.BILINEAR)
        np.testing.assert_allclose(picture, np.asarray(expected), atol=1e-5)


def test_rows_and_columns_are_not_mixed_up() -> None:
    digit = np.zeros((1, 28, 28), np.float32)
    digit[0, :7] = 1  # the upper quarter
    fed = InputForm((8, 32, 1)).prepare(digit)[0, ..., 0]
    assert (fed[:1] > 0.9).all()
    assert (fed[4:] == 0).all()


def test_the_weights_of_a_row_sum_to_one() -> None:
    for side in (8, 28, 64):
        np.testing.assert_allclose(resampling(side).sum(axis=1), 1, atol=1e-6)
    np.testing.assert_array_equal(resampling(28), np.eye(28))


def test_other_pictures_are_brought_into_the_form() -> None:
    """Colours stay colours for a network that reads them, and become their mean for one that does not; any size is resampled."""
    pictures = np.random.default_rng(2).random((2, 40, 24, 3), np.float32)
    by_pillow = [
        [np.asarray(Image.fromarray(picture[..., channel]).resize((16, 20), Image.Resampling.BILINEAR)) for channel in range(3)]
        for picture in pictures
    ]
    fed = InputForm((20, 16, 3), paper=-1).prepare(pictures)
    np.testing.assert_allclose(fed, 2 * np.moveaxis(by_pillow, 1, 3) - 1, atol=1e-5)
    np.testing.assert_allclose(InputForm((20, 16)).prepare(pictures), np.mean(by_pillow, axis=1), atol=1e-5)
    np.testing.assert_allclose(InputForm((3, 20, 16)).prepare(pictures), by_pillow, atol=1e-5)
    grey = InputForm((20, 16, 3), dtype="uint8", ink=255).prepare(pictures[..., 0])
    for channel in range(3):
        np.testing.assert_array_equal(grey[..., channel], np.round(255 * np.array(by_pillow)[:, 0]))
